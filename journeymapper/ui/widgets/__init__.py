"""Small controls that all places share; they look as the style sheet says.

May import: the theme and context of ui, app and domain. Texts are plain, never mark-up.

    label = PlainLabel("Recent files", "heading")
    button = Button("Start my map", look="primary")
    field = SearchField(context, "Find a file", "Ctrl F")
"""
