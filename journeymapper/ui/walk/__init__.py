"""The guided walk: one card a step, and the map growing below; how a map begins.

May import: the rest of ui, document, export, app, drawing and domain. The guide knows where one
stands and asks commands; the widgets show what the map holds. Nothing is kept twice.

    guide = Guide(context, session)
    guide.begin(map_id)
    page = WalkPage(context, session, guide)
"""
