"""What a person asks for, turned into steps of the document: nothing else in ui writes.

May import: `document` and `domain`. A command gathers what a verb needs, opens one step with a
label that reads well after "Undo:", and returns what the caller must show next.

    steps.add_after(document, step_id)
    cards.write(document, card_id, "Nobody looks up")
    snapshot = preview(document, lambda tx: operations.move_touchpoint(tx, step_id, stage_id, 0))
"""
