"""THE way to read and change a journey: documents, steps, undo, history and the verbs.

May import: `domain` and `storage`. Nothing else writes; views are told of each change.

    with document.step(_("Add a step")) as tx:
        operations.add_touchpoint(tx, stage_id, "Greeting")
    document.undo()
"""
