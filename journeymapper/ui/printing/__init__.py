"""Printing: sheets in their true size on a printer, beside the window.

May import: `ui`, `export`, `drawing`, `document`, `domain` and PySide6. Loaded when it is first
wanted, with Qt's own room for printers.

    printing = Printing(context, session, parent)
    printing.ended.connect(tell)
    printing.begin(sheets, preset, map_id)
"""
