"""The window: the only room with widgets. Everything it shows is a projection of a document.

May import: document, export, importing, app, drawing, analysis, text and domain; never storage
or cli. What the user does goes through `ui.commands` and the document's operations.

    context = Context.of(services, application)
    window = MainWindow(context)
    window.open(Path("practice.journey"))
"""
