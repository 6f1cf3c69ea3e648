"""Service recovery (R028-R030, R036, B10, B24): how quickly, with what effect, what comes later.

A recovery mends damage; it is never shown as a gain (method B24).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, tzinfo
from statistics import median

from journeymapper.analysis.comparison import Comparison, mcnemar
from journeymapper.analysis.question_figures import satisfied_from
from journeymapper.domain import alerts
from journeymapper.domain.entities import Alert, FollowUp, Question, Recovery
from journeymapper.domain.instants import read_instant
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.kinds_plan import AlertState
from journeymapper.domain.months import months_later
from journeymapper.domain.scales import goodness, upright
from journeymapper.domain.snapshot import Snapshot

LATER_MONTHS = (12, 24)
"""When a later gesture is proposed, in months after the failure (R030)."""

NO_DETRACTOR = 7
"""From this mark on a customer would not advise against us."""

_MOST_TIMES = 50
"""So many times the pairs so far are tried, to say how many more would do."""

_EASY = 4 / 6
"""From this part of its scale on, something was easy (5 of 1 to 7)."""


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Minutes from the failure to each answer to it; None where it was not noted."""

    acknowledged: float | None
    response: float | None
    fixed: float | None


def elapsed(recovery: Recovery) -> Elapsed:
    """Return how long a recovery took."""
    start = recovery.happened_at
    return Elapsed(
        _minutes(start, recovery.acknowledged_at),
        _minutes(start, recovery.responded_at),
        _minutes(start, recovery.fixed_at),
    )


def same_day(recovery: Recovery, zone: tzinfo | None) -> bool | None:
    """Say whether it was mended on the local day of the failure; None where that is unknown.

    ``zone`` None is the zone of this computer.
    """
    happened, fixed = read_instant(recovery.happened_at), read_instant(recovery.fixed_at)
    if happened is None or fixed is None:
        return None
    return happened.astimezone(zone).date() == fixed.astimezone(zone).date()


