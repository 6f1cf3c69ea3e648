"""Choices of rows: those every map offers, and those that users keep."""

import itertools

import pytest

from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Rating, SavedView
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import FIRST_ROWS, MORE_ROWS, LaneKind, Measure
from journeymapper.domain.row_views import ROWS_OF, RowView
from journeymapper.domain.snapshot import Snapshot


@pytest.fixture
def tx() -> Tx:
    return Tx(Snapshot.of(), map(str, itertools.count()).__next__)


@pytest.fixture
def journey(tx: Tx) -> str:
    return operations.add_map(tx, "Visit")


def shown(tx: Tx, map_id: str) -> list[LaneKind]:
    return [lane.kind for lane in queries.lanes(tx.snapshot, map_id) if lane.visible]


def on_map(tx: Tx, map_id: str) -> set[LaneKind]:
    return {lane.kind for lane in queries.lanes(tx.snapshot, map_id)}


@pytest.mark.parametrize("view", RowView)
def test_a_view_shows_its_rows_and_no_others(tx: Tx, journey: str, view: RowView) -> None:
    operations.apply_row_view(tx, journey, view)
    assert set(shown(tx, journey)) == set(ROWS_OF[view])


def test_rows_stand_in_reading_order(tx: Tx, journey: str) -> None:
    operations.apply_row_view(tx, journey, RowView.BLUEPRINT)
    order = list(LaneKind)
    assert shown(tx, journey) == sorted(shown(tx, journey), key=order.index)


def test_rows_that_only_a_view_brought_go_with_it(tx: Tx, journey: str) -> None:
    operations.apply_row_view(tx, journey, RowView.BLUEPRINT)
    operations.apply_row_view(tx, journey, RowView.STORYBOARD)
    operations.show_more_rows(tx, journey, shown=False)
    assert on_map(tx, journey) == set(FIRST_ROWS + MORE_ROWS)
    assert shown(tx, journey) == [kind for kind in LaneKind if kind in FIRST_ROWS]


def test_rows_that_hold_something_or_were_touched_stay(tx: Tx, journey: str) -> None:
    stage = operations.add_stage(tx, journey, "Arrive")
    operations.apply_row_view(tx, journey, RowView.BLUEPRINT)
    lanes = {lane.kind: lane.id for lane in queries.lanes(tx.snapshot, journey)}
    operations.add_card(tx, lanes[LaneKind.SUPPORT], "The laboratory", stage=stage)
    operations.rename_lane(tx, lanes[LaneKind.PHYSICAL_EVIDENCE], "The room")
    operations.show_more_rows(tx, journey, shown=False)
    added = on_map(tx, journey) - set(FIRST_ROWS + MORE_ROWS)
    assert added == {LaneKind.SUPPORT, LaneKind.PHYSICAL_EVIDENCE}


def test_rows_of_a_kept_view_stay_too(tx: Tx, journey: str) -> None:
    operations.apply_row_view(tx, journey, RowView.HASSLE)
    view = operations.add_saved_view(tx, journey, "Hurts")
    operations.show_more_rows(tx, journey, shown=False)
    operations.apply_saved_view(tx, view)
    assert set(shown(tx, journey)) == set(ROWS_OF[RowView.HASSLE])


def test_a_kept_view_is_renamed_and_takes_other_rows(tx: Tx, journey: str) -> None:
    view = operations.add_saved_view(tx, journey, "First")
    operations.apply_row_view(tx, journey, RowView.HASSLE)
    operations.rename_saved_view(tx, view, "Hurts")
    operations.keep_saved_view(tx, view)
    kept = tx.snapshot.get(SavedView, view)
    visible = [lane.id for lane in queries.lanes(tx.snapshot, journey) if lane.visible]
    assert (kept.name, list(kept.lanes)) == ("Hurts", visible)
    with pytest.raises(RefusedError, match="A view needs a name"):
        operations.rename_saved_view(tx, view, "  ")


def test_what_is_said_of_ideas_and_programs_stays_within_bounds(tx: Tx, journey: str) -> None:
    stage = operations.add_stage(tx, journey, "Arrive")
    lanes = {lane.kind: lane.id for lane in queries.lanes(tx.snapshot, journey)}
    idea = operations.add_card(tx, lanes[LaneKind.IDEA], "Read the date back", stage=stage)
    operations.set_impact_effort(tx, idea, 5, 1)
    operations.set_impact_effort(tx, idea, None, None)
    for impact, effort in ((0, 1), (6, 1), (1, 6)):
        with pytest.raises(RefusedError, match="outside 1 to 5"):
            operations.set_impact_effort(tx, idea, impact, effort)
    with pytest.raises(RefusedError, match="outside 1 to 5"):
        operations.set_ease(tx, idea, 6)


def test_a_rating_is_forgotten_for_its_perspective_alone(tx: Tx, journey: str) -> None:
    stage = operations.add_stage(tx, journey, "Arrive")
    step = operations.add_touchpoint(tx, stage, "Greeting")
    operations.rate(tx, step, Measure.EFFORT, 2)
    operations.rate(tx, step, Measure.EFFORT, 6, perspective="customer")
    operations.unrate(tx, step, Measure.EFFORT)
    assert [rating.value for rating in tx.snapshot.table(Rating).values()] == [6]
