"""A plan of Mara's about return dates, with one count; further steps as a test needs them."""

from __future__ import annotations

from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain.counts import Counts, count_answers
from journeymapper.domain.entities import Communication, Verification
from journeymapper.domain.kinds import People
from journeymapper.domain.kinds_plan import Audience, PlanPart, Trigger
from tests.unit.analysis.measured import STARTED, new_tx


class World:
    """``tx`` holds it; ``plan`` and ``kpi`` are ids."""

    def __init__(self) -> None:
        self.tx: Tx = new_tx()
        operations.add_project(
            self.tx, title="Visit", organisation="Lindenhof", people=People.PATIENT
        )
        self.mara = operations.add_participant(self.tx, "Mara")
        self.plan = operations.add_plan(
            self.tx,
            "Keep agreed return dates",
            owner=self.mara,
            happens="Return dates slip by two weeks",
            intended="Rebooked within 3 days",
            solution="Two short slots a day are held free",
        )
        self.kpi = operations.add_kpi(self.tx, self.plan, "Rebooked within 3 days", target=0.75)
        operations.set_baseline(self.tx, self.kpi, {1.0: 7, 0.0: 43}, "2026-02-20")

    @property
    def counts(self) -> Counts:
        return count_answers(self.tx.snapshot)

    def start(self) -> None:
        operations.start_plan(self.tx, self.plan, STARTED)

    def count(self, yes: int, n: int, date: str = "2026-05-09") -> None:
        operations.add_reading(self.tx, self.kpi, date, yes, n)

    def prove(self, date: str = "2026-05-09") -> None:
        result = "five patients called, all five kept their date"
        operations.add_line(self.tx, Verification, plan=self.plan, date=date, result=result)

    def tell(self, audience: Audience = Audience.TEAM, date: str = "2026-05-10") -> str:
        return operations.add_line(
            self.tx, Communication, plan=self.plan, audience=audience, date=date
        )

    def hear(self, words: str = "", trigger: Trigger = Trigger.UNKNOWN) -> None:
        """What customers said of the problem, and what began the plan."""
        if words:
            operations.set_plan_word(self.tx, self.plan, PlanPart.PROBLEM, customers=words)
        operations.change_plan(self.tx, self.plan, trigger=trigger)
