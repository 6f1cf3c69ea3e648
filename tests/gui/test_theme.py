"""Looks: themes, size of text, contrast of what the style sheet puts together."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.app import resources
from journeymapper.app.services import Services
from journeymapper.app.settings import TEXT_SIZE, THEME, SettingsFile
from journeymapper.drawing.icons import IconSet
from journeymapper.drawing.tokens import Tokens
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.theme.holder import ThemeHolder
from journeymapper.ui.theme.icons import IconPainter
from journeymapper.ui.theme.palette import palette_of
from journeymapper.ui.theme.sheet import style_sheet
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.segmented import Segmented

THEMES = ("light", "dark", "high_contrast")
MakeWindow = Callable[..., MainWindow]
OpenExample = Callable[[MainWindow], Path]


@pytest.fixture(scope="module")
def tokens() -> Tokens:
    return Tokens.load(resources.find().tokens)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_has_no_open_places(tokens: Tokens, name: str) -> None:
    sheet = style_sheet(tokens, tokens.theme(name))
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    assert re.search(r"color: #[0-9A-Fa-f]{6}", sheet)


@pytest.mark.parametrize("name", THEMES)
def test_colours_of_the_style_sheet_are_those_of_the_theme(tokens: Tokens, name: str) -> None:
    theme = tokens.theme(name)
    known = {theme.colour(role).upper() for role in theme.roles() if "contrast" not in role}
    used = {colour.upper() for colour in re.findall(r"#[0-9A-Fa-f]{6}", style_sheet(tokens, theme))}
    assert used <= known


def test_text_grows_with_the_size_of_text(tokens: Tokens) -> None:
    plain = style_sheet(tokens, tokens.theme("light"))
    large = style_sheet(tokens, tokens.theme("light"), 1.5)
    assert "font-size: 12px" in plain
    assert "font-size: 18px" in large


@pytest.mark.parametrize("name", THEMES)
def test_the_palette_can_be_read(tokens: Tokens, name: str) -> None:
    palette = palette_of(tokens.theme(name))
    role = QPalette.ColorRole
    pairs = (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Window),
    )
    for ink, ground in pairs:
        assert _contrast(palette.color(ink), palette.color(ground)) >= 4.5, (ink, ground)


def test_the_holder_tells_a_change_once(tokens: Tokens, qtbot: QtBot) -> None:
    holder = ThemeHolder(tokens)
    with qtbot.waitSignal(holder.changed):
        holder.choose("dark")
    with qtbot.assertNotEmitted(holder.changed):
        holder.choose("dark")
    assert holder.px(10) == 10
    holder.choose("dark", 1.5)
    assert holder.px(10) == 15


def test_icons_are_tinted_by_the_theme(tokens: Tokens) -> None:
    holder = ThemeHolder(tokens)
    painter = IconPainter(IconSet.load(resources.find().icons), holder)
    seen = []
    for name in ("light", "dark"):
        holder.choose(name)
        image = painter.icon("house", "accent").pixmap(32, 32).toImage()
        inked = [
            image.pixelColor(x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        ]
        seen.append(max(inked, key=lambda colour: colour.saturation()).name().upper())
    assert seen == [tokens.theme(n).colour("accent").upper() for n in ("light", "dark")]


def test_a_theme_chosen_in_the_menu_is_there_next_time(make_window: MakeWindow) -> None:
    window = make_window()
    window.binding.run("view.theme_dark")
    assert window.context.theme.name == "dark"
    assert window.binding.action("view.theme_dark").isChecked()
    assert not window.binding.action("view.theme_light").isChecked()
    window.close()
    assert make_window().context.theme.name == "dark"


def test_without_a_choice_the_computer_decides(services: Services, make_window: MakeWindow) -> None:
    SettingsFile(services.paths.settings).set(THEME, "system")
    scheme = QApplication.styleHints().colorScheme()
    expected = "dark" if scheme == Qt.ColorScheme.Dark else "light"
    assert make_window().context.theme.name == expected


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("window_size", [(1366, 768), (683, 384)])
def test_no_label_of_home_is_cut(
    services: Services,
    make_window: MakeWindow,
    open_example: OpenExample,
    theme: str,
    size: int,
    window_size: tuple[int, int],
) -> None:
    settings = SettingsFile(services.paths.settings)
    settings.set(THEME, theme)
    settings.set(TEXT_SIZE, size)
    window = make_window(window_size)
    assert _cut(window) == []
    open_example(window)
    window.show_place("home")
    for _turn in range(3):  # cards, their grid and the page around it, one after the other
        QApplication.processEvents()
    assert _cut(window) == []


def _cut(window: QWidget) -> list[str]:
    """Return the texts of visible labels that need more room than they have."""
    found = []
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        metrics = label.fontMetrics()
        margins = label.contentsMargins()
        if label.wordWrap():
            needed = label.heightForWidth(label.width())
            if needed > label.height() + 1:
                found.append(f"{label.text()!r} {needed} > {label.height()} high")
            width = max(metrics.horizontalAdvance(word) for word in label.text().split())
        else:
            width = metrics.horizontalAdvance(label.text())
        if width + margins.left() + margins.right() > label.width() + 1:
            found.append(f"{label.text()!r} {width} > {label.width()} wide")
    return found


def test_buttons_are_large_enough_to_hit(window: MainWindow, open_example: OpenExample) -> None:
    open_example(window)
    window.show_place("home")
    small = [
        (button.accessibleName() or button.text(), button.size())
        for button in window.places.current().findChildren(Button)
        if button.isVisible() and button.property("look") != "link"
        if button.height() < 24 or button.width() < 24
    ]
    assert small == []


def test_segmented_follows_the_arrow_keys(qtbot: QtBot) -> None:
    segmented = Segmented("When", (("today", "Today"), ("future", "Future")), "today")
    qtbot.addWidget(segmented)
    segmented.show()
    with qtbot.waitSignal(segmented.chosen) as told:
        QTest.keyClick(segmented.button("today"), Qt.Key.Key_Right)
    assert told.args == ["future"]
    assert segmented.value() == "future"
    QTest.keyClick(segmented.button("future"), Qt.Key.Key_Right)
    assert segmented.value() == "future"
