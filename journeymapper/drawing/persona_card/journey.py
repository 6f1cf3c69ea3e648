"""The feelings of a persona on each map: a small curve, the worst step, what is remembered."""

from __future__ import annotations

from journeymapper.analysis.emotion import emotion_curve
from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.message import _
from journeymapper.drawing.curve import curve, slopes
from journeymapper.drawing.display_list import Box, Path, Reading, Rect, Shape
from journeymapper.drawing.lettering import minus, placed, signed
from journeymapper.drawing.outlines import circle
from journeymapper.drawing.persona_card.blocks import Block, heading, one
from journeymapper.drawing.persona_card.content import SMALL, CardContent
from journeymapper.drawing.theme import feeling_role

_HEIGHT = 46.0
_UNIT = 4.0
_POINT = 2.6


def journeys(card: CardContent, width: float) -> list[Block]:
    """Return a curve for each map on which this persona has feelings."""
    found: list[Block] = []
    for journey in queries.maps(card.snapshot):
        values = _values(card, journey)
        if card.persona.id in journey.personas and len(values) > 1:
            found += _journey(card, journey, values, width)
    return found


_Value = tuple[int, str, int]
"""Place among all steps, number, feeling."""


def _values(card: CardContent, journey: JourneyMap) -> list[_Value]:
    numbers = queries.numbers(card.snapshot, journey.id)
    found: list[_Value] = []
    for place, step in enumerate(queries.touchpoints_of_map(card.snapshot, journey.id)):
        feeling = queries.feeling_of(card.snapshot, step.id, card.persona.id)
        if feeling is not None:
            found.append((place, numbers[step.id], feeling.value))
    return found


def _journey(
    card: CardContent, journey: JourneyMap, values: list[_Value], width: float
) -> list[Block]:
    title = _("{name} on the map “{map}”", name=card.name, map=journey.title)
    said = _(
        "How {name} feels from step to step, from −5 to +5: {values}",
        name=card.name,
        values=", ".join(f"{number} {signed(value)}" for _place, number, value in values),
    )
    drawn = one(
        f"curve:{journey.id}",
        width,
        _HEIGHT,
        _drawn(card, values, width),
        entity=journey.id,
        reading=Reading.FIGURE,
        alt=said,
        keep=True,
    )
    return [
        heading(card, f"journey:{journey.id}", title, width),
        drawn,
        _summary(card, journey, values, width),
    ]


def _drawn(card: CardContent, values: list[_Value], width: float) -> list[Shape]:
    zero, edge = _HEIGHT / 2, _POINT + 1
    first, last = values[0][0], values[-1][0]
    step = (width - 2 * edge) / max(1, last - first)
    points = [(edge + (place - first) * step, zero - value * _UNIT) for place, _n, value in values]
    shapes: list[Shape] = [
        Rect(Box(0, zero - 0.4, width, 0.8), "line"),
        Path(curve(points, slopes(points)), stroke=card.ink, width=1.5, round_ends=True),
    ]
    if step >= 2 * _POINT or len(values) * 2 * _POINT <= width:
        shapes += [
            circle(x, y, _POINT, feeling_role(value), "surface", 0.6)
            for (x, y), (_place, _number, value) in zip(points, values, strict=True)
        ]
    return shapes


def _summary(card: CardContent, journey: JourneyMap, values: list[_Value], width: float) -> Block:
    pen = card.pen
    _place, number, value = min(values, key=lambda one: one[2])
    worst = _("Worst: {number}, {value}", number=number, value=signed(value))
    remembered = emotion_curve(value for _place, _number, value in values).peak_end
    ending = _(
        "How {name} will remember it: {value}",
        name=card.name,
        value=minus(remembered if remembered is not None else 0.0),
    )
    left = card.block(pen.say(worst), SMALL, width)
    right = card.block(pen.say(ending), SMALL, width)
    beside = left.width + right.width + 12 <= width
    shapes = (
        *placed(left, 0, 0, "text_secondary"),
        *placed(
            right,
            width - right.width if beside else 0,
            0 if beside else left.height,
            "text_secondary",
        ),
    )
    height = left.height if beside else left.height + right.height
    return one(f"worst:{journey.id}", width, height, shapes, gap=2)
