"""Sheets to ask and to count with, A4 upright, lengths in points.

May import: the rest of drawing, text and domain. No Qt and no paper writer: a sheet is a display
list that `export` writes.

    sheet = questionnaire(snapshot, map_id, step_ids, pen, today)
    sheet = tally(snapshot, map_id, step_id, pen, today)
"""
