"""Cards of typical customers on paper, one a page, and the portraits that screen and paper share.

May import: the rest of drawing, analysis, text and domain. No Qt and no paper writer: a card is a
display list that `export` writes.

    shapes = portrait(pen, persona, 72, place=0)
    sheets = persona_sheets(snapshot, setting, paper("a4"), today)
"""
