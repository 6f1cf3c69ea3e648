"""What numbers on printed sheets mean after the map has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeymapper.domain.entities import JourneyMap, PrintRun, Stage, Touchpoint
from journeymapper.domain.printed import numbers_now
from journeymapper.domain.sheet_numbers import Fate, outdated, typed
from journeymapper.domain.snapshot import Snapshot

STAGES = (Stage("s1", "m", "Learn", position=0.0), Stage("s2", "m", "Wait", position=1.0))
OTHER = (JourneyMap("n", "Other"), Stage("s9", "n", "Elsewhere"))
STEPS = (
    Touchpoint("call", "s1", "Call", position=0.0),
    Touchpoint("book", "s1", "Book", position=1.0),
    Touchpoint("room", "s2", "Waiting room", position=0.0),
)
BEFORE = Snapshot.of((JourneyMap("m", "Visit"), *OTHER, *STAGES, *STEPS))


def run(id_: str, day: str, snapshot: Snapshot = BEFORE, preset: str = "wall") -> PrintRun:
    return PrintRun(id_, "m", preset, day, numbers_now(snapshot, "m"))


def after(*steps: Touchpoint, runs: tuple[PrintRun, ...] = ()) -> Snapshot:
    return Snapshot.of((JourneyMap("m", "Visit"), *OTHER, *STAGES, *steps, *runs))


NEW = Touchpoint("mail", "s1", "Mail", position=0.5)
FIRST = run("r1", "2026-05-12")
INSERTED = after(*STEPS, NEW, runs=(FIRST,))


def test_sheets_are_outdated_once_a_number_means_another_step() -> None:
    assert outdated(after(*STEPS, runs=(FIRST,)), "m") == ()
    (found,) = outdated(INSERTED, "m")
    assert (found.run, found.date, found.preset) == ("r1", "2026-05-12", "wall")
    assert outdated(INSERTED, "n") == ()


def test_a_step_added_at_the_end_changes_no_sheet() -> None:
    last = Touchpoint("gone", "s2", "Called in", position=9.0)
    assert outdated(after(*STEPS, last, runs=(FIRST,)), "m") == ()


def test_the_latest_come_first_and_the_same_numbers_once() -> None:
    again = run("r2", "2026-05-20", preset="report")
    other = run("r3", "2026-05-14", after(STEPS[1], STEPS[0], STEPS[2]))
    now = after(STEPS[2], NEW, runs=(FIRST, other, again))
    swapped = replace(other, numbers=("1.1 book", "1.2 call", "2.1 room"))
    found = outdated(after(STEPS[2], NEW, runs=(FIRST, swapped, again)), "m")
    assert [one.run for one in found] == ["r2", "r3"]
    assert [one.run for one in outdated(now, "m")] == ["r2"]


@pytest.mark.parametrize(
    ("snapshot", "number", "fate", "step"),
    [
        (INSERTED, "1.2", Fate.MOVED, "book"),
        (INSERTED, "1.1", Fate.SAME, "call"),
        (INSERTED, "1.3", Fate.UNKNOWN, ""),
        (after(STEPS[0], STEPS[2], NEW, runs=(FIRST,)), "1.2", Fate.GONE, ""),
        (
            after(STEPS[0], replace(STEPS[1], stage="s9"), STEPS[2], runs=(FIRST,)),
            "1.2",
            Fate.ELSEWHERE,
            "book",
        ),
    ],
)
def test_what_became_of_a_step(snapshot: Snapshot, number: str, fate: Fate, step: str) -> None:
    known = typed(snapshot, "m", f" {number} ", "r1")
    assert known is not None
    assert (known.found.fate, known.found.step, known.chosen) == (fate, step, True)


@pytest.mark.parametrize("text", ["", "1", "1.", "room", "1.2.3", "-1.2", "1.2 Book"])
def test_only_whole_numbers_of_steps_are_looked_up(text: str) -> None:
    assert typed(INSERTED, "m", text, "r1") is None


def test_without_a_choice_the_latest_sheets_are_looked_at_and_new_steps_surprise_nobody() -> None:
    known = typed(INSERTED, "m", "1.2", "")
    assert known is not None
    assert not known.chosen
    assert known.told
    new = typed(INSERTED, "m", "1.3", "")
    assert new is not None
    assert not new.told


def test_damaged_entries_of_a_run_are_no_numbers() -> None:
    broken = replace(FIRST, numbers=("1.1", "", "1.2 book"))
    (found,) = outdated(after(*STEPS, NEW, runs=(broken,)), "m")
    assert dict(found.steps) == {"1.2": "book"}
