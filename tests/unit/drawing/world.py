"""A small dental journey for the tests of drawings, and what draws it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from journeymapper.app import resources
from journeymapper.domain.changes import Change
from journeymapper.domain.entities import (
    Card,
    Channel,
    Entity,
    Feeling,
    JourneyMap,
    Lane,
    Persona,
    Project,
    Rating,
    Role,
    Stage,
    Touchpoint,
)
from journeymapper.domain.kinds import (
    LaneKind,
    MomentOfTruth,
    People,
    Phase,
    Severity,
    SourceKind,
    TimeUnit,
)
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Drawing, Group, Path, Rect, Segment, Shape, Text
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from journeymapper.text.runs import GlyphRun

E = TypeVar("E", bound=Entity)

ROWS = (
    LaneKind.DOING,
    LaneKind.TOUCHPOINT,
    LaneKind.FEELING,
    LaneKind.PAIN,
    LaneKind.GAIN,
    LaneKind.FRONTSTAGE,
    LaneKind.BACKSTAGE,
    LaneKind.IDEA,
)
FIRST = (LaneKind.DOING, LaneKind.TOUCHPOINT, LaneKind.FEELING, LaneKind.PAIN, LaneKind.IDEA)

STAGES = (("learn", "Learn", Phase.BEFORE), ("arrive", "Arrive", Phase.ONSITE),
          ("pay", "Pay and rebook", Phase.ONSITE))  # fmt: skip

STEPS = (
    ("review", "learn", "Recommendation", 2, 4),
    ("page", "learn", "Practice web page", 1, -2),
    ("greeting", "arrive", "Greeting", 3, -1),
    ("rebook", "pay", "Rebooking at the desk", -4, -2),
    ("invoice", "pay", "Invoice", 0, None),
)


def setting(engine: TextEngine, **fields: Any) -> MapSetting:
    """Return a setting in English with our tokens."""
    tokens = Tokens.load(resources.find().tokens)
    return replace(MapSetting(engine, tokens, ENGLISH), **fields)


def practice(*, filled: bool = True, shown: Iterable[LaneKind] = FIRST) -> Snapshot:
    """Return the journey ``map``: three stages, five steps; without content unless filled."""
    shown = set(shown)
    entities: list[Entity] = [
        Project("project", title="Journey", organisation="Linden", people=People.PATIENT),
        Channel("phone", name="Phone", icon="phone"),
        Channel("desk", name="Front desk", icon="front_desk", position=1.0),
        Role("manager", name="Manager"),
        Role("front", name="Front desk", position=1.0),
        Persona("anna", name="Anna, working mother", short="Anna", primary=True),
        Persona("walter", name="Walter, 71", short="Walter", position=1.0),
        JourneyMap("map", title="Patient journey", personas=("anna", "walter")),
    ]
    entities += [
        Lane(kind.value, map="map", kind=kind, visible=kind in shown, position=float(i))
        for i, kind in enumerate(ROWS)
    ]
    entities += [
        Stage(id_, map="map", name=name, phase=phase, position=float(i))
        for i, (id_, name, phase) in enumerate(STAGES)
    ]
    entities += [
        Touchpoint(
            id_, stage=stage, name=name, owner="manager", channels=("desk",), position=float(i)
        )
        for i, (id_, stage, name, _anna, _walter) in enumerate(STEPS)
    ]
    return changed(Snapshot.of(entities), *(_content() if filled else ()))


def _content() -> Iterable[Entity]:
    for step, _stage, _name, anna, walter in STEPS:
        yield Feeling(f"anna-{step}", touchpoint=step, persona="anna", value=anna)
        if walter is not None:
            yield Feeling(f"walter-{step}", touchpoint=step, persona="walter", value=walter)
    yield Card("looks", lane="doing", stage="learn", text="Asks friends, reads reviews")
    yield Card("alone", lane="doing", touchpoint="greeting", text="Stands at the desk")
    yield Card("old", lane="pain", touchpoint="review", text="Old", severity=Severity.LOW)
    yield Card("full", lane="pain", touchpoint="rebook", text="Full", severity=Severity.CRITICAL)
    yield Card("hold", lane="idea", stage="pay", text="Hold slots for agreed dates")
    yield Card("kind", lane="gain", touchpoint="greeting", text="A smile")
    yield Card("looked", lane="frontstage", stage="pay", text="Looks for a slot")
    yield Card("long", lane="backstage", stage="pay", text="Long slots fill two months")
    yield Rating(
        "score", touchpoint="page", perspective="customer", value=7.4, n=31,
        source=SourceKind.SURVEY,
    )  # fmt: skip
    yield Touchpoint(
        "rebook", stage="pay", name="Rebooking at the desk", owner="front", channels=("phone",),
        moment_of_truth=MomentOfTruth.GENERAL, wait_promised=14.0, wait_actual=61.0,
        wait_unit=TimeUnit.DAYS, position=3.0,
    )  # fmt: skip


def changed(snapshot: Snapshot, *entities: Entity) -> Snapshot:
    """Return the snapshot with these entities put in or in place of their former selves."""
    return snapshot.with_changes(
        Change(type(entity), entity.id, snapshot.find(type(entity), entity.id), entity)
        for entity in entities
    )


def edited(snapshot: Snapshot, kind: type[E], id_: str, **fields: Any) -> Snapshot:
    """Return the snapshot with some fields of one entity changed."""
    return changed(snapshot, replace(snapshot.get(kind, id_), **fields))


def without(snapshot: Snapshot, kind: type[Entity], *ids: str) -> Snapshot:
    """Return the snapshot without these entities."""
    return snapshot.with_changes(Change(kind, id_, snapshot.get(kind, id_), None) for id_ in ids)


def text_of(group: Group) -> str:
    """Return the text of a group as it is drawn, a line for each run."""
    runs = (shape.run.text for shape in group.shapes if isinstance(shape, Text))
    return "\n".join(text.strip() for text in runs)


def runs_of(shapes: Iterable[Shape]) -> list[GlyphRun]:
    """Return the runs of text among shapes."""
    return [shape.run for shape in shapes if isinstance(shape, Text)]


def fill_of(shape: Shape) -> str:
    """Return the fill of a rectangle or outline."""
    assert isinstance(shape, Rect | Path)
    return shape.fill


def numbers(segment: Segment) -> tuple[float, ...]:
    """Return the coordinates of a part of an outline."""
    return tuple(float(number) for number in segment[1:])


def by_key(drawing: Drawing) -> dict[str, Group]:
    """Return the groups by key; fails when a key comes twice."""
    found = {group.key: group for group in drawing.groups}
    assert len(found) == len(drawing.groups)
    return found
