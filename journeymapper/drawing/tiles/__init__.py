"""A large sheet cut into tiles that any printer can print, and how to put them together.

May import: the rest of drawing, text and domain. A tile is the display list of the large sheet,
shifted and clipped: nothing is laid out a second time. Lengths in points.

    sheets = tiled(posters, margin, paper("a4"), pen)     # a plan first, then row by row
"""
