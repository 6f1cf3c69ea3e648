"""What was deleted comes back as it was, as far as it still belongs to something."""

import itertools
from pathlib import Path

import pytest

from journeymapper.document import operations, templates
from journeymapper.document.outline import read_outline
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Channel, Connection, Entity, Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import LaneKind

FOLDER = Path(__file__).parents[3] / "resources" / "templates"


def told() -> tuple[Tx, Touchpoint]:
    """The dental template with a feeling and a pain at 2.1, which has connections too."""
    numbers = itertools.count(1)
    snapshot = templates.snapshot_of(read_outline(FOLDER, "dental"))
    tx = Tx(snapshot, lambda: f"new{next(numbers)}")
    (journey,) = queries.maps(snapshot)
    step = queries.touchpoints_of_map(snapshot, journey.id)[2]
    (persona,) = queries.personas(snapshot)
    lanes = {lane.kind: lane.id for lane in queries.lanes(snapshot, journey.id)}
    operations.set_feeling(tx, step.id, persona.id, -2)
    operations.add_card(tx, lanes[LaneKind.PAIN], "Not read back", touchpoint=step.id)
    return tx, step


def deleted(tx: Tx, step: Touchpoint) -> list[Entity]:
    """Delete a step; return what went with it, what the others belong to first."""
    return deleted_and_changed(tx, step)[0]


def deleted_and_changed(
    tx: Tx, step: Touchpoint
) -> tuple[list[Entity], list[tuple[Entity, Entity]]]:
    """Delete a step; return what went with it, and what else it changed, the last first."""
    before = len(tx.changes)
    operations.delete_touchpoint(tx, step.id)
    changes = tx.changes[before:][::-1]
    gone = [c.before for c in changes if c.before is not None and c.after is None]
    changed = [(c.before, c.after) for c in changes if c.before is not None and c.after is not None]
    return gone, changed


def test_all_that_went_with_a_step_comes_back() -> None:
    tx, step = told()
    before = tx.snapshot.with_changes(())
    gone, changed = deleted_and_changed(tx, step)
    assert tx.snapshot != before
    assert changed  # ways lead past the step
    made = operations.put_back(tx, gone, changed)
    assert made[0] == step.id
    assert len(made) == len(gone) > 2
    assert tx.snapshot == before


def test_a_way_that_was_changed_since_is_left_alone() -> None:
    tx, step = told()
    gone, changed = deleted_and_changed(tx, step)
    way = next(after for _before, after in changed if isinstance(after, Connection))
    operations.set_share(tx, way.id, 0.25)
    operations.put_back(tx, gone, changed)
    assert tx.snapshot.get(Connection, way.id).target == way.target
    assert tx.snapshot.get(Connection, way.id).share == 0.25


def test_what_is_there_already_is_left_alone() -> None:
    tx, step = told()
    gone = deleted(tx, step)
    operations.put_back(tx, gone)
    operations.rename_touchpoint(tx, step.id, "Call us")
    assert operations.put_back(tx, gone) == ()
    assert tx.snapshot.get(Touchpoint, step.id).name == "Call us"


def test_references_to_what_is_gone_are_cleared() -> None:
    tx, step = told()
    gone = deleted(tx, step)
    (channel,) = step.channels
    assert step.owner is not None
    operations.delete_channel(tx, channel)
    operations.delete_role(tx, step.owner)
    operations.put_back(tx, gone)
    again = tx.snapshot.get(Touchpoint, step.id)
    assert (again.channels, again.owner, again.name) == ((), None, step.name)
    assert channel not in tx.snapshot.table(Channel)


def test_a_step_whose_stage_is_gone_stays_away_with_a_reason() -> None:
    tx, step = told()
    gone = deleted(tx, step)
    operations.delete_stage(tx, step.stage)
    with pytest.raises(RefusedError, match="what it belonged to is no longer on the map"):
        operations.put_back(tx, gone)
