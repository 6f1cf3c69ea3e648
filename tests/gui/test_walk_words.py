"""Pace, faces and words of the walk; no window is needed."""

from __future__ import annotations

import dataclasses

import pytest

from journeymapper.domain.entities import Card, Stage, Touchpoint
from journeymapper.domain.kinds import Frequency, People
from journeymapper.drawing.marks import FACES
from journeymapper.ui.walk import pace, words
from journeymapper.ui.walk.facts import StepFacts, face_of, worst


def facts(number: str, feeling: int | None, frequency: Frequency | None = None) -> StepFacts:
    pains = () if frequency is None else (Card("c", lane="l", text="Cold", frequency=frequency),)
    stage = Stage("s", map="m", name="Wait")
    return StepFacts(Touchpoint(number, stage="s"), number, stage, 4, None, None, feeling, pains)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 seconds"),
        (1, "1 second"),
        (59.4, "59 seconds"),
        (60, "1 minute"),
        (65, "1 minute 5"),
        (120, "2 minutes"),
        (580, "9 minutes 40"),
    ],
)
def test_a_time_in_words(seconds: float, said: str) -> None:
    assert str(pace.taken(seconds)) == said


def test_the_time_left_follows_ones_own_pace() -> None:
    assert pace.seconds_left(0, 0, 14) == 14 * pace.USUAL
    assert pace.seconds_left(1, 3, 14) == 13 * pace.USUAL  # one step says nothing yet
    assert pace.seconds_left(4, 170, 14) == pytest.approx(425)
    assert str(pace.left(pace.seconds_left(4, 170, 14))) == "about 7 minutes left"
    assert pace.seconds_left(4, 0, 14) == 80  # clicked through: the others need their time
    assert str(pace.left(61)) == "about 1 minute left"
    assert str(pace.left(20)) == "less than a minute left"


def test_a_break_counts_as_a_long_step_only() -> None:
    assert pace.counted(3600) == pace.LONGEST
    assert pace.counted(-5) == 0


def test_every_feeling_has_the_face_of_its_word() -> None:
    assert [face_of(value) for value in range(-5, 6)] == [
        -4, -4, -2, -2, -2, 0, 2, 2, 2, 4, 4,
    ]  # fmt: skip
    assert all(face_of(value) == value for value in FACES)


def test_the_worst_are_the_deepest_then_the_most_frequent() -> None:
    steps = (
        facts("1.1", 2, Frequency.OFTEN),
        facts("2.1", -2, Frequency.SOMETIMES),
        facts("2.2", -2, Frequency.OFTEN),
        facts("3.1", None, Frequency.OFTEN),
        facts("4.2", -4),
        facts("5.1", None),
    )
    assert [one.number for one in worst(steps)] == ["2.1", "2.2", "4.2"]
    assert [one.number for one in worst(steps, 2)] == ["2.2", "4.2"]
    assert worst((facts("1.1", 0), facts("1.2", None))) == ()


def test_what_was_said_about_a_step() -> None:
    assert str(words.summary(facts("1.1", 0))) == "Nothing goes wrong"
    assert str(words.summary(facts("1.1", None))) == "Nothing said yet"
    assert str(words.summary(facts("1.1", 0, Frequency.OFTEN))) == "Often: Cold"
    unnamed = facts("1.1", 0, Frequency.SOMETIMES)
    bare = dataclasses.replace(unnamed.pains[0], text=" ")
    assert str(words.summary(dataclasses.replace(unnamed, pains=(bare,)))) == "Sometimes"


@pytest.mark.parametrize("people", list(People))
def test_everybody_is_named_by_a_phrase_of_their_own(people: People) -> None:
    said = {words.feel(people), words.ask(people), words.everything(people, False)}
    assert all(people.value in str(message).lower() for message in said)
    assert "14" in str(words.then(people, 14))


def test_numbers_in_a_sentence() -> None:
    assert str(words.names(("3.1",))) == "3.1"
    assert str(words.names(("3.1", "4.2"))) == "3.1 and 4.2"
    assert str(words.names(("3.1", "4.2", "6.1"))) == "3.1, 4.2 and 6.1"
