"""A layout that reuses the last one equals a fresh one, after any edits."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.app import resources
from journeymapper.domain.changes import Change
from journeymapper.domain.entities import (
    ENTITIES,
    Card,
    Feeling,
    JourneyMap,
    Lane,
    Project,
    Rating,
    Role,
    Stage,
    Touchpoint,
)
from journeymapper.domain.kinds import MomentOfTruth, Phase, Severity, SourceKind
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.ahead import measured_ahead
from journeymapper.drawing.map.later import Seen
from journeymapper.drawing.map.layout import lay_out
from journeymapper.drawing.map.places import Near
from journeymapper.drawing.map.touched import touched_by
from journeymapper.text.engine import TextEngine
from journeymapper.text.start import start
from tests.unit.drawing import world
from tests.unit.drawing.world import changed, edited, practice, setting, without

STEPS = [step for step, *_rest in world.STEPS]
texts = st.text(st.sampled_from("abc äß\n ال"), max_size=60)


@pytest.fixture(scope="module")
def engine(qapp: object) -> TextEngine:
    assert qapp
    return start(resources.find().fonts)


def _place(snapshot: Snapshot, data: Any) -> tuple[str, str, str, str]:
    """A step, a stage and a lane that are there, and an id that may be new."""
    step = data.draw(st.sampled_from(sorted(snapshot.table(Touchpoint))))
    stage = data.draw(st.sampled_from(sorted(snapshot.table(Stage))))
    lane = data.draw(st.sampled_from(sorted(snapshot.table(Lane))))
    return step, stage, lane, f"new{data.draw(st.integers(0, 9))}"


def _card(snapshot: Snapshot, data: Any) -> Snapshot:
    step, stage, lane, new = _place(snapshot, data)
    text = data.draw(texts)
    severity = data.draw(st.sampled_from(Severity))
    at_step = Card(new, lane=lane, touchpoint=step, text=text, severity=severity)
    across = Card(new, lane=lane, stage=stage, text=text)
    return changed(snapshot, data.draw(st.sampled_from([at_step, across])))


def _step(snapshot: Snapshot, data: Any) -> Snapshot:
    step, stage, _lane, new = _place(snapshot, data)
    name = data.draw(texts)
    moment = data.draw(st.sampled_from(MomentOfTruth))
    changes: list[dict[str, Any]] = [
        {"name": name}, {"stage": stage}, {"moment_of_truth": moment}, {"owner": "front"},
    ]  # fmt: skip
    if data.draw(st.booleans()):
        return changed(snapshot, Touchpoint(new, stage=stage, name=name))
    return edited(snapshot, Touchpoint, step, **data.draw(st.sampled_from(changes)))


def _stage_or_lane(snapshot: Snapshot, data: Any) -> Snapshot:
    _step, stage, lane, _new = _place(snapshot, data)
    match data.draw(st.integers(0, 4)):
        case 0:
            return edited(snapshot, Stage, stage, position=data.draw(st.floats(-5, 5)))
        case 1:
            return edited(snapshot, Stage, stage, phase=data.draw(st.sampled_from(Phase)))
        case 2:
            return edited(snapshot, Lane, lane, visible=data.draw(st.booleans()))
        case 3:
            return edited(snapshot, Lane, lane, height=data.draw(st.integers(24, 300)))
        case _:
            return edited(snapshot, Stage, stage, name=data.draw(texts))


def _number_or_name(snapshot: Snapshot, data: Any) -> Snapshot:
    step, _stage, _lane, new = _place(snapshot, data)
    match data.draw(st.integers(0, 3)):
        case 0:
            value = data.draw(st.integers(-5, 5))
            return changed(snapshot, Feeling(f"anna-{step}", step, "anna", value))
        case 1:
            rating = Rating(new, touchpoint=step, perspective="customer", value=3.0, n=9)
            return changed(snapshot, rating)
        case 2:
            return edited(snapshot, Role, "front", name=data.draw(texts))
        case _:
            return edited(snapshot, Project, "project", example=data.draw(st.booleans()))


def _removed(snapshot: Snapshot, data: Any) -> Snapshot:
    cards = sorted(snapshot.table(Card))
    return without(snapshot, Card, data.draw(st.sampled_from(cards))) if cards else snapshot


EDITS = (_card, _step, _stage_or_lane, _number_or_name, _removed)


def _touched(before: Snapshot, after: Snapshot) -> frozenset[str] | None:
    """What a step that leads from one state to the other says that it touched."""
    changes = [
        Change(kind, id_, before.find(kind, id_), after.find(kind, id_))
        for kind in ENTITIES
        for id_ in before.table(kind).keys() | after.table(kind).keys()
        if before.find(kind, id_) != after.find(kind, id_)
    ]
    return touched_by(changes)


@given(data=st.data())
def test_incremental_equals_fresh(engine: TextEngine, data: st.DataObject) -> None:
    personas = data.draw(st.sampled_from([(), ("walter",), ("anna", "walter")]))
    collapsed = frozenset(data.draw(st.sampled_from([(), ("arrive",)])))
    chosen = setting(engine, personas=personas, collapsed=collapsed)
    snapshot = practice(shown=world.ROWS)
    layout = lay_out(snapshot, "map", chosen)
    for _edit in range(data.draw(st.integers(1, 6))):
        before, snapshot = snapshot, data.draw(st.sampled_from(EDITS))(snapshot, data)
        touched = data.draw(st.sampled_from([None, _touched(before, snapshot)]))
        layout = lay_out(snapshot, "map", chosen, layout, touched)
    fresh = lay_out(snapshot, "map", chosen)
    assert layout.drawing() == fresh.drawing()
    assert (layout.rows, layout.columns) == (fresh.rows, fresh.columns)
    assert [s.asked for s in layout.sums.values()] == [s.asked for s in fresh.sums.values()]


@settings(max_examples=15)
@given(data=st.data())
def test_what_waited_equals_fresh(engine: TextEngine, data: st.DataObject) -> None:
    """Whatever is seen first and whatever is edited meanwhile."""
    chosen = setting(engine, fill_height=data.draw(st.sampled_from([None, 900.0])))
    snapshot = practice(shown=world.ROWS)
    layout = None
    touched: frozenset[str] | None = None
    for _edit in range(data.draw(st.integers(1, 5))):
        left = data.draw(st.sampled_from([0.0, 250.0, 500.0, 5000.0]))
        seen = Seen(Near(left, left + 120.0), at_once=0)
        layout = lay_out(snapshot, "map", chosen, layout, touched, seen=seen)
        layout = data.draw(st.sampled_from([layout, measured_ahead(layout, 2) or layout]))
        before, snapshot = snapshot, data.draw(st.sampled_from(EDITS))(snapshot, data)
        touched = data.draw(st.sampled_from([None, _touched(before, snapshot)]))
    layout = lay_out(snapshot, "map", chosen, layout, touched)
    waiting = frozenset(column.place for column in layout.waiting)
    layout = lay_out(snapshot, "map", chosen, layout, waiting)
    assert not layout.waiting
    assert layout.drawing() == lay_out(snapshot, "map", chosen).drawing()


def test_an_edit_lays_only_its_own_column_anew(engine: TextEngine) -> None:
    chosen = setting(engine)
    before = lay_out(practice(), "map", chosen)
    after = lay_out(edited(practice(), Card, "old", text="New"), "map", chosen, before)
    same = [a is b for a, b in zip(before.parts, after.parts, strict=True)]
    assert same == [False, True, True, True, True]
    assert after.header is before.header


def test_an_edit_elsewhere_changes_nothing(engine: TextEngine) -> None:
    chosen = setting(engine)
    before = lay_out(practice(), "map", chosen)
    other = changed(
        practice(),
        JourneyMap("other", title="Other"),
        Stage("far", map="other", name="Far"),
        Rating(
            "far", touchpoint="greeting", perspective="target", value=9.0, source=SourceKind.STAFF
        ),
    )
    after = lay_out(other, "map", chosen, before)
    assert after.drawing() == before.drawing()


def test_another_setting_is_laid_out_anew(engine: TextEngine) -> None:
    narrow = lay_out(practice(), "map", setting(engine))
    wide = lay_out(practice(), "map", setting(engine, column_width=140.0), narrow)
    assert (
        wide.drawing() == lay_out(practice(), "map", setting(engine, column_width=140.0)).drawing()
    )
