"""Gaps in how it feels and how hard it is, and who has it worse: G17, G18, G24."""

from __future__ import annotations

from collections.abc import Iterator

from journeymapper.analysis.emotion import emotion_curve
from journeymapper.analysis.gaps.look import Look
from journeymapper.analysis.gaps.measured import ease
from journeymapper.analysis.gaps.types import Found
from journeymapper.analysis.histogram import (
    Summary,
    difference_interval,
    excludes_zero,
    summary,
)
from journeymapper.analysis.metrics import PASSIVE, PROMOTER
from journeymapper.analysis.priorities import MIDDLE
from journeymapper.analysis.scores import RAW
from journeymapper.analysis.step_answers import SCORE, in_latest, on_scale
from journeymapper.domain import queries
from journeymapper.domain.counts import Cell
from journeymapper.domain.entities import Feeling, JourneyMap, Persona, Question, Touchpoint
from journeymapper.domain.evidence import grade
from journeymapper.domain.kinds import QuestionKind, SourceKind, Tier
from journeymapper.domain.message import Message, _

HARD_SHARE = 0.2
LOW_MEAN = 5.0
"""From so many who find it hard, or below this mean of 7, a step is too hard."""

LOW = -2
WORST = -5

HAPPIEST = 4
NOT_GOOD = -2
"""The feelings of two of the five faces; a mean is nearest to "not good" from half of it on."""

APART = 1.5
APART_POINTS = 20.0
FEWEST = 5
"""Groups this far apart (of 10, or in points) are treated unequally; so many answers each."""


def effort(look: Look) -> Iterator[Found]:
    """G17: it is too hard; g = (7 - mean) / 6 when 20 % find it hard or the mean is below 5."""
    for step in look.steps():
        known = ease(look.snapshot, look.counts, step.id)
        if known is None:
            yield look.open("G17", step.id, _("Nobody was asked how easy this step is."))
            continue
        found, hard = known
        if (hard is not None and hard >= HARD_SHARE) or found.mean < LOW_MEAN:
            interval = found.summary.interval
            yield look.measured(
                "G17",
                step.id,
                _("{step} is not easy: {mean} of 7.", step=step.name, mean=round(found.mean, 1)),
                (7 - found.mean) / 6,
                value=found.mean,
                inputs={"mean": found.mean, "hard": hard, "n": found.n},
                evidence=found.grade,
                certain=interval is not None and interval[1] < LOW_MEAN,
                interval=interval,
            )


def feelings(look: Look) -> Iterator[Found]:
    """G18: a low, a fall of two or more, or an end at 0 or below (B22); g = -value / 5.

    What customers answered counts as a feeling too: the best mark of their scale is the happiest
    of the five faces, the worst the unhappiest.
    """
    for journey in look.maps():
        for persona in queries.personas(look.snapshot):
            yield from _curve(look, journey, persona)
    for step in look.steps():
        yield from _marked(look, step)


def _marked(look: Look, step: Touchpoint) -> Iterator[Found]:
    """Judge what was counted at a step: it is low where "not good" is the nearest face."""
    known = look.score(step.id)
    if known is None or not known.question or known.n < RAW:
        return  # nobody was asked, or too few for a figure
    value = HAPPIEST * (known.mean - MIDDLE) / (SCORE[1] - MIDDLE)
    if value <= NOT_GOOD / 2:
        interval = known.summary.interval
        yield look.measured(
            "G18",
            step.id,
            _(
                "{step} gets {score} of 10 from those who were asked.",
                step=step.name,
                score=round(known.mean, 1),
            ),
            value / WORST,
            value=known.mean,
            inputs={"performance": known.mean, "n": known.n},
            evidence=known.grade,
            certain=interval is not None and interval[1] < MIDDLE,
            interval=interval,
        )


def _curve(look: Look, journey: JourneyMap, persona: Persona) -> Iterator[Found]:
    steps = queries.touchpoints_of_map(look.snapshot, journey.id)
    felt = [queries.feeling_of(look.snapshot, step.id, persona.id) for step in steps]
    if not any(felt):
        if persona.id in journey.personas:
            yield look.open("G18", journey.id, _("Nobody said how this visit feels."))
        return
    curve = emotion_curve([None if f is None else f.value for f in felt])
    falls = {to: change for _start, to, change in curve.drops}
    worst = min(falls, key=falls.__getitem__) if falls else None
    last = max(i for i, f in enumerate(felt) if f is not None)
    for i, feeling in enumerate(felt):
        if feeling is None:
            continue
        ends_badly = i == last and feeling.value <= 0
        if feeling.value <= LOW or i in falls or ends_badly:
            text = _felt(look, persona, feeling, falls.get(i), biggest=i == worst)
            yield look.measured(
                "G18",
                steps[i].id,
                text,
                max(0.0, feeling.value / WORST),
                value=float(feeling.value),
                inputs={"feeling": feeling.value, "fall": falls.get(i), "n": feeling.n},
                evidence=grade(feeling.source, feeling.n),
                persona=persona.id,
            )


