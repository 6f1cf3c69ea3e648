"""Portraits, questions, the timed round, cards side by side and made one, accounts; by keyboard."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMenu

from journeymapper.analysis.persona_rows import Likeness
from journeymapper.document import operations
from journeymapper.domain import queries
from journeymapper.domain.entities import Account, Segment, TierCriterion
from journeymapper.domain.kinds import AgeGroup, NoteSection, QuestionKind, SourceKind
from journeymapper.domain.message import _
from journeymapper.ui.accounts.view import AccountsView
from journeymapper.ui.commands import personas, statements
from journeymapper.ui.personas.beside import SideBySide
from journeymapper.ui.personas.boxes import FourBoxes
from journeymapper.ui.personas.crop import CropDialog
from journeymapper.ui.personas.merge import MergeDialog
from journeymapper.ui.personas.round import PersonaRound
from tests.gui.personas_world import Cards, again, close_cards, open_cards
from tests.screenshots.hands import Meanwhile, button

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


@pytest.fixture(scope="module")
def whole(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cards]:
    cards = open_cards(qapp, tmp_path_factory.mktemp("more"))
    yield cards
    close_cards(cards)


@pytest.fixture
def cards(whole: Cards) -> Cards:
    return again(whole)


def image(width: int = 60, height: int = 40) -> QImage:
    """The left half red, the right half blue."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor("red"))
    for x in range(width // 2, width):
        for y in range(height):
            made.setPixelColor(x, y, QColor("blue"))
    return made


def in_crop(cards: Cards, *keys: str) -> Meanwhile:
    def act(dialog: CropDialog) -> None:
        dialog.activateWindow()
        QApplication.processEvents()
        assert QApplication.focusWidget() is dialog.view
        cards.keys.press(*keys)

    meanwhile = Meanwhile()
    meanwhile.expect(CropDialog, act)
    return meanwhile


def kept(cards: Cards) -> QImage:
    assert cards.persona.portrait is not None
    return QImage.fromData(cards.document.blob(cards.persona.portrait))


def drop(cards: Cards, data: QMimeData) -> None:
    """Drop something on the card."""
    viewport = cards.place.card.viewport()
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(20, 20), copy, data, left, none)
    QApplication.sendEvent(viewport, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(viewport, QDropEvent(QPointF(20, 20), copy, data, left, none))


def test_a_dropped_photo_is_cut_and_undone_and_what_is_none_is_said(
    cards: Cards, tmp_path: Path
) -> None:
    path = tmp_path / "anna.txt"  # what it is called says nothing
    assert image().save(str(tmp_path / "anna.png"))
    (tmp_path / "anna.png").rename(path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    meanwhile = in_crop(cards, "-", "-", "-", "-", "-", *["Shift+Right"] * 9, "Return")
    drop(cards, data)
    assert meanwhile.done
    assert meanwhile.failed is None
    picture = kept(cards)
    assert picture.width() == picture.height() < 40
    assert picture.pixelColor(picture.width() - 1, 5) == QColor("blue")
    assert cards.undo_label() == "Photo of Anna"
    cards.keys.press("Ctrl+Z")
    assert cards.persona.portrait is None
    before = cards.document.next_undo
    QGuiApplication.clipboard().setImage(image())
    meanwhile = in_crop(cards, "Esc")
    cards.place.portraits.paste()
    assert meanwhile.failed is None
    assert cards.persona.portrait is None
    odd = tmp_path / "odd.png"
    odd.write_bytes(b"no picture")
    cards.place.portraits.take(odd)
    assert not cards.window.problem.isHidden()
    assert cards.document.next_undo == before
    cards.window.problem.clear()


def test_a_picture_is_pasted_and_taken_away_for_a_drawn_one(cards: Cards) -> None:
    QGuiApplication.clipboard().setImage(image())
    cards.place.card.take_focus()
    meanwhile = in_crop(cards, "Return")
    cards.keys.press("Ctrl+V")
    assert meanwhile.done
    assert kept(cards).width() == 40
    QGuiApplication.clipboard().clear()
    cards.tab_to("Portrait of Anna", "Shift+Tab")
    portraits = cards.place.portraits
    portraits.fill(portraits.menu)
    words = {a.text(): a for a in portraits.menu.actions()}
    assert not words["Paste a picture"].isEnabled()
    words["Take the photo away"].trigger()
    assert cards.persona.portrait is None
    portraits.fill(portraits.menu)
    words = {a.text(): a for a in portraits.menu.actions()}
    words["An older person"].trigger()
    colours = words["Colour"].menu()
    assert isinstance(colours, QMenu)
    next(a for a in colours.actions() if a.text() == "Teal").trigger()
    assert (cards.persona.age_group, cards.persona.colour) == (AgeGroup.OLDER, "owner.3")
    assert cards.place.desk.role(cards.persona.id) == "owner.3"


def test_a_starter_asks_and_the_card_says_nothing(cards: Cards) -> None:
    cards.keys.press("F6")
    cards.tab_to("New persona", "Shift+Tab")
    cards.in_menu("Down", "Down", "Down", "Down", "Return")
    assert cards.persona.name == "Anxious patient"
    assert cards.here() == "Name"
    assert not cards.texts()
    card = cards.place.card
    field = card.find_field("emotion", "thinking")
    assert field is not None
    assert field.placeholderText() == "What is imagined the evening before?"
    made = cards.persona.id
    anna = next(p for p in cards.place.list.entries if p != made)
    cards.place.show_persona(anna)
    assert not card.find_field("emotion", "thinking").placeholderText().endswith("?")  # type: ignore[union-attr]
    cards.place.show_persona(made)
    cards.tab_to("Thinking")
    cards.keys.write("Will it hurt?")
    cards.keys.press("Return")
    assert set(cards.texts()) == {"Will it hurt?"}


def from_more(cards: Cards, words: str) -> None:
    """Choose an entry of the menu More by its words."""
    menu: QMenu = cards.place.more
    menu.fill()  # type: ignore[attr-defined]  # what opening it does
    next(a for a in menu.actions() if a.text() == words).trigger()
    QApplication.processEvents()


def test_the_round_fills_the_card_by_keyboard_and_goes_on_where_it_was(cards: Cards) -> None:
    keys = cards.keys
    from_more(cards, "Persona round for Anna, 20 minutes")
    round_ = cards.place.views.current
    assert isinstance(round_, PersonaRound)
    assert round_.clock.text() == "20:00 left"
    keys.write("Working mother")
    keys.press("Return")
    keys.write("Books for four")
    keys.press("Return")
    keys.write("One trip")
    keys.press("Shift+Return")
    keys.write("No surprises")
    cards.clock.time += datetime.timedelta(minutes=16, seconds=18)
    round_.clock.tick()
    assert round_.clock.text() == "3:42 left"
    keys.press("Esc")
    assert cards.place.views.current is None
    assert cards.persona.about == "Working mother"
    notes = cards.texts()
    assert set(notes) == {"Books for four", "One trip", "No surprises"}
    assert {note.source for note in notes.values()} == {SourceKind.STAFF}
    cards.clock.time += datetime.timedelta(hours=2)
    from_more(cards, "Persona round for Anna, 20 minutes")
    assert round_.progress.text() == "Question 4 of 15"
    assert round_.clock.text() == "3:42 left"
    keys.press("PgUp")
    assert round_.field.toPlainText() == "One trip\nNo surprises"
    cards.clock.time += datetime.timedelta(minutes=4)
    round_.clock.tick()
    assert round_.clock.text() == "Time is up"
    assert round_.clock.property("up")
    keys.write(", please")
    assert round_.field.toPlainText() == "One trip\nNo surprises, please"
    for _question in range(13):
        keys.press("Return")
    assert round_.result.text() == "3 of 15 questions are answered."
    keys.press("Space")
    assert cards.place.views.current is None
    assert "No surprises, please" in cards.texts()


def test_what_stands_in_a_box_is_written_when_one_goes_elsewhere(cards: Cards) -> None:
    from_more(cards, "Anna in four boxes")
    view = cards.place.views.current
    assert isinstance(view, FourBoxes)
    cards.keys.write("Mother")
    cards.keys.press("Tab")
    cards.keys.write("Works")
    cards.window.show_place("map")
    assert cards.persona.about == "Mother"
    assert "Works" in cards.texts()


def test_two_cards_are_compared_and_made_one_by_keyboard(cards: Cards) -> None:
    anna = cards.persona.id
    cleo = personas.add(cards.document, "Cleo")
    for who, word in ((anna, "Tense"), (cleo, "Calm")):
        statements.write(cards.document, who, NoteSection.EMOTION, "feeling", word)
        statements.write(cards.document, who, NoteSection.EMOTION, "hoping", "Peace")
    cards.place.show_persona(cleo)
    cards.place.views.tabs.button("card").setFocus()
    cards.keys.press("Right")
    view = cards.place.views.current
    assert isinstance(view, SideBySide)
    assert view.people() == (cleo, anna)
    looks = {row.row.key: row.row.likeness for row in view.rows}
    assert looks == {"feeling": Likeness.DIFFERENT, "hoping": Likeness.SAME}
    feeling = next(row for row in view.rows if row.row.key == "feeling")
    assert feeling.accessibleName() == "Feeling, Different. Cleo: Calm. Anna: Tense."
    view.only.click()
    assert [row.row.key for row in view.rows] == ["feeling"]
    view.only.click()

    def choose(dialog: MergeDialog) -> None:
        dialog.activateWindow()
        QApplication.processEvents()
        cards.keys.press("Right", "Tab", "Right")
        assert [row.side for row in dialog.rows] == ["right", "right", "left"]
        assert dialog.rows[1].result.text() == "Tense"
        cards.keys.press("Return")

    meanwhile = Meanwhile()
    meanwhile.expect(MergeDialog, choose)
    button(view, "Make one card of two").click()
    assert meanwhile.failed is None
    (left,) = [p for p in queries.personas(cards.document.snapshot) if p.id == cleo]
    assert left.name == "Anna"
    assert set(cards.texts()) == {"Tense", "Peace"}
    assert cards.place.views.current is None
    cards.keys.press("Ctrl+Z")
    assert anna in {p.id for p in queries.personas(cards.document.snapshot)}


def test_an_account_is_scored_and_segments_count_at_once(cards: Cards) -> None:
    keys, tabs = cards.keys, cards.place.views.tabs
    assert tabs.button("accounts").isHidden()
    from_more(cards, "Accounts and tiers")
    view = cards.place.views.current
    assert isinstance(view, AccountsView)
    view.begin.click()
    view.add.click()
    keys.write("City hospital")
    keys.press("Return")
    snapshot = cards.document.snapshot
    (account,) = snapshot.table(Account).values()
    assert account.name == "City hospital"
    assert len(snapshot.table(TierCriterion)) == 4
    for column, text in ((1, "Germany"), (3, "9"), (4, "8"), (5, "11")):
        view.table.setCurrentCell(0, column)
        keys.write(text)
        keys.press("Return")
    shown = [view.table.item(0, column) for column in range(8)]
    assert [item.text() if item else "" for item in shown] == [
        *("City hospital", "Germany", "", "9", "8", "", "", "Tier I"),
    ]
    assert not cards.window.problem.isHidden()
    cards.window.problem.clear()
    view.sheet.texts["goals"].setFocus()
    keys.write("Fewer no-shows")
    view.show_page("segments")
    view.segments.add.click()
    (card,) = view.segments.cards.values()
    card.rule.setFocus()
    keys.write("country = Germany and revenue > 5")
    keys.press("Return")
    assert card.count.text() == "1 account now: City hospital"
    (segment,) = cards.document.snapshot.table(Segment).values()
    assert segment.rule == ("country = DE", "revenue > 5")
    (account,) = cards.document.snapshot.table(Account).values()
    assert account.goals == "Fewer no-shows"
    card.rule.clear()
    keys.write("country = AT or revenue > 5")
    keys.press("Return")
    (segment,) = cards.document.snapshot.table(Segment).values()
    assert segment.rule == ("any", "country = AT", "revenue > 5")
    assert card.count.text() == "1 account now: City hospital"
    card.rule.clear()
    keys.write("country = AT or revenue > 5 and tier = I")
    keys.press("Return")
    assert "not by both" in card.rule.typing.problem.text()
    card.rule.clear()
    keys.write("colour = red")
    keys.press("Return")
    assert card.rule.typing.problem.text().startswith("!")
    card.persona.setFocus()
    keys.press("Down")
    (segment,) = cards.document.snapshot.table(Segment).values()
    assert segment.persona == cards.persona.id
    from_more(cards, "Accounts and tiers")
    assert tabs.button("accounts").isHidden()
    assert cards.place.views.current is None
    assert cards.document.snapshot.table(Account)


def rule_of(cards: Cards) -> list[str]:
    return list(cards.persona.answers)


def test_a_rule_says_which_answers_are_annas_and_counts_at_once(cards: Cards) -> None:
    keys, side, document = cards.keys, cards.place.side.answers, cards.document
    with document.step(_("Ask")) as tx:
        survey = operations.add_survey(tx, "Visit sheet")
        operations.add_question(tx, survey, QuestionKind.CHOICE, "Tier", options=("Gold", "Tin"))
        who = operations.add_question(
            tx, survey, QuestionKind.CHOICE, "Who fills this in?", options=("Parent", "Patient")
        )
        pile = operations.add_round(tx, survey, "May", "2026-05-01")
        for value in (1, 1, 2):
            sheet = operations.add_sheet(tx, pile, country="DE" if value == 1 else "AT")
            operations.set_answer(tx, sheet, who, value)
    assert side.count.text() == "0 of 3 answers are Anna’s."
    cards.tab_to("Add a condition")
    keys.press("Space")
    assert cards.here() == "Condition 1: what is asked"
    keys.press("End")
    assert cards.here() == "Condition 1: the value"
    keys.write("cat")
    keys.press("Return")
    assert side.rows[0].problem.text().startswith("!  “Who fills this in?” has no answer “cat”.")
    assert side.rows[0].value.currentText() == "cat"
    assert rule_of(cards) == []
    keys.press("Esc")
    assert side.rows[0].problem.isHidden()
    cards.tab_to("Condition 1: what is asked", "Shift+Tab")
    keys.press("End")
    keys.write("parent")
    keys.press("Return")
    assert rule_of(cards) == ["Who fills this in? = Parent"]
    assert side.count.text() == "2 of 3 answers are Anna’s."
    cards.tab_to("Add a condition")
    keys.press("Space")
    side.rows[1].what.setCurrentText("Country")
    side.rows[1].what.activated.emit(side.rows[1].what.currentIndex())
    keys.write("Austria")
    cards.window.session.flush.emit()
    assert rule_of(cards)[1:] == ["country = AT"]
    assert side.count.text() == "0 of 3 answers are Anna’s."
    side.enough.button("any").click()
    assert side.count.text() == "3 of 3 answers are Anna’s."
    keys.press("Ctrl+Z")
    assert side.enough.value() == "all"
    keys.press("Ctrl+Z")
    assert side.count.text() == "2 of 3 answers are Anna’s."
    side.rows[0].delete.click()
    assert rule_of(cards) == []
    assert not side.rows
    side.add.click()
    what = side.rows[0].what
    what.setCurrentIndex(what.findText("Tier") + 2)
    assert what.currentText() == "Tier"
    what.activated.emit(what.currentIndex())
    keys.write("Gold")
    keys.press("Return")
    assert rule_of(cards) == ['"Tier" = Gold']
