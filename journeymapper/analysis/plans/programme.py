"""How far a programme is, and which views of customers rest on nothing (R143, R144)."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain.entities import CustomerView, ProgrammeStep
from journeymapper.domain.evidence import told
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.programme import STEPS
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Progress:
    """``steps`` holds what was written for each of the five, None for nothing."""

    steps: tuple[ProgrammeStep | None, ...]

    @property
    def done(self) -> int:
        """How many steps are ticked."""
        return sum(step is not None and bool(step.done) for step in self.steps)

    @property
    def next(self) -> int | None:
        """The number of the first step that is not ticked, 1 to 5; None when all are."""
        open_ = (i for i, step in enumerate(self.steps, 1) if step is None or not step.done)
        return next(open_, None)


def progress(snapshot: Snapshot) -> Progress:
    """Return how far the five steps are."""
    known = {step.number: step for step in snapshot.table(ProgrammeStep).values()}
    return Progress(tuple(known.get(number) for number in range(1, len(STEPS) + 1)))


def customer_views(snapshot: Snapshot) -> tuple[CustomerView, ...]:
    """Return strengths and weaknesses in order."""
    return tuple(sorted(snapshot.table(CustomerView).values(), key=sort_key))


def rests_on_customers(view: CustomerView) -> bool:
    """Say whether customers said so, and it stands where: a source, and a number or a place."""
    return told(view.source) and bool(view.n or view.citation.strip())
