"""The portfolio: who stands behind which plans, and what customers get from them (R150)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journeymapper.analysis.plans.board import COLUMNS
from journeymapper.analysis.plans.facts import PlanFacts, facts
from journeymapper.domain import queries
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Backing:
    """Somebody who stands behind plans, "" for nobody; ``plans`` by how far they are."""

    name: str
    plans: tuple[PlanFacts, ...]


def portfolio(snapshot: Snapshot, today: date) -> tuple[Backing, ...]:
    """Return all plans that were not given up, by who stands behind them; nobody comes last."""
    found: dict[str, list[PlanFacts]] = {}
    for one in facts(snapshot, today, {}):
        if one.standing.stage != "dropped":
            found.setdefault(queries.person_name(snapshot, one.plan.sponsor), []).append(one)
    names = sorted(found, key=lambda name: (not name, name.casefold()))
    return tuple(
        Backing(name, tuple(sorted(found[name], key=lambda p: COLUMNS.index(p.standing.stage))))
        for name in names
    )
