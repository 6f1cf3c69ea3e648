"""The figures behind the charts of gaps: for each chart one list, all on the same scales."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journeymapper.analysis.alerts.funnel import Funnel, funnel
from journeymapper.analysis.gaps.look import Look
from journeymapper.analysis.gaps.measured import Measured
from journeymapper.analysis.gaps.types import Gap, GapSettings
from journeymapper.analysis.priorities import IpaResult, importance_performance
from journeymapper.domain import queries
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import Channel, CommentMark, Theme
from journeymapper.domain.evidence import Grade
from journeymapper.domain.kinds import Measure, Respondent
from journeymapper.domain.snapshot import Snapshot

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Standing:
    """How much a step matters and how we do, both 1 to 10, with the interval of the latter."""

    step: str
    importance: float
    performance: float
    interval: Interval | None
    n: int
    sure: Grade


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of a subject on one scale, and on how many answers each rests."""

    subject: str
    first: float
    second: float
    n_first: int
    n_second: int


@dataclass(frozen=True, slots=True)
class Share:
    """What part of contacts a channel has, 0 to 1: offered by us and preferred by people."""

    name: str
    offered: float
    preferred: float


@dataclass(frozen=True, slots=True)
class Score:
    """A score of a step, 1 to 10, with its interval and how many answers it rests on."""

    step: str
    mean: float
    interval: Interval | None
    n: int
    sure: Grade


@dataclass(frozen=True, slots=True)
class GapPictures:
    """All lists; an empty one has no chart. ``importance_sure`` says who voted, at worst."""

    standings: tuple[Standing, ...]
    chart: IpaResult
    importance_sure: Grade | None
    importance_people: int
    expectations: tuple[Pair, ...]
    beliefs: tuple[Pair, ...]
    scores: tuple[Score, ...]
    channels: dict[str, tuple[Share, ...]]
    by_channel: dict[str, dict[str, float]]
    complaints: tuple[tuple[str, int], ...]
    called: Funnel | None = None


def make_pictures(
    snapshot: Snapshot,
    counts: Counts,
    today: date,
    gaps: tuple[Gap, ...],
    settings: GapSettings | None = None,
) -> GapPictures:
    """Gather the figures of all charts from the steps that are judged."""
    look = Look(snapshot, counts, today, settings or GapSettings())
    steps = [step.id for step in look.steps()]
    standings, sure, people = _standings(look, steps)
    chart = importance_performance(
        [(s.step, s.importance, s.performance, None, s.interval) for s in standings],
        look.settings.crosshair,
    )
    return GapPictures(
        standings,
        chart,
        sure,
        people,
        _pairs(look, steps, Measure.EXPECTATION, Measure.PERFORMANCE),
        _beliefs(look, steps),
        _scores(look, steps),
        _channels(snapshot, gaps),
        {
            gap.subject: {k: float(v) for k, v in gap.inputs.items() if isinstance(v, float | int)}
            for gap in gaps
            if gap.rule == "G07" and not any(name.startswith("channel:") for name in gap.inputs)
        },
        _complaints(snapshot),
        funnel(snapshot),
    )


def _standings(look: Look, steps: list[str]) -> tuple[tuple[Standing, ...], Grade | None, int]:
    found: list[Standing] = []
    grades: list[Grade] = []
    people = 0
    for step in steps:
        matters, does = look.score(step, Measure.IMPORTANCE), look.score(step)
        if matters is None or does is None:
            continue
        grades.append(matters.grade)
        people = max(people, matters.n)
        found.append(Standing(step, matters.mean, does.mean, _clipped(does), does.n, does.grade))
    return tuple(found), max(grades, default=None), people


def _clipped(one: Measured) -> Interval | None:
    found = one.summary.interval
    return None if found is None else (max(1.0, found[0]), min(10.0, found[1]))


def _pairs(look: Look, steps: list[str], one: Measure, other: Measure) -> tuple[Pair, ...]:
    found = [(step, look.score(step, one), look.score(step, other)) for step in steps]
    return tuple(
        Pair(step, a.mean, b.mean, a.n, b.n)
        for step, a, b in found
        if a is not None and b is not None
    )


def _beliefs(look: Look, steps: list[str]) -> tuple[Pair, ...]:
    """What employees and customers say of the same step; only where both were asked."""
    found: list[Pair] = []
    for step in steps:
        ours = look.score(step, Measure.PERFORMANCE, Respondent.EMPLOYEE)
        theirs = look.score(step)
        if ours is None or theirs is None or theirs.grade in (Grade.D, Grade.E):
            continue
        found.append(Pair(step, ours.mean, theirs.mean, ours.n, theirs.n))
    return tuple(found)


def _scores(look: Look, steps: list[str]) -> tuple[Score, ...]:
    """All scores, the lowest first."""
    found = [(step, look.score(step)) for step in steps]
    made = [Score(s, m.mean, _clipped(m), m.n, m.grade) for s, m in found if m is not None]
    return tuple(sorted(made, key=lambda one: one.mean))


def _channels(snapshot: Snapshot, gaps: tuple[Gap, ...]) -> dict[str, tuple[Share, ...]]:
    """Shares by persona, for those whose channels do not fit; the most wanted first."""
    found: dict[str, tuple[Share, ...]] = {}
    for gap in gaps:
        if gap.rule != "G05":
            continue
        rows = [
            Share(snapshot.get(Channel, one.channel).name, one.offered or 0.0, one.preferred or 0.0)
            for one in queries.channel_shares(snapshot, gap.subject)
        ]
        found[gap.subject] = tuple(sorted(rows, key=lambda s: (-s.preferred, s.name)))
    return found


def _complaints(snapshot: Snapshot) -> tuple[tuple[str, int], ...]:
    """How often each theme was met in comments whose mood is bad."""
    counted: dict[str, int] = {}
    for mark in snapshot.table(CommentMark).values():
        if mark.mood == -1:
            for theme in mark.themes:
                counted[theme] = counted.get(theme, 0) + 1
    names = [(snapshot.get(Theme, id_).name, n) for id_, n in counted.items()]
    return tuple(sorted(names, key=lambda pair: (-pair[1], pair[0])))
