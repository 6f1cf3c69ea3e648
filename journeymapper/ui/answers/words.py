"""What the place Answers calls things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeymapper.domain.dates import MONTHS
from journeymapper.domain.entities import Question, Round, Survey
from journeymapper.domain.kinds import Better, People, QuestionKind, Respondent, Scale
from journeymapper.domain.message import Message, _
from journeymapper.domain.numbers import fixed, grouped

KINDS: Mapping[QuestionKind, Message] = {
    QuestionKind.NPS: _("Would recommend"),
    QuestionKind.CSAT: _("Satisfied"),
    QuestionKind.CES: _("Easy"),
    QuestionKind.NUMBER: _("Number with a unit"),
    QuestionKind.COUNT: _("Count of yes"),
    QuestionKind.CHOICE: _("Choice"),
    QuestionKind.TEXT: _("Words"),
}
"""The kinds of questions in plain words, in the order in which they are offered."""

_THEY: Mapping[People, Message] = {
    People.PATIENT: _("Patients"),
    People.CUSTOMER: _("Customers"),
    People.GUEST: _("Guests"),
    People.CLIENT: _("Clients"),
    People.RESIDENT: _("Residents"),
    People.EMPLOYEE: _("Employees"),
    People.CITIZEN: _("Citizens"),
}

_RECOMMEND: Mapping[People, Message] = {
    People.PATIENT: _("How likely are you to recommend our practice?"),
    People.CUSTOMER: _("How likely are you to recommend us?"),
    People.GUEST: _("How likely are you to recommend our house?"),
    People.CLIENT: _("How likely are you to recommend us?"),
    People.RESIDENT: _("How likely are you to recommend our house?"),
    People.EMPLOYEE: _("How likely are you to recommend working here?"),
    People.CITIZEN: _("How likely are you to speak well of us?"),
}


def recommend(people: People) -> Message:
    """Return the question whether somebody would recommend us."""
    return _RECOMMEND[people]


def they(people: People, respondent: Respondent) -> Message:
    """Return who answers: patients, or the team."""
    return _("Our team") if respondent == Respondent.EMPLOYEE else _THEY[people]


def answers(n: int) -> Message:
    """Return so many answers."""
    return _("1 answer") if n == 1 else _("{n} answers", n=grouped(n))


def sheets(n: int) -> Message:
    """Return so many sheets."""
    return _("1 sheet") if n == 1 else _("{n} sheets", n=grouped(n))


def number(value: float, digits: int = 0) -> str:
    """Return a number as it is printed: a real minus, thousands apart, no needless zeros."""
    text = fixed(value, digits)
    return text.rstrip("0").rstrip(".") if digits else text


def called(question: Question) -> str | Message:
    """Return the short name of a question, or what it asks."""
    return question.short or question.text or KINDS[question.kind]


def asked(question: Question) -> str | Message:
    """Return what a question asks, or its short name."""
    return question.text or question.short or KINDS[question.kind]


def scale_note(question: Question) -> Message:
    """Return how a question is answered on the sheet: "faces, 1 = best", "0 to 10", "minutes"."""
    match question.kind:
        case QuestionKind.COUNT:
            return _("yes, no")
        case QuestionKind.TEXT:
            return _("words")
        case QuestionKind.CHOICE:
            return _("one of {n}", n=len(question.options))
        case QuestionKind.NUMBER:
            return _("{unit}", unit=question.unit) if question.unit else _("number")
    return _ends_note(question)


def _ends_note(question: Question) -> Message:
    low, high = number(question.low or 0), number(question.high or 0)
    if question.scale == Scale.FACES:
        if question.better == Better.LOW:
            return _("faces, {low} = best", low=low)
        return _("faces, {high} = best", high=high)
    if question.scale == Scale.STARS:
        return _("{low} to {high} stars", low=low, high=high)
    if question.better == Better.LOW:
        return _("{low} to {high}, {low} = best", low=low, high=high)
    return _("{low} to {high}", low=low, high=high)


def value_text(question: Question, value: float) -> str | Message:
    """Return an answer as the table shows it."""
    if question.kind == QuestionKind.COUNT:
        return _("yes") if value else _("no")
    if question.kind == QuestionKind.CHOICE:
        place = int(value) - 1
        return question.options[place] if place < len(question.options) else number(value)
    return number(value, 2)


def month_of(date: str) -> Message | None:
    """Return the month and year of a local date (2026-05-12: May 2026), None without one."""
    try:
        year, month = int(date[:4]), int(date[5:7])
        return _("{month} {year}", month=MONTHS[month - 1], year=year)
    except (ValueError, IndexError):
        return None


def round_name(one: Round) -> str | Message:
    """Return what a round is called: its name, or its month."""
    return one.name or month_of(one.started) or _("an earlier round")


def pile_title(survey: Survey, place: int) -> Message:
    """Return the title of a pile; ``place`` counts the rounds of its survey from 1."""
    return _("Paper pile: {survey}, round {n}", survey=survey.title or _("sheet"), n=place)


_KEYS: dict[tuple[bool, bool], Message] = {
    (False, False): _("One key per answer, the next box opens by itself."),
    (True, False): _("One key per answer, the next box opens by itself. For 10 press +."),
    (False, True): _("One key per answer, the next box opens by itself. Enter keeps a number."),
    (True, True): _(
        "One key per answer, the next box opens by itself. For 10 press +. Enter keeps a number."
    ),
}


def keys(*, tens: bool, numbers: bool) -> Message:
    """Say how a sheet is typed: with marks up to ten, with numbers that need Enter."""
    return _KEYS[tens, numbers]


def counted(questions: Iterable[Question]) -> Message | None:
    """Say what the figure of satisfied counts; None where nobody is asked that."""
    asked = [q for q in questions if q.kind == QuestionKind.CSAT]
    if not asked:
        return None
    if all(q.satisfied_from is None for q in asked):
        return _("Satisfied are those who gave one of the best two marks.")
    return _("Satisfied are those who gave one of the best marks.")
