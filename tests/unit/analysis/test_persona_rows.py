"""Cards row by row: what differs, and what becomes of two statements."""

from __future__ import annotations

import itertools

import pytest

from journeymapper.analysis.persona_rows import (
    HEAD,
    CardRow,
    Likeness,
    Side,
    card_rows,
    joined,
    kept_texts,
    usual_side,
)
from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain.kinds import NoteSection, SourceKind
from journeymapper.domain.snapshot import Snapshot


class Two:
    """Two cards, and short ways to write on them."""

    def __init__(self) -> None:
        self.tx = Tx(Snapshot.of(), map(str, itertools.count()).__next__)
        operations.add_project(self.tx, title="Visit")
        self.anna = operations.add_persona(self.tx, "Anna", quote="Hurry")
        self.mira = operations.add_persona(self.tx, "Mira", quote="hurry ")

    def says(self, who: str, section: NoteSection, key: str, text: str, **fields: object) -> None:
        operations.add_note(self.tx, who, section, key, text, **fields)

    def row(self, section: str, key: str) -> CardRow:
        found = card_rows(self.tx.snapshot, (self.anna, self.mira))
        return next(row for row in found if (row.section, row.key) == (section, key))


@pytest.fixture
def two() -> Two:
    return Two()


def test_what_nobody_says_has_no_row_and_the_eight_keep_their_order(two: Two) -> None:
    assert [row.key for row in card_rows(two.tx.snapshot, (two.anna, two.mira))] == [
        "name",
        "quote",
    ]
    two.says(two.mira, NoteSection.EMOTION, "hoping", "Peace")
    two.says(two.anna, NoteSection.EMOTION, "thinking", "Late")
    rows = card_rows(two.tx.snapshot, (two.anna, two.mira))
    assert [row.key for row in rows if row.section == NoteSection.EMOTION] == ["thinking", "hoping"]


def test_rows_are_the_same_different_or_missing(two: Two) -> None:
    assert two.row(HEAD, "quote").likeness == Likeness.SAME
    assert two.row(HEAD, "name").likeness == Likeness.DIFFERENT
    for who, texts in ((two.anna, ("One trip", "On time")), (two.mira, ("on time", "one trip"))):
        for text in texts:
            two.says(who, NoteSection.GOAL, "", text)
    assert two.row(NoteSection.GOAL, "").likeness == Likeness.SAME
    two.says(two.mira, NoteSection.DEMOGRAPHIC, "Dog", "Two")
    assert two.row(NoteSection.DEMOGRAPHIC, "Dog").likeness == Likeness.MISSING


def test_nothing_is_lost_unless_somebody_chooses(two: Two) -> None:
    two.says(two.anna, NoteSection.NEED, "", "Quiet")
    two.says(two.mira, NoteSection.NEED, "", "Parking")
    two.says(two.mira, NoteSection.NEED, "", "quiet")
    two.says(two.mira, NoteSection.EMOTION, "feeling", "Calm")
    two.says(two.anna, NoteSection.TRAIT, "price", "", intensity=2)
    two.says(two.mira, NoteSection.TRAIT, "price", "", intensity=4)
    need = two.row(NoteSection.NEED, "")
    assert usual_side(need) == Side.BOTH
    assert kept_texts(need, Side.BOTH) == ("Quiet", "Parking")
    assert usual_side(two.row(NoteSection.EMOTION, "feeling")) == Side.RIGHT
    trait = two.row(NoteSection.TRAIT, "price")
    assert (trait.joins, usual_side(trait)) == (False, Side.LEFT)
    assert kept_texts(trait, Side.RIGHT) == ("4/5",)


def test_a_joined_statement_is_as_sure_as_the_less_sure(two: Two) -> None:
    two.says(
        two.anna,
        NoteSection.EMOTION,
        "feeling",
        "Tense",
        source=SourceKind.SURVEY,
        n=40,
        citation="May",
    )
    two.says(
        two.mira,
        NoteSection.EMOTION,
        "feeling",
        "Calm",
        source=SourceKind.STAFF,
        intensity=3,
        hidden=True,
    )
    row = two.row(NoteSection.EMOTION, "feeling")
    made = joined((*row.notes[0], *row.notes[1]))
    assert made["text"] == "Tense\nCalm"
    assert (made["source"], made["n"]) == (SourceKind.STAFF, None)
    assert (made["citation"], made["intensity"], made["hidden"]) == ("May", 3, True)
