"""A small desk for alerts: one step, two roles, a question, a clock that stands still."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from journeymapper.document import operations
from journeymapper.domain.entities import AlertRule
from journeymapper.domain.instants import instant_text
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.kinds_plan import AlertState
from journeymapper.domain.snapshot import Snapshot
from tests.unit.analysis.measured import new_tx

OPENED = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)

WAY = (
    AlertState.ASSIGNED,
    AlertState.CONTACTED,
    AlertState.RESOLVED,
    AlertState.VERIFIED,
    AlertState.CLOSED,
)


def after(hours: float) -> datetime:
    """Return the instant so many hours after the alerts were opened."""
    return OPENED + timedelta(hours=hours)


def at(hours: float) -> str:
    return instant_text(after(hours))


class AlertWorld:
    """The step Waiting; the roles Front desk and Dentist; "Would you recommend us?"."""

    def __init__(self) -> None:
        self.tx = new_tx()
        tx = self.tx
        operations.add_project(tx, title="Visit")
        self.desk = operations.add_role(tx, "Front desk")
        self.dentist = operations.add_role(tx, "Dentist")
        journey = operations.add_map(tx, "Visit")
        stage = operations.add_stage(tx, journey, "During")
        self.waiting = operations.add_touchpoint(tx, stage, "Waiting")
        self.survey = operations.add_survey(tx, "Sheet")
        self.nps = self.ask(QuestionKind.NPS, touchpoint=self.waiting)
        self.why = self.ask(QuestionKind.TEXT)
        self.pile = operations.add_round(tx, self.survey, "May", "2026-05-01")

    @property
    def snapshot(self) -> Snapshot:
        return self.tx.snapshot

    def ask(self, kind: QuestionKind, **fields: Any) -> str:
        return operations.add_question(self.tx, self.survey, kind, kind.value, **fields)

    def rule(self, name: str = "Unhappy", **fields: Any) -> AlertRule:
        id_ = operations.add_line(self.tx, AlertRule, name=name, **fields)
        return self.snapshot.get(AlertRule, id_)

    def alert(self, later: float = 0, **fields: Any) -> str:
        """Raise an alert so many hours after the first; return its id."""
        made = operations.raise_alert(self.tx, at(later), **fields)
        assert made is not None
        return made

    def move(self, alert: str, *hours: float) -> None:
        """Move an alert along the usual way, one instant for each state."""
        for state, hour in zip(WAY, hours, strict=False):
            if state == AlertState.CLOSED:
                operations.change_alert(self.tx, alert, told="2026-05-06")
            operations.move_alert(self.tx, alert, state, at(hour))

    def reopen(self, alert: str, hours: float) -> None:
        operations.move_alert(self.tx, alert, AlertState.REOPENED, at(hours), note="It came back")
