"""Gaps between what customers want and what they get: G01 to G04."""

from __future__ import annotations

from collections.abc import Iterator

from journeymapper.analysis.gaps.look import Look
from journeymapper.analysis.gaps.measured import Measured, measured_rating
from journeymapper.analysis.gaps.types import Found
from journeymapper.analysis.histogram import (
    below,
    difference_interval,
    excludes_zero,
    shortfall,
    summary,
)
from journeymapper.analysis.metrics import wilson
from journeymapper.analysis.priorities import importance_performance
from journeymapper.analysis.step_answers import SCORE, latest, on_scale
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Feeling, Question, Rating, Touchpoint
from journeymapper.domain.evidence import Grade, grade
from journeymapper.domain.kinds import Measure, QuestionKind, Respondent, SourceKind
from journeymapper.domain.map_pairs import future_of
from journeymapper.domain.message import _
from journeymapper.domain.scales import upright

TEN = 9
"""The width of a scale from 1 to 10."""

SHORTFALL = 2.0
"""Importance this much above performance is a gap wherever the lines of the chart lie."""

BELIEF = 1.5
FEWEST = 5
"""A difference of employees and customers counts from this on, and with so many of each."""

_ORDER = list(Grade)


def weaker(one: Grade, other: Grade) -> Grade:
    """Return the less sure of two grades."""
    return max(one, other, key=_ORDER.index)


def expectation(look: Look) -> Iterator[Found]:
    """G01: customers expect more than they get (5-gap model, gap 5); g = (E - P) / 9."""
    for step in look.steps():
        wanted = look.score(step.id, Measure.EXPECTATION)
        got = look.score(step.id)
        if wanted is None or got is None:
            reason = _("Nobody was asked what they expect here.")
            if wanted is not None:
                reason = _("Nobody was asked how it was here.")
            yield look.open("G01", step.id, reason)
        elif wanted.mean > got.mean:
            between = difference_interval(got.summary, wanted.summary)
            yield look.measured(
                "G01",
                step.id,
                _(
                    "{step}: people expect {expected} of 10 and get {got}.",
                    step=step.name,
                    expected=round(wanted.mean, 1),
                    got=round(got.mean, 1),
                ),
                (wanted.mean - got.mean) / TEN,
                value=wanted.mean - got.mean,
                inputs={"expected": wanted.mean, "experienced": got.mean, "n": got.n},
                evidence=weaker(wanted.grade, got.grade),
                certain=excludes_zero(between),
                interval=between,
            )


def importance(look: Look) -> Iterator[Found]:
    """G02: it matters more than we do well (Martilla and James); g = max(0, I - P) / 9."""
    for journey in look.maps():
        known: list[tuple[Touchpoint, Measured, Measured]] = []
        for step in queries.touchpoints_of_map(look.snapshot, journey.id):
            matters, does = look.score(step.id, Measure.IMPORTANCE), look.score(step.id)
            if matters is None or does is None:
                reason = _("Nobody said how important this step is.")
                if matters is not None:
                    reason = _("There is no score of this step.")
                yield look.open("G02", step.id, reason)
            else:
                known.append((step, matters, does))
        items = [
            (s.id, m.mean, d.mean, m.summary.interval, d.summary.interval) for s, m, d in known
        ]
        chart = importance_performance(items, look.settings.crosshair)
        for step, matters, does in known:
            short = matters.mean - does.mean
            if chart.quadrants[step.id] == "Q1" or round(short, 9) >= SHORTFALL:
                yield look.measured(
                    "G02",
                    step.id,
                    _(
                        "{step} matters {importance} of 10 and gets {score}.",
                        step=step.name,
                        importance=round(matters.mean, 1),
                        score=round(does.mean, 1),
                    ),
                    short / TEN,
                    value=short,
                    inputs={
                        "importance": matters.mean,
                        "performance": does.mean,
                        "n": does.n,
                        "quadrant": chart.quadrants[step.id],
                    },
                    evidence=weaker(matters.grade, does.grade),
                    certain=step.id not in chart.uncertain,
                    interval=shortfall(matters.summary, does.summary),
                )


def target(look: Look) -> Iterator[Found]:
    """G03: short of what we want to reach; g = what is missing / the range of the scale."""
    for step in look.steps():
        found = list(_missed(look, step))
        if found:
            yield max(found, key=lambda gap: getattr(gap, "severity", 0.0))
        elif not _has_target(look, step):
            yield look.open("G03", step.id, _("Nobody said what this step should reach."))


def _missed(look: Look, step: Touchpoint) -> Iterator[Found]:
    for question in look.snapshot.select(indexes.QUESTIONS_OF_TOUCHPOINT, step.id):
        if question.target is not None and question.low is not None and question.high is not None:
            yield from _missed_in_question(look, step, question, question.target)
    aim, now = _target_rating(look, step), look.score(step.id)
    if aim is not None and now is not None and aim.value > now.mean:
        yield look.measured(
            "G03",
            step.id,
            _(
                "{step}: we want {target} of 10 and are at {now}.",
                step=step.name,
                target=round(aim.value, 1),
                now=round(now.mean, 1),
            ),
            (aim.value - now.mean) / TEN,
            value=aim.value - now.mean,
            inputs={"target": aim.value, "now": now.mean, "n": now.n},
            evidence=now.grade,
            certain=now.summary.interval is not None and now.summary.interval[1] < aim.value,
            interval=below(aim.value, now.summary.interval),
        )
    yield from _missed_feelings(look, step)


