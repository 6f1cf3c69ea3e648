"""What is found first when a few letters or a number are typed."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from journeymapper.app.finding import Fit, fit, folded, ranked


@dataclass(frozen=True)
class Named:
    """Something with a name."""

    name: str
    number: str = ""
    also: str = ""

    @property
    def folded_name(self) -> str:
        return folded(self.name)

    @property
    def folded_also(self) -> str:
        return folded(self.also)


STEPS = [
    Named("Learn", "1"),
    Named("Web page", "1.1"),
    Named("Arrive", "2"),
    Named("Greeting", "2.1"),
    Named("Waiting room", "2.2"),
    Named("Second greeting", "2.12"),
    Named("Undo", also="Take back the last change."),
]


def names(typed: str, most: int = 60) -> list[str]:
    return [thing.name for thing in ranked(STEPS, typed, most)]


def test_a_number_finds_the_step_that_has_it_first() -> None:
    assert names("2.1") == ["Greeting", "Second greeting"]
    assert names("2") == ["Arrive", "Greeting", "Waiting room", "Second greeting"]
    assert names("2.") == ["Arrive", "Greeting", "Waiting room", "Second greeting"]


def test_a_number_with_the_name_begun_finds_it_too() -> None:
    assert names("2.1 gre") == ["Greeting"]


@pytest.mark.parametrize(
    ("typed", "how"),
    [
        ("waiting room", Fit.WHOLE),
        ("  WAITING   room ", Fit.WHOLE),
        ("wait", Fit.BEGINS),
        ("room", Fit.WORD),
        ("wa ro", Fit.WORDS),
        ("ing", Fit.INSIDE),
        ("wtrm", Fit.LETTERS),
        ("wr", None),
        ("rw", None),
        ("room waiting", None),
    ],
)
def test_how_a_name_fits(typed: str, how: Fit | None) -> None:
    assert fit(Named("Waiting room"), folded(typed)) == how


def test_better_fits_come_before_the_order_of_the_list() -> None:
    assert names("greeting") == ["Greeting", "Second greeting"]
    assert names("e")[:1] == ["Learn"]


def test_what_a_command_does_leads_to_it() -> None:
    assert names("take back") == ["Undo"]


def test_accents_and_capitals_do_not_matter() -> None:
    assert fit(Named("Überweisung"), folded("uber")) == Fit.BEGINS
    assert fit(Named("Straße"), folded("STRASSE")) == Fit.WHOLE


def test_nothing_typed_finds_nothing_and_lists_are_cut() -> None:
    assert names("  ") == []
    assert len(names("e", most=2)) == 2
