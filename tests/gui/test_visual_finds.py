"""The judgement itself: it finds each sort of fault, and none where there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from journeymapper.app import resources
from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Box, Group, Text
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.fonts import FontShelf
from journeymapper.text.start import start
from tests.screenshots import rig, scenes
from tests.screenshots.canvas_walk import faults_of_groups
from tests.screenshots.faults import Kind
from tests.screenshots.pseudo import PseudoCatalogue, longer
from tests.screenshots.walk import faults_of

Line = tuple[Group, FontShelf]

WORDS = "Everything that is said here"


class Painter(QWidget):
    """Writes a line by itself, ``shift`` px from its start."""

    def __init__(self, parent: QWidget, shift: int) -> None:
        super().__init__(parent)
        self._shift = shift

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.drawText(self._shift, 20, WORDS)
        painter.end()


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> QWidget:
    qapp.setStyleSheet("")
    page = QWidget()
    page.setStyleSheet("* { font-size: 12px; }")
    page.resize(600, 400)
    qtbot.addWidget(page)
    return page


def put(widget: QWidget, page: QWidget, x: int, y: int, w: int, h: int, *, name: str = "x") -> None:
    """Show a widget on the page; it has a name for screen readers unless told otherwise."""
    widget.setParent(page)
    widget.setAccessibleName(name)
    widget.setGeometry(QRect(x, y, w, h))


def kinds(page: QWidget) -> list[Kind]:
    page.show()
    QApplication.processEvents()
    return [fault.kind for fault in faults_of(page)]


def test_a_sound_page_has_no_faults(page: QWidget) -> None:
    put(QLabel(WORDS), page, 10, 10, 300, 24)
    put(QPushButton("Save"), page, 10, 40, 80, 28)
    put(QLineEdit(), page, 10, 80, 200, 26)
    put(Painter(page, 5), page, 10, 120, 300, 30)
    assert kinds(page) == []


def narrow_label(page: QWidget) -> None:
    put(QLabel(WORDS), page, 10, 10, 80, 24)


def low_label(page: QWidget) -> None:
    label = QLabel(" ".join([WORDS] * 6))
    label.setWordWrap(True)
    put(label, page, 10, 10, 200, 30)


def narrow_button(page: QWidget) -> None:
    put(QPushButton(WORDS), page, 10, 10, 60, 28)


def narrow_choice(page: QWidget, icon: QIcon) -> None:
    choice = QComboBox()
    choice.addItem(icon, WORDS)
    put(choice, page, 10, 10, 60, 28)


def own_painting(page: QWidget) -> None:
    put(Painter(page, 250), page, 10, 10, 300, 30)


def inside_too_small_a_frame(page: QWidget) -> None:
    frame = QWidget()
    put(frame, page, 10, 10, 60, 30)
    put(QLabel(WORDS), frame, 0, 0, 300, 24)


def scrolled_sideways_without_a_bar(page: QWidget) -> None:
    area = QScrollArea()
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inner = QWidget()
    inner.setFixedSize(90, 90)
    put(QLabel(WORDS), inner, 0, 0, 300, 24)
    area.setWidget(inner)
    put(area, page, 10, 10, 100, 100)


def wider_than_an_area_that_only_scrolls_down(page: QWidget) -> None:
    area = QScrollArea()
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inner = QWidget()
    inner.setFixedSize(400, 90)
    put(QLabel(WORDS), inner, 0, 0, 300, 24)
    area.setWidget(inner)
    put(area, page, 10, 10, 100, 100)


@pytest.mark.parametrize(
    "spoil",
    [
        narrow_label,
        low_label,
        narrow_button,
        own_painting,
        inside_too_small_a_frame,
        scrolled_sideways_without_a_bar,
        wider_than_an_area_that_only_scrolls_down,
    ],
)
def test_it_finds_text_that_is_cut(page: QWidget, spoil: Callable[[QWidget], None]) -> None:
    spoil(page)
    assert Kind.CUT in kinds(page)


@pytest.mark.parametrize("picture", [False, True])
def test_it_finds_a_choice_that_cannot_be_read(page: QWidget, picture: bool) -> None:
    pixmap = QPixmap(16, 16)
    pixmap.fill(Qt.GlobalColor.red)
    narrow_choice(page, QIcon(pixmap) if picture else QIcon())
    assert Kind.CUT in kinds(page)


def test_it_finds_a_hint_that_ends_in_dots(page: QWidget) -> None:
    field = QLineEdit()
    field.setPlaceholderText(WORDS)
    put(field, page, 10, 10, 80, 26)
    assert kinds(page) == [Kind.ELIDED]


def test_a_tooltip_makes_up_for_dots(page: QWidget) -> None:
    field = QLineEdit()
    field.setPlaceholderText(WORDS)
    field.setToolTip(WORDS)
    put(field, page, 10, 10, 80, 26)
    assert kinds(page) == []


def test_it_finds_widgets_that_overlap(page: QWidget) -> None:
    put(QPushButton("One"), page, 10, 10, 100, 28)
    put(QPushButton("Two"), page, 90, 20, 100, 28)
    assert Kind.OVERLAP in kinds(page)


def test_it_finds_texts_of_different_parents_that_overlap(page: QWidget) -> None:
    for x in (10, 12):
        frame = QWidget()
        frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        put(frame, page, x, 10, 300, 30)
        put(QLabel(WORDS), frame, 0, 0, 290, 24)
    assert Kind.OVERLAP in kinds(page)


@pytest.mark.parametrize(("width", "height"), [(80, 20), (20, 28)])
def test_it_finds_targets_that_are_too_small(page: QWidget, width: int, height: int) -> None:
    put(QPushButton(), page, 10, 10, width, height)
    assert kinds(page) == [Kind.SMALL]


@pytest.fixture(scope="module")
def line() -> Line:
    engine = start(resources.find().fonts)
    style = Tokens.load(resources.find().tokens).style("body")
    block = engine.block(WORDS, style)
    run = block.lines[0].runs[0]
    box = Box(100, 50, block.width + 2, block.height)
    return Group("card:1", box, (Text(run, 1, 0),)), engine.fonts


def test_text_inside_its_box_is_no_fault(line: Line) -> None:
    group, fonts = line
    assert faults_of_groups([group], fonts) == []


def test_it_finds_text_outside_its_box(line: Line) -> None:
    group, fonts = line
    narrow = replace(group, box=replace(group.box, w=group.box.w - 10))
    assert [fault.kind for fault in faults_of_groups([narrow], fonts)] == [Kind.CUT]


def test_it_finds_groups_whose_texts_overlap(line: Line) -> None:
    group, fonts = line
    other = replace(group, key="card:2", box=group.box.moved(30, 4))
    assert [fault.kind for fault in faults_of_groups([group, other], fonts)] == [Kind.OVERLAP]


@pytest.mark.usefixtures("qapp")
def test_it_finds_a_small_fault_in_the_real_window(tmp_path: Path) -> None:
    with rig.opened(tmp_path) as here:
        place = scenes.map_of(here)
        before = len(faults_of(here.window))
        place.bar.details.setFixedWidth(40)
        here.settle()
        assert len(faults_of(here.window)) > before


def test_the_long_language_keeps_places_and_menu_letters() -> None:
    assert longer("&File {name} of {count}").startswith("&F")
    assert "{name}" in longer("&File {name} of {count}")
    grown = len(longer("Nothing is sent")) / len("Nothing is sent")
    assert 1.25 < grown < 1.5
    said = PseudoCatalogue().say(_("{n} steps", n="Müller & Söhne"))
    assert "Müller & Söhne" in said
    assert ENGLISH.say(_("{n} steps", n=3)) == "3 steps"


@pytest.mark.parametrize("control", [QLineEdit, QToolButton, QComboBox, QListWidget])
def test_it_finds_what_says_nothing_to_a_screen_reader(
    page: QWidget, control: type[QWidget]
) -> None:
    for x, name in ((10, ""), (300, WORDS)):
        widget = control()
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        put(widget, page, x, 10, 200, 40, name=name)
    assert kinds(page).count(Kind.NAMELESS) == 1


def test_it_finds_what_no_key_leads_to(page: QWidget) -> None:
    button = QPushButton(WORDS)
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    put(button, page, 10, 10, 300, 40)
    assert kinds(page) == [Kind.UNREACHED]
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    assert kinds(page) == []
