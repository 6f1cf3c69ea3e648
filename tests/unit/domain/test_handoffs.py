"""Where one role passes customers on to another."""

from journeymapper.domain.entities import (
    Connection,
    Entity,
    JourneyMap,
    Role,
    Stage,
    Touchpoint,
)
from journeymapper.domain.handoffs import HandOff, handoffs
from journeymapper.domain.snapshot import Snapshot

OWNERS = ("desk", "desk", "dentist", None, "billing")


def journey(*ways: Entity) -> Snapshot:
    """Five steps in two stages, with the owners above."""
    steps = [
        Touchpoint(
            str(i), stage="late" if i > 2 else "early", name=str(i), owner=owner, position=float(i)
        )
        for i, owner in enumerate(OWNERS)
    ]
    return Snapshot.of(
        [
            *(Role(name, name=name) for name in ("desk", "dentist", "billing")),
            JourneyMap("map", title="Visit"),
            Stage("early", map="map", name="Early"),
            Stage("late", map="map", name="Late", position=1.0),
            *steps,
            *ways,
        ]
    )


def test_a_role_change_from_one_step_to_the_next_is_a_hand_off() -> None:
    assert handoffs(journey(), "map") == {"2": (HandOff("1", "2", "desk", "dentist"),)}


def test_steps_without_an_owner_pass_nobody_on() -> None:
    found = handoffs(journey(), "map")
    assert "3" not in found
    assert "4" not in found


def test_written_ways_count_instead_of_the_order() -> None:
    ways = (
        Connection("a", source="1", target="4", info_passed=False, items="Return date"),
        Connection("b", source="1", target="0"),
    )
    found = handoffs(journey(*ways), "map")
    assert found == {"4": (HandOff("1", "4", "desk", "billing", False, "Return date", "a"),)}


def test_several_roles_can_pass_on_to_one_step() -> None:
    ways = (
        Connection("a", source="0", target="4"),
        Connection("b", source="2", target="4", info_passed=True),
    )
    givers = [(h.giver, h.passed) for h in handoffs(journey(*ways), "map")["4"]]
    assert givers == [("desk", None), ("dentist", True)]
