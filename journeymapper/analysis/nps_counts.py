"""The three bands of a recommend question, counted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from journeymapper.analysis.metrics import nps
from journeymapper.analysis.scores import whole
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class NpsCounts:
    """How many promoters, passives and detractors there are."""

    promoters: int
    passives: int
    detractors: int

    def __post_init__(self) -> None:
        for count in self.bands:
            whole(count, 0)

    @property
    def bands(self) -> tuple[int, int, int]:
        """Promoters, passives, detractors."""
        return self.promoters, self.passives, self.detractors

    @property
    def n(self) -> int:
        """All answers."""
        return sum(self.bands)

    @property
    def net(self) -> int:
        """Promoters without detractors."""
        return self.promoters - self.detractors


def counted(scores: NpsCounts | Iterable[Any]) -> NpsCounts:
    """Return the bands of scores 0 to 10; bands come through as they are."""
    if isinstance(scores, NpsCounts):
        return scores
    result = nps(scores)
    return NpsCounts(result.promoters, result.passives, result.detractors)
