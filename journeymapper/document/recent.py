"""The changes of the last steps, at hand so that undo need not read them back."""

from __future__ import annotations

from collections import OrderedDict

from journeymapper.domain.changes import Change

MOST_CHANGES = 50_000
"""So many changes are kept at hand; older ones are in the history on the disk."""


class RecentChanges:
    """Changes by the number of their step, the newest steps of this sitting."""

    def __init__(self) -> None:
        self._steps: OrderedDict[int, tuple[Change, ...]] = OrderedDict()
        self._count = 0

    def note(self, seq: int, changes: tuple[Change, ...]) -> None:
        """Keep the changes of a step that was written or rewritten."""
        self._count -= len(self._steps.pop(seq, ()))
        self._steps[seq] = changes
        self._count += len(changes)
        while self._count > MOST_CHANGES and len(self._steps) > 1:
            _seq, oldest = self._steps.popitem(last=False)
            self._count -= len(oldest)

    def of(self, seq: int) -> tuple[Change, ...] | None:
        """Return the changes of a step, or None when they are not at hand."""
        return self._steps.get(seq)
