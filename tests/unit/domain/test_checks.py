"""The border of the model: what is cleaned, what is refused."""

import dataclasses

import pytest

from journeymapper.domain.checks import cleaned
from journeymapper.domain.entities import Card, Connection, Feeling, Project, Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import MomentOfTruth, Severity
from journeymapper.domain.words import clean_text

STEP = Touchpoint("t", stage="s", name="Greeting")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (
            "<b>Rebooking</b> & <img src='/etc/passwd'>",
            "<b>Rebooking</b> & <img src='/etc/passwd'>",
        ),
        ("a\x00b\x07c", "abc"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("cafe\u0301", "caf\u00e9"),
        ("two\r\nlines\rthree", "two\nlines\nthree"),
        ("שלום وداعا", "שלום وداعا"),
        ("a\ufffe\U0001ffffb", "ab"),
        (
            "family \U0001f468\u200d\U0001f469\u200d\U0001f467",
            "family \U0001f468\u200d\U0001f469\u200d\U0001f467",
        ),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_texts_are_stored_clean(typed: str, stored: str) -> None:
    assert clean_text(typed) == stored
    assert cleaned(Card("c", lane="l", touchpoint="t", text=typed)).text == stored


def test_names_are_one_line_without_space_around() -> None:
    assert cleaned(dataclasses.replace(STEP, name="  Pay\nand\trebook ")).name == "Pay and rebook"


def test_text_that_is_too_long_is_refused_not_cut() -> None:
    with pytest.raises(RefusedError, match="This text has 100000 characters; at most 10000 fit"):
        cleaned(Card("c", lane="l", touchpoint="t", text="x" * 100_000))


def test_a_clean_entity_is_returned_as_it_is() -> None:
    assert cleaned(STEP) is STEP


def test_a_code_becomes_its_choice() -> None:
    found = cleaned(dataclasses.replace(STEP, moment_of_truth="first"))  # type: ignore[arg-type]
    assert found.moment_of_truth is MomentOfTruth.FIRST


@pytest.mark.parametrize(
    "wrong",
    [
        Feeling("f", "t", "p", 6),
        Feeling("f", "t", "p", -6),
        Feeling("f", "t", "p", 1.5),  # type: ignore[arg-type]
        Feeling("f", "t", "p", True),
        Feeling("f", "t", "p", None),  # type: ignore[arg-type]
        Feeling("f", "t", "p", float("nan")),  # type: ignore[arg-type]
        Card("c", lane="l", touchpoint="t", severity="terrible"),  # type: ignore[arg-type]
        Card("c", lane="l", text="nowhere"),
        Card("c", lane="l", touchpoint="t", stage="s"),
        Card("c", lane="l", touchpoint="t", date="2026-02-30"),
        Card("c", lane="l", touchpoint="t", date="20260201"),
        Card("c", lane="l", touchpoint="t", text=7),  # type: ignore[arg-type]
        Connection("x", source="a"),
        Connection("x", source="a", target="a"),
        Connection("x", source="a", target="b", share=1.2),
        Project("p", example="yes"),  # type: ignore[arg-type]
    ],
)
def test_what_a_field_may_not_hold_is_refused_with_a_sentence(wrong: Feeling | Card) -> None:
    with pytest.raises(RefusedError) as caught:
        cleaned(wrong)
    assert str(caught.value).endswith(".")


def test_a_severity_may_be_left_open() -> None:
    assert cleaned(Card("c", lane="l", touchpoint="t")).severity is Severity.UNRATED
