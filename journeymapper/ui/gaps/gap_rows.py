"""The rows of All gaps: what is shown of each gap, and which of them a choice of filters leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journeymapper.analysis.gaps.rules import BY_CODE, Family
from journeymapper.analysis.gaps.types import Gap
from journeymapper.domain.evidence import Grade
from journeymapper.ui.gaps.figuring import GapFigures

TOLD = (Grade.A, Grade.B, Grade.C)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which gaps are wanted; "" is all.

    ``sure`` is told, opinion or map; ``state`` open, planned, unplanned or accepted; ``place`` is
    the id of one place.
    """

    band: str = ""
    sure: str = ""
    stage: str = ""
    family: str = ""
    state: str = "open"
    place: str = ""

    def takes(self, gap: Gap, figures: GapFigures) -> bool:
        """Say whether a gap is wanted."""
        accepted = gap.key in figures.board.accepted
        tests: tuple[Callable[[], bool], ...] = (
            lambda: self.band in ("", gap.band),
            lambda: self.sure in ("", sure_key(gap)),
            lambda: self.stage in ("", figures.names.stage(gap.subject)),
            lambda: not self.family or BY_CODE[gap.rule].family == Family(self.family),
            lambda: self.state == "" or (self.state == "accepted") == accepted,
            lambda: (
                self.state not in ("planned", "unplanned")
                or (self.state == "planned") == (figures.board.plan_for(gap) is not None)
            ),
            lambda: self.place in ("", gap.subject),
        )
        return all(test() for test in tests)


def sure_key(gap: Gap) -> str:
    """Return told, opinion or map."""
    if gap.evidence is None:
        return "map"
    return "told" if gap.evidence in TOLD else "opinion"


def wanted_gaps(figures: GapFigures, wanted: Wanted) -> tuple[Gap, ...]:
    """Return the gaps that are wanted, worst first."""
    return tuple(gap for gap in figures.board.report.gaps if wanted.takes(gap, figures))
