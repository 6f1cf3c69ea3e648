"""Two maps, or two moments of one map, in one drawing.

May import: `drawing`, `analysis`, `text` and `domain`. No Qt, no files.

    made = overlaid(Compared(before, after, "Anna, before", ("Today", "Future")), setting)
    made.spots["ID"]            # where the step of an id stands, whichever side it is on
    paper_sheet(made.drawing, heading, lines, pen, today)
"""
