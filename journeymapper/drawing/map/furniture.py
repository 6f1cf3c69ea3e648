"""What stands around the map on a sheet: its head, the index of sheets, its foot. In points."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journeymapper.domain import queries
from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.kinds import MapState
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Box, Path, Rect, Shape
from journeymapper.drawing.lettering import Pen, centred, placed
from journeymapper.drawing.map import words
from journeymapper.drawing.map.contents import Content
from journeymapper.drawing.map.header import Span
from journeymapper.drawing.map.setting import Frame
from journeymapper.drawing.marks import persona_role
from journeymapper.text.runs import TextBlock, TextStyle

_TITLE = TextStyle(18, 22, 600)
_SUB = TextStyle(10, 14, 400)
_NAME = TextStyle(8, 12, 400)
_SHEET = TextStyle(8.5, 12, 600)
_SMALL = TextStyle(7, 10, 400)
_TAG = TextStyle(8, 11, 700)
_STAGE_BOX = (11.5, 13.0)
_MOST_BOXES = 30
_INDEX_TEXT = 110.0
_INDEX_HEIGHT = 34.0
FOOT_HEIGHT = 17.0


@dataclass(frozen=True, slots=True)
class Place:
    """Which of the sheets this is: its number, how many there are, and its stages."""

    number: int
    of: int
    spans: tuple[Span, ...]
    groups: tuple[tuple[int, ...], ...]
    """The stage numbers of each group of columns."""
    current: int
    """Which of the groups is on this sheet."""
    rows: int
    """How many sheets each group of columns has."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of the sheets without the index: groups of shapes, and the height."""

    title: str
    title_shapes: tuple[Shape, ...]
    more_shapes: tuple[Shape, ...]
    height: float


def head_of(snapshot: Snapshot, map_id: str, frame: Frame, width: float, end: float) -> Head:
    """Return title, state, organisation and personas; ``end`` is kept free for the index."""
    pen = frame.pen
    journey = snapshot.get(JourneyMap, map_id)
    room = max(width - end, width / 2)
    title = pen.block(journey.title, _TITLE, room)
    sub = pen.block(pen.say(_subtitle(journey, frame)), _SUB, room)
    more: list[Shape] = []
    x, y = title.width + 10, title.height - _TITLE.line
    if len(title.lines) > 1 or x + sub.width > room:
        x, y = 0.0, title.height
    base = _TITLE.line - 5.9 if x else sub.lines[0].baseline
    sub_top = y + base - sub.lines[0].baseline
    more += placed(sub, x, sub_top, "text_secondary")
    height = max(title.height, sub_top + sub.height)
    if frame.project.example:
        more += _example(pen, x + sub.width + 10, sub_top + sub.lines[0].baseline)
    names, names_height = _personas(frame, height + 3, room)
    more += names
    shapes = placed(title, 0, 0)
    height = max(height + 3 + names_height, _INDEX_HEIGHT) + 8
    return Head(journey.title, shapes, tuple(more), height)


def _subtitle(journey: JourneyMap, frame: Frame) -> Message:
    state = _("Future") if journey.state == MapState.FUTURE else _("Today")
    if not frame.project.organisation:
        return state
    return _("{state}, {organisation}", state=state, organisation=frame.project.organisation)


def _example(pen: Pen, x: float, base: float) -> tuple[Shape, ...]:
    block = pen.line(pen.say(_("EXAMPLE")), _TAG)
    box = Box(x, base - 10, block.width + 10, 13)
    return (
        Rect(box, "", "text_secondary", 0.75, radius=3),
        *centred(block, box.x + box.w / 2, box.y + box.h / 2, "text_secondary"),
    )


def _personas(frame: Frame, top: float, width: float) -> tuple[tuple[Shape, ...], float]:
    pen = frame.pen
    shapes: list[Shape] = []
    x, y, line = 0.0, top, _NAME.line
    for rank, persona in enumerate(frame.personas):
        block = pen.block(persona.name or persona.short, _NAME, width - 24)
        wide = 24 + block.width
        if x and (x + wide > width or len(block.lines) > 1):
            x, y = 0.0, y + line
        line = block.height
        stroke = ("curve_primary", "curve_secondary", "curve_third")[rank]
        shapes.append(
            Path(
                (("M", x, y + 6.2), ("L", x + 19, y + 6.2)),
                stroke=persona_role(rank),
                width=pen.tokens.stroke(stroke) * 0.75,
                dash=tuple(part * 0.75 for part in pen.tokens.dash(stroke)),
            )
        )
        shapes += placed(block, x + 24, y, "text_secondary")
        x += wide + 16
    return tuple(shapes), y - top + line if frame.personas else 0.0


