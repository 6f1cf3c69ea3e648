"""The summary beside the row, upright: three worst places, three promises, the next meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journeymapper.analysis.step_figures import AtStep
from journeymapper.domain import indexes, queries
from journeymapper.domain.dates import in_short
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Box, Drawing, Group, Icon, Path, Reading, Rect, Shape
from journeymapper.drawing.lettering import centred, placed
from journeymapper.drawing.map.sheet import Bookmark, Sheet
from journeymapper.drawing.map.sure import Sureness, how_sure
from journeymapper.drawing.marks import evidence_dots, face
from journeymapper.drawing.transform import shifted
from journeymapper.drawing.wall.bar import foot_group
from journeymapper.drawing.wall.content import Idea, StageOnWall, Step
from journeymapper.drawing.wall.frame import LEAST, WallFrame
from journeymapper.drawing.wall.lines import lines_of
from journeymapper.drawing.wall.worst import worst_steps

_LEFT = 38.0
_TOP = 36.0
_NUMBER = 64.0
_FACE = 22.0
_MEETING = 84.0
_HEADING = 50.0
_FOOT_FROM_END = 36.0


@dataclass(frozen=True, slots=True)
class _Spacing:
    """How much room things take: ``pad`` around a place, ``lines`` of its text at most."""

    pad: float
    promise: float
    text: float
    lines: int


_WIDE = _Spacing(12.0, 64.0, 16.0, 4)
_CLOSE = _Spacing(7.0, 50.0, LEAST, 3)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Something of the summary, measured from its own top; ``h`` is its height."""

    key: str
    h: float
    shapes: tuple[Shape, ...]
    reading: Reading = Reading.TEXT
    entity: str = ""


@dataclass(frozen=True, slots=True)
class _Summary:
    """What the parts of a summary share; ``on_sheet`` is the number of each step's sheet."""

    snapshot: Snapshot
    map_id: str
    frame: WallFrame
    stages: Sequence[StageOnWall]
    on_sheet: Mapping[str, int]

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.frame.height - 2 * _LEFT


def summary_sheets(
    snapshot: Snapshot,
    map_id: str,
    frame: WallFrame,
    stages: Sequence[StageOnWall],
    on_sheet: Mapping[str, int],
) -> tuple[Sheet, ...]:
    """Return the summary: one sheet, where very long names do not ask for a second."""
    summary = _Summary(snapshot, map_id, frame, stages, on_sheet)
    room = frame.width - _TOP - _FOOT_FROM_END - 6
    pieces = _pieces(summary, _WIDE)
    if sum(piece.h for piece in pieces) > room:
        pieces = _pieces(summary, _CLOSE)
    pages: list[list[Group]] = [[]]
    y = _TOP
    for piece in pieces:
        if y + piece.h > _TOP + room and pages[-1]:
            pages.append([])
            y = _TOP
        box = Box(_LEFT, y, summary.inner, piece.h)
        pages[-1].append(Group(piece.key, box, piece.shapes, piece.entity, piece.reading))
        y += piece.h
    return tuple(_sheet(summary, groups, i) for i, groups in enumerate(pages, start=1))


def _sheet(summary: _Summary, groups: Sequence[Group], part: int) -> Sheet:
    frame = summary.frame
    width, height = frame.height, frame.width
    words = _("Printed {date}", date=frame.printed)
    foot = foot_group(frame.pen, words, _LEFT, width - _LEFT, height - _FOOT_FROM_END)
    mark = Bookmark(frame.pen.say(_("What we are mending")), 1, _TOP)
    title = summary.snapshot.get(JourneyMap, summary.map_id).title
    drawing = Drawing(width, height, (*groups, foot))
    return Sheet(drawing, width, height, title, (mark,), f"summary:{part}")


def _pieces(summary: _Summary, spacing: _Spacing) -> list[_Piece]:
    return [
        *_head(summary),
        *_worst(summary, spacing),
        *_promises(summary, spacing),
        _meeting(summary),
    ]


