"""WHAT a journey is: entities, snapshot, changes, rules, errors and messages.

May import: the standard library only. Everything here is pure and frozen.

    snapshot = Snapshot.of([project, journey, stage, touchpoint])
    [step.name for step in queries.touchpoints_of_map(snapshot, journey.id)]
    UserError(_("This step is gone."))
"""
