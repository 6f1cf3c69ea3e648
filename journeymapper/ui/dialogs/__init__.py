"""Windows that ask or tell one thing: start a map, export, keys, about, what went wrong.

May import: document, export, app, drawing and domain, the widgets and context of ui. A dialog
gathers what it needs and hands it back; it changes no document by itself.

    dialog = StartMapDialog(context, parent)
    if dialog.exec():
        session.new(*dialog.beginning())
"""
