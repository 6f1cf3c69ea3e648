"""The place Plan: its list, its other views, and what stands under More.

May import: all rooms below, and `ui.widgets`. A new view is a line of ``views.VIEWS``, a new
entry under More a line of ``more.MORE``; nothing else has to know of it.

    view = entry.make(context, session)     # entry of VIEWS
    view.refresh(document.snapshot, today)
"""
