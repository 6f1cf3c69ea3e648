"""What is said about numbers on sheets."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from journeymapper.app.sheet_words import as_printed, on_sheets, said_of
from journeymapper.domain.entities import JourneyMap, Stage, Touchpoint
from journeymapper.domain.sheet_numbers import SheetNumbers, meaning
from journeymapper.domain.snapshot import Snapshot

TODAY = datetime.date(2026, 6, 1)
SHEETS = SheetNumbers(
    "r", "wall", "2026-05-12", {"3.1": "a", "3.2": "b", "3.3": "gone", "3.4": "x", "3.5": "c"}
)
SNAPSHOT = Snapshot.of(
    (
        JourneyMap("m", "Visit"),
        JourneyMap("n", "{Other}"),
        Stage("s", "m"),
        Stage("t", "n"),
        Touchpoint("a", "s", "Greeting", position=0.0),
        Touchpoint("b", "s", "Called in", position=1.0),
        Touchpoint("c", "s", "", position=2.0),
        Touchpoint("x", "t", "Invoice"),
    )
)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("3.2", "3.2 on the sheets of 12 May is now 1.2 Called in."),
        ("3.3", "The step that is 3.3 on the sheets of 12 May was deleted since."),
        ("3.4", "3.4 on the sheets of 12 May is now 1.1 Invoice on the map “{Other}”."),
        ("3.5", "3.5 on the sheets of 12 May is now 1.3."),
        ("9.9", "There is no step 9.9 on the sheets of 12 May."),
    ],
)
def test_a_number_that_means_something_else_says_so(number: str, words: str) -> None:
    found = meaning(SNAPSHOT, "m", SHEETS, number)
    assert str(said_of(SNAPSHOT, found, SHEETS, TODAY)) == words


def test_the_same_number_needs_no_word() -> None:
    same = replace(SHEETS, steps={"1.1": "a"})
    assert said_of(SNAPSHOT, meaning(SNAPSHOT, "m", same, "1.1"), same, TODAY) is None


def test_printings_are_named_by_their_day_and_of_one_day_by_their_kind() -> None:
    old = replace(SHEETS, run="q", date="2025-05-12")
    poster = replace(SHEETS, run="p", preset="poster:a1:a4")
    assert str(as_printed(SHEETS, (SHEETS, old), TODAY)) == "Numbers as printed on 12 May"
    assert str(as_printed(old, (SHEETS, old), TODAY)) == "Numbers as printed on 12 May 2025"
    said = str(as_printed(poster, (SHEETS, poster), TODAY))
    assert said == "Numbers as printed on 12 May (poster)"
    assert str(on_sheets(SHEETS, "3.2", TODAY)) == "3.2 on the sheets of 12 May"