def _felt(
    look: Look, persona: Persona, feeling: Feeling, fall: int | None, *, biggest: bool
) -> Message:
    name = look.called(persona.id)
    if fall is None:
        return _("{persona} feels {value} here.", persona=name, value=_signed(feeling.value))
    before, after = _signed(feeling.value - fall), _signed(feeling.value)
    if biggest:
        return _(
            "{persona}’s feeling falls from {before} to {after} here, the biggest drop of "
            "the visit.",
            persona=name,
            before=before,
            after=after,
        )
    return _(
        "{persona}’s feeling falls from {before} to {after} here.",
        persona=name,
        before=before,
        after=after,
    )


def _signed(value: int) -> str:
    return f"+{value}" if value > 0 else str(value).replace("-", "−")


_NO_GROUPS = _("No question was answered by two groups, five of each, in its last round.")


def groups(look: Look) -> Iterator[Found]:
    """G24: one group of customers has it worse; g = D / range when chance cannot explain it.

    Groups are compared within the last round.
    """
    judged = False
    for question in sorted(look.snapshot.table(Question).values(), key=lambda q: q.id):
        if question.kind not in (QuestionKind.NPS, QuestionKind.CSAT) or not look.counts.cells(
            question.id
        ):
            continue
        for kind in ("tier", "persona"):
            found = _groups(look, question, kind)
            if len(found) >= 2:
                judged = True
                yield from _apart(look, question, kind, found)
    if not judged:
        yield look.open("G24", "", _NO_GROUPS)


def _groups(look: Look, question: Question, kind: str) -> dict[str, Summary]:
    scaled = _net if question.kind == QuestionKind.NPS else on_scale(question, SCORE)
    newest = in_latest(look.snapshot, look.counts, question.id)
    names = {getattr(cell, kind) for cell in look.counts.cells(question.id)} - {""}
    found = {}
    for name in sorted(names):

        def wanted(cell: Cell, name: str = name) -> bool:
            return getattr(cell, kind) == name and newest(cell)

        figures = summary(look.counts.values(question.id, wanted), scaled)
        if figures is not None and figures.n >= FEWEST:
            found[name] = figures
    return found


def _net(mark: float) -> float:
    return 1.0 if mark >= PROMOTER else -1.0 if mark < PASSIVE else 0.0


def _apart(look: Look, question: Question, kind: str, found: dict[str, Summary]) -> Iterator[Found]:
    points = question.kind == QuestionKind.NPS
    low, high = min(found, key=lambda n: found[n].mean), max(found, key=lambda n: found[n].mean)
    apart = found[high].mean - found[low].mean
    limit = APART_POINTS / 100 if points else APART
    between = difference_interval(found[low], found[high])
    if apart < limit or not excludes_zero(between):
        return
    names = {name: _called(look, kind, name) for name in (low, high)}
    yield look.measured(
        "G24",
        question.touchpoint or question.id,
        _("{worse} has it worse than {better}.", worse=names[low], better=names[high]),
        apart / (2 if points else 9),
        value=100 * apart if points else apart,
        inputs={"low": found[low].mean, "high": found[high].mean, "question": question.id},
        evidence=grade(SourceKind.SURVEY, min(found[low].n, found[high].n)),
        persona=low if kind == "persona" else None,
        interval=_times(between, 100 if points else 1),
        raised=kind == "tier" and low == Tier.FIRST.value and high == Tier.THIRD.value,
    )


def _times(interval: tuple[float, float] | None, factor: float) -> tuple[float, float] | None:
    return None if interval is None else (factor * interval[0], factor * interval[1])


def _called(look: Look, kind: str, name: str) -> str | Message:
    if kind == "persona":
        return look.called(name) if look.snapshot.find(Persona, name) else name
    return _("Tier {tier}", tier=name)
