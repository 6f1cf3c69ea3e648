"""The rows of a map and how high they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from journeymapper.domain.entities import Lane
from journeymapper.domain.kinds import LaneKind
from journeymapper.drawing.map.places import Row, insets
from journeymapper.drawing.map.setting import Frame
from journeymapper.drawing.map.sums import StageSum
from journeymapper.drawing.map.titles import strip_block

_STRIP_PAD = 4.0

_MOST_GROWTH = {LaneKind.FEELING: 2.1, LaneKind.TOUCHPOINT: 1.5}
_USUAL_GROWTH = 2.0
"""How many times as high as it need be a row may become on paper."""

_MOST_STEPS = 0.4
"""By this share of its height the row of steps grows on screen; other rows get the rest."""


def needed_heights(sums: Iterable[StageSum]) -> dict[str, float]:
    """Return the height that the content of each row needs, by lane."""
    most: dict[str, float] = {}
    for stage in sums:
        for lane, height in stage.needs.items():
            if height > most.get(lane, 0.0):
                most[lane] = height
    return most


def rows_of(
    frame: Frame,
    needs: Mapping[str, float],
    titles: Mapping[str, float],
    top: float,
    ways: float = 0.0,
    *,
    share: bool = True,
) -> tuple[Row, ...]:
    """Return the visible rows from ``top`` on; ``ways`` is the height of the band of ways.

    A row is at least as high as its kind (or as the user made it), as its title and as its
    fullest cell. Spare height is shared among rows that the user has not sized, or, without
    ``share``, left.
    """
    tokens = frame.setting.tokens
    heights: list[float] = []
    for lane in frame.lanes:
        inset = insets(lane.kind)
        least = tokens.lane_height(lane.kind.value) if lane.height is None else lane.height
        if lane.id in frame.setting.folded:
            least = 0.0
        need = needs.get(lane.id, 0.0)
        content = need + inset.top + inset.bottom if need else 0.0
        height = float(round(max(least, content, titles.get(lane.id, 0.0))))
        heights.append(height + (ways if lane.kind == LaneKind.TOUCHPOINT else 0.0))
    strips = [_strip(frame, i) for i in range(len(frame.lanes))]
    setting = frame.setting
    if setting.fill_height is not None and share:
        heights = _filled(
            frame.lanes, heights, setting.fill_height - top - sum(strips), setting.folded
        )
    for first, end, room in setting.fill_parts:
        part = slice(first, end)
        heights[part] = _filled(
            frame.lanes[part], heights[part], room, setting.folded, bounded=True
        )
    rows: list[Row] = []
    y = top
    for lane, height, strip in zip(frame.lanes, heights, strips, strict=True):
        y += strip
        band = ways if lane.kind == LaneKind.TOUCHPOINT else 0.0
        rows.append(Row(lane.id, lane.kind, y, height, strip, band))
        y += height
    return tuple(rows)


def hold(rows: Sequence[Row], others: Sequence[Row]) -> bool:
    """Say whether rows are high enough for what needs others of the same lanes."""
    return len(rows) == len(others) and all(
        one.lane == other.lane and one.h >= other.h and one.strip == other.strip
        for one, other in zip(rows, others, strict=True)
    )


def _filled(
    lanes: Sequence[Lane],
    heights: list[float],
    room: float,
    folded: frozenset[str],
    *,
    bounded: bool = False,
) -> list[float]:
    """Share what is left of a room among rows that the user has neither sized nor folded."""
    spare = room - sum(heights)
    if spare <= 0:
        return heights
    growth = [
        height * (_MOST_GROWTH.get(lane.kind, _USUAL_GROWTH) - 1 if bounded else 1.0)
        if lane.height is None and lane.id not in folded
        else 0.0
        for lane, height in zip(lanes, heights, strict=True)
    ]
    most = sum(growth)
    share = spare / most if most else 0.0
    if bounded:
        share = min(share, 1.0)
    steps = sum(more for lane, more in zip(lanes, growth, strict=True) if _is_steps(lane))
    shares = [share] * len(growth)
    if not bounded and share > _MOST_STEPS and most > steps:
        rest = (spare - _MOST_STEPS * steps) / (most - steps)
        shares = [_MOST_STEPS if _is_steps(lane) else rest for lane in lanes]
    return [
        height + int(each * more)
        for height, each, more in zip(heights, shares, growth, strict=True)
    ]


def _is_steps(lane: Lane) -> bool:
    return lane.kind == LaneKind.TOUCHPOINT


def _strip(frame: Frame, index: int) -> float:
    """Height of the blueprint line above a row: where both sides of it are visible."""
    kinds = [lane.kind for lane in frame.lanes]
    tokens = frame.setting.tokens
    match kinds[index]:
        case LaneKind.FRONTSTAGE if index > 0:
            least = tokens.size("line_of_interaction")
        case LaneKind.BACKSTAGE if LaneKind.FRONTSTAGE in kinds[:index]:
            least = tokens.size("line_of_visibility")
        case LaneKind.SUPPORT if LaneKind.BACKSTAGE in kinds[:index]:
            least = tokens.size("line_of_internal_interaction")
        case _:
            return 0.0
    words = strip_block(frame, kinds[index])
    return least if words is None else max(least, words.height + _STRIP_PAD)
