"""How each verb of the registry is called in property tests: arguments drawn from a snapshot.

A drawer returns the arguments of a call that makes sense now, or None when there is nothing to
call the verb on (no stage to rename, say).
"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from journeymapper.domain import queries
from journeymapper.domain.entities import (
    Attachment,
    Card,
    Channel,
    Connection,
    EndState,
    Entity,
    JourneyMap,
    Lane,
    Participant,
    Persona,
    Role,
    SavedView,
    Stage,
    Touchpoint,
    Version,
)
from journeymapper.domain.kinds import (
    DERIVED_ROWS,
    STEP_ONLY_ROWS,
    EndKind,
    Frequency,
    LaneKind,
    MapState,
    Measure,
    MomentOfTruth,
    Phase,
    Severity,
    SourceKind,
    TimeUnit,
)
from journeymapper.domain.map_pairs import future_of
from journeymapper.domain.parcel import pack_stages, pack_steps
from journeymapper.domain.row_views import RowView
from journeymapper.domain.snapshot import Snapshot
from journeymapper.domain.submaps import circle
from tests.property.drawers import INDEXES, NAMES, Call, Draw, Drawer
from tests.property.drawers import free as _free
from tests.property.drawers import on as _on
from tests.property.drawers import one_of as _one
from tests.property.drawers import pair as _pair
from tests.property.drawers import subset as _subset
from tests.property.verbs_answers import DRAWERS_OF_ANSWERS
from tests.property.verbs_personas import DRAWERS_OF_PERSONAS
from tests.property.verbs_plans import DRAWERS_OF_PLANS


def _cell(draw: Draw, snapshot: Snapshot) -> tuple[Lane, dict[str, str]] | None:
    """Draw a row that holds cards and a place of its map."""
    rows = [r for r in snapshot.table(Lane).values() if r.kind not in DERIVED_ROWS]
    if not rows:
        return None
    lane = draw(st.sampled_from(sorted(rows, key=lambda r: r.id)))
    places = [{"touchpoint": t.id} for t in queries.touchpoints_of_map(snapshot, lane.map)]
    if lane.kind not in STEP_ONLY_ROWS:
        places += [{"stage": s.id} for s in queries.stages(snapshot, lane.map)]
    return (lane, draw(st.sampled_from(places))) if places else None


def _add_card(draw: Draw, snapshot: Snapshot) -> Call | None:
    cell = _cell(draw, snapshot)
    if cell is None:
        return None
    return (cell[0].id, draw(NAMES)), {**cell[1], "index": draw(INDEXES)}


def _move_card(draw: Draw, snapshot: Snapshot) -> Call | None:
    cell, card = _cell(draw, snapshot), _one(draw, snapshot, Card)
    if cell is None or card is None:
        return None
    return (card.id, cell[0].id), {**cell[1], "index": draw(INDEXES)}


def _add_lane(draw: Draw, snapshot: Snapshot) -> Call | None:
    journey = _one(draw, snapshot, JourneyMap)
    taken = {lane.kind for lane in queries.lanes(snapshot, journey.id)}
    free = [k for k in LaneKind if k == LaneKind.CUSTOM or k not in taken]
    return (journey.id, draw(st.sampled_from(free)), draw(NAMES), draw(INDEXES)), {}


def _delete_lane(draw: Draw, snapshot: Snapshot) -> Call | None:
    fixed = (LaneKind.TOUCHPOINT, LaneKind.FEELING)
    ids = sorted(r.id for r in snapshot.table(Lane).values() if r.kind not in fixed)
    return ((draw(st.sampled_from(ids)),), {}) if ids else None


def _set_card_image(draw: Draw, snapshot: Snapshot) -> Call | None:
    card, picture = _one(draw, snapshot, Card), _one(draw, snapshot, Attachment)
    if card is None:
        return None
    return (card.id, None if picture is None or draw(st.booleans()) else picture.id), {}


def _delete_map(draw: Draw, snapshot: Snapshot) -> Call | None:
    if len(snapshot.table(JourneyMap)) == 1:
        return None
    return (_one(draw, snapshot, JourneyMap).id,), {}


def _start_future(draw: Draw, snapshot: Snapshot) -> Call | None:
    journey = _one(draw, snapshot, JourneyMap)
    if journey.state == MapState.FUTURE or future_of(snapshot, journey.id) is not None:
        return None
    return (journey.id, "Visit, future"), {}


def _move_touchpoint(draw: Draw, snapshot: Snapshot) -> Call | None:
    touchpoint = _one(draw, snapshot, Touchpoint)
    if touchpoint is None:
        return None
    stages = queries.stages(snapshot, queries.map_of(snapshot, touchpoint.id))
    return (touchpoint.id, draw(st.sampled_from(stages)).id, draw(INDEXES)), {}


def _connect(draw: Draw, snapshot: Snapshot) -> Call | None:
    source = _one(draw, snapshot, Touchpoint)
    if source is None:
        return None
    here = queries.map_of(snapshot, source.id)
    taken = {
        c.target or c.end for c in snapshot.table(Connection).values() if c.source == source.id
    }
    steps = [t.id for t in queries.touchpoints_of_map(snapshot, here)]
    ends = [e.id for e in snapshot.table(EndState).values() if e.map == here]
    targets = [{"target": t} for t in steps if t not in (source.id, *taken)]
    targets += [{"end": e} for e in sorted(ends) if e not in taken]
    if not targets:
        return None
    share = draw(st.one_of(st.none(), st.floats(0, 1)))
    return (source.id,), {**draw(st.sampled_from(targets)), "share": share}


def _put_back(draw: Draw, snapshot: Snapshot) -> Call | None:
    """A step and a card at it that are not there any more, and something that still is."""
    step, card = _one(draw, snapshot, Touchpoint), _one(draw, snapshot, Card)
    if step is None:
        return None
    gone = replace(step, id=str(draw(st.uuids())))
    found: list[Entity] = [gone, step]
    if card is not None and card.touchpoint is not None:
        found.append(replace(card, id=str(draw(st.uuids())), touchpoint=draw(GONE) or gone.id))
    return (tuple(found),), {}


GONE = st.sampled_from(("", "nobody"))


def _nothing(_attachment: str) -> bytes:
    return b""


def _place_stages(draw: Draw, snapshot: Snapshot) -> Call | None:
    stage, journey = _one(draw, snapshot, Stage), _one(draw, snapshot, JourneyMap)
    if stage is None:
        return None
    parcel = pack_stages(snapshot, "", (stage.id,), _nothing)
    return (parcel, journey.id, draw(INDEXES)), {"same_document": draw(YES_NO)}


def _place_steps(draw: Draw, snapshot: Snapshot) -> Call | None:
    step, stage = _one(draw, snapshot, Touchpoint), _one(draw, snapshot, Stage)
    if step is None:
        return None
    parcel = pack_steps(snapshot, "", (step.id,), _nothing)
    return (parcel, stage.id, draw(INDEXES)), {"same_document": draw(YES_NO)}


def _transfer_stage(draw: Draw, snapshot: Snapshot) -> Call | None:
    stage, journey = _one(draw, snapshot, Stage), _one(draw, snapshot, JourneyMap)
    if stage is None or stage.map == journey.id:
        return None
    own = (step.submap for step in queries.touchpoints(snapshot, stage.id))
    if any(circle(snapshot, journey.id, map_id) for map_id in own if map_id is not None):
        return None
    return (stage.id, journey.id, draw(INDEXES)), {}


def _transfer_touchpoint(draw: Draw, snapshot: Snapshot) -> Call | None:
    step, stage = _one(draw, snapshot, Touchpoint), _one(draw, snapshot, Stage)
    if step is None or queries.map_of(snapshot, step.id) == stage.map:
        return None
    if step.submap is not None and circle(snapshot, stage.map, step.submap):
        return None
    return (step.id, stage.id, draw(INDEXES)), {}


def _link_own_map(draw: Draw, snapshot: Snapshot) -> Call | None:
    step, journey = _one(draw, snapshot, Touchpoint), _one(draw, snapshot, JourneyMap)
    if step is None or circle(snapshot, queries.map_of(snapshot, step.id), journey.id):
        return None
    return (step.id, journey.id), {}


YES_NO = st.booleans()
MAYBE = st.one_of(st.none(), st.booleans())
ONE_TO_FIVE = st.one_of(st.none(), st.integers(1, 5))
WAITS = st.one_of(st.none(), st.floats(0, 1e6))
SOURCES = st.sampled_from(SourceKind)

DRAWERS: dict[str, Drawer] = {
    "add_project": lambda _draw, _snapshot: None,  # every document is begun with it
    "set_project": _free(title=NAMES, organisation=NAMES, example=YES_NO),
    "attach": _free(st.binary(max_size=20), st.just("image/png")),
    "add_map": _free(NAMES),
    "rename_map": _on(JourneyMap, st.just("Journey")),
    "change_map": _on(JourneyMap, scenario=NAMES),
    "set_map_personas": _subset(JourneyMap, Persona),
    "delete_map": _delete_map,
    "add_map_like": _on(JourneyMap, st.just("Another visit")),
    "start_future": _start_future,
    "add_stage": _on(JourneyMap, NAMES, INDEXES),
    "rename_stage": _on(Stage, NAMES),
    "move_stage": _on(Stage, INDEXES),
    "set_phase": _on(Stage, st.sampled_from(Phase)),
    "set_stage_goal": _on(Stage, NAMES),
    "set_stage_owner": _pair(Stage, Role, optional=True),
    "delete_stage": _on(Stage),
    "add_touchpoint": _on(Stage, NAMES, INDEXES),
    "rename_touchpoint": _on(Touchpoint, NAMES),
    "move_touchpoint": _move_touchpoint,
    "set_description": _on(Touchpoint, NAMES),
    "set_channels": _subset(Touchpoint, Channel),
    "set_owner": _pair(Touchpoint, Role, optional=True),
    "set_moment_of_truth": _on(Touchpoint, st.sampled_from(MomentOfTruth)),
    "set_entry": _on(Touchpoint, entry=YES_NO),
    "set_wait": _on(Touchpoint, WAITS, WAITS, st.sampled_from(TimeUnit)),
    "give_own_map": _on(Touchpoint, st.just("Call in")),
    "link_own_map": _link_own_map,
    "unlink_own_map": _on(Touchpoint),
    "delete_touchpoint": _on(Touchpoint),
    "place_stages": _place_stages,
    "place_steps": _place_steps,
    "transfer_stage": _transfer_stage,
    "transfer_touchpoint": _transfer_touchpoint,
    "set_feeling": _pair(Touchpoint, Persona, st.integers(-5, 5), optional=False),
    "set_feeling_source": _pair(Touchpoint, Persona, SOURCES, optional=False),
    "clear_feeling": _pair(Touchpoint, Persona, optional=False),
    "rate": _on(Touchpoint, st.sampled_from(Measure), st.floats(1, 10)),
    "unrate": _on(Touchpoint, st.sampled_from(Measure)),
    "add_lane": _add_lane,
    "rename_lane": _on(Lane, NAMES),
    "move_lane": _on(Lane, INDEXES),
    "set_lane_visible": _on(Lane, visible=YES_NO),
    "set_lane_height": _on(Lane, st.one_of(st.none(), st.integers(24, 400))),
    "show_more_rows": _on(JourneyMap, shown=YES_NO),
    "delete_lane": _delete_lane,
    "add_saved_view": _on(JourneyMap, NAMES),
    "apply_saved_view": _on(SavedView),
    "rename_saved_view": _on(SavedView, st.just("For the client")),
    "keep_saved_view": _on(SavedView),
    "delete_saved_view": _on(SavedView),
    "apply_row_view": _on(JourneyMap, st.sampled_from(RowView)),
    "add_card": _add_card,
    "set_card_text": _on(Card, NAMES),
    "set_severity": _on(Card, st.sampled_from(Severity)),
    "set_frequency": _on(Card, st.sampled_from(Frequency)),
    "set_impact_effort": _on(Card, ONE_TO_FIVE, ONE_TO_FIVE),
    "set_ease": _on(Card, ONE_TO_FIVE),
    "set_card_image": _set_card_image,
    "set_card_source": _on(Card, SOURCES, n=st.integers(0, 90)),
    "move_card": _move_card,
    "delete_card": _on(Card),
    "add_end": _on(JourneyMap, NAMES, st.sampled_from(EndKind)),
    "delete_end": _on(EndState),
    "connect": _connect,
    "disconnect": _on(Connection),
    "set_share": _on(Connection, st.floats(0, 1)),
    "set_handoff": _on(Connection, info_passed=MAYBE, items=NAMES),
    **DRAWERS_OF_PERSONAS,
    **DRAWERS_OF_ANSWERS,
    **DRAWERS_OF_PLANS,
    "add_role": _free(NAMES),
    "change_role": _on(Role, name=NAMES),
    "delete_role": _on(Role),
    "add_channel": _free(NAMES),
    "change_channel": _on(Channel, icon=NAMES),
    "delete_channel": _on(Channel),
    "add_participant": _free(NAMES),
    "change_participant": _on(Participant, name=NAMES),
    "delete_participant": _on(Participant),
    "add_version": _free(st.just("Before the summer"), NAMES),
    "rename_version": _on(Version, st.just("After the summer")),
    "delete_version": _on(Version),
    "note_print_run": _on(
        JourneyMap,
        st.sampled_from(("wall", "blank")),
        st.just({"stage:1": "0f"}),
        st.just("2026-05-12"),
    ),
    "put_back": _put_back,
}
