"""Plans drawn: a timeline, a field of impact and effort; the same on screen and on paper.

found = facts(snapshot, today)
lay_out(pen, rows_of(snapshot, found), scale, today).drawing()
"""
