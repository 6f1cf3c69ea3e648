"""Verbs about answers: sheets typed in, files taken, comments and themes."""

from __future__ import annotations

from typing import Any

from journeymapper.document.operations.placing import position_at
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes
from journeymapper.domain.entities import (
    Answer,
    CommentMark,
    ImportBatch,
    Question,
    Round,
    Sheet,
    Theme,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import _
from journeymapper.domain.responses import Responses
from journeymapper.domain.scales import fits


def add_sheet(tx: Tx, round_id: str, number: int | None = None, **fields: Any) -> str:
    """Begin a sheet of a pile; without a number it gets the next one."""
    if number is None:
        sheets = tx.snapshot.select(indexes.SHEETS_OF_ROUND, round_id)
        number = max((sheet.number for sheet in sheets), default=0) + 1
    return tx.insert(Sheet(tx.new_id(), round_id, number, **fields)).id


def change_sheet(tx: Tx, sheet_id: str, /, **fields: Any) -> None:
    """Set fields of a sheet."""
    tx.change(Sheet, sheet_id, **fields)


def delete_sheet(tx: Tx, sheet_id: str) -> None:
    """Take a sheet out with its answers."""
    tx.delete(Sheet, sheet_id)


def set_answer(
    tx: Tx, sheet_id: str, question_id: str, value: float | None = None, text: str = ""
) -> str | None:
    """Say what a sheet answers to a question; nothing at all takes the answer away.

    Raises RefusedError for a value off the scale. Returns the answer's id, or None.
    """
    sheet, question = tx.snapshot.get(Sheet, sheet_id), tx.snapshot.get(Question, question_id)
    if question.survey != tx.snapshot.get(Round, sheet.round).survey:
        raise RefusedError(_("This question is not on this sheet."))
    if value is not None and not fits(question, value):
        raise RefusedError(
            _("{value} is no answer to “{question}”.", value=value, question=_called(question))
        )
    answers = tx.snapshot.select(indexes.ANSWERS_OF_SHEET, sheet_id)
    known = next((answer for answer in answers if answer.question == question_id), None)
    if value is None and not text.strip():
        if known is not None:
            tx.delete(Answer, known.id)
        return None
    if known is not None:
        return tx.change(Answer, known.id, value=value, text=text).id
    return tx.insert(Answer(tx.new_id(), sheet_id, question_id, value, text)).id


def import_answers(tx: Tx, round_id: str, rows: Responses, **fields: Any) -> str:
    """Take a batch of answers into a round; returns the batch's id.

    ``fields`` are those of ImportBatch. The rows have sheets with rising numbers, and answers to
    questions of this survey with values on their scales; raises RefusedError otherwise.
    """
    survey = tx.snapshot.get(Round, round_id).survey
    numbers = [sheet[0] for sheet in rows.sheets]
    known = set(numbers)
    if len(known) != len(numbers):
        raise RefusedError(_("Two sheets have the same number."))
    by_question: dict[str, set[float]] = {}
    pairs: set[tuple[int, str]] = set()
    for number, question_id, value, _text in rows.answers:
        if number not in known or (number, question_id) in pairs:
            raise RefusedError(_("Sheet {number} is not as it should be.", number=number))
        pairs.add((number, question_id))
        values = by_question.setdefault(question_id, set())
        if value is not None:
            values.add(value)
    for question_id, values in by_question.items():
        question = tx.snapshot.get(Question, question_id)
        if question.survey != survey:
            raise RefusedError(_("This question is not on this sheet."))
        wrong = next((value for value in values if not fits(question, value)), None)
        if wrong is not None:
            raise RefusedError(
                _("{value} is no answer to “{question}”.", value=wrong, question=_called(question))
            )
    batch = ImportBatch(
        tx.new_id(), round_id, rows=len(rows.sheets), questions=tuple(by_question), **fields
    )
    tx.insert(batch)
    tx.bring(batch.id, rows)
    return batch.id


def delete_batch(tx: Tx, batch_id: str) -> None:
    """Take an imported batch out: its answers do not count any more."""
    tx.delete(ImportBatch, batch_id)


def mark_comment(tx: Tx, comment: str, /, **fields: Any) -> str:
    """Note something about a comment, given by its key; returns the mark's id."""
    known = next(iter(tx.snapshot.select(indexes.MARKS_OF_COMMENT, comment)), None)
    if known is None:
        return tx.insert(CommentMark(tx.new_id(), comment, **fields)).id
    return tx.change(CommentMark, known.id, **fields).id


def add_theme(tx: Tx, name: str, keywords: tuple[str, ...] = ()) -> str:
    """Add something that comments are about."""
    siblings = sorted(tx.snapshot.table(Theme).values(), key=sort_key)
    position = position_at(tx, siblings, None)
    return tx.insert(Theme(tx.new_id(), name, keywords, position)).id


def change_theme(tx: Tx, theme_id: str, /, **fields: Any) -> None:
    """Set fields of a theme."""
    tx.change(Theme, theme_id, **fields)


def delete_theme(tx: Tx, theme_id: str) -> None:
    """Take a theme out; the comments stay."""
    tx.delete(Theme, theme_id)


def _called(question: Question) -> str:
    return question.short or question.text
