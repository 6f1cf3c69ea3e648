"""What can be undone and redone, derived from the history alone."""

from __future__ import annotations

from collections.abc import Iterable

from journeymapper.domain.changes import Initiator, Step, StepKind

OWN = (Initiator.USER, Initiator.IMPORT)
"""The initiators whose steps undo takes back; what participants did stays."""


class Stacks:
    """The steps that undo and redo would take back next, newest last."""

    def __init__(self, steps: Iterable[Step] = ()) -> None:
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        for step in steps:
            self.push(step)

    @property
    def next_undo(self) -> Step | None:
        """The step whose inverse is the next undo."""
        return self._undo[-1] if self._undo else None

    @property
    def next_redo(self) -> Step | None:
        """The undo step whose inverse is the next redo."""
        return self._redo[-1] if self._redo else None

    def push(self, step: Step) -> None:
        """Take note of a step that was written."""
        if step.initiator not in OWN:
            return
        match step.kind:
            case StepKind.DO:
                self._undo.append(step)
                self._redo.clear()
            case StepKind.UNDO:
                self._undo.pop()
                self._redo.append(step)
            case StepKind.REDO:
                self._redo.pop()
                self._undo.append(step)
            case StepKind.FORGET:
                self._undo.clear()
                self._redo.clear()
            case StepKind.CREATE:
                pass

    def replace_last(self, step: Step) -> None:
        """Take note that the last step was rewritten."""
        self._undo[-1] = step
