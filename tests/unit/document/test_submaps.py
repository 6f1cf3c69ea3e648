"""A step has a map of its own: given, linked, taken away, never inside itself."""

from __future__ import annotations

import itertools

import pytest

from journeymapper.document import operations
from journeymapper.document.inverse import inverse_of
from journeymapper.document.tx import Tx
from journeymapper.domain import map_pairs, queries, submaps
from journeymapper.domain.entities import JourneyMap, Stage, Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import MapState, Phase
from journeymapper.domain.parcel import pack_stages, pack_steps
from journeymapper.domain.snapshot import Snapshot

IDS = itertools.count()


class Visits:
    """Visit with the steps Call in and Greeting; Waiting; Phone: none inside another yet."""

    def __init__(self) -> None:
        self.tx = Tx(Snapshot.of(), lambda: f"id{next(IDS):06}")
        operations.add_project(self.tx, title="Visit")
        self.anna = operations.add_persona(self.tx, "Anna")
        self.visit, self.arrive = self._map("Visit")
        self.call = operations.add_touchpoint(self.tx, self.arrive, "Call in")
        self.greeting = operations.add_touchpoint(self.tx, self.arrive, "Greeting")
        self.waiting, self.queue = self._map("Waiting")
        self.music = operations.add_touchpoint(self.tx, self.queue, "Music")
        self.phone, self.ring = self._map("Phone")
        self.bell = operations.add_touchpoint(self.tx, self.ring, "Bell")

    def _map(self, title: str) -> tuple[str, str]:
        made = operations.add_map(self.tx, title, personas=(self.anna,))
        return made, operations.add_stage(self.tx, made, title, phase=Phase.ONSITE)

    def own(self, step: str) -> str | None:
        return self.tx.snapshot.get(Touchpoint, step).submap

    def chain(self) -> None:
        """Call in has Phone, Bell has Waiting."""
        operations.link_own_map(self.tx, self.call, self.phone)
        operations.link_own_map(self.tx, self.bell, self.waiting)


def nothing(_attachment: str) -> bytes:
    return b""


def test_a_new_own_map_has_one_stage_and_the_people_of_the_map_above() -> None:
    here = Visits()
    made = operations.give_own_map(here.tx, here.call, "Call in")
    journey = here.tx.snapshot.get(JourneyMap, made)
    (stage,) = queries.stages(here.tx.snapshot, made)
    assert here.own(here.call) == made
    assert (journey.title, journey.personas) == ("Call in", (here.anna,))
    assert (stage.name, stage.phase) == ("Call in", Phase.ONSITE)
    with pytest.raises(RefusedError, match="needs a title"):
        operations.give_own_map(here.tx, here.greeting, "  ")


def test_the_map_stays_when_the_link_is_taken_away() -> None:
    here = Visits()
    operations.link_own_map(here.tx, here.call, here.phone)
    operations.unlink_own_map(here.tx, here.call)
    assert here.own(here.call) is None
    assert here.tx.snapshot.find(JourneyMap, here.phone) is not None


def test_a_circle_is_refused_with_the_way_round_in_words() -> None:
    here = Visits()
    here.chain()
    with pytest.raises(RefusedError, match=r"“Visit” cannot be .*: Visit > Phone > Waiting > Vis"):
        operations.link_own_map(here.tx, here.music, here.visit)
    with pytest.raises(RefusedError, match=r"“Waiting” cannot be inside itself: Waiting > Waiting"):
        operations.link_own_map(here.tx, here.music, here.waiting)
    operations.link_own_map(here.tx, here.greeting, here.waiting)  # two ways down are no circle
    assert here.own(here.greeting) == here.waiting


def test_a_step_cannot_be_taken_to_a_map_inside_of_it() -> None:
    here = Visits()
    here.chain()
    with pytest.raises(RefusedError, match="Phone > Waiting > Phone"):
        operations.transfer_touchpoint(here.tx, here.call, here.queue)
    with pytest.raises(RefusedError, match="Phone > Phone"):
        operations.transfer_stage(here.tx, here.arrive, here.phone)
    assert here.tx.snapshot.get(Stage, here.arrive).map == here.visit
    operations.transfer_touchpoint(here.tx, here.bell, here.arrive)
    assert here.own(here.bell) == here.waiting


