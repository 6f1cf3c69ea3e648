"""The map for those who hear it: every cell as an item of a list, with its words and actions.

May import: `ui.canvas`, `domain`, Qt. Nothing is made here until somebody asks for it, and
nothing follows the map while nobody has.

    access = MapAccess(bench, editing)          # one for each view, lives as long as it does
    QAccessible.queryAccessibleInterface(view)  # a list whose children are the cells
    access.cells.of(spot).words                 # "2.2 Greeting, 2 Arrive, Pains, Nobody looks up"
"""
