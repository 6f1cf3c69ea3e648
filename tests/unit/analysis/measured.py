"""A plan with one measure, and what became of it."""

from __future__ import annotations

import itertools

from journeymapper.analysis.plans.effect import Effect, effect_of
from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain.counts import count_answers
from journeymapper.domain.entities import Kpi
from journeymapper.domain.kinds import Better
from journeymapper.domain.kinds_plan import KpiKind
from journeymapper.domain.snapshot import Snapshot

STARTED = "2026-03-16"
DAYS = ("2026-03-28", "2026-04-11", "2026-04-25", *(f"2026-05-{day:02}" for day in range(9, 31)))


def new_tx() -> Tx:
    """An empty document whose ids count up."""
    return Tx(Snapshot.of(), map("{:04}".format, itertools.count()).__next__)


def counted(
    baseline: tuple[int, int] | None, *readings: tuple[int, int], target: float | None = 0.75
) -> Effect:
    """What became of a count: yes of n before and on each of the days since."""
    tx = new_tx()
    kpi = operations.add_kpi(tx, operations.add_plan(tx, "Keep dates"), "Dates kept", target=target)
    if baseline is not None:
        yes, n = baseline
        operations.set_baseline(tx, kpi, {1.0: yes, 0.0: n - yes}, "2026-02-20")
    for day, (yes, n) in zip(DAYS, readings, strict=False):
        operations.add_reading(tx, kpi, day, yes, n)
    return _effect(tx, kpi)


def by_hand(baseline: float, *readings: float, target: float | None = 8.0) -> Effect:
    """What became of minutes waited, written down by hand."""
    tx = new_tx()
    plan = operations.add_plan(tx, "Keep dates")
    kpi = operations.add_kpi(
        tx, plan, "Wait", kind=KpiKind.NUMBER, better=Better.LOW, unit="minutes", target=target
    )
    operations.set_baseline(tx, kpi, {baseline: 1}, "2026-02-20")
    for day, value in zip(DAYS, readings, strict=False):
        operations.add_reading(tx, kpi, day, value)
    return _effect(tx, kpi)


def _effect(tx: Tx, kpi: str) -> Effect:
    return effect_of(tx.snapshot, count_answers(tx.snapshot), tx.snapshot.get(Kpi, kpi))
