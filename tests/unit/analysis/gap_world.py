"""A small journey for the gap rules: two stages, three steps, one persona; nothing falls short.

Each test breaks one thing in it. ``Gaps`` runs the rules on what came of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from journeymapper.analysis.gaps import Gap, GapReport, GapSettings, find_gaps
from journeymapper.document import operations
from journeymapper.domain.counts import count_answers
from journeymapper.domain.kinds import MomentOfTruth, Phase, QuestionKind
from tests.unit.analysis.measured import new_tx

TODAY = date(2026, 5, 20)


class GapWorld:
    """Stages "Before" (booking) and "During" (waiting, treatment) and "After" (recall)."""

    def __init__(self) -> None:
        self.tx = new_tx()
        tx = self.tx
        operations.add_project(tx, title="Visit")
        self.role = operations.add_role(tx, "Front desk")
        self.anna = operations.add_persona(tx, "Anna", short="Anna")
        operations.review_persona(tx, self.anna, "2026-03-01")
        self.map = operations.add_map(tx, "Visit")
        operations.set_map_personas(tx, self.map, (self.anna,))
        operations.change_map(
            tx, self.map, validated_on="2026-03-01", validated_n=20, valid_until="2027-03-01"
        )
        self.before = self.stage("Before", Phase.BEFORE)
        self.during = self.stage("During", Phase.ONSITE)
        self.after = self.stage("After", Phase.AFTER)
        self.booking = self.step(self.before, "Booking")
        self.waiting = self.step(self.during, "Waiting")
        self.recall = self.step(self.after, "Recall")

    def stage(self, name: str, phase: Phase) -> str:
        made = operations.add_stage(self.tx, self.map, name)
        operations.set_phase(self.tx, made, phase)
        operations.set_stage_owner(self.tx, made, self.role)
        operations.set_stage_goal(self.tx, made, "Nobody waits")
        return made

    def step(self, stage: str, name: str) -> str:
        made = operations.add_touchpoint(self.tx, stage, name)
        operations.set_owner(self.tx, made, self.role)
        return made

    def moment(self, step: str) -> None:
        operations.set_moment_of_truth(self.tx, step, MomentOfTruth.GENERAL)

    def ask(
        self,
        kind: QuestionKind,
        step: str | None,
        answers: Iterable[float],
        *,
        started: str = "2026-05-01",
        asked: int | None = None,
        employees: Iterable[float] = (),
        sheet: dict[str, Any] | None = None,
        **fields: Any,
    ) -> str:
        """Ask a question in a survey of its own; return its id."""
        tx = self.tx
        survey = operations.add_survey(tx, "Sheet")
        question = operations.add_question(
            tx, survey, kind, "How was it?", touchpoint=step, **fields
        )
        pile = operations.add_round(tx, survey, "Round 1", started, asked=asked)
        self.answer(pile, question, answers, **(sheet or {}))
        self.answer(pile, question, employees, respondent="employee")
        return question

    def answer(self, pile: str, question: str, marks: Iterable[float], **fields: Any) -> None:
        for mark in marks:
            sheet = operations.add_sheet(self.tx, pile, **fields)
            operations.set_answer(self.tx, sheet, question, mark)

    def report(self, settings: GapSettings | None = None, today: date = TODAY) -> GapReport:
        snapshot = self.tx.snapshot.with_changes(())
        return find_gaps(snapshot, count_answers(snapshot), today, settings)

    def found(self, rule: str, today: date = TODAY) -> list[Gap]:
        return [gap for gap in self.report(today=today).gaps if gap.rule == rule]

    def open(self, rule: str) -> list[str]:
        return [one.subject for one in self.report().not_assessable if one.rule == rule]
