"""Risks, behaviours, role cards, trainings, readiness, the programme, crisis sheets: figures."""

from __future__ import annotations

from datetime import date

import pytest

from journeymapper.analysis.plans.behaviours import (
    behaviour_matrix,
    missing_levels,
    role_cards,
    without_sign,
)
from journeymapper.analysis.plans.crisis import crisis_sheets, lacks, lessons_without_plan
from journeymapper.analysis.plans.programme import customer_views, progress, rests_on_customers
from journeymapper.analysis.plans.readiness import Readiness, in_words, readiness
from journeymapper.analysis.plans.risks import risk_figures
from journeymapper.analysis.plans.trainings import TrainingState, lapsed, training_matrix
from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import (
    CrisisLesson,
    CrisisMessage,
    CrisisSheet,
    CustomerView,
    ProgrammeStep,
    ReadinessAnswer,
    Risk,
    RoleBehaviour,
    RoleCard,
    Training,
)
from journeymapper.domain.kinds import SourceKind
from journeymapper.domain.kinds_plan import Habit, Level, PlanKind, Ready
from journeymapper.domain.readiness import QUESTIONS
from tests.unit.analysis.measured import new_tx

TODAY = date(2026, 5, 12)


@pytest.fixture
def tx() -> Tx:
    made = new_tx()
    operations.add_project(made, title="Practice")
    return made


def test_a_risk_before_and_after_its_plan(tx: Tx) -> None:
    one = operations.add_line(
        tx,
        Risk,
        title="Allergy missed",
        severity=7,
        occurrence=6,
        detection=5,
        severity_after=7,
        occurrence_after=2,
        detection_after=3,
    )
    (found,) = risk_figures(tx.snapshot)
    assert (found.before, found.after, found.high) == (210, 42, True)
    assert found.reduction == pytest.approx(0.8)
    assert found.uncovered
    plan = operations.add_plan(tx, "Ask twice", risk=one, kind=PlanKind.PREVENTIVE)
    (found,) = risk_figures(tx.snapshot)
    assert [p.id for p in found.plans] == [plan]
    assert not found.uncovered


def test_risks_stand_by_severity_and_only_then_by_the_rest(tx: Tx) -> None:
    figures = {"a": (4, 10, 10), "b": (9, 1, 1), "c": (4, 10, 9), "d": (5, None, None), "e": (4, 9)}
    operations.add_line(tx, Risk, title="nobody judged")
    for title, values in figures.items():
        names = ("severity", "occurrence", "detection")
        operations.add_line(tx, Risk, title=title, **dict(zip(names, values, strict=False)))
    found = risk_figures(tx.snapshot)
    assert [one.risk.title for one in found] == ["b", "d", "a", "c", "e", "nobody judged"]
    assert [one.high for one in found] == [True, None, True, True, None, None]
    assert found[1].reduction is None


def test_role_by_habit_shows_the_role_with_none(tx: Tx) -> None:
    desk, dentist = operations.add_role(tx, "Front desk"), operations.add_role(tx, "Dentist")
    tell = operations.add_line(
        tx, RoleBehaviour, role=desk, habit=Habit.START, text="Tell the delay", sign="Nobody asks"
    )
    sigh = operations.add_line(tx, RoleBehaviour, role=desk, habit=Habit.STOP, text="Sigh")
    first, second = behaviour_matrix(tx.snapshot)
    assert [b.id for b in first.habits[Habit.START]] == [tell]
    assert [b.id for b in first.habits[Habit.STOP]] == [sigh]
    assert (first.silent, second.silent, second.role.id) == (False, True, dentist)
    assert [b.id for b in without_sign(tx.snapshot)] == [sigh]


def test_role_cards_and_the_level_that_has_none(tx: Tx) -> None:
    desk, lead = operations.add_role(tx, "Front desk"), operations.add_role(tx, "Manager")
    assert missing_levels(tx.snapshot) == (Level.FRONTLINE, Level.MANAGEMENT)
    operations.set_single(tx, RoleCard, desk, objective="Nobody waits unknowing")
    operations.set_single(tx, RoleCard, lead, level=Level.MANAGEMENT)
    assert missing_levels(tx.snapshot) == (Level.MANAGEMENT,)  # a level without an objective
    operations.set_single(tx, RoleCard, lead, objective="Two short slots a day")
    assert missing_levels(tx.snapshot) == ()
    assert [card is not None for _role, card in role_cards(tx.snapshot)] == [True, True]


