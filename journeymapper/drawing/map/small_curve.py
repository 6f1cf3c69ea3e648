"""The curve of one persona over a map, small: points in the colours of feelings, a zero line."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain import queries
from journeymapper.domain.entities import Persona
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.curve import curve, slopes
from journeymapper.drawing.display_list import Box, Drawing, Group, Path, Reading, Rect, Shape
from journeymapper.drawing.lettering import signed
from journeymapper.drawing.outlines import circle
from journeymapper.drawing.theme import feeling_role
from journeymapper.drawing.tokens import Tokens

_RADIUS = 3.6
_STROKES = ("curve_primary", "curve_secondary", "curve_third")


@dataclass(frozen=True, slots=True)
class Felt:
    """A value of the curve: at which step, and the place of the step on the map from 0."""

    place: int
    number: str
    value: int


def felt(snapshot: Snapshot, map_id: str, persona_id: str) -> tuple[Felt, ...]:
    """Return what a persona feels on a map, in journey order."""
    numbers = queries.numbers(snapshot, map_id)
    found: list[Felt] = []
    for place, step in enumerate(queries.touchpoints_of_map(snapshot, map_id)):
        feeling = queries.feeling_of(snapshot, step.id, persona_id)
        if feeling is not None:
            found.append(Felt(place, numbers[step.id], feeling.value))
    return tuple(found)


def small_curve(
    snapshot: Snapshot,
    map_id: str,
    persona: Persona,
    rank: int,
    colour: str,
    size: tuple[float, float],
    tokens: Tokens,
) -> Drawing | None:
    """Return the curve in a frame of ``size``; None where the persona has no feelings there.

    ``rank`` is the line: 0 solid, 1 dashed, 2 dotted. ``colour`` is its role.
    """
    values = felt(snapshot, map_id, persona.id)
    if not values:
        return None
    width, height = size
    steps = len(queries.touchpoints_of_map(snapshot, map_id))
    unit = (height - 2 * _RADIUS - 2) / 10
    zero = height / 2
    step = (width - 2 * _RADIUS) / max(1, steps - 1)
    points = [(_RADIUS + one.place * step, zero - one.value * unit) for one in values]
    shapes: list[Shape] = [Rect(Box(0, zero - 0.5, width, 1), "line_strong")]
    stroke = _STROKES[rank]
    line = Path(
        curve(points, slopes(points)),
        stroke=colour,
        width=min(2.0, tokens.stroke(stroke)),
        dash=tokens.dash(stroke),
        round_ends=rank == 0,
    )
    shapes.append(line)
    for (x, y), one in zip(points, values, strict=True):
        shapes.append(circle(x, y, _RADIUS, feeling_role(one.value), "surface", 1))
    said = ", ".join(f"{one.number} {signed(one.value)}" for one in values)
    alt = _(
        "How {name} feels from step to step, from −5 to +5: {values}",
        name=persona.short or persona.name,
        values=said,
    )
    box = Box(0, 0, width, height)
    group = Group("curve", box, tuple(shapes), persona.id, Reading.FIGURE, alt)
    return Drawing(width, height, (group,))
