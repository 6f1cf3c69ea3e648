"""The one text engine: fonts, line breaking, shaping, both directions; and sentences said.

May import: domain, QtCore and QtGui. ``runs`` and ``truetype`` need no Qt.

    engine = start(assets / "fonts")
    block = engine.block("Ask for an appointment", TextStyle(12, 16), width=99)
    [run.glyphs for line in block.lines for run in line.runs]
"""
