"""The real window, put into states that can be looked at, and judged without eyes.

May import: everything. `rig` opens a window on folders and a clock of its own, `scenes` brings
it into the states of the product, `walk` finds cut text, overlaps and small targets.

    with rig.opened(folder) as rig:
        scenes.by_name("01-map").show(rig)
        faults = walk.faults_of(rig.window)
"""
