"""Where a journey falls short: 28 rules over a snapshot and the counted answers (method C).

Gaps are computed, never typed. Severity says how bad, evidence how sure; neither changes the
other. What cannot be judged for want of data is "not assessable", never "no gap".

May import: domain and the rest of analysis.

    report = find_gaps(document.snapshot, document.counts, date.today(), GapSettings())
    for place in by_place(report.gaps):
        print(place.band, place.subject, [str(gap.text) for gap in place.gaps])
"""

from __future__ import annotations

from journeymapper.analysis.gaps.find import find_gaps
from journeymapper.analysis.gaps.places import Place, by_place, cannot_tell, worst_places
from journeymapper.analysis.gaps.rules import BY_CODE, RULES, Family, Rule
from journeymapper.analysis.gaps.summary import Overview, overview
from journeymapper.analysis.gaps.telling import backing, people_behind, reasons, sentences
from journeymapper.analysis.gaps.types import Gap, GapReport, GapSettings, NotAssessable

__all__ = [
    "BY_CODE",
    "RULES",
    "Family",
    "Gap",
    "GapReport",
    "GapSettings",
    "NotAssessable",
    "Overview",
    "Place",
    "Rule",
    "backing",
    "by_place",
    "cannot_tell",
    "find_gaps",
    "overview",
    "people_behind",
    "reasons",
    "sentences",
    "worst_places",
]
