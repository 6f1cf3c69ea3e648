"""Whether a plan worked: its measure before, since then, and what the difference is worth.

effect = effect_of(snapshot, counts, kpi)
effect.points[-1].figure.score        # 0.8, of 20
effect.change.verdict                 # better, worse, unclear, few; None: nothing to compare
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from journeymapper.analysis.question_figures import (
    Change,
    Figure,
    FigureKind,
    compare_figures,
    figure_of,
    figure_of_values,
    is_counted,
    rounds_of,
)
from journeymapper.domain import indexes
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import Kpi, Question, Reading
from journeymapper.domain.kinds import Better, QuestionKind
from journeymapper.domain.kinds_plan import KpiKind
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a measure on a local date.

    ``figure`` has its n and interval; None for a number by hand, which is ``value`` alone.
    ``source`` is the id of the reading or round, empty for the baseline.
    """

    date: str
    value: float | None
    figure: Figure | None
    source: str = ""

    @property
    def n(self) -> int | None:
        """How many answers or cases it rests on; None for a number by hand."""
        return None if self.figure is None else self.figure.n


@dataclass(frozen=True, slots=True)
class Effect:
    """A measure over time. ``points`` are those after the baseline, earliest first.

    ``change`` compares the last of them with the baseline; None where one is missing or where
    numbers by hand leave nothing to judge chance by. ``reached`` says whether the last value is
    at the target or beyond, in the good direction; None without a target or value.
    ``question`` is what is asked, or counted; None: a number by hand, without a ``unit``, or a
    question that is gone, of which nothing is known any more.
    """

    kpi: Kpi
    baseline: Point | None
    points: tuple[Point, ...]
    change: Change | None
    reached: bool | None
    question: Question | None = None

    @property
    def last(self) -> Point | None:
        """The newest value."""
        return self.points[-1] if self.points else None

    @property
    def unit(self) -> FigureKind | None:
        """What values and target are: points, shares 0 to 1, or means; None: numbers by hand."""
        return None if self.question is None else figure_of_values(self.question, {}).kind

    @property
    def series(self) -> tuple[Point, ...]:
        """All values with the baseline among them, earliest first."""
        first = (self.baseline,) if self.baseline is not None else ()
        return tuple(sorted((*first, *self.points), key=lambda point: point.date))

    @property
    def high_is_good(self) -> bool:
        """Say whether more is better."""
        if self.question is None:
            return self.kpi.better == Better.HIGH
        return figure_of_values(self.question, {}).higher_is_better


def effect_of(snapshot: Snapshot, counts: Counts, kpi: Kpi) -> Effect:
    """Return what became of a measure.

    A measure by question has the answers of each round begun after the baseline was taken.
    """
    question = _question(snapshot, kpi)
    baseline = _baseline(kpi, question)
    points = tuple(_points(snapshot, counts, kpi, question))
    last = points[-1] if points else None
    change = None
    if baseline and last and last.date >= baseline.date:
        one, two = baseline.figure, last.figure
        change = compare_figures(one, two) if one and two and one.n and two.n else None
    made = Effect(kpi, baseline, points, change, None, question)
    return replace(made, reached=_reached(made))


def effects_of_plan(snapshot: Snapshot, counts: Counts, plan_id: str) -> tuple[Effect, ...]:
    """Return what became of each measure of a plan, in order."""
    kpis = snapshot.select(indexes.KPIS_OF_PLAN, plan_id)
    in_order = sorted(kpis, key=lambda k: (k.position, k.id))
    return tuple(effect_of(snapshot, counts, kpi) for kpi in in_order)


def baseline_values(kpi: Kpi) -> Mapping[float, int]:
    """Return the histogram that a measure keeps from before; entries that are none are left out."""
    found: dict[float, int] = {}
    for entry in kpi.baseline:
        value, _colon, n = entry.partition(":")
        try:
            found[float(value)] = found.get(float(value), 0) + int(n)
        except ValueError:
            continue
    return found


def _question(snapshot: Snapshot, kpi: Kpi) -> Question | None:
    """The question behind a measure; a count is one of yes and no. None: a number by hand."""
    if kpi.kind == KpiKind.COUNT:
        return Question(kpi.id, "", QuestionKind.COUNT, kpi.text, better=kpi.better)
    if kpi.kind == KpiKind.QUESTION:
        known = snapshot.find(Question, kpi.question)
        return known if known is not None and is_counted(known) else None
    return None


def _baseline(kpi: Kpi, question: Question | None) -> Point | None:
    values = baseline_values(kpi)
    if not values or (question is None and kpi.kind == KpiKind.QUESTION):
        return None
    if question is None:
        return Point(kpi.baseline_date, next(iter(values)), None)
    figure = figure_of_values(question, values)
    return Point(kpi.baseline_date, figure.score, figure)


def _points(
    snapshot: Snapshot, counts: Counts, kpi: Kpi, question: Question | None
) -> Iterator[Point]:
    if kpi.kind == KpiKind.QUESTION:
        if question is not None:
            yield from _of_rounds(snapshot, counts, kpi, question)
        return
    for reading in _in_time(snapshot.select(indexes.READINGS_OF_KPI, kpi.id)):
        if question is None:
            yield Point(reading.date, reading.value, None, reading.id)
            continue
        if reading.n is None:
            continue  # of a damaged file: a count always says of how many
        yes = int(reading.value)
        figure = figure_of_values(question, {1.0: yes, 0.0: reading.n - yes}, reading.id)
        yield Point(reading.date, figure.score, figure, reading.id)


def _of_rounds(snapshot: Snapshot, counts: Counts, kpi: Kpi, question: Question) -> Iterator[Point]:
    for one in rounds_of(snapshot, question, counts):
        if one.started > kpi.baseline_date:
            figure = figure_of(question, counts, one.id)
            if figure.n:
                yield Point(one.started, figure.score, figure, one.id)


def _in_time(readings: Iterable[Reading]) -> list[Reading]:
    return sorted(readings, key=lambda r: (r.date, r.id))


def _reached(effect: Effect) -> bool | None:
    target, last = effect.kpi.target, effect.last
    if target is None or last is None or last.value is None:
        return None
    return last.value >= target if effect.high_is_good else last.value <= target
