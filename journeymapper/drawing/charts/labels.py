"""Where labels go so that they cover neither marks nor each other.

For each label a ring of places around its mark is tried, near ones first; a few rounds over all
labels let those give way that were set too early. With room anywhere near, nothing overlaps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeymapper.drawing.display_list import Box

_ROUNDS = 4
_RINGS = (0.0, 4.0, 9.0, 18.0, 30.0, 44.0, 60.0)
_GAP = 3.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label of a size at a mark; ``mark`` is what it belongs to."""

    width: float
    height: float
    mark: Box


def place_labels(
    wanted: Sequence[Wanted], taken: Sequence[Box], within: Box, lines: Sequence[Box] = ()
) -> tuple[Box, ...]:
    """Return a place for each label, in order.

    ``taken`` must not be covered (marks and intervals), ``lines`` had better not, and a label
    had better stay on the side of its mark. All labels
    stay ``within`` the frame as far as they fit into it.
    """
    choices = [_choices(one, within) for one in wanted]
    marks = [one.mark for one in wanted]
    first: dict[int, Box] = {}
    for i in sorted(range(len(wanted)), key=lambda i: marks[i].x):
        first[i] = _best(choices[i], (*taken, *first.values()), lines, marks[i])
    placed = [first[i] for i in range(len(wanted))]
    for _round in range(_ROUNDS):
        before = tuple(placed)
        for i, found in enumerate(choices):
            others = [box for j, box in enumerate(placed) if j != i]
            placed[i] = _best(found, (*taken, *others), lines, marks[i])
        if tuple(placed) == before:
            break
    return tuple(placed)


def _choices(one: Wanted, within: Box) -> tuple[Box, ...]:
    mark, w, h = one.mark, one.width, one.height
    middle = mark.x + mark.w / 2
    found: list[Box] = []
    for far in _RINGS:
        above, below = mark.y - _GAP - h - far, mark.bottom + _GAP + far
        level = mark.y + mark.h / 2 - h / 2
        for x, y in (
            (middle - w * 0.75, above),
            (middle - w * 0.25, above),
            (middle - w, above),
            (middle, above),
            (mark.right + 2 * _GAP + far, level),
            (mark.x - 2 * _GAP - far - w, level),
            (middle - w * 0.75, below),
            (middle - w * 0.25, below),
            (middle - w, below),
            (middle, below),
        ):
            found.append(_held(Box(x, y, w, h), within))
    return tuple(found)


def _held(box: Box, within: Box) -> Box:
    x = min(max(box.x, within.x), max(within.x, within.right - box.w))
    y = min(max(box.y, within.y), max(within.y, within.bottom - box.h))
    return Box(x, y, box.w, box.h)


def _best(choices: Sequence[Box], taken: Sequence[Box], lines: Sequence[Box], mark: Box) -> Box:
    def cost(place: int) -> tuple[float, float]:
        box = choices[place]
        covered = sum(overlap(box, other) for other in taken)
        crossed = sum(12.0 for line in lines if overlap(box, line) > 0)
        strayed = sum(20.0 for line in lines if _side(box, line) != _side(mark, line))
        return covered, crossed + strayed + place

    return choices[min(range(len(choices)), key=cost)]


def _side(box: Box, line: Box) -> bool:
    """Say whether the middle of a box is above, or left of, a line."""
    if line.h < line.w:
        return box.y + box.h / 2 < line.y + line.h / 2
    return box.x + box.w / 2 < line.x + line.w / 2


def overlap(one: Box, other: Box) -> float:
    """Return the area that two boxes share."""
    w = min(one.right, other.right) - max(one.x, other.x)
    h = min(one.bottom, other.bottom) - max(one.y, other.y)
    return w * h if w > 0 and h > 0 else 0.0
