"""How bad is what a plan mends: the band of its worst gap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeymapper.analysis.gaps.types import Gap
from journeymapper.domain.plans import gap_keys, plans
from journeymapper.domain.snapshot import Snapshot


def bands_of_plans(snapshot: Snapshot, gaps: Iterable[Gap]) -> Mapping[str, str]:
    """Return the band of the worst gap by plan.

    The gaps of a plan are those that it names and that are still there; a plan that names none
    has those of its step. A plan whose gaps are mended is left out.
    """
    worst: dict[tuple[str, ...], tuple[float, str]] = {}
    for gap in gaps:
        found = (gap.severity, gap.band)
        for key in (gap.key, (gap.subject,)):
            worst[key] = max(worst.get(key, found), found)
    bands: dict[str, str] = {}
    for plan in plans(snapshot):
        keys = gap_keys(plan)
        wanted: list[tuple[str, ...]] = [*keys] if keys else [(plan.touchpoint or "",)]
        known = [worst[key] for key in wanted if key in worst]
        if known:
            bands[plan.id] = max(known)[1]
    return bands
