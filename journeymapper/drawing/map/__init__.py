"""The map: from a snapshot to geometry and groups of shapes, on screen and on paper.

May import: `drawing`, `analysis`, `text` and `domain`. No Qt, no files.

    layout = lay_out(snapshot, map_id, MapSetting(engine, tokens, ENGLISH))
    layout = lay_out(later, map_id, setting, previous=layout)
    sheets(snapshot, map_id, setting, paper("a3"), today)
"""
