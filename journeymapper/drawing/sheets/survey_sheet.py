"""The questionnaire of any survey: each question with its own scale, as it is typed in later."""

from __future__ import annotations

from datetime import date

from journeymapper.domain import indexes, queries
from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import Question, Survey
from journeymapper.domain.kinds import QuestionKind, Scale
from journeymapper.domain.message import Message, _
from journeymapper.domain.scales import goodness
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Box, Icon, Reading, Rect, Shape
from journeymapper.drawing.lettering import Pen, centred, placed
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.marks import FACES, face
from journeymapper.drawing.sheets.page import (
    BODY,
    HEIGHT,
    INNER,
    LEAD,
    MARGIN,
    SMALL,
    STRONG,
    TITLE,
    Page,
)

_BOX = 14.0
_FACE = 11.0
_STAR = 11.0
_INDENT = 24.0
_CELL = 72.0
"""The most width that one answer takes."""
_ANSWERS = 46.0
_LINE = 23.0
_LINES = 3
_FOOT = 34.0
_MOST_BOXES = 11
"""A scale with more answers has a line to write the number on."""

_ENDS: dict[QuestionKind, tuple[Message, Message]] = {
    QuestionKind.NPS: (_("not at all"), _("for sure")),
    QuestionKind.CSAT: (_("awful"), _("great")),
    QuestionKind.CES: (_("very hard"), _("very easy")),
}


def survey_sheets(snapshot: Snapshot, survey_id: str, pen: Pen, today: date) -> tuple[Sheet, ...]:
    """Return the pages of a survey; raises MissingEntityError without it.

    Answers stand in the order of their scale, each with the number that is typed for it.
    """
    survey = snapshot.get(Survey, survey_id)
    questions = snapshot.select(indexes.QUESTIONS_OF_SURVEY, survey_id)
    pages = [_begin(snapshot, survey, pen)]
    for number, question in enumerate(questions, start=1):
        if pages[-1].y + _height(pages[-1], question) > HEIGHT - MARGIN - _FOOT:
            pages.append(Page(pen))
        _ask(pages[-1], question, number)
    day = in_words(today)
    feet = [
        _("{title}, {date}. Page {n} of {of}.", title=survey.title, date=day, n=n, of=len(pages))
        for n in range(1, len(pages) + 1)
    ]
    return tuple(
        page.sheet(survey.title, today, foot) for page, foot in zip(pages, feet, strict=True)
    )


def _begin(snapshot: Snapshot, survey: Survey, pen: Pen) -> Page:
    page = Page(pen)
    project = queries.project(snapshot)
    if project.organisation:
        page.write("whose", project.organisation, SMALL, "text_secondary")
    page.write("title", survey.title, TITLE, reading=Reading.TITLE)
    page.y += 2
    hint = _("Please tick one box in each row. Leave out what you do not know. No name needed.")
    page.write("hint", pen.say(hint), LEAD, "text_secondary")
    page.y += 10
    return page


def _height(page: Page, question: Question) -> float:
    text = page.pen.block(question.text or question.short, STRONG, INNER - _INDENT)
    answers = _LINES * _LINE if question.kind == QuestionKind.TEXT else _ANSWERS
    return text.height + answers + 22


def _ask(page: Page, question: Question, number: int) -> None:
    pen = page.pen
    text = pen.block(question.text or question.short, STRONG, INNER - _INDENT)
    head: list[Shape] = [
        Rect(Box(0, 0, INNER, 0.75), "line"),
        *placed(pen.line(str(number), BODY), 0, 9, "text_secondary"),
        *placed(text, _INDENT, 8),
    ]
    page.add(f"ask:{question.id}", text.height + 12, tuple(head))
    if question.kind == QuestionKind.TEXT:
        for line in range(_LINES):
            page.rule(f"line:{question.id}:{line}", _LINE - 1)
        page.y += 10
        return
    page.add(f"answers:{question.id}", _ANSWERS + 6, tuple(_answers(pen, question)))


def _answers(pen: Pen, question: Question) -> list[Shape]:
    low, high = question.low, question.high
    match question.kind:
        case QuestionKind.COUNT:
            return _boxes(pen, [(pen.say(_("yes")), ""), (pen.say(_("no")), "")])
        case QuestionKind.CHOICE:
            return _boxes(pen, [(option, "") for option in question.options])
    few = low is not None and high is not None and high - low < _MOST_BOXES
    if question.kind == QuestionKind.NUMBER or not few or low is None or high is None:
        unit = question.unit
        shapes: list[Shape] = [Rect(Box(_INDENT, 26, 90, 0.75), "text")]
        return shapes + list(placed(pen.line(unit, BODY), _INDENT + 98, 10, "text"))
    values = range(int(low), int(high) + 1)
    worst, best = _ENDS.get(question.kind, (_("bad"), _("good")))
    told: list[tuple[str, str]] = []
    for value in values:
        good = goodness(question, value)
        note = pen.say(best) if good == 1 else pen.say(worst) if good == 0 else ""
        told.append((str(value), note))
    shapes = _boxes(pen, told)
    width = _width(len(told))
    for place, value in enumerate(values):
        x = _INDENT + place * width
        if question.scale == Scale.FACES:
            feeling = FACES[round(goodness(question, value) * (len(FACES) - 1))]
            shapes += face(feeling, x + _BOX + 34, 14, _FACE)
        elif question.scale == Scale.STARS:
            shapes.append(Icon("star", x + _BOX + 24, 14 - _STAR / 2, _STAR))
    return shapes


def _boxes(pen: Pen, told: list[tuple[str, str]]) -> list[Shape]:
    """Return boxes to tick side by side, each with its word and a note below."""
    shapes: list[Shape] = []
    width = _width(len(told))
    for place, (word, note) in enumerate(told):
        x = _INDENT + place * width
        shapes.append(Rect(Box(x, 14 - _BOX / 2, _BOX, _BOX), "surface", "text", 1.0, radius=2))
        block = pen.block(word, BODY, max(10.0, width - _BOX - 8))
        shapes += placed(block, x + _BOX + 6, 14 - BODY.line / 2)
        if note:
            shapes += centred(pen.line(note, SMALL), x + _BOX / 2 + 8, 33, "text_secondary")
    return shapes


def _width(count: int) -> float:
    return min(_CELL, (INNER - _INDENT) / max(1, count)) if count > 4 else 110.0