def _missed_in_question(
    look: Look, step: Touchpoint, question: Question, aim: float
) -> Iterator[Found]:
    """Compare on the scale turned so that more is better; aim and mean are said as marked."""
    low, high = question.low or 0.0, question.high or 1.0
    marks = latest(look.snapshot, look.counts, question.id)
    found = summary(marks, lambda mark: upright(question, mark))
    wanted = upright(question, aim)
    if found is None or wanted <= found.mean:
        return
    interval, now = found.interval, upright(question, found.mean)
    text = _(
        "{step}: we want {target} and are at {now}.",
        step=step.name,
        target=round(aim, 1),
        now=round(now, 1),
    )
    if question.kind == QuestionKind.COUNT:
        share = wilson(round(found.mean * found.n), found.n)
        interval = (share.ci_low or 0.0, 1.0 if share.ci_high is None else share.ci_high)
        text = _(
            "“{question}”: {yes} of {n}, and we want {target} %.",
            question=question.short or question.text,
            yes=round(now * found.n),
            n=found.n,
            target=round(100 * aim),
        )
    yield look.measured(
        "G03",
        step.id,
        text,
        (wanted - found.mean) / (high - low),
        value=wanted - found.mean,
        inputs={"target": aim, "now": now, "n": found.n, "question": question.id},
        evidence=grade(SourceKind.SURVEY, found.n),
        certain=interval is not None and interval[1] < wanted,
        interval=below(wanted, interval),
    )


def _missed_feelings(look: Look, step: Touchpoint) -> Iterator[Found]:
    """Compare with the future map: the step of the same name there."""
    future = future_of(look.snapshot, queries.map_of(look.snapshot, step.id))
    if future is None:
        return
    later = queries.touchpoints_of_map(look.snapshot, future)
    same = next((one for one in later if one.name == step.name), None)
    if same is None:
        return
    now = {f.persona: f for f in queries.feelings(look.snapshot, step.id)}
    for aim in queries.feelings(look.snapshot, same.id):
        felt: Feeling | None = now.get(aim.persona)
        if felt is not None and aim.value > felt.value:
            yield look.measured(
                "G03",
                step.id,
                _(
                    "{step}: {persona} feels {now} and should feel {target}.",
                    step=step.name,
                    persona=look.called(aim.persona),
                    now=felt.value,
                    target=aim.value,
                ),
                (aim.value - felt.value) / TEN_FEELINGS,
                value=float(aim.value - felt.value),
                inputs={"target": aim.value, "now": felt.value, "n": felt.n},
                evidence=grade(felt.source, felt.n),
                persona=aim.persona,
            )


TEN_FEELINGS = 10
"""The width of the scale of feelings, -5 to +5."""


def _target_rating(look: Look, step: Touchpoint) -> Rating | None:
    ratings = look.snapshot.select(indexes.RATINGS_OF_TOUCHPOINT, step.id)
    wanted = ("target", Measure.PERFORMANCE)
    return next((r for r in ratings if (r.perspective, r.measure) == wanted), None)


def _has_target(look: Look, step: Touchpoint) -> bool:
    asked = look.snapshot.select(indexes.QUESTIONS_OF_TOUCHPOINT, step.id)
    answered = look.counts.questions()
    if any(q.target is not None and q.id in answered for q in asked):
        return True
    if _target_rating(look, step) is not None and look.score(step.id) is not None:
        return True
    return future_of(look.snapshot, queries.map_of(look.snapshot, step.id)) is not None


def belief(look: Look) -> Iterator[Found]:
    """G04: employees see it differently from customers (B20); g = difference / range."""
    for step in look.steps():
        pair = _both(look, step)
        if pair is None:
            yield look.open(
                "G04", step.id, _("Those we serve and employees were not both asked, five of each.")
            )
            continue
        theirs, ours = pair
        difference = ours.mean - theirs.mean
        if abs(difference) >= BELIEF:
            between = difference_interval(theirs.summary, ours.summary)
            yield look.measured(
                "G04",
                step.id,
                _(
                    "{step}: we believe it is {ours} of 10, and it is {theirs}.",
                    step=step.name,
                    ours=round(ours.mean, 1),
                    theirs=round(theirs.mean, 1),
                ),
                abs(difference) / TEN,
                value=difference,
                inputs={
                    "employees": ours.mean,
                    "customers": theirs.mean,
                    "n_employees": ours.n,
                    "n_customers": theirs.n,
                },
                evidence=theirs.grade,
                certain=excludes_zero(between),
                interval=between,
            )


def _both(look: Look, step: Touchpoint) -> tuple[Measured, Measured] | None:
    """Return what customers and employees say of the same thing, on 1 to 10; five of each."""
    for question in look.snapshot.select(indexes.QUESTIONS_OF_TOUCHPOINT, step.id):
        if question.low is None or question.high is None or question.kind == QuestionKind.CHOICE:
            continue
        made = [_asked(look, question, who) for who in Respondent]
        if made[0] is not None and made[1] is not None and min(m.n for m in made if m) >= FEWEST:
            return made[0], made[1]
    theirs, ours = (_rated_by(look, step, name) for name in ("customer", "staff"))
    if theirs is not None and ours is not None and min(theirs.n, ours.n) >= FEWEST:
        return theirs, ours
    return None


def _asked(look: Look, question: Question, who: Respondent) -> Measured | None:
    values = latest(look.snapshot, look.counts, question.id, who)
    found = summary(values, on_scale(question, SCORE))
    return None if found is None else Measured(found, grade(SourceKind.SURVEY, found.n))


def _rated_by(look: Look, step: Touchpoint, perspective: str) -> Measured | None:
    for rating in look.snapshot.select(indexes.RATINGS_OF_TOUCHPOINT, step.id):
        if rating.perspective == perspective and rating.measure == Measure.PERFORMANCE:
            return measured_rating(rating) if rating.n else None
    return None
