"""What stands between the work and its file: said in a banner, with what can be done about it.

May import: `ui.dialogs.frame`, `ui.widgets`, document, app and domain. A notice says what is so
until it is no longer so; what only happened once is said in the status bar instead.

    watch = TroubleWatch(context, session, flows)
    column.addWidget(watch.banner)
    watch.look()                 # whenever the window comes to the front
"""
