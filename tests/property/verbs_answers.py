"""How the verbs about surveys, answers and gaps are called in property tests."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from journeymapper.domain import indexes
from journeymapper.domain.entities import (
    GapDecision,
    ImportBatch,
    ListeningPost,
    Question,
    Round,
    Sheet,
    Survey,
    Theme,
    Touchpoint,
)
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.responses import Responses
from journeymapper.domain.snapshot import Snapshot
from tests.property.drawers import INDEXES, NAMES, Call, Draw, Drawer, free, on, one_of

_KEYS = st.tuples(st.sampled_from(("G01", "G18")), st.sampled_from(("a", "b")), st.just(""))


def _asked(
    draw: Draw, snapshot: Snapshot, kind: type[Round | Sheet]
) -> tuple[str, Question] | None:
    """Draw a round or sheet, and a question that belongs on it and has a number."""
    one = one_of(draw, snapshot, kind)
    if one is None:
        return None
    pile = one if isinstance(one, Round) else snapshot.get(Round, one.round)
    questions = snapshot.select(indexes.QUESTIONS_OF_SURVEY, pile.survey)
    scored = [q for q in questions if q.kind != QuestionKind.TEXT]
    return (one.id, draw(st.sampled_from(scored))) if scored else None


def _set_answer(draw: Draw, snapshot: Snapshot) -> Call | None:
    asked = _asked(draw, snapshot, Sheet)
    if asked is None:
        return None
    sheet, question = asked
    value = draw(st.sampled_from((None, question.low, 1.0)))
    return (sheet, question.id, value, draw(NAMES)), {}


def _import_answers(draw: Draw, snapshot: Snapshot) -> Call | None:
    asked = _asked(draw, snapshot, Round)
    if asked is None:
        return None
    pile, question = asked
    sheet = (1, "2026-05-03", "customer", "", "", "", "")
    return (pile, Responses([sheet], [(1, question.id, 1.0, draw(NAMES))])), {"name": "May"}


def _reopen_gap(draw: Draw, snapshot: Snapshot) -> Call | None:
    known = one_of(draw, snapshot, GapDecision)
    return None if known is None else (((known.rule, known.subject, ""),), {})


DRAWERS_OF_ANSWERS: Mapping[str, Drawer] = {
    "add_survey": free(NAMES),
    "change_survey": on(Survey, decision=NAMES),
    "delete_survey": on(Survey),
    "add_question": on(Survey, st.sampled_from(QuestionKind), NAMES),
    "change_question": on(Question, text=NAMES),
    "move_question": on(Question, INDEXES),
    "delete_question": on(Question),
    "add_round": on(Survey, NAMES, st.just("2026-05-01")),
    "change_round": on(Round, asked=st.integers(0, 90)),
    "delete_round": on(Round),
    "add_listening_post": free(NAMES),
    "change_listening_post": on(ListeningPost, promise=NAMES),
    "delete_listening_post": on(ListeningPost),
    "add_sheet": on(Round),
    "change_sheet": on(Sheet, date=st.just("2026-05-03")),
    "delete_sheet": on(Sheet),
    "set_answer": _set_answer,
    "import_answers": _import_answers,
    "delete_batch": on(ImportBatch),
    "mark_comment": free(st.sampled_from(("a", "b")), mood=st.integers(-1, 1)),
    "add_theme": free(NAMES),
    "change_theme": on(Theme, name=NAMES),
    "delete_theme": on(Theme),
    "accept_gap": free(_KEYS, st.just("We know"), st.just("2026-05-03")),
    "reopen_gap": _reopen_gap,
    "note_sightings": free(st.lists(_KEYS, max_size=2), st.just("2026-05-03")),
    "set_standard": on(Touchpoint, NAMES),
}
