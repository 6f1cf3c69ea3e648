r"""What is copied and pasted: tables of text, the form on the clipboard, and the steps they make.

May import: `document`, `domain` and, for the clipboard alone, QtCore and QtGui. Where things come
from and go to on the map is found by `ui.canvas.taking` and `ui.canvas.landing`.

    block = block_of_text("Hot\tCold\nDry\tWet")
    mime = mime_of(block, table_text(rows_of(block)))
    write_plan(document, plan, persona_id)
"""
