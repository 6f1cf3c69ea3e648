"""What personas begin with: questions for empty fields, and nothing that is claimed."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeymapper.app import resources
from journeymapper.app.starters import HEAD, Starter, read_starter, starters
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import NoteSection, PersonaKind
from journeymapper.domain.persona_card import EMOTIONS

ALL = starters(resources.find().personas)


def test_seven_are_offered_in_their_order() -> None:
    assert [one.key for one in ALL] == [
        "patient",
        "family",
        "anxious",
        "helped",
        "referrer",
        "account",
        "employee",
    ]
    assert [one.key for one in ALL if one.kind == PersonaKind.ORGANISATION] == ["account"]


@pytest.mark.parametrize("starter", ALL, ids=lambda one: one.key)
def test_a_starter_asks_and_never_tells(starter: Starter) -> None:
    assert all(question.endswith("?") for question in starter.asks.values())
    asked = [key for section, key in starter.asks if section == NoteSection.EMOTION]
    assert asked == list(EMOTIONS)
    assert {(HEAD, "about"), (HEAD, "quote")} <= set(starter.asks)
    words = " ".join(starter.asks.values()).casefold().split()
    assert not {"he", "she", "his", "her", "him"}.intersection(words)


@pytest.mark.parametrize(
    "text",
    [
        "title = ",
        'title = "A"',
        'title="A"\nline=""\nplace=1\nkind="ghost"\nage_group=""\n[ask.head]\n',
        'title="A"\nline=""\nplace=1\nkind="person"\nage_group=""\n[ask.emotion]\nowning="?"\n',
    ],
)
def test_a_broken_starter_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read_starter(path)
    assert "odd.toml" in str(caught.value.message)
