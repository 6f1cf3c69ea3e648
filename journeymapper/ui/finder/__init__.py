"""Find anything: one field over every action, step, stage, card, persona, map and recent file.

May import: `app`, `domain`, `ui.canvas`, `ui.places`, `ui.widgets`. Made when it is first wanted.

    things = everything(window)                  # what can be found or done at this moment
    dialog = FinderDialog(context, things, window)
    if dialog.exec(): go(window, dialog.chosen)
"""