def checklist(recovery: Recovery, prompt_minutes: float) -> dict[str, bool | None]:
    """Return what a good recovery has: acknowledged, owned, prompt, beyond; None: not known.

    Prompt is a first response within ``prompt_minutes`` of the failure.
    """
    first = elapsed(recovery).response
    return {
        "acknowledged": bool(recovery.acknowledged_at) or None,
        "owned": recovery.owned,
        "prompt": None if first is None else first <= prompt_minutes,
        "beyond": recovery.beyond,
    }


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle, the shortest and the longest of ``n`` times, in minutes."""

    n: int
    median: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Times:
    """How quickly we mend at a step (None: at no step): to the first response, to the end."""

    step: str | None
    response: Spread | None
    fixed: Spread | None


def times_by_step(snapshot: Snapshot) -> tuple[Times, ...]:
    """Return the times of recoveries, and of alerts that have none, by step (R036)."""
    responses: dict[str | None, list[float]] = {}
    ends: dict[str | None, list[float]] = {}
    own = {r.alert for r in snapshot.table(Recovery).values()}
    for recovery in snapshot.table(Recovery).values():
        took = elapsed(recovery)
        _note(responses, recovery.touchpoint, took.response)
        _note(ends, recovery.touchpoint, took.fixed)
    for alert in snapshot.table(Alert).values():
        if alert.id not in own:
            first, end = alert_times(snapshot, alert)
            _note(responses, alert.touchpoint, first)
            _note(ends, alert.touchpoint, end)
    steps = dict.fromkeys((*responses, *ends))
    return tuple(Times(s, spread(responses.get(s, ())), spread(ends.get(s, ()))) for s in steps)


def alert_times(snapshot: Snapshot, alert: Alert) -> tuple[float | None, float | None]:
    """Return the minutes from the first opening of an alert to contact, and to its last end.

    The end is None while it is not resolved, or is open again (R015).
    """
    first: float | None = None
    end: float | None = None
    for move in alerts.events(snapshot, alert.id):
        if move.state == AlertState.CONTACTED and first is None:
            first = _minutes(alert.opened, move.at)
        if move.state == AlertState.RESOLVED:
            end = _minutes(alert.opened, move.at)
        if move.state == AlertState.REOPENED:
            end = None
    return first, end


def spread(minutes: Iterable[float]) -> Spread | None:
    """Return the middle and the ends of some times; None for none."""
    known = sorted(minutes)
    return Spread(len(known), median(known), known[0], known[-1]) if known else None


@dataclass(frozen=True, slots=True)
class Paired:
    """One question asked of the same customers before and after (B10).

    ``better`` became satisfied, ``worse`` no longer are; ``change`` compares only these two.
    """

    question: str
    n: int
    satisfied_before: int
    satisfied_after: int
    better: int
    worse: int
    change: Comparison


def paired(snapshot: Snapshot) -> tuple[Paired, ...]:
    """Return the pairs of scores by question; customers without both scores are left out."""
    pairs: dict[str, list[tuple[bool, bool]]] = {}
    for recovery in snapshot.table(Recovery).values():
        question = snapshot.find(Question, recovery.question)
        if question is None:
            continue
        before = satisfied(question, recovery.score_before)
        after = satisfied(question, recovery.score_after)
        if before is not None and after is not None:
            pairs.setdefault(question.id, []).append((before, after))
    return tuple(_paired(question, known) for question, known in sorted(pairs.items()))


def satisfied(question: Question, value: float | None) -> bool | None:
    """Say whether a mark is a satisfied one; None where its question cannot tell.

    Recommend: 7 or more. Satisfied: as the question says. Easy: 5 of 7. Yes and no: the good one.
    """
    if value is None or question.kind not in _TELLING:
        return None
    if question.kind == QuestionKind.NPS:
        return value >= NO_DETRACTOR
    if question.kind == QuestionKind.CSAT:
        return upright(question, value) >= satisfied_from(question)
    return goodness(question, value) >= (_EASY if question.kind == QuestionKind.CES else 1)


_TELLING = (QuestionKind.NPS, QuestionKind.CSAT, QuestionKind.CES, QuestionKind.COUNT)


def more_pairs(row: Paired) -> int | None:
    """Return about how many more pairs would settle it if they went on as those so far.

    None when it is settled, or when as many became better as worse.
    """
    if row.better == row.worse or row.change.verdict in ("higher", "lower"):
        return None
    for times in range(2, _MOST_TIMES + 1):
        found = mcnemar(row.better * times, row.worse * times, row.n * times)
        if found.verdict in ("higher", "lower"):
            return (times - 1) * row.n
    return None


def later_dates(happened: date) -> tuple[date, ...]:
    """Return when later gestures are proposed: 12 and 24 months after."""
    return tuple(months_later(happened, months) for months in LATER_MONTHS)


def due_gestures(snapshot: Snapshot, today: date) -> tuple[FollowUp, ...]:
    """Return the later gestures whose day has come and that are not done, earliest first."""
    found = (
        one
        for one in snapshot.table(FollowUp).values()
        if one.date and not one.done and one.date <= today.isoformat()
    )
    return tuple(sorted(found, key=lambda one: (one.date, one.id)))


def _paired(question: str, known: list[tuple[bool, bool]]) -> Paired:
    better = sum(after and not before for before, after in known)
    worse = sum(before and not after for before, after in known)
    return Paired(
        question,
        len(known),
        sum(before for before, _after in known),
        sum(after for _before, after in known),
        better,
        worse,
        mcnemar(better, worse, len(known)),
    )


def _minutes(start: str, end: str) -> float | None:
    begun, ended = read_instant(start), read_instant(end)
    if begun is None or ended is None:
        return None
    return (ended - begun).total_seconds() / 60


def _note(found: dict[str | None, list[float]], step: str | None, minutes: float | None) -> None:
    if minutes is not None:
        found.setdefault(step, []).append(minutes)
