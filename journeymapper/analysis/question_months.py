"""A question month by month: is the newest month a signal, or as usual? (XmR chart, method B16)."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.analysis.question_figures import Figure, customers, figure_of_values
from journeymapper.analysis.scores import RAW
from journeymapper.analysis.trend import LEAST, Xmr, xmr
from journeymapper.domain.counts import Counts, Wanted
from journeymapper.domain.entities import Question


@dataclass(frozen=True, slots=True)
class Month:
    """The figure of one month (YYYY-MM), over all rounds; ``signal`` if it is out of the usual."""

    month: str
    figure: Figure
    signal: bool = False


@dataclass(frozen=True, slots=True)
class Months:
    """All months with answers, in order; ``usual`` are the limits, None below six months.

    The limits come from all months but the newest, as soon as those are six. Months with fewer
    than five answers are shown and not judged.
    """

    months: tuple[Month, ...]
    usual: Xmr | None


def months_of(question: Question, counts: Counts, wanted: Wanted = customers) -> Months:
    """Return the months of a question; answers without a date are in none."""
    found: dict[str, dict[float, int]] = {}
    for cell, values in counts.cells(question.id).items():
        if cell.month and wanted(cell):
            month = found.setdefault(cell.month, {})
            for value, n in values.items():
                month[value] = month.get(value, 0) + n
    figures = {month: figure_of_values(question, found[month]) for month in sorted(found)}
    judged = {m: f.score for m, f in figures.items() if f.score is not None and f.n >= RAW}
    scores = list(judged.values())
    if len(scores) < LEAST:
        return Months(tuple(Month(m, f) for m, f in figures.items()), None)
    usual = xmr(scores[:-1] if len(scores) > LEAST else scores)
    names = list(judged)
    signals = {names[i] for i in usual.signals(scores)}
    return Months(tuple(Month(m, f, m in signals) for m, f in figures.items()), usual)
