"""The map for a wall: one sheet across for each stage, hung side by side, and a summary.

May import: `drawing`, `analysis`, `text` and `domain`. No Qt, no files.

    made = wall_sheets(snapshot, map_id, setting, paper("a4"), today)
    made[0].key                 # "stage:ID:1", the same as long as the stage stays
    made[-1].height_pt > made[-1].width_pt      # the summary stands upright
"""
