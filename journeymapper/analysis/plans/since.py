"""What happened to plans since a document was open last: for the strip above them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journeymapper.analysis.plans.standing import all_standings
from journeymapper.domain.entities import Checkpoint, Plan
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Since:
    """``missed`` are check-ins whose day passed meanwhile without a note, earliest first.

    ``due`` are the open plans whose date came meanwhile, by id, earliest first; ``answers`` is
    how many answers came.
    """

    day: date
    missed: tuple[Checkpoint, ...]
    due: tuple[str, ...]
    answers: int

    @property
    def anything(self) -> bool:
        """Say whether there is something to tell."""
        return bool(self.missed or self.due or self.answers)


def since(snapshot: Snapshot, last: date, today: date, answers: int = 0) -> Since | None:
    """Return what happened since the day on which the document was open last.

    ``answers`` is how many are new. None without a pause: it was open today already. The day of
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
    return Since(last, tuple(missed), tuple(id_ for _day, id_ in sorted(due)), max(answers, 0))
