"""Beside the card: the timed round, cards side by side, two made one, accounts; by keyboard."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from journeymapper.analysis.persona_rows import Likeness
from journeymapper.domain import queries
from journeymapper.domain.entities import Account, Segment, TierCriterion
from journeymapper.domain.kinds import SourceKind
from journeymapper.ui.accounts.view import AccountsView
from journeymapper.ui.commands import personas, statements
from journeymapper.ui.personas.beside import SideBySide
from journeymapper.ui.personas.boxes import FourBoxes
from journeymapper.ui.personas.merge import MergeDialog
from journeymapper.ui.personas.round import PersonaRound
from tests.gui.personas_world import Cards, again, close_cards, open_cards
from tests.screenshots.hands import Meanwhile, button

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


@pytest.fixture(scope="module")
def whole(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cards]:
    cards = open_cards(qapp, tmp_path_factory.mktemp("views"))
    yield cards
    close_cards(cards)


@pytest.fixture
def cards(whole: Cards) -> Cards:
    return again(whole)


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
        statements.write(cards.document, who, "emotion", "feeling", word)  # type: ignore[arg-type]
        statements.write(cards.document, who, "emotion", "hoping", "Peace")  # type: ignore[arg-type]
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
    keys.write("colour = red")
    keys.press("Return")
    assert card.rule.typing.problem.text().startswith("!")
    from_more(cards, "Accounts and tiers")
    assert tabs.button("accounts").isHidden()
    assert cards.place.views.current is None
    assert cards.document.snapshot.table(Account)