def test_trainings_on_a_day(tx: Tx) -> None:
    desk, dentist = operations.add_role(tx, "Front desk"), operations.add_role(tx, "Dentist")

    def train(role: str, topic: str, planned: str = "", day: str = "", until: str = "") -> None:
        operations.add_line(
            tx, Training, role=role, topic=topic, planned=planned, date=day, valid_until=until
        )

    train(desk, "First aid", day="2024-05-11", until="2026-05-11")
    train(desk, "First aid", planned="2026-06-01")
    train(desk, "Calls", day="2026-05-12", until="2026-05-12")
    train(dentist, "calls", planned="2026-05-12")
    train(dentist, "Hygiene", planned="2026-05-11")
    train(dentist, "Fire")
    matrix = training_matrix(tx.snapshot, TODAY)
    assert matrix.topics == ("First aid", "Calls", "Hygiene", "Fire")
    assert {place: state for place, (state, _training) in matrix.cells.items()} == {
        (desk, "First aid"): TrainingState.EXPIRED,
        (desk, "Calls"): TrainingState.VALID,
        (dentist, "Calls"): TrainingState.PLANNED,
        (dentist, "Hygiene"): TrainingState.MISSING,
        (dentist, "Fire"): TrainingState.MISSING,
    }
    assert [t.topic for _s, t in lapsed(tx.snapshot, TODAY)] == ["First aid", "Hygiene", "Fire"]


def test_twelve_questions_seven_yes_three_partly_two_no(tx: Tx) -> None:
    said = [Ready.YES] * 7 + [Ready.PARTLY] * 3 + [Ready.NO] * 2
    for question, answer in list(zip(QUESTIONS, said, strict=True))[:-1]:
        operations.set_single(tx, ReadinessAnswer, question.key, answer=answer)
    assert readiness(tx.snapshot).share is None
    assert str(in_words(readiness(tx.snapshot))) == "7 yes, 3 partly, 1 no. Still open: 1."
    operations.set_single(tx, ReadinessAnswer, QUESTIONS[-1].key, answer=said[-1])
    found = readiness(tx.snapshot)
    assert found == Readiness(7, 3, 2, 0)
    assert found.share == pytest.approx(0.7083, abs=1e-4)
    assert "8.5 of 12 points" in str(in_words(found))


def test_the_questions_are_twelve_and_each_has_its_own_key() -> None:
    assert len({question.key for question in QUESTIONS}) == len(QUESTIONS) == 12


def test_five_steps_in_order_with_progress(tx: Tx) -> None:
    assert progress(tx.snapshot).next == 1
    operations.set_single(tx, ProgrammeStep, 1, text="No more waiting unknowing", done="2026-05-01")
    operations.set_single(tx, ProgrammeStep, 3, text="Call\nTell", done="2026-05-02")
    found = progress(tx.snapshot)
    assert (found.done, found.next, len(found.steps)) == (2, 2, 5)
    for number in (2, 4, 5):
        operations.set_single(tx, ProgrammeStep, number, done="2026-05-03")
    assert progress(tx.snapshot).next is None


def test_how_customers_see_us_needs_something_it_rests_on(tx: Tx) -> None:
    for fields in (
        {"source": SourceKind.SURVEY, "n": 24},
        {"source": SourceKind.SURVEY},
        {"source": SourceKind.STAFF, "n": 5},
        {"source": SourceKind.INTERVIEW, "citation": "Five calls in May"},
    ):
        operations.add_line(tx, CustomerView, text="Friendly", **fields)
    found = [rests_on_customers(view) for view in customer_views(tx.snapshot)]
    assert found == [True, False, False, True]


def test_a_crisis_sheet_says_what_it_lacks_and_which_lesson_has_no_plan(tx: Tx) -> None:
    made = operations.add_line(tx, CrisisSheet, scenario="No computers")
    (sheet,) = crisis_sheets(tx.snapshot)
    assert len(lacks(tx.snapshot, sheet)) == 3
    role = operations.add_role(tx, "Manager")
    operations.change_line(tx, CrisisSheet, made, lead=role, first_steps="Paper list")
    operations.add_line(tx, CrisisMessage, crisis=made, audience="Patients", channel="Door")
    (sheet,) = crisis_sheets(tx.snapshot)
    assert lacks(tx.snapshot, sheet) == ()
    plan = operations.add_plan(tx, "Keep a paper list", kind=PlanKind.PREVENTIVE)
    first = operations.add_line(tx, CrisisLesson, crisis=made, text="The list was old")
    operations.add_line(tx, CrisisLesson, crisis=made, text="The door note was late", plan=plan)
    assert [one.id for one in lessons_without_plan(tx.snapshot, made)] == [first]
    operations.drop_plan(tx, plan, "2026-05-01", "Too dear")
    assert len(lessons_without_plan(tx.snapshot, made)) == 2
