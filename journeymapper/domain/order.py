"""The order of siblings: real positions, halved on insert."""

from __future__ import annotations

from collections.abc import Sequence

SMALLEST_GAP = 1e-6
"""Siblings closer than this are renumbered."""


def position_between(before: float | None, after: float | None) -> float | None:
    """Return a position between two neighbours, or None when they must be renumbered first.

    None for a neighbour means the start or the end of the row.
    """
    if before is None:
        return 1.0 if after is None else after - 1.0
    if after is None:
        return before + 1.0
    return (before + after) / 2 if after - before >= 2 * SMALLEST_GAP else None


def place_at(siblings: Sequence[tuple[str, float]], index: int) -> tuple[float, dict[str, float]]:
    """Return the position for a newcomer at ``index`` and new positions of siblings, if any.

    ``siblings`` are (id, position) in order, without the newcomer; ``index`` is clamped.
    """
    index = max(0, min(index, len(siblings)))
    before = siblings[index - 1][1] if index else None
    after = siblings[index][1] if index < len(siblings) else None
    position = position_between(before, after)
    if position is not None:
        return position, {}
    moved = {
        name: float(place + 1 if place < index else place + 2)
        for place, (name, _old) in enumerate(siblings)
    }
    old = dict(siblings)
    return float(index + 1), {name: new for name, new in moved.items() if old[name] != new}
