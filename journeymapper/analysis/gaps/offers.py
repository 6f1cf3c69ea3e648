"""Gaps between what we offer, promise and others do: G05 to G08."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeymapper.analysis.gaps.look import Look
from journeymapper.analysis.gaps.types import Found
from journeymapper.analysis.histogram import Summary, below, summary
from journeymapper.analysis.persona_channels import channels_apart
from journeymapper.analysis.step_answers import SCORE, in_latest, latest, on_scale, questions_at
from journeymapper.analysis.time_gap import time_ratio
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Channel, Persona, Question, Rating, Touchpoint
from journeymapper.domain.evidence import Grade, grade
from journeymapper.domain.kinds import (
    Measure,
    PersonaStatus,
    QuestionKind,
    SourceKind,
    TimeUnit,
)
from journeymapper.domain.message import Message, _
from journeymapper.domain.months import months_later

MISMATCH = 0.2
WANTED = 0.1
BADLY_WANTED = 0.25
"""Shares from which channels do not fit, one is missed, and one is missed badly."""

OLD_MONTHS = 18
"""A competitor's score is worth something for so many months."""

SPREAD = 2.0
WEAK = 2.0
FEWEST = 5
"""Channels this far apart are inconsistent, and a mark of so much or less; so many answers each."""

SLOW = 1.5
"""A wait this many times what was promised is a gap."""


def channels(look: Look) -> Iterator[Found]:
    """G05: the channels we offer are not those that are wanted (B18); g = the mismatch."""
    for persona in queries.personas(look.snapshot):
        if persona.status == PersonaStatus.RETIRED:
            continue
        shares = look.snapshot.select(indexes.SHARES_OF_PERSONA, persona.id)
        found = channels_apart(shares)
        if found is None:
            yield look.open(
                "G05", persona.id, _("Nobody said which channels are offered and preferred.")
            )
            continue
        channel, wanted = found.absent[0] if found.absent else ("", 0.0)
        if found.share < MISMATCH and wanted < WANTED:
            continue
        name = look.snapshot.get(Channel, channel).name if channel else ""
        yield look.measured(
            "G05",
            persona.id,
            _channel_text(look, persona, name, wanted),
            found.share,
            value=found.share,
            inputs={"mismatch": found.share, "absent": name or None, "wanted": wanted},
            evidence=min((grade(s.source, s.n) for s in shares), default=Grade.E),
            persona=persona.id,
            least="high" if wanted >= BADLY_WANTED else "",
        )


def _channel_text(look: Look, persona: Persona, absent: str, share: float) -> Message:
    name = look.called(persona.id)
    if not absent or share < WANTED:
        return _("{persona} would rather use other channels than those we offer.", persona=name)
    return _(
        "{persona} would use {channel} for {share} % of contacts, and we do not offer it.",
        persona=name,
        channel=absent,
        share=round(100 * share),
    )


def competitors(look: Look) -> Iterator[Found]:
    """G06: somebody else does it better, by a number not older than 18 months; g = D / 9."""
    oldest = months_later(look.today, -OLD_MONTHS).isoformat()
    for step in look.steps():
        ours = look.score(step.id)
        theirs = [r for r in _competing(look, step) if r.date >= oldest]
        if ours is None or not theirs:
            yield look.open("G06", step.id, _("There is no recent score of others for this step."))
            continue
        best = max(theirs, key=lambda rating: rating.value)
        if best.value > ours.mean:
            name = best.perspective.partition(":")[2]
            interval = ours.summary.interval
            sourced = bool(best.citation.strip())
            yield look.measured(
                "G06",
                step.id,
                _(
                    "{step}: {other} gets {theirs} of 10, we get {ours}.",
                    step=step.name,
                    other=name,
                    theirs=round(best.value, 1),
                    ours=round(ours.mean, 1),
                ),
                (best.value - ours.mean) / 9,
                value=best.value - ours.mean,
                inputs={"ours": ours.mean, "theirs": best.value, "n": ours.n, "date": best.date},
                evidence=ours.grade if sourced else Grade.E,
                certain=interval is not None and interval[1] < best.value,
                interval=below(best.value, interval),
            )


def _competing(look: Look, step: Touchpoint) -> list[Rating]:
    ratings = look.snapshot.select(indexes.RATINGS_OF_TOUCHPOINT, step.id)
    return [
        r
        for r in ratings
        if r.measure == Measure.PERFORMANCE and r.perspective.startswith("competitor:") and r.date
    ]


