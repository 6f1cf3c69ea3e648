"""Gaps by place: what is counted, listed and fixed are places, each with its reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from journeymapper.analysis.gaps.types import Gap, GapReport
from journeymapper.domain.evidence import Grade

_ORDER = list(Grade)

UNKNOWN_ONLY = frozenset({"G11", "G16", "G26"})
"""Rules that say only how little is known: a place with no other reason is one to ask about."""


@dataclass(frozen=True, slots=True)
class Place:
    """A step, stage, map or persona with its reasons, worst first."""

    subject: str
    gaps: tuple[Gap, ...]

    @property
    def severity(self) -> float:
        """The severity of the worst reason, 0 to 100."""
        return self.gaps[0].severity

    @property
    def band(self) -> str:
        """The band of the worst reason."""
        return self.gaps[0].band

    @property
    def evidence(self) -> Grade | None:
        """The best evidence behind any reason that is as bad as the worst; None for a fact."""
        grades = [g.evidence for g in self.gaps if g.band == self.band and g.evidence is not None]
        return min(grades, key=_ORDER.index, default=None)


def by_place(gaps: Iterable[Gap]) -> tuple[Place, ...]:
    """Group gaps by their subject, the worst place first, the worst reason first.

    Places as bad as each other stand in the order of their reasons: more reasons first.
    """
    found: dict[str, list[Gap]] = {}
    for gap in gaps:
        found.setdefault(gap.subject, []).append(gap)
    places = [
        Place(subject, tuple(sorted(rows, key=lambda g: (-g.severity, *g.key))))
        for subject, rows in found.items()
    ]
    return tuple(sorted(places, key=lambda p: (-p.severity, -len(p.gaps), p.subject)))


def worst_places(
    report: GapReport, steps: Collection[str], accepted: Collection[tuple[str, str, str]] = ()
) -> tuple[Place, ...]:
    """Return the places to fix, worst first: steps with a reason beyond how little is known.

    ``steps`` are the ids that count as places to fix; ``accepted`` gaps are left out.
    """
    kept = [gap for gap in report.gaps if gap.key not in accepted and gap.subject in steps]
    return tuple(
        place for place in by_place(kept) if any(gap.rule not in UNKNOWN_ONLY for gap in place.gaps)
    )


def cannot_tell(report: GapReport, steps: Collection[str]) -> tuple[str, ...]:
    """Return the steps without any word from customers, in the order of ``steps``."""
    silent = {gap.subject for gap in report.gaps if gap.rule == "G11"}
    return tuple(step for step in steps if step in silent)
