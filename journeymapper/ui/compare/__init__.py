"""Two maps, two versions or two personas side by side, with the list of what differs.

May import: `ui.widgets`, `ui.paint`, `ui.session`, `drawing`, `analysis`, `export`, `document` and
`domain`. It reads and never writes the document.

    panel = ComparePanel(context, session)
    panel.begin(map_id)          # chooses what is compared best with this map
"""
