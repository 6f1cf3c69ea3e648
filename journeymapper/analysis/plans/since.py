"""What happened to plans since a document was open last: for the strip above them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from journeymapper.analysis.alerts.standing import board
from journeymapper.analysis.plans.standing import all_standings
from journeymapper.domain.entities import Checkpoint, Plan
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Since:
    """``missed`` are check-ins whose day passed meanwhile without a note, earliest first.

    ``due`` are the open plans whose date came meanwhile, by id, earliest first; ``answers`` is
    how many answers came; ``calls`` are those who should have been called back meanwhile and
    still wait, as ids of alerts, the longest first.
    """

    day: date
    missed: tuple[Checkpoint, ...]
    due: tuple[str, ...]
    answers: int
    calls: tuple[str, ...] = ()

    @property
    def anything(self) -> bool:
        """Say whether there is something to tell."""
        return bool(self.missed or self.due or self.answers or self.calls)


def since(
    snapshot: Snapshot, last: date, today: date, answers: int = 0, now: datetime | None = None
) -> Since | None:
    """Return what happened since the day on which the document was open last.

    ``answers`` is how many are new; ``now``, in the local zone, is for those who wait for a call,
    where calls are followed at all. None without a pause: it was open today already. The day of
    last time belongs to the pause as far as check-ins go: they had until its end.
    """
    if last >= today:
        return None
    missed: list[Checkpoint] = []
    due: list[tuple[str, str]] = []
    for stands in all_standings(snapshot, today):
        missed += [c for c in stands.missed if c.date >= last.isoformat()]
        plan = snapshot.get(Plan, stands.plan)
        if stands.open and last.isoformat() < plan.due <= today.isoformat():
            due.append((plan.due, plan.id))
    missed.sort(key=lambda c: (c.date, c.id))
    calls = _late_calls(snapshot, last, now) if now is not None else ()
    ids = tuple(id_ for _day, id_ in sorted(due))
    return Since(last, tuple(missed), ids, max(answers, 0), calls)


def _late_calls(snapshot: Snapshot, last: date, now: datetime) -> tuple[str, ...]:
    rows = (row for row in board(snapshot, now) if row.overdue and row.due is not None)
    return tuple(
        row.alert.id for row in rows if row.due and row.due.astimezone(now.tzinfo).date() >= last
    )
