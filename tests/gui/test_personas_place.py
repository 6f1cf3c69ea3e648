"""The persona cards by keyboard: Anna is built, put on the map, and grows stale."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from journeymapper.document.operations import persona_notes, personas
from journeymapper.domain import queries
from journeymapper.domain.entities import ChannelShare, JourneyMap, Persona
from journeymapper.domain.kinds import NoteSection, PersonaStatus, SourceKind
from journeymapper.domain.message import _
from journeymapper.domain.persona_card import notes_in
from journeymapper.export.presets import Preset
from journeymapper.ui.commands import personas as commands
from journeymapper.ui.personas.sure import SurePopup
from journeymapper.ui.places.map import MapPlace
from journeymapper.ui.places.print import PrintPlace
from tests.gui.personas_world import START, Cards, again, close_cards, open_cards

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")
"""What the offscreen platform says when a menu or a popup opens."""


@pytest.fixture(scope="module")
def whole(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cards]:
    cards = open_cards(qapp, tmp_path_factory.mktemp("cards"))
    yield cards
    close_cards(cards)


@pytest.fixture
def cards(whole: Cards) -> Cards:
    return again(whole)


def test_anna_is_built_by_keyboard(cards: Cards) -> None:
    keys = cards.keys
    keys.press("F6")
    cards.tab_to("New persona", "Shift+Tab")
    cards.in_menu("Down", "Return")
    assert cards.here() == "Name"
    keys.write("Anna")
    keys.press("Return")
    keys.write("Working mother, 38")
    keys.press("Return")
    keys.write("I like my dentist.")
    keys.press("Return")
    cards.tab_to("Ease with technology")
    keys.press("4")
    cards.tab_to("Thinking")
    keys.write("Will this fit?")
    keys.press("Return")
    assert cards.here() == "How sure: a guess"
    cards.in_menu("Down", "Tab", "1", "2", "Return", "Esc", kind=SurePopup)
    assert cards.here().startswith("How sure: 12 patients")
    persona, thought = cards.persona, cards.texts()["Will this fit?"]
    assert (persona.name, persona.about) == ("Anna", "Working mother, 38")
    assert persona.quote == "I like my dentist."
    assert (thought.source, thought.n) == (SourceKind.INTERVIEW, 12)
    (trait,) = notes_in(cards.document.snapshot, persona.id, NoteSection.TRAIT)
    assert (trait.key, trait.intensity) == ("technology", 4)
    cards.tab_to("Add: Goals")
    keys.press("Space")
    keys.write("One trip")
    keys.press("Ctrl+Return")
    keys.write("On time")
    keys.press("Alt+Up")
    goals = notes_in(cards.document.snapshot, persona.id, NoteSection.GOAL)
    assert [goal.text for goal in goals] == ["On time", "One trip"]
    assert cards.place.side.how_much.percents[0].text() == "25 %"


def test_anna_is_put_on_the_map_and_her_curve_is_seen(cards: Cards) -> None:
    anna, side = cards.persona, cards.place.side.on_map
    assert anna.name == "Anna"
    assert side.curve.isHidden()
    cards.tab_to("Choose maps")
    cards.in_menu("Down", "Return")
    (journey,) = queries.maps(cards.document.snapshot)
    assert anna.id in journey.personas
    assert side.curve.isVisible()
    assert side.worst.text() == "Worst: 1.2, −4"
    assert side.memory.text().startswith("How Anna will remember it")
    cards.tab_to("Open map", "Shift+Tab")
    cards.keys.press("Space")
    place = cards.window.places.current()
    assert isinstance(place, MapPlace)
    assert place.projection.setting.personas == (anna.id,)
    cards.window.show_place("personas")
    cards.window.session.undo()
    assert anna.id not in cards.document.snapshot.get(JourneyMap, journey.id).personas
    assert side.curve.isHidden()


def test_a_card_grows_stale_and_is_reviewed(cards: Cards) -> None:
    cards.tab_to("Review")
    cards.keys.press("Space")
    assert cards.persona.valid_until == "2027-05-15"
    review = cards.place.side.review
    assert review.until.text() == "Look again by 15 May 2027"
    assert "Review due" not in cards.listed()
    cards.clock.time = START + datetime.timedelta(days=359)
    cards.place.activate()
    assert "Review due in 6 days" in cards.listed()
    cards.clock.time = START + datetime.timedelta(days=366)
    cards.place.activate()
    assert "Review was due on 15 May 2027" in cards.listed()
    commands.set_review_months(cards.document, 3)
    review.button.click()
    assert review.until.text() == "Look again by 16 August 2027"


def test_typing_is_one_step_and_undo_reaches_the_field_with_the_keys(cards: Cards) -> None:
    field = cards.place.card.find_field("emotion", "hoping")
    assert field is not None
    field.setFocus()
    cards.keys.write("A team")
    field.flush()
    cards.keys.write(" that talks")
    field.flush()
    assert cards.undo_label() == "Write “A team that talks”"
    cards.keys.press("Ctrl+Z")
    assert (field.text(), cards.texts()) == ("", {})
    cards.keys.press("Ctrl+Y")
    assert field.text() == "A team that talks"
    cards.keys.write("!")
    cards.keys.press("Esc")
    assert "A team that talks!" in cards.texts()
    assert QApplication.focusWidget() is cards.place.card


def test_what_is_refused_stays_in_its_field(cards: Cards) -> None:
    name = cards.place.card.find_field("", "name")
    assert name is not None
    name.setFocus()
    name.setPlainText("A" * 201)
    assert not name.flush()
    assert name.typing.problem.isVisible()
    commands.write(cards.document, cards.persona.id, "about", "Somebody else")
    assert len(name.text()) == 201
    assert cards.persona.name == "Anna"
    name.setPlainText("Berta")
    cards.window.session.flush.emit()
    assert cards.persona.name == "Berta"


def test_sections_of_more_are_remembered_in_the_file(cards: Cards) -> None:
    card, desk = cards.place.card, cards.place.desk
    assert NoteSection.QUESTION not in card.sections
    cards.place.more.fill()
    next(a for a in cards.place.more.actions() if a.text() == "Thirteen questions").trigger()
    assert card.sections[NoteSection.QUESTION].isVisible()
    assert "persona.question" in queries.project(cards.document.snapshot).more
    cards.tab_to("Answer: Free time")
    cards.keys.press("Space")
    assert cards.here() == "Free time"
    cards.keys.write("Little")
    cards.window.session.flush.emit()
    assert desk.holds(NoteSection.QUESTION)
    assert "Answer: Free time" not in [
        link.accessibleName() for link in cards.place.side.questions.links.values()
    ]


def test_channels_are_written_in_percent(cards: Cards) -> None:
    cards.place.desk.opened.emit(NoteSection.CHANNEL)
    cards.keys.write("Chat")
    cards.keys.press("Return")
    assert cards.here() == "We offer, Chat"
    cards.keys.write("120")
    cards.keys.press("Return")
    (share,) = cards.document.snapshot.table(ChannelShare).values()
    assert share.offered is None
    field = QApplication.focusWidget()
    assert field is not None
    field.setText("80 %")  # type: ignore[attr-defined]
    cards.keys.press("Return", "Tab")
    cards.keys.write("25")
    cards.keys.press("Return")
    (share,) = cards.document.snapshot.table(ChannelShare).values()
    assert (share.offered, share.preferred) == (0.8, 0.25)


def test_words_are_found_on_all_cards(cards: Cards) -> None:
    with cards.document.step(_("Walter")) as tx:
        walter = personas.add_persona(tx, "Walter")
        persona_notes.add_note(tx, walter, NoteSection.HELP, "", "The price in writing")
    cards.keys.press("Ctrl+F")
    cards.keys.write("price")
    assert cards.persona.name == "Walter"
    cards.keys.press("Esc")
    field = QApplication.focusWidget()
    assert field is not None
    assert field.text() == "The price in writing"  # type: ignore[attr-defined]


def test_needs_evidence_leads_to_the_statement(cards: Cards) -> None:
    with cards.document.step(_("A need")) as tx:
        persona_notes.add_note(tx, cards.persona.id, NoteSection.NEED, "", "A ramp")
    (link,) = cards.place.side.evidence.links
    link.click()
    field = QApplication.focusWidget()
    assert field is not None
    assert field.text() == "A ramp"  # type: ignore[attr-defined]


def test_a_sixth_persona_gets_a_friendly_note(cards: Cards) -> None:
    note = cards.place.list.handful
    with cards.document.step(_("More")) as tx:
        for name in ("Ben", "Cleo", "Dora", "Emil"):
            personas.add_persona(tx, name)
    assert note.isVisible()
    assert note.text() == "Two to five are easiest to keep in mind. You have six."
    emil = next(p for p in queries.personas(cards.document.snapshot) if p.name == "Emil")
    commands.set_status(cards.document, emil.id, PersonaStatus.RETIRED)
    assert not note.isVisible()


def test_a_narrow_window_keeps_everything_in_reach(cards: Cards) -> None:
    cards.window.resize(700, 500)
    QApplication.processEvents()
    assert cards.place.list.isHidden()
    assert cards.place.card.isAncestorOf(cards.place.side)
    assert cards.place.side.review.button.isVisible()
    cards.window.resize(1366, 768)
    QApplication.processEvents()
    assert not cards.place.card.isAncestorOf(cards.place.side)
    assert cards.place.list.isVisible()


def test_the_card_is_shown_as_it_is_printed(cards: Cards) -> None:
    assert not cards.place.bar.paper.isHidden()
    cards.tab_to("Print card", "Shift+Tab")
    cards.keys.press("Space")
    place = cards.window.places.current()
    assert isinstance(place, PrintPlace)
    assert place.form.preset == Preset.CARDS
    assert place.form.personas == (cards.persona.id,)
    with cards.document.step(_("Two")) as tx:
        personas.add_persona(tx, "Ben")
        personas.set_persona_status(tx, cards.persona.id, PersonaStatus.RETIRED)
    cards.window.show_place("personas")
    assert cards.place.bar.paper.isHidden()


def test_without_anybody_a_blank_card_or_one_with_questions_is_offered(cards: Cards) -> None:
    with cards.document.step(_("Nobody")) as tx:
        for id_ in list(tx.snapshot.table(Persona)):
            tx.delete(Persona, id_)
    cards.place.activate()
    assert QApplication.focusWidget() is cards.place.first
    cards.keys.press("Space")
    assert cards.here() == "Name"
    cards.place.more.fill()
    next(a for a in cards.place.more.actions() if a.text().startswith("Delete")).trigger()
    assert cards.place.first.isVisible()
    cards.place.first_asked.setFocus()
    cards.in_menu("Down", "Down", "Down", "Return")
    assert cards.persona.name == "Anxious patient"
    assert cards.here() == "Name"
