"""Commands of the place Answers: questions, piles, typed sheets, counts and reviews."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from journeymapper.document.document import Document
from journeymapper.document.operations import answers, surveys
from journeymapper.document.raising import forsake_sheet, forsake_survey, heed_sheet
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Question, Sheet, Survey, Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import Better, Collected, QuestionKind, Scale
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands.names import shortened, step_name

MOST_LINES = 1000
"""So many lines can be typed from tally sheets at once."""

REVIEWS = "Online reviews"
"""The title of the sheet that reviews go to; people may rename it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A question to be: its kind, what it asks, and its other fields."""

    kind: QuestionKind
    text: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)


def begin_survey(document: Document, title: str, drafts: Sequence[Draft]) -> str:
    """Add a sheet with these questions; returns its id."""
    with document.step(_("Make the sheet “{name}”", name=shortened(title))) as tx:
        survey = surveys.add_survey(tx, title)
        for draft in drafts:
            surveys.add_question(tx, survey, draft.kind, draft.text, **draft.fields)
    return survey


def rename_survey(document: Document, survey_id: str, title: str) -> None:
    """Give a sheet another title."""
    with document.step(_("Rename the sheet “{name}”", name=shortened(title))) as tx:
        surveys.change_survey(tx, survey_id, title=title)


def delete_survey(document: Document, survey_id: str) -> Message:
    """Take a sheet out with all its answers; returns the label of that.

    Those whom nobody has begun to call back because of them need no call any more.
    """
    title = document.snapshot.get(Survey, survey_id).title
    label = _("Delete the sheet “{name}” and its answers", name=shortened(title))
    with document.step(label) as tx:
        forsake_survey(tx, survey_id)
        surveys.delete_survey(tx, survey_id)
    return label


def add_question(document: Document, survey_id: str, draft: Draft) -> str:
    """Add a question at the end of a sheet; returns its id."""
    with document.step(_("Add a question")) as tx:
        return surveys.add_question(tx, survey_id, draft.kind, draft.text, **draft.fields)


def change_question(document: Document, question_id: str, **fields: Any) -> None:
    """Change what a question asks or how it is answered."""
    known = document.snapshot.get(Question, question_id)
    name = shortened(str(fields.get("short") or known.short or known.text))
    label = _("Change the question “{name}”", name=name) if name else _("Change a question")
    with document.step(label) as tx:
        surveys.change_question(tx, question_id, **fields)


def move_question(document: Document, question_id: str, index: int) -> None:
    """Move a question to another place on its sheet."""
    name = shortened(document.snapshot.get(Question, question_id).short)
    with document.step(_("Move the question “{name}”", name=name)) as tx:
        surveys.move_question(tx, question_id, index)


def delete_question(document: Document, question_id: str) -> Message:
    """Take a question out with its typed answers; returns the label of that."""
    name = shortened(document.snapshot.get(Question, question_id).short)
    label = _("Delete the question “{name}”", name=name)
    with document.step(label) as tx:
        surveys.delete_question(tx, question_id)
    return label


def begin_round(
    document: Document,
    survey_id: str,
    name: str,
    started: str,
    asked: int | None = None,
    about: Mapping[str, Any] | None = None,
) -> str:
    """Begin a pile; ``about`` are fields of the survey that are said with it. Returns its id."""
    title = shortened(document.snapshot.get(Survey, survey_id).title)
    with document.step(_("New pile of “{name}”", name=title)) as tx:
        if about:
            surveys.change_survey(tx, survey_id, **about)
        return surveys.add_round(tx, survey_id, name, started, asked=asked)


def type_sheet(
    document: Document,
    round_id: str,
    number: int,
    marks: Mapping[str, float | None],
    fields: Mapping[str, Any],
    at: str,
) -> str:
    """Keep what is marked on a sheet, by question; the sheet is made when it is not there.

    ``fields`` are those of a new sheet, ``at`` the UTC instant at which it raises alerts. Returns
    its id. Raises RefusedError for a value off the scale; nothing is kept then.
    """
    with document.step(_("Sheet {n}", n=number)) as tx:
        sheets = tx.snapshot.select(indexes.SHEETS_OF_ROUND, round_id)
        sheet = next((sheet.id for sheet in sheets if sheet.number == number), "")
        if not sheet:
            sheet = answers.add_sheet(tx, round_id, number, **fields)
        for question, value in marks.items():
            answers.set_answer(tx, sheet, question, value)
        heed_sheet(tx, sheet, at)
    return sheet


def correct_answer(
    document: Document, sheet_id: str, question_id: str, value: float | None, at: str
) -> None:
    """Change one answer of a sheet that was typed before; ``at``: see ``type_sheet``."""
    number = document.snapshot.get(Sheet, sheet_id).number
    with document.step(_("Correct sheet {n}", n=number)) as tx:
        answers.set_answer(tx, sheet_id, question_id, value)
        heed_sheet(tx, sheet_id, at)


def write_comment(document: Document, sheet_id: str, question_id: str, text: str, at: str) -> None:
    """Write the words of a sheet; ``at``: see ``type_sheet``."""
    number = document.snapshot.get(Sheet, sheet_id).number
    merge = ("comment", sheet_id, question_id)
    with document.step(_("Comment on sheet {n}", n=number), merge=merge) as tx:
        answers.set_answer(tx, sheet_id, question_id, None, text)
        heed_sheet(tx, sheet_id, at)


def delete_sheet(document: Document, sheet_id: str) -> Message:
    """Take a sheet out; returns the label of that."""
    label = _("Delete sheet {n}", n=document.snapshot.get(Sheet, sheet_id).number)
    with document.step(label) as tx:
        forsake_sheet(tx, sheet_id)
        answers.delete_sheet(tx, sheet_id)
    return label


def count_of_step(document: Document, step_id: str) -> Question | None:
    """Return the question that tally sheets of a step are typed into, None before the first."""
    found = document.snapshot.select(indexes.QUESTIONS_OF_TOUCHPOINT, step_id)
    for question in found:
        alone = document.snapshot.select(indexes.QUESTIONS_OF_SURVEY, question.survey)
        if question.kind == QuestionKind.COUNT and len(alone) == 1:
            return question
    return None


def keep_tally(
    document: Document, step_id: str, wrong: int, lines: int, name: str, date: str
) -> str:
    """Keep what was counted at a step: a new round with a sheet for each line; returns its id.

    Raises RefusedError unless 0 <= ``wrong`` <= ``lines`` and there is a line.
    """
    if not 0 < lines <= MOST_LINES or not 0 <= wrong <= lines:
        raise RefusedError(
            _("Type how many lines were ticked, and how many of them went wrong."),
            _("At most {n} lines go in at once.", n=MOST_LINES),
        )
    snapshot = document.snapshot
    step = step_name(snapshot, step_id)
    known = count_of_step(document, step_id)
    label = _("Counted at {step}: {wrong} of {lines}", step=step, wrong=wrong, lines=lines)
    title = shortened(snapshot.get(Touchpoint, step_id).name)
    with document.step(label) as tx:
        if known is None:
            survey = surveys.add_survey(tx, str(_("Count: {step}", step=title)))
            question = surveys.add_question(
                tx,
                survey,
                QuestionKind.COUNT,
                str(_("Did it go wrong at {step}?", step=title)),
                short=str(_("Went wrong")),
                touchpoint=step_id,
                better=Better.LOW,
            )
        else:
            survey, question = known.survey, known.id
        pile = surveys.add_round(tx, survey, name, date)
        for line in range(1, lines + 1):
            sheet = answers.add_sheet(tx, pile, line, date=date, collected=Collected.TALLY)
            answers.set_answer(tx, sheet, question, 1.0 if line <= wrong else 0.0)
    return pile


def keep_review(document: Document, stars: int, text: str, date: str, started: str, at: str) -> str:
    """Keep one online review on the sheet of reviews, made when there is none; returns its round.

    ``at``: see ``type_sheet``. Raises RefusedError without stars.
    """
    if not 1 <= stars <= 5:
        raise RefusedError(_("Choose the stars of this review, 1 to 5."))
    snapshot = document.snapshot
    found = _review_survey(document)
    label = _("Online review with {stars} of 5 stars", stars=stars)
    with document.step(label) as tx:
        if found is None:
            survey = surveys.add_survey(tx, str(_(REVIEWS)))
            score = surveys.add_question(
                tx,
                survey,
                QuestionKind.CSAT,
                str(_("How many stars?")),
                short=str(_("Stars")),
                scale=Scale.STARS,
            )
            words = surveys.add_question(
                tx, survey, QuestionKind.TEXT, str(_("What did they write?")), short=str(_("Words"))
            )
        else:
            survey, score, words = found
        piles = snapshot.select(indexes.ROUNDS_OF_SURVEY, survey)
        pile = max(piles, key=lambda r: (r.started, r.position)).id if piles else ""
        if not pile:
            pile = surveys.add_round(tx, survey, "", started)
        sheet = answers.add_sheet(tx, pile, date=date, collected=Collected.REVIEW)
        answers.set_answer(tx, sheet, score, float(stars))
        if text.strip():
            answers.set_answer(tx, sheet, words, None, text)
        heed_sheet(tx, sheet, at)
    return pile


def _review_survey(document: Document) -> tuple[str, str, str] | None:
    """Return the survey of reviews: five stars and words, nothing else."""
    snapshot = document.snapshot
    for survey in snapshot.table(Survey).values():
        questions = snapshot.select(indexes.QUESTIONS_OF_SURVEY, survey.id)
        if [q.kind for q in questions] == [QuestionKind.CSAT, QuestionKind.TEXT]:
            stars, words = questions
            if stars.scale == Scale.STARS and (stars.low, stars.high) == (1, 5):
                return survey.id, stars.id, words.id
    return None


def steps_by_number(document: Document) -> tuple[tuple[str, str], ...]:
    """Return the steps of today's map with their numbers and names, in journey order."""
    snapshot = document.snapshot
    found: list[tuple[str, str]] = []
    for journey in queries.maps(snapshot):
        numbers = queries.numbers(snapshot, journey.id)
        steps = queries.touchpoints_of_map(snapshot, journey.id)
        found += ((step.id, f"{numbers[step.id]}  {step.name}") for step in steps)
    return tuple(found)
