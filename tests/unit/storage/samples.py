"""Documents to store, and entities of every kind made from their specs."""

from __future__ import annotations

import math
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from journeymapper.domain.changes import Change, Step, StepKind
from journeymapper.domain.entities import (
    BY_NAME,
    ENTITIES,
    Card,
    Channel,
    Entity,
    JourneyMap,
    Lane,
    Project,
    Stage,
    Touchpoint,
)
from journeymapper.domain.fields import Spec, specs_of
from journeymapper.domain.kinds import LaneKind, Severity
from journeymapper.domain.message import _
from journeymapper.storage.store import Store

NOON = "2026-03-01T12:00:00.000+00:00"


def step(seq: int, label: str = "Change", **fields: Any) -> Step:
    """A step of this number; its id is made from the number and ``salt``."""
    salt = fields.pop("salt", "")
    id_ = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{seq}{salt}"))
    kind = StepKind.DO if seq else StepKind.CREATE
    return Step(id=id_, seq=seq, label=_(label), at=NOON, kind=kind, sitting="today", **fields)


def added(*entities: Entity) -> list[Change]:
    return [Change(type(e), e.id, None, e) for e in entities]


def removed(*entities: Entity) -> list[Change]:
    return [Change(type(e), e.id, e, None) for e in entities]


def updated(before: Entity, after: Entity) -> Change:
    return Change(type(after), after.id, before, after)


PROJECT = Project("p", "Practice", more=("answers", "größer"))
MAP = JourneyMap("m", "Recall", scenario="Back after half a year")
LANE = Lane("l", "m", LaneKind.PAIN)
STAGE = Stage("s", "m", "Arrive", position=1.5)
CHANNEL = Channel("c", "Desk")
TOUCHPOINT = Touchpoint("t", "s", "Greeting", channels=("c",), wait_promised=0.1, position=1 / 3)
CARD = Card("k", "l", "t", None, "Nobody looks up 🙈", severity=Severity.HIGH, n=7)
SMALL = (PROJECT, MAP, LANE, STAGE, CHANNEL, TOUCHPOINT, CARD)


def small_store(path: Path, doc_id: str = "doc") -> Store:
    """A store with one entity of several kinds and its first step."""
    store = Store.create(path, doc_id)
    store.write(step(0, "Create"), added(*SMALL))
    return store


def tables_of(entities: Sequence[Entity]) -> dict[type[Entity], dict[str, Entity]]:
    return {kind: {e.id: e for e in entities if type(e) is kind} for kind in ENTITIES}


_TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=40
)


def value_of(spec: Spec, ids: dict[str, str]) -> st.SearchStrategy[Any]:
    """Values that a field may hold; references lead to ``ids`` by the name of the entity."""
    strategy = _required(spec, ids)
    return st.none() | strategy if spec.optional else strategy


def _required(spec: Spec, ids: dict[str, str]) -> st.SearchStrategy[Any]:
    match spec.kind:
        case "text":
            return _TEXT
        case "whole" | "real":
            return _number(spec)
        case "flag":
            return st.booleans()
        case "choice":
            assert spec.enum is not None
            return st.sampled_from(list(spec.enum))
        case "date":
            return st.just("") | st.dates().map(str)
        case "ref":
            return st.just(ids[spec.target])
        case "refs":
            return st.lists(st.just(ids[spec.target]) | st.text("abc-", min_size=1)).map(tuple)
        case "words":
            return st.lists(_TEXT).map(tuple)


def _number(spec: Spec) -> st.SearchStrategy[Any]:
    low, high = spec.low, spec.high
    if spec.kind == "real":
        return st.floats(low, high, allow_nan=False, allow_infinity=False)
    top = 2**53 if high is None else int(high)
    return st.integers(-(2**53) if low is None else math.ceil(low), top)


@st.composite
def families(draw: st.DrawFn) -> tuple[Entity, ...]:
    """One entity of every kind, each referring to the others."""
    ids = {name: f"id-{name}" for name in BY_NAME}
    return tuple(
        kind(
            ids[kind.__name__],
            **{name: draw(value_of(spec, ids)) for name, spec in specs_of(kind).items()},
        )
        for kind in ENTITIES
    )
