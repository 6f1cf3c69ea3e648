"""The map as a table: a row for each step, a column for each thing known about it.

May import: `ui.commands`, `ui.canvas`, `ui.panels`, `ui.widgets`, `drawing`, `export`, `document`
and `domain`. Columns are pure: they read a snapshot and write through `ui.commands.tables`. The
order and the choice of rows are window state; numbers stay those of the map.

    panel = TablePanel(canvas.bench)
    panel.refresh()                  # after each step of the document
    panel.clear()                    # empties the selected cells as one step
"""