def index_width(stages: int) -> float:
    """Return how much of the head's end side the index of sheets takes."""
    boxes = stages if stages <= _MOST_BOXES else 0
    return boxes * (_STAGE_BOX[0] + 1) + _INDEX_TEXT + 30


def index_shapes(pen: Pen, place: Place, right: float) -> tuple[Shape, ...]:
    """Return the index of sheets, ending at ``right``: a box for each stage, by sheet."""
    if place.of < 2:
        return ()
    shapes: list[Shape] = []
    x = right
    if sum(map(len, place.groups)) <= _MOST_BOXES:
        boxes, x = _boxes(pen, place, right)
        shapes += boxes
        x -= 8
    said = _("Sheet {number} of {total}", number=place.number, total=place.of)
    block = pen.line(pen.say(said), _SHEET)
    shapes += placed(block, x - block.width, 0)
    if place.spans:
        for line in _which(pen, place).lines:
            one = TextBlock((line,), line.width, _SMALL.line)
            shapes += placed(one, x - line.width - line.x, 12, "text_secondary")
    return tuple(shapes)


def _which(pen: Pen, place: Place) -> TextBlock:
    """The stages on this sheet: their names, or their numbers where names are long."""
    first, last = place.spans[0], place.spans[-1]
    said = first.stage.name
    if len(place.spans) > 1:
        said = pen.say(_("{first} to {last}", first=said, last=last.stage.name))
    block = pen.block(said, _SMALL, _INDEX_TEXT)
    if len(block.lines) <= 2:
        return block
    numbers = _("Stages {first} to {last}", first=first.number, last=last.number)
    return pen.line(pen.say(numbers), _SMALL)


def _boxes(pen: Pen, place: Place, right: float) -> tuple[list[Shape], float]:
    width, height = _STAGE_BOX
    gap = 5.0
    total = sum(len(group) * (width + 1) for group in place.groups) + gap * (len(place.groups) - 1)
    x = left = right - total
    shapes: list[Shape] = []
    for i, group in enumerate(place.groups):
        current = i == place.current
        if i:
            line = (("M", x - gap / 2 - 0.5, -2.0), ("L", x - gap / 2 - 0.5, height + 2.0))
            shapes.append(Path(line, stroke="text_tertiary", width=0.75, dash=(1.0, 1.5)))
        start = x
        for stage in group:
            box = Box(x + 0.4, 0.4, width - 0.8, height - 0.8)
            fill = f"stage.{stage}.tint" if current else ""
            ink = f"stage.{stage}.ink" if current else "line_strong"
            shapes.append(Rect(box, fill, ink, 0.75, radius=1.5))
            x += width + 1
        first = i * place.rows + 1
        text = str(first) if place.rows == 1 else f"{first}–{first + place.rows - 1}"
        style = TextStyle(7, 10, 600 if current else 400)
        colour = "text" if current else "text_tertiary"
        shapes += centred(pen.line(text, style), (start + x - 1) / 2, height + 7, colour)
        x += gap
    return shapes, left


def foot_shapes(
    pen: Pen, place: Place, how_sure: str, today: date, width: float
) -> tuple[Shape, ...]:
    """Return the foot: how sure we are, the day of printing, the number of the sheet."""
    printed = pen.say(_("Printed {date}", date=in_words(today)))
    shapes: list[Shape] = [Rect(Box(0, 0, width, 0.5), "line")]
    right = pen.line(printed, _SMALL)
    end = width - right.width
    shapes += placed(right, end, 5, "text_secondary")
    if place.of > 1:
        said = _("Sheet {number} of {total}", number=place.number, total=place.of)
        middle = pen.line(pen.say(said), _SMALL)
        end -= middle.width + 24
        shapes += placed(middle, end, 5, "text_secondary")
    if how_sure:
        left = pen.block(how_sure, _SMALL, max(end - 20, 60))
        shapes += placed(left, 0, 5, "text_secondary")
    return tuple(shapes)


def how_sure(snapshot: Snapshot, map_id: str, frame: Frame, contents: dict[str, Content]) -> str:
    """Return the sentence about how many steps customers were asked about, or ""."""
    steps = queries.touchpoints_of_map(snapshot, map_id)
    known = [content.sure for step in steps if (content := contents.get(step.id)) is not None]
    if not any(one is not None for one in known):
        return ""
    asked = sum(one is not None and one.counted for one in known)
    return frame.pen.say(words.asked(frame.project.people, asked, len(steps)))
