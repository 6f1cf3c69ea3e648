"""The map on the screen: a window onto a MapLayout, with a cursor, an editor and gestures.

May import: `ui.paint`, `ui.commands`, `drawing`, `document`, `domain`. Paints a projection of
the document and never keeps state of its own that could differ from it.

    view = MapView(projection, ink)
    projection.show(map_id)          # lays out and reconciles; so does every step
    view.cursor.go_to(Spot(lane=lane_id, touchpoint=step_id))
"""
