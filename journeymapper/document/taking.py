"""Taking the answers of a file into a document: which survey, which questions, which round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from journeymapper.document.operations.answers import import_answers
from journeymapper.document.operations.surveys import (
    add_question,
    add_round,
    add_survey,
    change_question,
)
from journeymapper.document.raising import heed_rows
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import ImportBatch, Question, Survey
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.intake import Asked, Intake
from journeymapper.domain.kinds import Better, QuestionKind
from journeymapper.domain.message import _
from journeymapper.domain.responses import Responses
from journeymapper.domain.snapshot import Snapshot
from journeymapper.domain.words import NAME_LIMIT


@dataclass(frozen=True, slots=True)
class Landing:
    """Where the answers of a file go: ids of what is known, None for what will be new."""

    survey: str | None
    title: str
    questions: tuple[str | None, ...]
    round: str | None
    name: str
    number: int
    """Which round of its survey it is, from 1."""


def landing(snapshot: Snapshot, intake: Intake) -> Landing:
    """Find the survey, questions and round for a file.

    A survey that is named or asks the same is used again, and its questions by their names.
    Without a name the round is a new one with the name of the file. Raises RefusedError when a
    question has another scale here than in the file.
    """
    stem = PurePath(intake.name).stem[:NAME_LIMIT]
    survey = _survey_for(snapshot, intake)
    if survey is None:
        nothing = (None,) * len(intake.asked)
        return Landing(None, intake.survey or stem, nothing, None, intake.round or stem, 1)
    known = snapshot.select(indexes.QUESTIONS_OF_SURVEY, survey.id)
    for asked in intake.asked:
        _refuse_mixed_efforts(asked, known)
    found = [_same(asked, known, intake.asked) for asked in intake.asked]
    for asked, question in zip(intake.asked, found, strict=True):
        if question is not None:
            _refuse_other_scale(asked, question)
    rounds = snapshot.select(indexes.ROUNDS_OF_SURVEY, survey.id)
    named = next((r for r in rounds if _alike(r.name, intake.round)), None)
    number = rounds.index(named) + 1 if named is not None else len(rounds) + 1
    return Landing(
        survey.id,
        survey.title,
        tuple(None if question is None else question.id for question in found),
        None if named is None else named.id,
        (intake.round or stem) if named is None else named.name,
        number,
    )


def take(tx: Tx, intake: Intake, today: str, instant: str = "") -> str:
    """Take the answers in, with the survey, questions and round they need; returns the batch's id.

    ``today`` is a local date, ``instant`` the UTC one at which alerts are raised; without it
    none are. Raises RefusedError when they do not fit; see ``landing``.
    """
    _refuse_mixed_file(intake.asked)
    place = landing(tx.snapshot, intake)
    survey = place.survey or add_survey(tx, place.title)
    ids = [
        known or _ask(tx, survey, asked)
        for asked, known in zip(intake.asked, place.questions, strict=True)
    ]
    for at, id_ in enumerate(ids):
        if id_ in ids[:at]:
            raise RefusedError(
                _("Two columns answer the same question: “{name}”.", name=intake.asked[at].short),
                _("Leave one of them out, or give its question another name."),
            )
    choices = {
        str(at): _choices(tx, ids[at], asked.options)
        for at, asked in enumerate(intake.asked)
        if asked.kind == QuestionKind.CHOICE
    }
    pile = place.round or add_round(tx, survey, place.name, intake.started or today)
    by_place = {str(at): id_ for at, id_ in enumerate(ids)}
    answers = [
        (number, by_place[at], value if at not in choices or value is None
         else choices[at][int(value)], text)
        for number, at, value, text in intake.rows.answers
    ]  # fmt: skip
    rows = Responses(intake.rows.sheets, answers)
    name = intake.name[:NAME_LIMIT]
    batch = import_answers(tx, pile, rows, name=name, taken=today, collected=intake.collected)
    if instant:
        heed_rows(tx, rows, instant)
    return batch


def taken_before(
    snapshot: Snapshot, rows_of: Callable[[str], Responses], intake: Intake
) -> ImportBatch | None:
    """Return a batch with just these answers, whatever the file was called then.

    ``rows_of`` gives the rows of a batch; it may take a while, where there are many.
    """
    wanted: list[tuple[int, float, str]] | None = None
    for batch in sorted(snapshot.table(ImportBatch).values(), key=sort_key):
        if batch.rows != len(intake.rows.sheets):
            continue
        known = rows_of(batch.id)
        if [s[:2] for s in known.sheets] != [s[:2] for s in intake.rows.sheets]:
            continue
        if wanted is None:
            wanted = _plain(intake.rows)
        if _plain(known) == wanted:
            return batch
    return None


def _plain(rows: Responses) -> list[tuple[int, float, str]]:
    return sorted(
        (n, -1e9 if value is None else value, text) for n, _q, value, text in rows.answers
    )


def _survey_for(snapshot: Snapshot, intake: Intake) -> Survey | None:
    """Return the survey that is named, or shares a name of a question or half of its marks."""
    surveys = sorted(snapshot.table(Survey).values(), key=sort_key)
    if intake.survey:
        return next((s for s in surveys if _alike(s.title, intake.survey)), None)

    def shared(survey: Survey) -> int:
        known = snapshot.select(indexes.QUESTIONS_OF_SURVEY, survey.id)
        return sum(_same(asked, known, intake.asked) is not None for asked in intake.asked)

    best = max(surveys, key=shared, default=None)
    marks = sum(asked.kind != QuestionKind.TEXT for asked in intake.asked)
    if best is None or not shared(best):
        return None
    known = snapshot.select(indexes.QUESTIONS_OF_SURVEY, best.id)
    named = any(_named(asked, known) is not None for asked in intake.asked)
    return best if named or 2 * shared(best) >= marks else None


def _same(asked: Asked, known: Sequence[Question], all_: Sequence[Asked]) -> Question | None:
    """Return the question by its name; whether people recommend us is asked but once."""
    named = _named(asked, known)
    if named is not None or asked.kind != QuestionKind.NPS:
        return named
    ours = [q for q in known if q.kind == QuestionKind.NPS]
    theirs = [a for a in all_ if a.kind == QuestionKind.NPS]
    return ours[0] if len(ours) == len(theirs) == 1 else None


def _named(asked: Asked, known: Sequence[Question]) -> Question | None:
    return next(
        (
            q
            for q in known
            if q.kind == asked.kind
            and q.measure == asked.measure
            and (_alike(q.short, asked.short) or _alike(q.text, asked.short))
        ),
        None,
    )


def _alike(one: str, other: str) -> bool:
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()


def _refuse_other_scale(asked: Asked, known: Question) -> None:
    if asked.kind in (QuestionKind.CHOICE, QuestionKind.TEXT, QuestionKind.COUNT):
        return
    name = known.short or known.text
    if asked.kind == QuestionKind.NUMBER:
        if known.unit and asked.unit and not _alike(known.unit, asked.unit):
            raise RefusedError(
                _("“{name}” is in {ours} here and in {theirs} in the file.",
                  name=name, ours=known.unit, theirs=asked.unit)
            )  # fmt: skip
        return
    if (asked.low, asked.high) != (known.low, known.high):
        raise RefusedError(
            _(
                "“{name}” goes from {low} to {high} here and from {from_} to {to} in the file.",
                name=name,
                low=f"{known.low:g}",
                high=f"{known.high:g}",
                from_=f"{asked.low:g}",
                to=f"{asked.high:g}",
            ),
            _("Give the column the same scale, or its question another name."),
        )
    if asked.better != known.better:
        raise RefusedError(
            _(
                "“{name}” has {ours} as its best answer here and {theirs} in the file.",
                name=name,
                ours=_best(known),
                theirs=_best(asked),
            ),
            _("Turn the column round, or give its question another name."),
        )


def _best(question: Question | Asked) -> str:
    end = question.high if question.better == Better.HIGH else question.low
    return f"{end:g}"


def _refuse_mixed_efforts(asked: Asked, known: Sequence[Question]) -> None:
    if asked.kind != QuestionKind.CES:
        return
    if any(q.kind == QuestionKind.CES and q.better != asked.better for q in known):
        raise RefusedError(
            _("“{name}” asks how hard it was where this survey asks how easy, or the reverse.",
              name=asked.short),
            _("The two cannot be compared: turn the column round, or use another survey."),
        )  # fmt: skip


def _refuse_mixed_file(asked: Sequence[Asked]) -> None:
    ends = {a.better for a in asked if a.kind == QuestionKind.CES}
    if len(ends) > 1:
        raise RefusedError(
            _("Some columns ask how easy it was and others how hard."),
            _("The two cannot be compared: leave one of them out, or turn it round."),
        )


def _ask(tx: Tx, survey: str, asked: Asked) -> str:
    return add_question(
        tx,
        survey,
        asked.kind,
        asked.text,
        short=asked.short,
        measure=asked.measure,
        low=asked.low,
        high=asked.high,
        better=asked.better,
        unit=asked.unit,
        options=asked.options,
        touchpoint=_step_of(tx.snapshot, asked.step),
    )


def _step_of(snapshot: Snapshot, step: str) -> str | None:
    """Return the id of a step by number or name; raises RefusedError for an unknown one."""
    if not step.strip():
        return None
    for journey in queries.maps(snapshot):
        numbers = queries.numbers(snapshot, journey.id)
        for touchpoint in queries.touchpoints_of_map(snapshot, journey.id):
            if numbers.get(touchpoint.id) == step.strip() or _alike(touchpoint.name, step):
                return touchpoint.id
    raise RefusedError(
        _("There is no step “{name}”.", name=step), _("Give its number or its name.")
    )


def _choices(tx: Tx, question_id: str, options: Sequence[str]) -> dict[int, float]:
    """Return the numbers of choices in the document by those in the file; new ones are added."""
    known = list(tx.snapshot.get(Question, question_id).options)
    before = len(known)
    found: dict[int, float] = {}
    for number, option in enumerate(options, 1):
        at = next((n for n, name in enumerate(known) if _alike(name, option)), None)
        if at is None:
            known.append(option)
            at = len(known) - 1
        found[number] = float(at + 1)
    if len(known) > before:
        change_question(tx, question_id, options=tuple(known))
    return found
