"""The map check beside the map: what a friendly reader would ask, each with a way to mend it.

May import: `ui.canvas`, `ui.commands`, `ui.panels`, `ui.widgets`, `analysis`, `document`, `domain`
and `app`. What is put aside ("Not here") is window state, kept by the identity of the document.

    watch = CheckWatch(bench)          # counts in idle moments
    panel = CheckPanel(bench, watch, repairs)
"""
