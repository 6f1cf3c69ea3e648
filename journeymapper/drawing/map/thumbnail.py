"""A small picture of a map: its stages, its steps, and the curve of the main persona."""

from __future__ import annotations

from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.curve import curve, slopes
from journeymapper.drawing.display_list import Box, Drawing, Group, Path, Rect, Shape
from journeymapper.drawing.outlines import circle
from journeymapper.drawing.theme import feeling_role
from journeymapper.drawing.tokens import Tokens

_SMALLEST_STEP = 3.0
"""Steps narrower than this are not drawn one by one."""

_CLOSEST = 0.75
"""Points of the curve nearer to each other than this are drawn as one."""


def thumbnail(
    snapshot: Snapshot, map_id: str, width: float, height: float, tokens: Tokens
) -> Drawing:
    """Return the picture in a frame of ``width`` by ``height``.

    Without any feeling, as in a template, the steps take the place of the curve. Raises
    MissingEntityError without the map.
    """
    journey = snapshot.get(JourneyMap, map_id)
    columns = _columns(snapshot, map_id)
    persona = journey.personas[0] if journey.personas else ""
    values = _values(snapshot, columns, persona)
    shapes = _stages(columns, width, height)
    shapes += _steps(columns, width, height, tall=not values)
    if values:
        shapes += _feelings(values, len(columns), width, height, tokens)
    group = Group(f"map:{map_id}", Box(0, 0, width, height), tuple(shapes), map_id)
    return Drawing(width, height, (group,))


def _columns(snapshot: Snapshot, map_id: str) -> list[tuple[int, str]]:
    """The number of the stage and the step of each column; "" for an empty stage."""
    columns: list[tuple[int, str]] = []
    for number, stage in enumerate(queries.stages(snapshot, map_id), start=1):
        steps = [step.id for step in queries.touchpoints(snapshot, stage.id)]
        columns += [(number, step) for step in steps or [""]]
    return columns


def _values(
    snapshot: Snapshot, columns: list[tuple[int, str]], persona: str
) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for place, (_stage, step) in enumerate(columns):
        feeling = queries.feeling_of(snapshot, step, persona)
        if feeling is not None:
            found.append((place, feeling.value))
    return found


def _stages(columns: list[tuple[int, str]], width: float, height: float) -> list[Shape]:
    bar, tint = min(3.0, max(1.5, height * 0.035)), min(15.0, height * 0.14)
    shapes: list[Shape] = []
    step = width / max(1, len(columns))
    gap = min(2.0, step * 0.15)
    start = 0
    for i, (number, _step) in enumerate(columns):
        if i + 1 < len(columns) and columns[i + 1][0] == number:
            continue
        x, right = start * step + gap / 2, (i + 1) * step - gap / 2
        shapes.append(Rect(Box(x, bar, right - x, tint - bar), f"stage.{number}.tint"))
        shapes.append(Rect(Box(x, 0, right - x, bar), f"stage.{number}.ink"))
        start = i + 1
    return shapes


def _steps(
    columns: list[tuple[int, str]], width: float, height: float, *, tall: bool
) -> list[Shape]:
    step = width / max(1, len(columns))
    if step < _SMALLEST_STEP:
        return []
    top, bottom = height * 0.2, height * (0.92 if tall else 0.34)
    gap = min(3.0, step * 0.18)
    shapes: list[Shape] = []
    for i, (_stage, touchpoint) in enumerate(columns):
        if not touchpoint:
            continue
        box = Box(i * step + gap / 2, top, step - gap, bottom - top)
        shapes.append(Rect(box, "surface", "line_strong", 0.75, radius=min(2.0, box.w / 5)))
        line = min(2.0, max(1.0, height * 0.02))
        name = Box(box.x + box.w * 0.18, top + (bottom - top) * 0.16, box.w * 0.64, line)
        if not tall:
            name = Box(name.x, top + (bottom - top) * 0.3, name.w, line)
        shapes.append(Rect(name, "text_secondary", radius=line / 2))
    return shapes


def _feelings(
    values: list[tuple[int, int]], count: int, width: float, height: float, tokens: Tokens
) -> list[Shape]:
    top, bottom = height * 0.44, height
    pad = (bottom - top) * 0.08
    unit = (bottom - top - 2 * pad) / 10
    zero = top + pad + 5 * unit
    step = width / count
    points = [((place + 0.5) * step, zero - value * unit) for place, value in values]
    curved = _thinned(points)
    shapes: list[Shape] = [
        Rect(Box(0, top, width, zero - top), "emotion_above_zero"),
        Rect(Box(0, zero, width, bottom - zero), "emotion_below_zero"),
        Rect(Box(0, zero - 0.5, width, 1), "emotion.z0.fill"),
    ]
    line = min(tokens.stroke("curve_primary"), max(1.25, height / 60))
    path = curve(curved, slopes(curved))
    shapes.append(Path(path, stroke="persona_1", width=line, round_ends=True))
    radius = min(max(1.8, height / 36), 4.0)
    if step >= 2 * radius:
        shapes += [
            circle(x, y, radius, feeling_role(value))
            for (x, y), (_place, value) in zip(points, values, strict=True)
        ]
    return shapes


def _thinned(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the points; where they stand too close to be told apart, their averages."""
    bins: list[list[tuple[float, float]]] = []
    for x, y in points:
        if not bins or x - bins[-1][0][0] >= _CLOSEST:
            bins.append([])
        bins[-1].append((x, y))
    return [(sum(x for x, _y in b) / len(b), sum(y for _x, y in b) / len(b)) for b in bins]
