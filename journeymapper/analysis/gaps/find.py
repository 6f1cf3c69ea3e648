"""All gaps of a document at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from journeymapper.analysis.gaps.follow_through import without_action
from journeymapper.analysis.gaps.look import Look
from journeymapper.analysis.gaps.rules import RULES
from journeymapper.analysis.gaps.types import Found, Gap, GapReport, GapSettings, NotAssessable
from journeymapper.domain.counts import Counts
from journeymapper.domain.snapshot import Snapshot

_LAST = "G20"


def find_gaps(
    snapshot: Snapshot, counts: Counts, today: date, settings: GapSettings | None = None
) -> GapReport:
    """Return all gaps, worst first, and all that could not be judged, by rule.

    ``today`` is a local date. Accepted gaps are among them: a decision changes no fact.
    """
    look = Look(snapshot, counts, today, settings or GapSettings())
    gaps: list[Gap] = []
    open_: list[NotAssessable] = []
    for rule in RULES:
        if rule.code != _LAST:
            _sort_out(rule.find(look), gaps, open_)
    _sort_out(without_action(look, sorted(gaps, key=_worst_first)), gaps, open_)
    return GapReport(
        tuple(sorted(gaps, key=_worst_first)),
        tuple(sorted(open_, key=lambda one: (one.rule, one.subject))),
    )


def _sort_out(found: Iterable[Found], gaps: list[Gap], open_: list[NotAssessable]) -> None:
    for one in found:
        if isinstance(one, Gap):
            gaps.append(one)
        else:
            open_.append(one)


def _worst_first(gap: Gap) -> tuple[float, str, str, str]:
    return -gap.severity, *gap.key
