"""The persona round: what is asked, what is open, and a clock that somebody turns."""

from __future__ import annotations

import datetime
import itertools

import pytest

from journeymapper.app.persona_round import (
    LENGTH,
    Countdown,
    answer_of,
    boxes,
    left_words,
    open_questions,
    questions,
)
from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.persona_card import EMOTIONS
from journeymapper.domain.snapshot import Snapshot


class Clock:
    """Stands still until a test turns it."""

    def __init__(self) -> None:
        self.time = datetime.datetime(2026, 5, 15, 9, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        return self.time

    def turn(self, **by: float) -> None:
        self.time += datetime.timedelta(**by)


def test_the_countdown_stands_still_goes_on_and_ends_at_nothing() -> None:
    clock = Clock()
    countdown = Countdown(clock)
    clock.turn(hours=1)
    assert countdown.left == LENGTH
    countdown.go()
    clock.turn(minutes=16, seconds=18)
    assert str(left_words(countdown.left)) == "3:42 left"
    countdown.stop()
    clock.turn(days=1)
    countdown.go()
    clock.turn(seconds=2)
    assert countdown.left == datetime.timedelta(minutes=3, seconds=40)
    clock.turn(minutes=5)
    assert countdown.left == datetime.timedelta(0)
    assert str(left_words(countdown.left)) == "Time is up"


@pytest.mark.parametrize(("seconds", "words"), [(0.2, "0:01 left"), (60, "1:00 left")])
def test_a_second_that_has_begun_is_counted(seconds: float, words: str) -> None:
    assert str(left_words(datetime.timedelta(seconds=seconds))) == words


def test_the_boxes_come_first_and_the_eight_in_their_order() -> None:
    asked = questions("Anna")
    assert asked[:4] == boxes("Anna")
    keys = [one.key for one in asked if one.section == NoteSection.EMOTION]
    assert keys == list(EMOTIONS)
    assert len(asked) == 15


def test_what_the_card_says_is_not_asked_again() -> None:
    tx = Tx(Snapshot.of(), map(str, itertools.count()).__next__)
    operations.add_project(tx, title="Visit")
    anna = operations.add_persona(tx, "Anna", about="Mother")
    operations.add_note(tx, anna, NoteSection.NEED, "", "Quiet")
    operations.add_note(tx, anna, NoteSection.NEED, "", "Parking")
    operations.set_note(tx, anna, NoteSection.EMOTION, "hoping", "Peace")
    asked = questions("Anna")
    assert answer_of(tx.snapshot, anna, asked[2]) == "Quiet\nParking"
    still = open_questions(tx.snapshot, anna, asked)
    assert still[0] == 1
    assert not {0, 2, 11}.intersection(still)
    assert len(still) == 12
