"""Sheets to write on by hand: the numbered steps with empty rows, and room for dots.

May import: `drawing`, `analysis`, `text` and `domain`. No Qt, no files.

    blank_sheets(snapshot, map_id, setting, paper("a4"), today)
"""