def _head(summary: _Summary) -> list[_Piece]:
    frame, inner, pen = summary.frame, summary.inner, summary.frame.pen
    journey = summary.snapshot.get(JourneyMap, summary.map_id)
    project = queries.project(summary.snapshot)
    title = lines_of(pen, pen.say(_("What we are mending")), frame.style(28, 600, 1.25), inner)
    said: Message = (
        _("{organisation}, {title}", organisation=project.organisation, title=journey.title)
        if project.organisation
        else _("{title}", title=journey.title)
    )
    under = lines_of(pen, pen.say(said), frame.style(16, 400, 1.3), inner)
    shapes: list[Shape] = [*placed(title.block, 0, 0)]
    if frame.example:
        tag = pen.line(pen.say(_("EXAMPLE")), frame.style(LEAST, 700))
        box = Box(inner - tag.width - 14, 6, tag.width + 14, 24)
        shapes.append(Rect(box, "surface", "text_secondary", 1.0, radius=4))
        shapes += centred(tag, box.x + box.w / 2, box.y + 12, "text_secondary")
    return [
        _Piece("title", title.height, tuple(shapes), Reading.TITLE),
        _Piece("subtitle", under.height + 14, placed(under.block, 0, 0, "text_secondary")),
    ]


def _worst(summary: _Summary, spacing: _Spacing) -> list[_Piece]:
    snapshot, inner = summary.snapshot, summary.inner
    pieces = [_heading(summary, "worst", _("Three worst places"))]
    found = worst_steps(summary.stages)
    personas = snapshot.get(JourneyMap, summary.map_id).personas
    for step in found:
        feelings = [f for f in queries.feelings(snapshot, step.id) if f.persona in personas]
        told = summary.frame.told.get(step.id, AtStep())
        rated = told.before(snapshot.select(indexes.RATINGS_OF_TOUCHPOINT, step.id))
        known = how_sure(feelings, rated)
        pieces.append(_place(summary, spacing, step, known))
    room = spacing.promise  # to write a place that the map does not tell
    pieces += [_Piece(f"worst:{i}", room, _rule(inner, room)) for i in range(len(found), 3)]
    return pieces


def _place(summary: _Summary, spacing: _Spacing, step: Step, known: Sureness | None) -> _Piece:
    frame, inner, pen = summary.frame, summary.inner, summary.frame.pen
    number = pen.line(step.number, frame.style(28, 700, 1.25))
    left = max(_NUMBER, number.width + 14)
    room = inner - left - (2 * _FACE + 14 if step.feeling is not None else 0)
    name = lines_of(pen, step.name, frame.style(21, 600, 1.25), room)
    words = step.pain.text if step.pain else pen.say(_("No pain noted yet"))
    text = lines_of(pen, words, frame.style(spacing.text, 400, 1.3), room)
    now, rest = text.split(spacing.lines * text.style.line)
    height = spacing.pad + name.height + now.height
    shapes: list[Shape] = [*placed(name.block, left, spacing.pad)]
    shapes += placed(now.block, left, spacing.pad + name.height, "text_secondary")
    if rest:
        more = pen.say(_("All of it is on sheet {number}", number=summary.on_sheet[step.id]))
        block = pen.line(more, frame.style(LEAST, 600, 1.3))
        shapes += placed(block, left, height, "text_secondary")
        height += block.height
    if known is not None:
        said = pen.line(pen.say(known.words(frame.people)), frame.style(LEAST, 400, 1.3))
        dots = evidence_dots(known.grade, left, height + 5, 9.0)
        shapes += dots
        shapes += placed(said, left + 56, height, "text_secondary")
        height += said.height
    height += spacing.pad
    shapes += placed(number, 0, height / 2 - number.height / 2)
    if step.feeling is not None:
        shapes += [
            shifted(shape, inner - _FACE, height / 2) for shape in face(step.feeling, 0, 0, _FACE)
        ]
    shapes += _rule(inner, height)
    return _Piece(f"worst:{step.id}", height, tuple(shapes), Reading.TEXT, step.id)


