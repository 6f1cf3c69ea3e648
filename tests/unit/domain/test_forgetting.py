"""How texts read once a name is taken out of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.domain.entities import Answer, Card
from journeymapper.domain.forgetting import (
    Mask,
    Person,
    PersonMask,
    masked,
    masked_value,
    person_called,
)
from journeymapper.domain.kinds import SourceKind


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("Ask Zoë.", "Ask …."),
        ("ZOË and zoë", "… and …"),
        ("Zoe\u0308 in two characters", "… in two characters"),
        ("Zoë’s bag", "…’s bag"),
        ("Zoëlla", "Zoëlla"),
        ("zoe", "zoe"),
        ("", ""),
    ],
)
def test_whole_words_go_whatever_their_capitals(text: str, reads: str) -> None:
    assert Mask(["Zoë"]).on(text) == reads


def test_names_inside_longer_words_go_when_asked_for() -> None:
    assert Mask(["Zoë"], inside=True).on("Zoëlla") == "…lla"


def test_the_whole_name_goes_before_its_parts_and_over_line_ends() -> None:
    assert Mask(["Ann", "Ann Lee"]).on("Ann\n Lee, Ann") == "…, …"


def test_letters_that_mean_something_elsewhere_are_letters_here() -> None:
    assert Mask(["A. (Bo)"]).on("with A. (Bo) there, AxxBo") == "with … there, AxxBo"


@given(st.text(max_size=40), st.text(min_size=1, max_size=6))
def test_a_second_time_nothing_changes_and_no_text_grows(text: str, name: str) -> None:
    mask = Mask([name])
    once = mask.on(text)
    assert mask.on(once) == once
    assert len(once) <= len(text)


def test_phrases_of_the_person_stay_in_what_others_answered() -> None:
    phrase = "I waited for an hour"
    mask = PersonMask(Person(phrases=(phrase, "Good")))
    assert masked(Card("c", "lane", text=phrase), mask) == {"text": "…"}
    assert masked(Card("c", "lane", text="Good"), mask) == {}
    assert masked(Answer("a", "sheet", "question", text=phrase), mask) == {}


def test_codes_dates_and_references_are_no_words() -> None:
    mask = PersonMask(person_called(["staff", "2026"]))
    assert masked(Card("c", "staff", text="our staff", date="2026-05-01"), mask) == {
        "text": "our …"
    }
    assert masked_value(Card, "source", SourceKind.STAFF.value, mask) == "staff"
    assert masked_value(Card, "lane", "staff", mask) == "staff"
    assert masked_value(Card, "a field of old", "staff", mask) == "…"
    assert masked_value(None, "words", ["staff", 3], mask) == ["…", 3]


def test_a_wish_survives_being_written_down() -> None:
    person = Person(("Zoë",), True, ("s",), (("b", 3),), ("A\nB",))
    assert Person.from_json(person.to_json()) == person
    with pytest.raises(ValueError, match="1"):
        Person.from_json("[1]")
