"""Portraits and questions: a photo is cut by keyboard, dropped or pasted; a starter asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMenu

from journeymapper.domain.kinds import AgeGroup
from journeymapper.ui.personas.crop import CropDialog
from tests.gui.personas_world import Cards, again, close_cards, open_cards
from tests.screenshots.hands import Meanwhile

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support")


@pytest.fixture(scope="module")
def whole(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cards]:
    cards = open_cards(qapp, tmp_path_factory.mktemp("portraits"))
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


def test_a_dropped_photo_is_cut_by_keyboard_and_undone(cards: Cards, tmp_path: Path) -> None:
    path = tmp_path / "anna.txt"  # what it is called says nothing
    assert image().save(str(path), b"PNG")
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


def test_a_picture_is_pasted_on_the_card_and_taken_away_in_the_menu(cards: Cards) -> None:
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


def test_esc_keeps_the_portrait_and_what_is_no_picture_is_said(
    cards: Cards, tmp_path: Path
) -> None:
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


def test_the_drawn_portrait_has_an_age_and_a_colour(cards: Cards) -> None:
    portraits = cards.place.portraits
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