def consistency(look: Look) -> Iterator[Found]:
    """G07: it depends on the channel; g = (best - worst) / 9 on scores, / 4 on marks 1 to 5.

    Scores of channels are those of the last round.
    """
    for step in look.steps():
        marks = _marks(look, step)
        scores = _by_channel(look, step)
        if len(scores) >= 2:
            best, worst = max(scores.values(), key=_mean), min(scores.values(), key=_mean)
            apart = best.mean - worst.mean
            if apart >= SPREAD:
                low = next(name for name, found in scores.items() if found is worst)
                yield look.measured(
                    "G07",
                    step.id,
                    _(
                        "{step} depends on the channel: {low} of 10 by {channel}, {high} at best.",
                        step=step.name,
                        low=round(worst.mean, 1),
                        channel=low,
                        high=round(best.mean, 1),
                    ),
                    apart / 9,
                    value=apart,
                    inputs={name: found.mean for name, found in scores.items()},
                    evidence=grade(SourceKind.SURVEY, min(s.n for s in scores.values())),
                )
        elif marks:
            apart = max(marks.values()) - min(marks.values())
            if apart >= SPREAD or min(marks.values()) <= WEAK:
                yield look.measured(
                    "G07",
                    step.id,
                    _("{step} is not the same on every channel.", step=step.name),
                    apart / 4,
                    value=apart,
                    inputs=dict(marks),
                    evidence=Grade.D,
                )
        else:
            yield look.open("G07", step.id, _("There are no scores for two channels."))


def _mean(found: Summary) -> float:
    return found.mean


def _marks(look: Look, step: Touchpoint) -> dict[str, float]:
    """Return marks 1 to 5 by ``channel:ID:what``."""
    ratings = look.snapshot.select(indexes.RATINGS_OF_TOUCHPOINT, step.id)
    return {
        r.perspective: r.value
        for r in ratings
        if r.measure == Measure.CONSISTENCY and r.perspective.startswith("channel:")
    }


def _by_channel(look: Look, step: Touchpoint) -> dict[str, Summary]:
    for question in questions_at(look.snapshot, step.id, QuestionKind.CSAT):
        ids = {cell.channel for cell in look.counts.cells(question.id) if cell.channel}
        found: dict[str, Summary] = {}
        for id_ in sorted(ids):
            channel = look.snapshot.find(Channel, id_)
            figures = summary(_of_channel(look, question, id_), on_scale(question, SCORE))
            if channel is not None and figures is not None and figures.n >= FEWEST:
                found[channel.name] = figures
        if len(found) >= 2:
            return found
    return {}


def _of_channel(look: Look, question: Question, channel: str) -> Mapping[float, int]:
    newest = in_latest(look.snapshot, look.counts, question.id)
    return look.counts.values(question.id, lambda cell: cell.channel == channel and newest(cell))


_MINUTES = {TimeUnit.MINUTES: 1.0, TimeUnit.HOURS: 60.0, TimeUnit.DAYS: 1440.0}
_TIMED: dict[TimeUnit, Message] = {
    TimeUnit.MINUTES: _("We promise {promised} minutes and it takes {actual}."),
    TimeUnit.HOURS: _("We promise {promised} hours and it takes {actual}."),
    TimeUnit.DAYS: _("We promise {promised} days and it takes {actual}."),
}


def waits(look: Look) -> Iterator[Found]:
    """G08: it takes longer than promised (B19); g = min(1, (ratio - 1) / 5) from 1.5 on."""
    for step in look.steps():
        actual, n, sure, spread = _actual(look, step)
        ratio = time_ratio(actual, step.wait_promised)
        if ratio is None or actual is None or step.wait_promised is None:
            yield look.open("G08", step.id, _("There is no promised and measured time."))
        elif ratio >= SLOW:
            text = Message(
                _TIMED[step.wait_unit].key,
                promised=_short(step.wait_promised),
                actual=_short(actual),
            )
            yield look.measured(
                "G08",
                step.id,
                text,
                min(1.0, (ratio - 1) / 5),
                value=ratio,
                inputs={
                    "promised": step.wait_promised,
                    "actual": actual,
                    "unit": step.wait_unit.value,
                    "n": n,
                },
                evidence=sure,
                interval=_over(spread, step.wait_promised),
            )


def _over(interval: tuple[float, float] | None, promised: float) -> tuple[float, float] | None:
    return None if interval is None else (interval[0] / promised, interval[1] / promised)


def _actual(
    look: Look, step: Touchpoint
) -> tuple[float | None, int | None, Grade, tuple[float, float] | None]:
    """Return the time it takes in the step's unit, of how many cases, how sure, its interval."""
    for question in questions_at(look.snapshot, step.id, QuestionKind.NUMBER):
        unit = _unit(question)
        found = summary(latest(look.snapshot, look.counts, question.id))
        if unit is not None and found is not None:
            stretch = _MINUTES[unit] / _MINUTES[step.wait_unit]
            ends = found.interval
            spread = None if ends is None else (ends[0] * stretch, ends[1] * stretch)
            sure = grade(SourceKind.SURVEY, found.n)
            return found.mean * stretch, found.n, sure, spread
    return step.wait_actual, None, Grade.D, None


def _unit(question: Question) -> TimeUnit | None:
    return next((unit for unit in TimeUnit if unit.value == question.unit.casefold()), None)


def _short(value: float) -> float | int:
    return int(value) if value == int(value) else round(value, 1)
