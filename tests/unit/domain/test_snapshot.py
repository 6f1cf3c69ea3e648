"""The state of a document and its look-ups."""

import pytest

from journeymapper.domain import queries
from journeymapper.domain.changes import Change
from journeymapper.domain.entities import Card, JourneyMap, Stage, Touchpoint
from journeymapper.domain.errors import MissingEntityError
from journeymapper.domain.snapshot import Snapshot

FIRST, SECOND = Stage("s1", "m", "Learn", position=1), Stage("s2", "m", "Arrive", position=2)
GREETING = Touchpoint("t1", "s2", "Greeting", position=2)
ARRIVAL = Touchpoint("t2", "s2", "Arrival", position=1)
START = Snapshot.of([JourneyMap("m", "Visit"), SECOND, FIRST, GREETING, ARRIVAL])


def test_siblings_come_in_order() -> None:
    assert queries.stages(START, "m") == (FIRST, SECOND)
    assert queries.touchpoints_of_map(START, "m") == (ARRIVAL, GREETING)


def test_numbers_follow_the_order() -> None:
    assert queries.numbers(START, "m") == {"s1": "1", "s2": "2", "t2": "2.1", "t1": "2.2"}


def test_a_change_gives_a_new_snapshot_and_leaves_the_old_one() -> None:
    queries.touchpoints(START, "s2")
    moved = Touchpoint("t1", "s1", "Greeting", position=1)
    after = START.with_changes([Change(Touchpoint, "t1", GREETING, moved)])
    assert queries.touchpoints(after, "s1") == (moved,)
    assert queries.touchpoints(after, "s2") == (ARRIVAL,)
    assert queries.touchpoints(START, "s2") == (ARRIVAL, GREETING)


def test_tables_of_other_kinds_are_shared() -> None:
    after = START.with_changes([Change(Stage, "s1", FIRST, None)])
    assert after.get(Touchpoint, "t1") is GREETING
    assert after.find(Stage, "s1") is None


def test_what_is_not_there_is_said_in_a_sentence() -> None:
    with pytest.raises(MissingEntityError, match=r"This is no longer in the document\."):
        START.get(Card, "nowhere")
