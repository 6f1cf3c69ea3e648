"""What is kept of a map is as true as what is made anew."""

from __future__ import annotations

from journeymapper.domain import indexes
from journeymapper.domain.entities import Card, Role, Touchpoint
from journeymapper.domain.handoffs import handoffs
from journeymapper.domain.kept import Kept
from tests.unit.drawing.world import changed, edited, practice


def known() -> Kept[object]:
    return Kept(
        handoffs, indexes.STAGES_OF_MAP, indexes.TOUCHPOINTS_OF_STAGE, indexes.CONNECTIONS_FROM
    )


def test_kept_while_nothing_changes_that_it_is_made_of() -> None:
    snapshot, kept = practice(), known()
    first = kept.of(snapshot, "map")
    assert first == handoffs(snapshot, "map")
    assert kept.of(snapshot, "map") is first
    assert kept.of(edited(snapshot, Card, "alone", text="Other words"), "map") is first


def test_made_again_when_it_may_be_another() -> None:
    snapshot, kept = practice(), known()
    before = kept.of(snapshot, "map")
    owned = changed(snapshot, Role("other", name="Other"))
    owned = edited(owned, Touchpoint, "greeting", owner="other")
    assert kept.of(owned, "map") == handoffs(owned, "map") != before
    assert kept.of(snapshot, "map") == before
    assert kept.of(snapshot, "elsewhere") == {}
