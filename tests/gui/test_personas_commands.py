"""What is written on the cards, without a window: steps, labels, refusals, finding."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from journeymapper.document.desk import Desk
from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.entities import Persona, PersonaNote
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import NoteSection, SourceKind
from journeymapper.domain.message import _
from journeymapper.ui.commands import personas, statements
from journeymapper.ui.personas.finding import Hit, hits
from journeymapper.ui.personas.share_row import read_share, written
from journeymapper.ui.personas.sure import read_date
from tests.gui.map_world import fill, services_in


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    services = services_in(tmp_path)
    services.paths.make()
    desk = Desk(services.paths.working, services.clock, services.new_id)
    opened = desk.create(fill, _("Begin"))
    yield opened
    opened.close()


def named(document: Document, name: str) -> str:
    return next(p.id for p in document.snapshot.table(Persona).values() if p.name == name)


def label(document: Document) -> str:
    found = document.next_undo
    return str(found.label) if found is not None else ""


def test_a_persona_is_renamed_on_the_map_too_and_needs_a_name(document: Document) -> None:
    anna = named(document, "Anna")
    personas.rename(document, anna, "Berta")
    persona = document.snapshot.get(Persona, anna)
    assert (persona.name, persona.short) == ("Berta", "Berta")
    with pytest.raises(RefusedError, match="needs a name"):
        personas.rename(document, anna, "  ")
    assert label(document) == "Rename to Berta"


def test_the_main_one_stays_first_when_others_move(document: Document) -> None:
    made = personas.add(document, "Cleo")
    assert not personas.shift(document, named(document, "Walter"), -1)
    assert personas.shift(document, made, -1)
    assert [p.name for p in queries.personas(document.snapshot)] == ["Anna", "Cleo", "Walter"]
    assert not personas.shift(document, made, -1)


def test_a_statement_of_a_list_is_one_step_until_something_else_happens(
    document: Document,
) -> None:
    anna, token, before = named(document, "Anna"), object(), len(document.history())
    note = statements.add(document, anna, NoteSection.GOAL, "", "One", token)
    statements.rewrite(document, note, "One trip", token)
    assert len(document.history()) == before + 1
    statements.set_source(document, note, source=SourceKind.INTERVIEW, n=6)
    statements.set_source(document, note, source=SourceKind.STAFF)
    assert document.snapshot.get(PersonaNote, note).n is None
    statements.rewrite(document, note, " ", token)
    assert document.snapshot.find(PersonaNote, note) is None
    assert label(document) == "Delete “One trip”"


def test_sections_of_more_are_kept_beside_other_entries(document: Document) -> None:
    title = _("Thirteen questions")
    personas.want(document, NoteSection.QUESTION, title, shown=True)
    personas.want(document, NoteSection.BUYER, title, shown=True)
    personas.want(document, NoteSection.QUESTION, title, shown=False)
    assert personas.is_wanted(document.snapshot, NoteSection.BUYER)
    assert not personas.is_wanted(document.snapshot, NoteSection.QUESTION)


def test_words_are_found_in_the_order_of_the_cards(document: Document) -> None:
    anna, walter = named(document, "Anna"), named(document, "Walter")
    personas.write(document, walter, "story", "The PRICE was a surprise.")
    help_ = statements.add(document, walter, NoteSection.HELP, "", "The price first", object())
    statements.write(document, anna, NoteSection.EMOTION, "hoping", "A fair price")
    assert hits(document.snapshot, " price ") == (
        Hit(anna, "emotion", "hoping"),
        Hit(walter, "help", help_),
        Hit(walter, "story", "story"),
    )
    assert hits(document.snapshot, "  ") == ()


@pytest.mark.parametrize(
    ("text", "share"), [("80 %", 0.8), ("12,5", 0.125), ("0", 0.0), (" ", None), ("100%", 1.0)]
)
def test_shares_are_read_as_people_write_them(text: str, share: float | None) -> None:
    assert read_share(text) == share
    assert read_share(written(share)) == share


@pytest.mark.parametrize("text", ["120", "-1", "half", "nan", "1e999"])
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(RefusedError, match="between 0 and 100"):
        read_share(text)


def test_dates_are_read_in_two_ways() -> None:
    assert (read_date("2026-05-15"), read_date("15.5.2026")) == ("2026-05-15", "2026-05-15")
    assert read_date(" ") == ""
    with pytest.raises(RefusedError, match="is no date"):
        read_date("last spring")
