"""What differs between two maps, told step by step."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from journeymapper.analysis.map_differences import Kind, differences
from journeymapper.analysis.step_pairs import Side, interleaved, moved, pairs_of
from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.kinds import Frequency, LaneKind, Severity, TimeUnit
from journeymapper.domain.snapshot import Snapshot


class Visit:
    """A map of today with two stages, and its future; steps are called by name."""

    def __init__(self) -> None:
        self.tx = Tx(Snapshot.of(), map(str, itertools.count()).__next__)
        operations.add_project(self.tx, title="Visit")
        self.anna = operations.add_persona(self.tx, "Anna")
        self.walter = operations.add_persona(self.tx, "Walter")
        self.today = operations.add_map(self.tx, "Visit", personas=(self.anna,))
        for name, steps in (("Arrive", ("Greeting", "Form")), ("Leave", ("Desk", "Bill"))):
            stage = operations.add_stage(self.tx, self.today, name)
            for step in steps:
                made = operations.add_touchpoint(self.tx, stage, step)
                operations.set_feeling(self.tx, made, self.anna, -2)
        self.card(self.today, LaneKind.PAIN, "Form", "Asked twice")
        self.future = operations.start_future(self.tx, self.today, "Visit, future")

    def step(self, name: str, map_id: str = "") -> str:
        steps = queries.touchpoints_of_map(self.tx.snapshot, map_id or self.future)
        return next(step.id for step in steps if step.name == name)

    def stage(self, place: int, map_id: str = "") -> str:
        return queries.stages(self.tx.snapshot, map_id or self.future)[place].id

    def card(self, map_id: str, kind: LaneKind, step: str, text: str) -> None:
        lanes = queries.lanes(self.tx.snapshot, map_id)
        lane = next(row.id for row in lanes if row.kind == kind)
        operations.add_card(self.tx, lane, text, touchpoint=self.step(step, map_id))

    def said(self) -> list[tuple[Kind, str]]:
        before = Side(self.tx.snapshot, self.today, self.anna)
        after = Side(self.tx.snapshot, self.future, self.anna)
        return [(found.kind, str(found.words)) for found in differences(before, after)]


def test_a_fresh_copy_does_not_differ() -> None:
    assert Visit().said() == []


def test_steps_that_are_new_gone_and_moved_are_told_in_the_order_of_the_journey() -> None:
    visit = Visit()
    operations.delete_touchpoint(visit.tx, visit.step("Form"))
    operations.add_touchpoint(visit.tx, visit.stage(0), "Coffee", 0)
    operations.move_touchpoint(visit.tx, visit.step("Bill"), visit.stage(1), 0)
    assert visit.said() == [
        (Kind.ADDED, "1.1 Coffee is new"),
        (Kind.GONE, "1.2 Form is gone"),
        (Kind.MOVED, "2.1 Bill moved, it was 2.2"),
    ]


def test_a_step_in_another_stage_has_moved_and_keeps_its_differences() -> None:
    visit = Visit()
    operations.move_touchpoint(visit.tx, visit.step("Form"), visit.stage(1), 2)
    operations.set_feeling(visit.tx, visit.step("Form"), visit.anna, 3)
    assert visit.said() == [
        (Kind.MOVED, "2.3 Form moved, it was 1.2"),
        (Kind.FEELING, "2.3 Form: Anna +3, before −2"),
    ]


def test_another_name_at_the_same_place_is_the_same_step() -> None:
    visit = Visit()
    operations.rename_touchpoint(visit.tx, visit.step("Greeting"), "Warm welcome")
    operations.rename_stage(visit.tx, visit.stage(1), "Go home")
    assert visit.said() == [
        (Kind.RENAMED, "Stage 2 Leave is called “Go home” now"),
        (Kind.RENAMED, "1.1 Warm welcome was called “Greeting”"),
    ]


def test_a_new_step_with_another_owner_is_not_the_one_that_was_there() -> None:
    visit = Visit()
    operations.delete_touchpoint(visit.tx, visit.step("Form"))
    made = operations.add_touchpoint(visit.tx, visit.stage(0), "Tablet")
    operations.set_owner(visit.tx, made, operations.add_role(visit.tx, "Assistant"))
    assert [kind for kind, _words in visit.said()] == [Kind.GONE, Kind.ADDED]


def test_a_pain_with_the_same_words_that_is_rated_otherwise_is_told() -> None:
    visit = Visit()
    tx, form = visit.tx, visit.step("Form")
    (card,) = [c for row in queries.lanes(tx.snapshot, visit.future)
               for c in queries.cards_at(tx.snapshot, row.id, form)]  # fmt: skip
    operations.set_severity(tx, card.id, Severity.LOW)
    operations.set_frequency(tx, card.id, Frequency.OFTEN)
    assert visit.said() == [
        (Kind.PAIN_CHANGED, "1.2 Form: the pain “Asked twice” is low, before not rated"),
        (
            Kind.PAIN_CHANGED,
            "1.2 Form: how often “Asked twice”: often, before nobody knows how often",
        ),
    ]


def test_what_is_noted_at_a_step_is_compared() -> None:
    visit = Visit()
    tx, form = visit.tx, visit.step("Form")
    operations.set_owner(tx, form, operations.add_role(tx, "Assistant"))
    operations.set_channels(tx, form, (operations.add_channel(tx, "Tablet"),))
    operations.set_wait(tx, form, 5, 4, TimeUnit.MINUTES)
    operations.clear_feeling(tx, form, visit.anna)
    (card,) = [c for row in queries.lanes(tx.snapshot, visit.future)
               for c in queries.cards_at(tx.snapshot, row.id, form)]  # fmt: skip
    operations.set_card_text(tx, card.id, "Asked once too often")
    visit.card(visit.future, LaneKind.IDEA, "Form", "Send it before")
    assert visit.said() == [
        (Kind.FEELING, "1.2 Form: Anna not noted, before −2"),
        (Kind.OWNER, "1.2 Form: owner Assistant, before nobody"),
        (Kind.CHANNEL, "1.2 Form: happens at Tablet, before no place named"),
        (Kind.WAIT, "1.2 Form: wait 5 minutes promised, 4 in fact; before not noted"),
        (Kind.PAIN_ADDED, "1.2 Form: new pain “Asked once too often”"),
        (Kind.PAIN_GONE, "1.2 Form: the pain “Asked twice” is gone"),
        (Kind.IDEA_ADDED, "1.2 Form: new idea “Send it before”"),
    ]


def test_two_personas_on_one_map_differ_in_their_feelings_only() -> None:
    visit = Visit()
    for name, value in (("Greeting", -2), ("Form", 1)):
        operations.set_feeling(visit.tx, visit.step(name, visit.today), visit.walter, value)
    one = Side(visit.tx.snapshot, visit.today, visit.walter)
    other = Side(visit.tx.snapshot, visit.today, visit.anna)
    assert [str(found.words) for found in differences(one, other)] == [
        "1.2 Form: Walter +1, Anna −2",
        "2.1 Desk: Walter not noted, Anna −2",
        "2.2 Bill: Walter not noted, Anna −2",
    ]


def test_two_states_of_one_map_are_paired_by_what_they_are_not_by_name() -> None:
    visit = Visit()
    was = Side(visit.tx.snapshot.with_changes(()), visit.today, visit.anna)
    then = Tx(was.snapshot, lambda: "new")
    operations.delete_touchpoint(then, visit.step("Form", visit.today))
    operations.add_touchpoint(then, visit.stage(0, visit.today), "Form")
    now = Side(then.finished(), visit.today, visit.anna)
    kinds = [found.kind for found in differences(was, now)]
    assert kinds == [Kind.GONE, Kind.ADDED]
    assert "new" not in pairs_of(was, now).steps.values()


@given(st.permutations(range(7)), st.sets(st.integers(0, 6)))
def test_without_what_moved_the_order_is_the_same(order: list[int], gone: set[int]) -> None:
    before = [str(i) for i in range(7)]
    after = [f"n{i}" for i in order if i not in gone]
    pairs = {str(i): f"n{i}" for i in range(7) if i not in gone}
    out = moved(before, after, pairs)
    left = [pairs[id_] for id_ in before if id_ in pairs and id_ not in out]
    assert left == [id_ for id_ in after if id_ in left]
    both = interleaved(before, after, pairs)
    assert [there for _here, there in both if there] == after
    assert sorted(here for here, _there in both if here) == before
