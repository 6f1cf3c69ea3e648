"""Charts as display lists: the same on screen and paper, each with its words and its table.

May import what `drawing` may. A chart knows its size, no theme and no painter.

    made = scatter(pen, points, lines, Size(480, 460))
    made.drawing            # shapes
    made.alt                # what it shows, in a sentence
    made.head, made.rows    # the same as a table
"""
