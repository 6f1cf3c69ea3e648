"""Risks: how grave they are, before and after what is planned (method B13).

A risk is judged by how bad it would be first, then how often it may happen, then how hard it is
to notice. The product of the three, 1 to 1000, hides that order, so it is only a second figure:
the FMEA handbook of AIAG and VDA (2019) gave it up as a measure for the same reason.
"""

from __future__ import annotations

from journeymapper.domain.entities import Plan, Risk
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds_plan import PlanKind, PlanState
from journeymapper.domain.plans import plans, state_of
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot

GRAVE = 9
"""From this severity on a risk is high, however rare it is."""

MUCH = 100
"""From this product on a risk is high."""


@dataclass(frozen=True, slots=True)
class RiskFigures:
    """``before`` and ``after`` are products, 1 to 1000, None while a figure is missing.

    ``high`` is None while that cannot be told. ``plans`` are the preventive plans that were not
    dropped, in order.
    """

    risk: Risk
    before: int | None
    after: int | None
    high: bool | None
    plans: tuple[Plan, ...]

    @property
    def reduction(self) -> float | None:
        """By which share the product falls, at most 1; None where it cannot be told."""
        if self.before is None or self.after is None:
            return None
        return 1 - self.after / self.before

    @property
    def uncovered(self) -> bool:
        """Say whether it is high and nothing is planned against it."""
        return self.high is True and not self.plans


def product(severity: int | None, occurrence: int | None, detection: int | None) -> int | None:
    """Return the product of the three figures, each 1 to 10; None while one is missing."""
    if severity is None or occurrence is None or detection is None:
        return None
    return severity * occurrence * detection


def is_high(risk: Risk) -> bool | None:
    """Say whether a risk is high; None while its figures do not tell."""
    if risk.severity is not None and risk.severity >= GRAVE:
        return True
    before = product(risk.severity, risk.occurrence, risk.detection)
    return None if before is None else before >= MUCH


def risk_figures(snapshot: Snapshot) -> tuple[RiskFigures, ...]:
    """Return all risks, worst first: by severity, then occurrence, then detection.

    What nobody judged comes last; equals stand as they were written down.
    """
    against: dict[str, list[Plan]] = {}
    for plan in plans(snapshot):
        if (
            plan.risk is not None
            and plan.kind == PlanKind.PREVENTIVE
            and state_of(snapshot, plan.id) != PlanState.DROPPED
        ):
            against.setdefault(plan.risk, []).append(plan)
    return tuple(
        RiskFigures(
            risk,
            product(risk.severity, risk.occurrence, risk.detection),
            product(risk.severity_after, risk.occurrence_after, risk.detection_after),
            is_high(risk),
            tuple(against.get(risk.id, ())),
        )
        for risk in sorted(snapshot.table(Risk).values(), key=_worst_first)
    )


def _worst_first(risk: Risk) -> tuple[int, int, int, float, str]:
    figures = (risk.severity, risk.occurrence, risk.detection)
    severity, occurrence, detection = (-(figure or 0) for figure in figures)
    return severity, occurrence, detection, *sort_key(risk)
