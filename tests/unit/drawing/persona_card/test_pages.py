"""Cards on sheets: long texts go on, nothing is cut or too small, scripts keep their direction."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from journeymapper.app import resources
from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain.kinds import NoteSection, SourceKind
from journeymapper.domain.persona_card import BUYER_KEYS, EMOTIONS
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Reading, Text
from journeymapper.drawing.extent import extent
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import paper
from journeymapper.drawing.persona_card.pages import persona_sheets
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine

TODAY = date(2026, 5, 12)


@pytest.fixture
def tx() -> Tx:
    made = Tx(Snapshot.of(), map(str, itertools.count()).__next__)
    operations.add_project(made, title="Visit")
    return made


def sheets(tx: Tx, engine: TextEngine, name: str = "a4") -> tuple[Sheet, ...]:
    setting = MapSetting(engine, Tokens.load(resources.find().tokens), ENGLISH)
    return persona_sheets(tx.snapshot, setting, paper(name), TODAY)


def written(made: tuple[Sheet, ...]) -> str:
    """All letters on the sheets, without spaces, line ends and feet."""
    runs = (
        shape.run.text
        for sheet in made
        for group in sheet.drawing.groups
        if group.key != "foot"
        for shape in group.shapes
        if isinstance(shape, Text)
    )
    return "".join("".join(runs).split())


def check_sound(made: tuple[Sheet, ...]) -> None:
    """No letter is smaller than 6.5 points or off the sheet, no key is twice on one sheet."""
    for sheet in made:
        ink = extent(sheet.drawing)
        assert ink.x >= 0
        assert ink.y >= 0
        assert ink.right <= sheet.width_pt
        assert ink.bottom <= sheet.height_pt
        keys = [group.key for group in sheet.drawing.groups]
        assert len(keys) == len(set(keys))
        for group in sheet.drawing.groups:
            for shape in group.shapes:
                if isinstance(shape, Text):
                    assert shape.run.size >= 6.5


def test_an_empty_card_has_a_name_and_no_empty_sections(tx: Tx, engine: TextEngine) -> None:
    operations.add_persona(tx, "Anna")
    (sheet,) = sheets(tx, engine)
    headings = [g.key for g in sheet.drawing.groups if g.reading == Reading.STAGE]
    assert headings == []
    assert "Anna" in written((sheet,))
    check_sound((sheet,))


def test_a_very_long_story_goes_on_over_as_many_sheets_as_it_needs(
    tx: Tx, engine: TextEngine
) -> None:
    story = " ".join(f"word{i}" for i in range(12_000))[:100_000]
    operations.add_persona(tx, "Anna", story=story)
    made = sheets(tx, engine)
    assert len(made) > 5
    assert "".join(story.split()) in written(made)
    assert {sheet.title for sheet in made} == {"Anna"}
    assert [len(sheet.bookmarks) for sheet in made] == [1] + [0] * (len(made) - 1)
    check_sound(made)


def test_long_statements_everywhere_are_never_cut(tx: Tx, engine: TextEngine) -> None:
    anna = operations.add_persona(tx, "N" * 200, about="about " * 300, quote="quote " * 300)
    long = "thoughts that do not end " * 60
    for section, key in (
        (NoteSection.EMOTION, "thinking"),
        (NoteSection.EMOTION, "fear of my own"),
        (NoteSection.BUYER, "awareness.barrier"),
        (NoteSection.QUESTION, "time"),
        (NoteSection.DEMOGRAPHIC, "A label of my own"),
        (NoteSection.GOAL, ""),
    ):
        operations.add_note(tx, anna, section, key, long, intensity=3)
    made = sheets(tx, engine, "a5")
    said = written(made)
    assert said.count("thoughtsthatdonotend") == 60 * 6
    assert said.count("quote") == said.count("about") == 300
    check_sound(made)


@pytest.mark.parametrize("name", ["a5", "letter", "a0", "100x100mm"])
def test_a_full_card_fits_every_paper(tx: Tx, engine: TextEngine, name: str) -> None:
    anna = operations.add_persona(tx, "Anna", quote="I like my dentist.")
    for key in EMOTIONS:
        operations.add_note(tx, anna, NoteSection.EMOTION, key, f"Says {key}")
    for key in BUYER_KEYS:
        operations.add_note(tx, anna, NoteSection.BUYER, key, f"Cell {key}")
    made = sheets(tx, engine, name)
    if name != "100x100mm":
        assert len(made) == 1
    check_sound(made)


def test_larger_paper_makes_a_larger_card(tx: Tx, engine: TextEngine) -> None:
    operations.add_persona(tx, "Anna")

    def name_size(paper_name: str) -> float:
        (sheet,) = sheets(tx, engine, paper_name)
        (name,) = (g for g in sheet.drawing.groups if g.key == "name")
        return max(shape.run.size for shape in name.shapes if isinstance(shape, Text))

    assert name_size("a3") > 1.3 * name_size("a4")


def test_a_name_from_right_to_left_begins_at_the_right(tx: Tx, engine: TextEngine) -> None:
    operations.add_persona(tx, "מרים כהן", quote="אני אוהבת את המרפאה")
    (sheet,) = sheets(tx, engine)
    (name,) = (g for g in sheet.drawing.groups if g.key == "name")
    right = max(x for s in name.shapes if isinstance(s, Text) for x in s.run.xs)
    assert right > name.box.w * 0.8
    check_sound((sheet,))


def test_two_of_one_name_are_told_apart(tx: Tx, engine: TextEngine) -> None:
    for _i in range(2):
        operations.add_persona(tx, "Anna")
    assert [sheet.title for sheet in sheets(tx, engine)] == ["Anna", "Anna (2)"]


def test_each_field_says_who_is_behind_it(tx: Tx, engine: TextEngine) -> None:
    anna = operations.add_persona(tx, "Anna")
    for key, source, n in (
        ("thinking", SourceKind.SURVEY, 40),
        ("feeling", SourceKind.STAFF, None),
        ("hoping", SourceKind.ASSUMPTION, None),
    ):
        operations.add_note(tx, anna, NoteSection.EMOTION, key, "x", source=source, n=n)
    said = written(sheets(tx, engine))
    for words in ("40customers", "team’sopinion", "aguess"):
        assert words in said
