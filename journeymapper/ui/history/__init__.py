"""What happened to the document, step by step, with a way back to any of them.

May import: `ui.commands`, `ui.dialogs.frame`, `ui.widgets`, document, app and domain. The panel
reads the history and writes through commands; going back is a step like any other.

    panel = HistoryPanel(context, session)
    panel.set_wanted(True)       # shown whenever a document is open
    panel.go_back()              # to the selected step
"""
