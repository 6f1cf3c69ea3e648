"""Verbs about surveys, their questions, rounds, and the feedback plan."""

from __future__ import annotations

from typing import Any

from journeymapper.document.operations.placing import position_at, stays, without
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes
from journeymapper.domain.entities import (
    ImportBatch,
    ListeningPost,
    Question,
    Round,
    Survey,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.message import _
from journeymapper.domain.scales import checked_question

_FIXED = ("kind", "low", "high", "better", "options")
"""Fields that answers depend on: they stay once there are any."""


def add_survey(tx: Tx, title: str, **fields: Any) -> str:
    """Add a sheet of questions."""
    siblings = sorted(tx.snapshot.table(Survey).values(), key=sort_key)
    position = position_at(tx, siblings, None)
    return tx.insert(Survey(tx.new_id(), title, position=position, **fields)).id


def change_survey(tx: Tx, survey_id: str, /, **fields: Any) -> None:
    """Set fields of a survey."""
    tx.change(Survey, survey_id, **fields)


def delete_survey(tx: Tx, survey_id: str) -> None:
    """Take a survey out with its questions, rounds and answers."""
    tx.delete(Survey, survey_id)


def add_question(tx: Tx, survey_id: str, kind: QuestionKind, text: str = "", **fields: Any) -> str:
    """Add a question with the usual scale of its kind, unless ``low`` and ``high`` are given.

    Raises RefusedError for a scale that makes no sense.
    """
    siblings = tx.snapshot.select(indexes.QUESTIONS_OF_SURVEY, survey_id)
    position = position_at(tx, siblings, None)
    made = Question(tx.new_id(), survey_id, kind, text, position=position, **fields)
    return tx.insert(checked_question(made)).id


def change_question(tx: Tx, question_id: str, /, **fields: Any) -> None:
    """Set fields of a question; raises RefusedError for another scale when it has answers.

    New choices may always be added after the known ones.
    """
    known = tx.snapshot.get(Question, question_id)
    other = {k: v for k, v in fields.items() if k in _FIXED and getattr(known, k) != v}
    if tuple(other.get("options", ()))[: len(known.options)] == known.options:
        other.pop("options", None)
    if other and is_answered(tx, question_id):
        raise RefusedError(
            _("This question has answers, so its scale stays as it is."),
            _("Add a new question with the other scale."),
        )
    changed = tx.change(Question, question_id, **fields)
    tx.update(checked_question(changed))


def is_answered(tx: Tx, question_id: str) -> bool:
    """Say whether a question has typed or imported answers."""
    if tx.snapshot.select(indexes.ANSWERS_OF_QUESTION, question_id):
        return True
    return any(question_id in b.questions for b in tx.snapshot.table(ImportBatch).values())


def move_question(tx: Tx, question_id: str, index: int | None = None) -> None:
    """Move a question to a place on its sheet (None: the end)."""
    survey = tx.snapshot.get(Question, question_id).survey
    siblings = tx.snapshot.select(indexes.QUESTIONS_OF_SURVEY, survey)
    if not stays(siblings, question_id, index):
        position = position_at(tx, without(siblings, question_id), index)
        tx.change(Question, question_id, position=position)


def delete_question(tx: Tx, question_id: str) -> None:
    """Take a question out with its typed answers; imported ones do not count any more."""
    tx.delete(Question, question_id)


def add_round(tx: Tx, survey_id: str, name: str, started: str = "", **fields: Any) -> str:
    """Begin a new pile of answers to a survey."""
    siblings = tx.snapshot.select(indexes.ROUNDS_OF_SURVEY, survey_id)
    position = position_at(tx, siblings, None)
    return tx.insert(Round(tx.new_id(), survey_id, name, started, position=position, **fields)).id


def change_round(tx: Tx, round_id: str, /, **fields: Any) -> None:
    """Set fields of a round."""
    tx.change(Round, round_id, **fields)


def delete_round(tx: Tx, round_id: str) -> None:
    """Take a round out with all its answers."""
    tx.delete(Round, round_id)


def add_listening_post(tx: Tx, what: str, **fields: Any) -> str:
    """Add a line to the feedback plan."""
    siblings = sorted(tx.snapshot.table(ListeningPost).values(), key=sort_key)
    position = position_at(tx, siblings, None)
    return tx.insert(ListeningPost(tx.new_id(), what, position=position, **fields)).id


def change_listening_post(tx: Tx, post_id: str, /, **fields: Any) -> None:
    """Set fields of a line of the feedback plan."""
    tx.change(ListeningPost, post_id, **fields)


def delete_listening_post(tx: Tx, post_id: str) -> None:
    """Take a line out of the feedback plan."""
    tx.delete(ListeningPost, post_id)
