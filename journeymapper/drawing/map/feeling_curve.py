"""The curves of the Feeling row, one for each persona."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType

from journeymapper.domain.entities import Persona
from journeymapper.domain.message import Message, _
from journeymapper.domain.records import dataclass
from journeymapper.drawing.curve import Point, clipped, slopes
from journeymapper.drawing.display_list import Box, Group, Path, Reading, Segment
from journeymapper.drawing.lettering import signed
from journeymapper.drawing.map.feeling import CURVE_LAYER, Chart
from journeymapper.drawing.map.places import Near
from journeymapper.drawing.marks import persona_role
from journeymapper.drawing.tokens import Tokens
from journeymapper.drawing.transform import shifted_segments

_CHUNK = 40
"""Pieces of a curve in one group, so that one change repaints a part of it only."""

_STROKES = ("curve_primary", "curve_secondary", "curve_third")


@dataclass(frozen=True, slots=True)
class Mark:
    """One value of a curve: where it stands, at which step."""

    x: float
    value: int
    number: str


@dataclass(frozen=True, slots=True)
class Line:
    """The curve of one persona over the whole journey."""

    persona: Persona
    rank: int
    marks: tuple[Mark, ...]
    points: tuple[Point, ...]
    tangents: tuple[float, ...]


def line_of(persona: Persona, rank: int, marks: Sequence[Mark], chart: Chart) -> Line:
    """Return the curve through a persona's values, in order of x."""
    points = tuple((mark.x, chart.y(mark.value)) for mark in marks)
    return Line(persona, rank, tuple(marks), points, slopes(points))


def curve_groups(
    tokens: Tokens,
    line: Line,
    near: Near | None = None,
    known: Mapping[str, Group] = MappingProxyType({}),
) -> tuple[Group, ...]:
    """Return the whole curve, in groups of some pieces that meet at points.

    Those outside of ``near`` are left as they are ``known`` by their keys.
    """
    if len(line.points) < 2:
        return ()
    starts = range(0, len(line.points) - 1, _CHUNK)
    groups: list[Group] = []
    for part, start in enumerate(starts):
        left = line.points[start][0]
        right = line.points[min(start + _CHUNK, len(line.points) - 1)][0]
        old = known.get(_key(line, part))
        if near is not None and old is not None and not _reaches(near, (left, right), old.box):
            groups.append(old)
            continue
        group = curve_between(tokens, line, left, right, part)
        if group is not None:
            groups.append(group)
    return tuple(groups)


def curve_between(
    tokens: Tokens, line: Line, left: float, right: float, part: int = 0
) -> Group | None:
    """Return the curve between two x, or None where it does not pass."""
    segments = clipped(line.points, line.tangents, left, right)
    if not segments:
        return None
    ys = [y for segment in segments for y in _heights(segment)]
    xs = [float(segment[-2]) for segment in segments]
    box = Box(xs[0], min(ys), xs[-1] - xs[0], max(ys) - min(ys))
    stroke = _STROKES[line.rank]
    path = Path(
        shifted_segments(segments, -box.x, -box.y),
        stroke=persona_role(line.rank),
        width=tokens.stroke(stroke),
        dash=tokens.dash(stroke),
        round_ends=line.rank == 0,
    )
    return Group(
        _key(line, part),
        box,
        (path,),
        line.persona.id,
        Reading.FIGURE,
        _said(line, left, right),
        CURVE_LAYER - (1 if line.rank else 0),
    )


def _reaches(near: Near, now: tuple[float, float], before: Box) -> bool:
    return near.meets(*now) or near.meets(before.x, before.right)


def _key(line: Line, part: int) -> str:
    return f"curve:{line.persona.id}" + (f":{part}" if part else "")


def _said(line: Line, left: float, right: float) -> Message:
    """Say the values of a part of the curve, by the numbers of the steps."""
    first = bisect_left(line.points, left, key=itemgetter(0))
    last = bisect_right(line.points, right, key=itemgetter(0))
    shown = line.marks[first:last]
    values = ", ".join(f"{mark.number} {signed(mark.value)}" for mark in shown)
    return _(
        "How {name} feels from step to step, from −5 to +5: {values}",
        name=line.persona.short or line.persona.name,
        values=values,
    )


def _heights(segment: Segment) -> tuple[float, ...]:
    return tuple(float(number) for number in segment[2::2])
