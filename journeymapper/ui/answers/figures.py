"""What the windows of Answers show of a question: its figure, and the round before it."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.analysis.metrics import ShareResult, wilson
from journeymapper.analysis.question_figures import (
    Change,
    Figure,
    compare_figures,
    figure_of,
    is_counted,
    round_before,
)
from journeymapper.analysis.scores import RAW
from journeymapper.domain.counts import Counts, Histogram, Wanted
from journeymapper.domain.entities import Question, Round
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Favourite:
    """The option that most chose, from 1, and the share that did."""

    option: int
    share: ShareResult


@dataclass(frozen=True, slots=True)
class Shown:
    """The answers of one round to a question; a choice has a favourite in place of a figure."""

    n: int
    figure: Figure | None = None
    favourite: Favourite | None = None
    earlier: Round | None = None
    before: Figure | None = None

    @property
    def hidden(self) -> bool:
        """Whether there are too few answers for a figure."""
        return self.n < RAW

    def change(self) -> Change | None:
        """Compare with the round before; None where there is none, or no answers."""
        one, two = self.before, self.figure
        return compare_figures(one, two) if one and two and one.n and two.n else None


def shown(
    snapshot: Snapshot, question: Question, counts: Counts, round_id: str, wanted: Wanted
) -> Shown:
    """Gather what a round says about a question, of the answers that are ``wanted``."""
    if not is_counted(question):
        values = counts.values(question.id, lambda c: c.round == round_id and wanted(c))
        return Shown(sum(values.values()), favourite=favourite(values))
    now = figure_of(question, counts, round_id, wanted)
    earlier = round_before(snapshot, question, counts, round_id)
    before = figure_of(question, counts, earlier.id, wanted) if earlier is not None else None
    return Shown(now.n, now, None, earlier, before)


def favourite(values: Histogram) -> Favourite | None:
    """Return the option that most chose; of several the first; None without answers."""
    if not values:
        return None
    most = max(values, key=lambda value: (values[value], -value))
    return Favourite(int(most), wilson(values[most], sum(values.values())))
