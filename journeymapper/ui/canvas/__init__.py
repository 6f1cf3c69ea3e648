"""The map on the screen: a window onto a MapLayout, with a cursor, an editor and gestures.

May import: `ui.paint`, `ui.commands`, `drawing`, `document`, `domain`. Paints a projection of
the document and never keeps state of its own that could differ from it.

    canvas = Canvas(context, session, projection, menus)
    projection.open(document, map_id)      # lays out; projection.refresh() after each step
    canvas.view.cell_cursor.go_to(Spot(lane_id, stage_id, step_id))
"""
