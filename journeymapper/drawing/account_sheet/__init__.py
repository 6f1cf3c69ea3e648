"""Sheets about client organisations on paper, one account a page.

May import: the rest of drawing, analysis, text and domain. No Qt and no paper writer: a sheet is a
display list that `export` writes.

    sheets = account_sheets(snapshot, setting, paper("a4"), today)
"""
