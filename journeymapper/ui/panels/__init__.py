"""The details beside the canvas: what is selected, in a form.

May import: `ui.canvas`, `ui.commands`, `ui.widgets`, drawing, document and domain. A form shows
what the document holds and writes through commands; what is typed is written a moment later.

    inspector = Inspector(canvas.bench)
    inspector.refresh()      # after each move of the cursor and each step
    inspector.flush()        # before the document is published or closed
"""