def test_a_copy_keeps_the_own_map_except_inside_of_it_or_elsewhere() -> None:
    here = Visits()
    here.chain()
    parcel = pack_steps(here.tx.snapshot, "doc", (here.call,), nothing)
    for stage, same, kept in (
        (here.arrive, True, here.phone),
        (here.queue, True, None),  # Waiting is inside of Phone
        (here.arrive, False, None),  # another document has other maps
    ):
        (made,) = operations.place_steps(here.tx, parcel, stage, same_document=same)
        assert here.own(made) == kept
    whole = pack_stages(here.tx.snapshot, "doc", (here.arrive,), nothing)
    (stage,) = operations.place_stages(here.tx, whole, here.waiting, same_document=True)
    copied = queries.touchpoints(here.tx.snapshot, stage)
    assert [step.submap for step in copied] == [None] * len(copied)


def test_the_steps_of_a_future_map_keep_their_own_maps() -> None:
    here = Visits()
    here.chain()
    future = operations.start_future(here.tx, here.visit, "Visit, future")
    call = queries.touchpoints_of_map(here.tx.snapshot, future)[0]
    assert call.submap == here.phone
    wish = operations.give_own_map(here.tx, call.id, "Call in, as we want it")
    assert here.tx.snapshot.get(JourneyMap, wish).state == MapState.FUTURE
    assert map_pairs.future_of(here.tx.snapshot, here.waiting) is None  # it is nobody's future
    assert map_pairs.future_of(here.tx.snapshot, here.visit) == future


def test_deleting_an_own_map_clears_the_link_and_undo_brings_both_back() -> None:
    here = Visits()
    here.chain()
    before = here.tx.finished()
    tx = Tx(before, here.tx.new_id)
    operations.delete_map(tx, here.phone)
    after = tx.finished()
    assert after.get(Touchpoint, here.call).submap is None
    assert after.find(JourneyMap, here.waiting) is not None
    assert after.with_changes(inverse_of(tx.changes, after)) == before


def test_what_is_put_back_does_not_close_a_circle() -> None:
    here = Visits()
    operations.link_own_map(here.tx, here.call, here.phone)
    gone = here.tx.snapshot.get(Touchpoint, here.call)
    operations.delete_touchpoint(here.tx, here.call)
    operations.link_own_map(here.tx, here.bell, here.visit)
    operations.put_back(here.tx, (gone,))
    assert here.own(here.call) is None
    operations.unlink_own_map(here.tx, here.bell)
    operations.delete_touchpoint(here.tx, here.call)
    operations.put_back(here.tx, (gone,))
    assert here.own(here.call) == here.phone


def test_the_way_down_is_the_one_by_which_one_came() -> None:
    here = Visits()
    here.chain()
    operations.link_own_map(here.tx, here.greeting, here.waiting)
    snapshot = here.tx.snapshot
    assert submaps.trail_to(snapshot, here.visit) == ()
    assert submaps.trail_to(snapshot, here.waiting) == (here.greeting,)  # the first map that has it
    came = (here.call, here.bell)
    assert submaps.trail_still_there(snapshot, came, here.waiting) == came
    assert submaps.trail_still_there(snapshot, came, here.phone) == (here.call,)
    assert submaps.trail_still_there(snapshot, came, here.visit) == ()
    assert submaps.maps_on(snapshot, came) == (here.visit, here.phone)
    operations.unlink_own_map(here.tx, here.bell)
    assert submaps.trail_still_there(here.tx.snapshot, came, here.waiting) == (here.greeting,)
    operations.unlink_own_map(here.tx, here.call)
    assert submaps.trail_still_there(here.tx.snapshot, came, here.phone) == ()


def test_maps_follow_the_one_above_in_print_with_their_depth() -> None:
    here = Visits()
    every = (here.waiting, here.visit, here.phone)
    assert submaps.in_order(here.tx.snapshot, every) == tuple((m, 0) for m in every)
    here.chain()
    assert submaps.in_order(here.tx.snapshot, every) == (
        (here.visit, 0),
        (here.phone, 1),
        (here.waiting, 2),
    )
    without = submaps.in_order(here.tx.snapshot, (here.waiting, here.visit))
    assert without == ((here.waiting, 0), (here.visit, 0))
