"""Which entities belong together: named look-ups that a snapshot keeps up to date."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Generic, TypeVar

from journeymapper.domain.entities import (
    ENTITIES,
    AccountScore,
    Alert,
    AlertEvent,
    AlertTick,
    Answer,
    Card,
    ChannelShare,
    Checkpoint,
    CommentMark,
    Communication,
    Connection,
    EndState,
    Entity,
    Feeling,
    Involved,
    Kpi,
    Lane,
    Outreach,
    PersonaNote,
    Plan,
    PlanEvent,
    PlanWord,
    ProtocolStep,
    Question,
    Rating,
    Reading,
    Review,
    Round,
    SavedView,
    Sheet,
    Stage,
    Task,
    Touchpoint,
    Verification,
    Why,
)
from journeymapper.domain.fields import Gone, specs_of

E_co = TypeVar("E_co", bound=Entity, covariant=True)


@dataclass(frozen=True)
class Index(Generic[E_co]):
    """Entities of one kind by a key; those with the key None are left out."""

    kind: type[E_co]
    key: Callable[[Any], Hashable]


def sort_key(entity: Entity) -> tuple[float, str]:
    """Return the order of siblings: by position, then by id."""
    return (getattr(entity, "position", 0.0), entity.id)


STAGES_OF_MAP: Index[Stage] = Index(Stage, lambda s: s.map)
TOUCHPOINTS_OF_STAGE: Index[Touchpoint] = Index(Touchpoint, lambda t: t.stage)
LANES_OF_MAP: Index[Lane] = Index(Lane, lambda lane: lane.map)
VIEWS_OF_MAP: Index[SavedView] = Index(SavedView, lambda v: v.map)
ENDS_OF_MAP: Index[EndState] = Index(EndState, lambda e: e.map)
CARDS_OF_LANE: Index[Card] = Index(Card, lambda c: c.lane)
CARDS_OF_PLACE: Index[Card] = Index(Card, lambda c: c.place)
CARDS_AT: Index[Card] = Index(Card, lambda c: (c.lane, c.place))
FEELINGS_OF_TOUCHPOINT: Index[Feeling] = Index(Feeling, lambda f: f.touchpoint)
RATINGS_OF_TOUCHPOINT: Index[Rating] = Index(Rating, lambda r: r.touchpoint)
CONNECTIONS_FROM: Index[Connection] = Index(Connection, lambda c: c.source)
STEPS_WITH_MAP: Index[Touchpoint] = Index(Touchpoint, lambda t: t.submap)
HAVE_A_MAP: Index[Touchpoint] = Index(Touchpoint, lambda t: t.submap is not None or None)
NOTES_OF_PERSONA: Index[PersonaNote] = Index(PersonaNote, lambda n: n.persona)
SHARES_OF_PERSONA: Index[ChannelShare] = Index(ChannelShare, lambda s: s.persona)
QUESTIONS_OF_SURVEY: Index[Question] = Index(Question, lambda q: q.survey)
QUESTIONS_OF_TOUCHPOINT: Index[Question] = Index(Question, lambda q: q.touchpoint)
ROUNDS_OF_SURVEY: Index[Round] = Index(Round, lambda r: r.survey)
SHEETS_OF_ROUND: Index[Sheet] = Index(Sheet, lambda s: s.round)
ANSWERS_OF_SHEET: Index[Answer] = Index(Answer, lambda a: a.sheet)
ANSWERS_OF_QUESTION: Index[Answer] = Index(Answer, lambda a: a.question)
MARKS_OF_COMMENT: Index[CommentMark] = Index(CommentMark, lambda m: m.comment)
SCORES_OF_ACCOUNT: Index[AccountScore] = Index(AccountScore, lambda s: s.account)
PLANS_OF_STEP: Index[Plan] = Index(Plan, lambda p: p.touchpoint)
TURNS_OF_PLAN: Index[PlanEvent] = Index(PlanEvent, lambda e: e.plan)
WORDS_OF_PLAN: Index[PlanWord] = Index(PlanWord, lambda w: w.plan)
WHYS_OF_PLAN: Index[Why] = Index(Why, lambda w: w.plan)
INVOLVED_IN_PLAN: Index[Involved] = Index(Involved, lambda i: i.plan)
TASKS_OF_PLAN: Index[Task] = Index(Task, lambda t: t.plan)
CHECKPOINTS_OF_PLAN: Index[Checkpoint] = Index(Checkpoint, lambda c: c.plan)
KPIS_OF_PLAN: Index[Kpi] = Index(Kpi, lambda k: k.plan)
READINGS_OF_KPI: Index[Reading] = Index(Reading, lambda r: r.kpi)
PROOFS_OF_PLAN: Index[Verification] = Index(Verification, lambda v: v.plan)
TOLD_OF_PLAN: Index[Communication] = Index(Communication, lambda c: c.plan)
OUTREACH_OF_PLAN: Index[Outreach] = Index(Outreach, lambda o: o.plan)
REVIEWS_OF_PLAN: Index[Review] = Index(Review, lambda r: r.plan)
STEPS_OF_PROTOCOL: Index[ProtocolStep] = Index(ProtocolStep, lambda s: s.protocol)
ALERTS_OF_SOURCE: Index[Alert] = Index(Alert, lambda a: a.source or None)
EVENTS_OF_ALERT: Index[AlertEvent] = Index(AlertEvent, lambda e: e.alert)
TICKS_OF_ALERT: Index[AlertTick] = Index(AlertTick, lambda t: t.alert)


@dataclass(frozen=True)
class Reference:
    """A field by which entities of a kind refer to another; ``index`` finds single ones.

    Fields that hold several references have no index: their targets are rarely deleted.
    """

    kind: type[Entity]
    field: str
    gone: Gone
    index: Index[Entity] | None


def references_to(target: str) -> tuple[Reference, ...]:
    """Return the ways in which an entity of this name can be referred to."""
    return _REFERENCES.get(target, ())


def _references() -> dict[str, tuple[Reference, ...]]:
    found: dict[str, tuple[Reference, ...]] = {}
    for kind in ENTITIES:
        for name, spec in specs_of(kind).items():
            if spec.target:
                index = Index(kind, attrgetter(name)) if spec.kind == "ref" else None
                reference = Reference(kind, name, spec.gone, index)
                found[spec.target] = (*found.get(spec.target, ()), reference)
    return found


_REFERENCES = _references()