def _promises(summary: _Summary, spacing: _Spacing) -> list[_Piece]:
    frame, inner, pen = summary.frame, summary.inner, summary.frame.pen
    high = spacing.promise
    pieces = [_heading(summary, "promises", _("Three promises"))]
    style = frame.style(LEAST)
    who = pen.line(pen.say(_("who, by when")), style)
    agreed = _agreed(summary)
    pieces += [_promise(summary, spacing, idea) for idea in agreed]
    for i in range(len(agreed), 3):
        shapes: list[Shape] = [
            Rect(Box(0.875, high / 2 - 11, 22, 22), "surface", "text", 1.75, radius=3)
        ]
        shapes += placed(who, inner - 130, high - who.height - 2, "text_secondary")
        line = (("M", inner - 140, 14.0), ("L", inner - 140, high - 6))
        shapes.append(Path(line, stroke="line_strong", width=0.75))
        shapes += _rule(inner, high)
        pieces.append(_Piece(f"promise:{i}", high, tuple(shapes)))
    return pieces


def _agreed(summary: _Summary) -> list[Idea]:
    """The first three open plans of the map that have an owner and a date, soonest first."""
    found = [
        idea
        for stage in summary.stages
        for ideas in (*(step.ideas for step in stage.steps), stage.ideas)
        for idea in ideas
        if idea.who and idea.due
    ]
    return sorted(found, key=lambda idea: idea.due)[:3]


def _promise(summary: _Summary, spacing: _Spacing, idea: Idea) -> _Piece:
    frame, inner, pen = summary.frame, summary.inner, summary.frame.pen
    day = date.fromisoformat(idea.due)
    said = _("{number} {what}", number=idea.number, what=idea.text)
    what = lines_of(pen, pen.say(said), frame.style(18, 600, 1.25), inner - 40 - 160)
    small = frame.style(LEAST, 400, 1.3)
    who = lines_of(pen, idea.who, small, 130)
    when = lines_of(pen, pen.say(_("by {day}", day=in_short(day, day))), small, 130)
    high = max(spacing.promise, what.height + 12, who.height + when.height + 12)
    made = [
        Rect(Box(0.875, high / 2 - 11, 22, 22), "surface", "text", 1.75, radius=3),
        *placed(what.block, 40, (high - what.height) / 2),
        *placed(who.block, inner - 130, (high - who.height - when.height) / 2),
        *placed(when.block, inner - 130, (high + who.height - when.height) / 2, "text_secondary"),
        *_rule(inner, high),
    ]
    return _Piece(f"promise:{idea.id}", high, tuple(made), Reading.TEXT, idea.id)


def _meeting(summary: _Summary) -> _Piece:
    frame, inner, pen = summary.frame, summary.inner, summary.frame.pen
    box = Box(0.875, 22, inner - 1.75, _MEETING - 23)
    said = pen.line(pen.say(_("Next meeting")), frame.style(20, 600))
    under = pen.line(pen.say(_("We look at these three promises first.")), frame.style(LEAST))
    shapes: list[Shape] = [Rect(box, "surface", "text", 1.75, radius=8)]
    shapes.append(Icon("calendar", 16, 33, 20, "text"))
    shapes += placed(said, 48, 27)
    shapes += placed(under, 48, 27 + said.height, "text_secondary")
    start = 48 + said.width + 10
    base = 27 + said.lines[0].baseline
    line = (("M", start, base + 2), ("L", inner - 16, base + 2))
    shapes.append(Path(line, stroke="text_secondary"))
    return _Piece("meeting", _MEETING, tuple(shapes))


def _heading(summary: _Summary, key: str, words: Message) -> _Piece:
    frame = summary.frame
    block = frame.pen.line(frame.pen.say(words), frame.style(17, 600))
    shapes = placed(block, 0, _HEADING - 8 - block.height)
    rule = Rect(Box(0, _HEADING - 3, summary.inner, 1.75), "text")
    return _Piece(f"heading:{key}", _HEADING, (*shapes, rule), Reading.STAGE)


def _rule(width: float, y: float) -> tuple[Shape, ...]:
    return (Rect(Box(0, y - 0.75, width, 0.75), "line_strong"),)
