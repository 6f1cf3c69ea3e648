"""The rows of a map and how high they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeymapper.domain.kinds import LaneKind
from journeymapper.drawing.map.contents import Content
from journeymapper.drawing.map.places import Row, insets
from journeymapper.drawing.map.setting import Frame
from journeymapper.drawing.map.titles import strip_block

_STRIP_PAD = 4.0


def needed_heights(
    frame: Frame, stages: Iterable[tuple[Content, tuple[Content, ...]]]
) -> dict[str, float]:
    """Return the height that the content of each row needs, by lane.

    ``stages`` are the contents across a stage, each with those of its steps: what stands
    across a stage stands above what stands at its steps.
    """
    gap = frame.setting.tokens.size("card_gap")
    most: dict[str, float] = {}
    for across, steps in stages:
        highest: dict[str, float] = {}
        for content in steps:
            for lane, height in content.needs.items():
                if height > highest.get(lane, 0.0):
                    highest[lane] = height
        for lane, height in across.needs.items():
            highest[lane] = height + (gap + highest[lane] if lane in highest else 0.0)
        for lane, height in highest.items():
            if height > most.get(lane, 0.0):
                most[lane] = height
    return most


def rows_of(
    frame: Frame, needs: Mapping[str, float], titles: Mapping[str, float], top: float
) -> tuple[Row, ...]:
    """Return the visible rows from ``top`` on.

    A row is at least as high as its kind (or as the user made it), as its title and as its
    fullest cell. Spare height is shared among rows that the user has not sized.
    """
    tokens = frame.setting.tokens
    heights: list[float] = []
    for lane in frame.lanes:
        inset = insets(lane.kind)
        least = tokens.lane_height(lane.kind.value) if lane.height is None else lane.height
        need = needs.get(lane.id, 0.0)
        content = need + inset.top + inset.bottom if need else 0.0
        heights.append(float(round(max(least, content, titles.get(lane.id, 0.0)))))
    strips = [_strip(frame, i) for i in range(len(frame.lanes))]
    heights = _filled(frame, heights, top + sum(strips))
    rows: list[Row] = []
    y = top
    for lane, height, strip in zip(frame.lanes, heights, strips, strict=True):
        y += strip
        rows.append(Row(lane.id, lane.kind, y, height, strip))
        y += height
    return tuple(rows)


def _filled(frame: Frame, heights: list[float], taken: float) -> list[float]:
    room = frame.setting.fill_height
    free = [i for i, lane in enumerate(frame.lanes) if lane.height is None]
    if room is None or not free:
        return heights
    spare = room - taken - sum(heights)
    if spare <= 0:
        return heights
    base = sum(heights[i] for i in free)
    filled = list(heights)
    for i in free:
        filled[i] = heights[i] + int(spare * heights[i] / base)
    return filled


def _strip(frame: Frame, index: int) -> float:
    """Height of the blueprint line above a row: where both sides of it are visible."""
    kinds = [lane.kind for lane in frame.lanes]
    tokens = frame.setting.tokens
    match kinds[index]:
        case LaneKind.FRONTSTAGE if index > 0:
            least = tokens.size("line_of_interaction")
        case LaneKind.BACKSTAGE if LaneKind.FRONTSTAGE in kinds[:index]:
            least = tokens.size("line_of_visibility")
        case _:
            return 0.0
    words = strip_block(frame, kinds[index])
    return least if words is None else max(least, words.height + _STRIP_PAD)
