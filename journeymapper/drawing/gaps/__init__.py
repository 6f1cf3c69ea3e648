"""Gaps on paper, and the words that screen and paper share.

May import what `drawing` may. The report is laid out from a board and its figures:

    sheets = report_sheets(snapshot, board, pictures, pen, options)
"""
