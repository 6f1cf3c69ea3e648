"""The head of the map: phases in a band, stages below, in the colours of their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from journeymapper.domain.entities import Stage
from journeymapper.domain.kinds import People
from journeymapper.domain.message import Message, _
from journeymapper.domain.records import dataclass
from journeymapper.drawing.display_list import Box, Group, Path, Reading, Rect, Shape
from journeymapper.drawing.lettering import Pen, centred, placed
from journeymapper.drawing.map import words
from journeymapper.drawing.map.places import COLLAPSED_WIDTH, Column
from journeymapper.drawing.outlines import rounded
from journeymapper.text.runs import TextBlock, TextStyle

_GAP = 3.0
_BAR = 3.0
_PAD = 8.0
_ABOVE_TEXT = 10.0
_NAME = TextStyle(13, 18, 600)


@dataclass(frozen=True, slots=True)
class Span:
    """The columns of one stage that are drawn together."""

    stage: Stage
    number: int
    x: float
    w: float
    continued: bool = False

    @property
    def box(self) -> Box:
        """Left edge and width; the height is the header's."""
        return Box(self.x, 0, self.w, 0)


def spans_of(
    columns: Sequence[Column], stages: Mapping[str, tuple[Stage, int]]
) -> tuple[Span, ...]:
    """Return the stages of these columns; the first may have begun before them."""
    found: list[Span] = []
    for column in columns:
        if found and found[-1].stage.id == column.stage:
            last = found[-1]
            found[-1] = Span(last.stage, last.number, last.x, last.w + column.w, last.continued)
        else:
            stage, number = stages[column.stage]
            found.append(Span(stage, number, column.x, column.w, not column.stage_start))
    return tuple(found)


def header_height(pen: Pen, spans: Sequence[Span]) -> float:
    """Return the height of band and stage headers; it grows with the longest name."""
    band, header = pen.tokens.size("phase_band"), pen.tokens.size("stage_header")
    lines = [len(_name(pen, span).lines) for span in spans if not _narrow(span)]
    return band + header + (max(lines, default=1) - 1) * _NAME.line


def header_groups(
    pen: Pen,
    spans: Sequence[Span],
    height: float,
    people: People,
    *,
    repeated: bool = False,
    phase_goes_on: bool = False,
) -> tuple[Group, ...]:
    """Return band and headers, each phase before its first stage.

    ``people`` are those whose journey it is. ``repeated`` headers are decoration for a
    reader who does not see them. ``phase_goes_on`` says that the first phase began on an
    earlier sheet.
    """
    groups: list[Group] = []
    for i, span in enumerate(spans):
        if i == 0 or spans[i - 1].stage.phase != span.stage.phase:
            goes_on = i == 0 and phase_goes_on
            groups.append(_phase(pen, spans, i, people, repeated=repeated, goes_on=goes_on))
        groups.append(_stage(pen, span, height, repeated=repeated))
    return tuple(groups)


def header_ground(width: float, height: float) -> Group:
    """Return what lies behind the head of the whole map."""
    shapes: tuple[Shape, ...] = (
        Rect(Box(0, 0, width, height), "chrome"),
        Rect(Box(0, height - 1, width, 1), "line"),
    )
    return Group("header", Box(0, 0, width, height), shapes, layer=-3)


def _phase(
    pen: Pen, spans: Sequence[Span], first: int, people: People, *, repeated: bool, goes_on: bool
) -> Group:
    phase = spans[first].stage.phase
    last = first
    while last + 1 < len(spans) and spans[last + 1].stage.phase == phase:
        last += 1
    left, right = spans[first].x + _GAP, spans[last].x + spans[last].w - _GAP
    height = pen.tokens.size("phase_band") - 4
    shapes: list[Shape] = [Rect(Box(0, 0, right - left, height), "sunken", radius=4)]
    names = (words.phase(people, phase), words.PHASES[phase])
    block = _phase_name(pen, names, right - left - 4, goes_on=goes_on)
    if block is not None:
        shapes += centred(block, (right - left) / 2, height / 2, "text_secondary")
    reading = Reading.DECORATION if repeated or goes_on else Reading.TEXT
    key = f"phase:{spans[first].stage.id}"
    return Group(key, Box(left, 3, right - left, height), tuple(shapes), reading=reading)


def _phase_name(
    pen: Pen, names: Sequence[Message], width: float, *, goes_on: bool
) -> TextBlock | None:
    """The first of a phase's names that fits on one line; None where none does."""
    style = pen.style("label", 600)
    said = [pen.say(name) for name in names]
    if goes_on:
        said = [*(pen.say(_("{phase}, continued", phase=name)) for name in names), *said]
    for text in said:
        for one in (style, replace(style, family="condensed")):
            block = pen.line(text, one)
            if block.width <= width:
                return block
    return None


def _stage(pen: Pen, span: Span, height: float, *, repeated: bool) -> Group:
    top = pen.tokens.size("phase_band") + 1
    w, h = span.w - 2 * _GAP, height - top - 3
    ink, tint = f"stage.{span.number}.ink", f"stage.{span.number}.tint"
    shapes: list[Shape] = [
        Path(rounded(Box(0, _BAR, w, h - _BAR), 0, 4), tint),
        Path(rounded(Box(0, 0, w, _BAR), 2.5, 0), ink),
    ]
    number = pen.line(str(span.number), _NAME)
    y = (h + _BAR - _NAME.line) / 2
    if _narrow(span):
        shapes += placed(number, (w - number.width) / 2, y, ink)
    else:
        name = _name(pen, span)
        y = (h + _BAR - name.height) / 2
        shapes += placed(number, _PAD, y, ink)
        shapes += placed(name, _PAD + number.width + _ABOVE_TEXT - 2, y, ink)
    reading = Reading.DECORATION if repeated else Reading.STAGE
    box = Box(span.x + _GAP, top, w, h)
    return Group(f"stage:{span.stage.id}", box, tuple(shapes), span.stage.id, reading)


def _narrow(span: Span) -> bool:
    return span.w <= COLLAPSED_WIDTH


def _name(pen: Pen, span: Span) -> TextBlock:
    number = pen.line(str(span.number), _NAME)
    name = span.stage.name
    if span.continued:
        name = pen.say(_("{name}, continued", name=name))
    return pen.block(name, _NAME, span.w - 2 * _GAP - 2 * _PAD - number.width - _ABOVE_TEXT + 4)
