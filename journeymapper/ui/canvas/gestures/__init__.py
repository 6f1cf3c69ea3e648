"""What a pressed mouse does, one class each: start, move, release, cancel.

May import: the rest of `ui.canvas` and `ui.commands`. A gesture shows what would be until the
button is released; only then does it ask for one step of the document. Cancelled, it leaves
no trace.

    gesture = MoveStep(bench, step_id)
    gesture.start(point); gesture.move(point); gesture.release(point)   # or gesture.cancel()
"""
