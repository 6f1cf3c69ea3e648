"""What a friendly reader would ask about a map. Pure functions of a snapshot and a date.

Findings name steps, never people, and each is either a question or a fact that can be mended.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from journeymapper.analysis import check_words as say
from journeymapper.analysis.evidence_share import evidence_share
from journeymapper.analysis.naming import inside_word, sounds_like_us
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import JourneyMap, Lane, Persona, Stage, Touchpoint
from journeymapper.domain.kinds import LaneKind, Measure, MomentOfTruth, People
from journeymapper.domain.message import Message
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot

LOW = -3
"""A feeling of so much or less asks for an idea."""

MOST_STAGES = 7
MOMENTS = (3, 5)
"""So many moments of truth, from and to, are enough to act on."""

_IDEAS = (LaneKind.IDEA, LaneKind.OPPORTUNITY)


class Check(StrEnum):
    """What is looked at, in the order in which findings are shown."""

    NO_VOICE = "no voice"
    NO_MOMENTS = "no moments"
    MANY_MOMENTS = "many moments"
    OWNER = "owner"
    IDEA = "idea"
    MEASURE = "measure"
    EMPTY_STAGE = "empty stage"
    EMPTY_OWN_MAP = "empty own map"
    REVIEW = "review"
    CHANNEL = "channel"
    NAME = "name"
    MANY_STAGES = "many stages"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at. ``place`` is the id of a step, stage, persona or map, or ""."""

    check: Check
    place: str
    text: Message

    @property
    def key(self) -> str:
        """A name by which it is known again, whatever its sentence says."""
        return f"{self.check.value}:{self.place}"


def check_map(snapshot: Snapshot, map_id: str, today: date) -> tuple[Finding, ...]:
    """Return what there is to ask about a map; nothing about one without steps or stages."""
    look = _Look(snapshot, map_id, queries.project(snapshot).people)
    found = [*_whole(look), *_due(look, today)]
    for stage in queries.stages(snapshot, map_id):
        found += _stage(look, stage)
        for step in queries.touchpoints(snapshot, stage.id):
            found += _step(look, step)
    order = list(Check)
    return tuple(sorted(found, key=lambda finding: order.index(finding.check)))


@dataclass(frozen=True, slots=True)
class _Look:
    snapshot: Snapshot
    map_id: str
    people: People

    def kind_of(self, lane_id: str) -> LaneKind:
        return self.snapshot.get(Lane, lane_id).kind

    def kinds_at(self, place: str) -> set[LaneKind]:
        """Return the kinds of rows in which something is written at a place."""
        cards = self.snapshot.select(indexes.CARDS_OF_PLACE, place)
        return {self.kind_of(card.lane) for card in cards if card.text.strip()}


def _whole(look: _Look) -> Iterator[Finding]:
    steps = queries.touchpoints_of_map(look.snapshot, look.map_id)
    stages = queries.stages(look.snapshot, look.map_id)
    moments = sum(step.moment_of_truth != MomentOfTruth.NONE for step in steps)
    share = evidence_share(look.snapshot, look.map_id)
    if share.team and not share.told:
        yield Finding(Check.NO_VOICE, "", say.NO_VOICE[look.people])
    if not moments and len(steps) >= MOMENTS[0]:
        yield Finding(Check.NO_MOMENTS, "", say.NO_MOMENTS)
    elif moments > MOMENTS[1]:
        yield Finding(Check.MANY_MOMENTS, "", say.many_moments(moments))
    if len(stages) > MOST_STAGES:
        yield Finding(Check.MANY_STAGES, stages[MOST_STAGES].id, say.many_stages(len(stages)))


def _due(look: _Look, today: date) -> Iterator[Finding]:
    journey = look.snapshot.get(JourneyMap, look.map_id)
    if _past(journey.valid_until, today):
        yield Finding(Check.REVIEW, journey.id, say.map_due(journey.valid_until))
    for persona in queries.personas_of_map(look.snapshot, look.map_id):
        if _past(persona.valid_until, today):
            text = say.persona_due(persona.short or persona.name, persona.valid_until)
            yield Finding(Check.REVIEW, persona.id, text)


def _stage(look: _Look, stage: Stage) -> Iterator[Finding]:
    if not queries.touchpoints(look.snapshot, stage.id):
        yield Finding(Check.EMPTY_STAGE, stage.id, say.empty_stage(stage.name))
    question = _about_name(look, stage.name)
    if question is not None:
        yield Finding(Check.NAME, stage.id, question)


def _step(look: _Look, step: Touchpoint) -> Iterator[Finding]:
    kinds = look.kinds_at(step.id)
    if step.moment_of_truth != MomentOfTruth.NONE:
        if step.owner is None:
            yield Finding(Check.OWNER, step.id, say.no_owner(step.name))
        if LaneKind.METRIC not in kinds and not _is_rated(look, step):
            yield Finding(Check.MEASURE, step.id, say.no_measure(step.name))
    worst = min(queries.feelings(look.snapshot, step.id), key=lambda f: f.value, default=None)
    if worst is not None and worst.value <= LOW:
        around = kinds | look.kinds_at(step.stage)
        if not around.intersection(_IDEAS):
            persona = look.snapshot.get(Persona, worst.persona)
            name = persona.short or persona.name
            yield Finding(Check.IDEA, step.id, say.no_idea(name, worst.value, step.name))
    if step.submap and not queries.touchpoints_of_map(look.snapshot, step.submap):
        yield Finding(Check.EMPTY_OWN_MAP, step.id, say.empty_own_map(step.name))
    if not step.channels:
        yield Finding(Check.CHANNEL, step.id, say.no_channel(step.name))
    question = say.NO_NAME if not step.name.strip() else _about_name(look, step.name)
    if question is not None:
        yield Finding(Check.NAME, step.id, question)


def _is_rated(look: _Look, step: Touchpoint) -> bool:
    """Say whether customers have rated what we do there."""
    ratings = look.snapshot.select(indexes.RATINGS_OF_TOUCHPOINT, step.id)
    return any(r.measure == Measure.PERFORMANCE and r.perspective == "customer" for r in ratings)


def _about_name(look: _Look, name: str) -> Message | None:
    word = inside_word(name)
    if word:
        return say.inside(look.people, word, name)
    return say.ours(look.people, name) if sounds_like_us(name) else None


def _past(day: str, today: date) -> bool:
    return bool(day) and date.fromisoformat(day) < today
