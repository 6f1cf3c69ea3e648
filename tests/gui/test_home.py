"""Home: first start, going on, recent files, templates, confidential work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.app.actions import PLACES
from journeymapper.app.services import Services
from journeymapper.app.settings import KEEP_RECENT, RECENT, THUMBNAILS
from journeymapper.document.operations.projects import set_project
from journeymapper.domain import queries
from journeymapper.domain.kinds import People
from journeymapper.domain.message import _
from journeymapper.ui.dialogs.start_map import BLANK, StartMapDialog
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.places.home import HomePlace
from journeymapper.ui.places.home_first import FirstStart
from journeymapper.ui.places.home_overview import Overview
from journeymapper.ui.places.later import LATER, LaterPlace

OpenExample = Callable[[MainWindow], Path]
MakeWindow = Callable[..., MainWindow]


def _home(window: MainWindow) -> HomePlace:
    home = window.places.place("home")
    assert isinstance(home, HomePlace)
    return home


def _closed_example(make_window: MakeWindow, open_example: OpenExample) -> MainWindow:
    window = make_window()
    open_example(window)
    window.binding.run("file.close")
    return window


def _in_dialog(do: Callable[[StartMapDialog], object]) -> None:
    """Do something in the dialog that is about to open."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, StartMapDialog)
        do(dialog)

    QTimer.singleShot(0, act)


def test_the_first_start_shows_two_buttons(window: MainWindow) -> None:
    first = _home(window).findChild(FirstStart)
    assert first is not None
    assert first.isVisible()
    shown = [b.text() for b in window.findChildren(QPushButton) if b.isVisible()]
    assert shown == ["Start my map", "Look at an example"]
    assert window.menuBar().isVisible()


@pytest.mark.parametrize("size", [(640, 360), (683, 384), (1366, 768), (1920, 1080)])
def test_the_two_buttons_are_in_sight_at_every_size(
    make_window: MakeWindow, size: tuple[int, int], qtbot: QtBot
) -> None:
    window = make_window(size)
    first = _home(window).findChild(FirstStart)
    assert first is not None

    def in_sight() -> bool:
        return all(
            button.visibleRegion().boundingRect() == button.rect()
            and button.width() >= button.sizeHint().width()
            for button in (first.start, first.example)
        )

    qtbot.waitUntil(in_sight)


def test_start_my_map_begins_with_the_steps_of_a_template(window: MainWindow) -> None:
    def answer(dialog: StartMapDialog) -> None:
        dialog.choose("hotel")
        QTest.keyClicks(dialog.organisation, "Hotel Seeblick")
        QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)

    _in_dialog(answer)
    first = _home(window).findChild(FirstStart)
    assert first is not None
    QTest.mouseClick(first.start, Qt.MouseButton.LeftButton)
    document = window.session.document
    assert document is not None
    project = queries.project(document.snapshot)
    assert project.organisation == "Hotel Seeblick"
    assert project.people == People.GUEST
    (journey,) = queries.maps(document.snapshot)
    assert len(queries.touchpoints_of_map(document.snapshot, journey.id)) == 13
    assert window.places.current().key == "map"
    assert document.path is None


def test_a_blank_map_has_no_steps(window: MainWindow) -> None:
    def answer(dialog: StartMapDialog) -> None:
        dialog.choose(BLANK)
        dialog.accept()

    _in_dialog(answer)
    window.binding.run("file.new")
    document = window.session.document
    assert document is not None
    (journey,) = queries.maps(document.snapshot)
    assert queries.touchpoints_of_map(document.snapshot, journey.id) == ()


def test_changing_ones_mind_begins_nothing(window: MainWindow) -> None:
    _in_dialog(lambda dialog: dialog.reject())
    window.binding.run("file.new")
    assert window.session.document is None
    assert window.flows.waiting.items() == ()


def test_the_example_says_that_it_is_one_and_leaves_no_trace(make_window: MakeWindow) -> None:
    window = make_window()
    first = _home(window).findChild(FirstStart)
    assert first is not None
    QTest.mouseClick(first.example, Qt.MouseButton.LeftButton)
    document = window.session.document
    assert document is not None
    assert queries.project(document.snapshot).example
    window.binding.run("file.close")
    window.binding.run("file.example")
    assert window.session.document is not None
    assert window.session.document.doc_id == document.doc_id
    window.binding.run("file.close")
    assert _home(window).is_first_start


def test_an_example_that_was_worked_on_is_ones_own(make_window: MakeWindow) -> None:
    window = make_window()
    window.binding.run("file.example")
    document = window.session.document
    assert document is not None
    with document.step(_("Rename the project")) as tx:
        set_project(tx, title="My practice")
    window.binding.run("file.close")
    assert [item.title for item in window.flows.waiting.items()] == ["My practice"]
    window.binding.run("file.example")
    assert window.session.document is not None
    assert window.session.document.doc_id != document.doc_id


def test_maps_without_a_file_are_all_listed(make_window: MakeWindow) -> None:
    window = make_window()
    for _turn in range(2):
        _in_dialog(lambda dialog: dialog.accept())
        window.binding.run("file.new")
    window.binding.run("file.close")
    cards = _home(window).overview().files.grid.widgets()
    assert len(cards) == 2
    assert all("Not in a file yet" in card.accessibleName() for card in cards)
    QTest.mouseClick(cards[1], Qt.MouseButton.LeftButton)
    assert window.session.document is not None
    assert len(window.flows.waiting.items()) == 1


def test_the_other_places_wait_for_a_file(
    make_window: MakeWindow, open_example: OpenExample
) -> None:
    window = _closed_example(make_window, open_example)
    enabled = {key for key in PLACES if window.activity.button(key).isEnabled()}
    assert enabled == {"home"}
    assert window.status.texts() == ("One recent file",)


def test_continue_opens_the_last_file(make_window: MakeWindow, open_example: OpenExample) -> None:
    window = make_window()
    path = open_example(window)
    window.binding.run("file.close")
    card = _home(window).overview().begin.go_on
    assert card.accessibleName().startswith("Continue: ")
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.session.document is not None
    assert window.session.document.path == path


def test_continue_leads_back_to_the_open_map(window: MainWindow, open_example: OpenExample) -> None:
    open_example(window)
    window.show_place("home")
    card = _home(window).overview().begin.go_on
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.places.current().key == "map"


def test_a_recent_file_shows_where_it_lies_and_its_picture(
    make_window: MakeWindow, open_example: OpenExample
) -> None:
    window = _closed_example(make_window, open_example)
    (card,) = _home(window).overview().files.grid.widgets()
    assert "On this computer, folder Maps" in card.accessibleName()
    assert "Today, " in card.accessibleName()
    (recent,) = window.memory.recent()
    assert window.memory.picture(recent.doc_id) is not None


def _lightness(widget: QWidget) -> int:
    """Return how light a widget is on average, from 0 to 255."""
    smooth = Qt.TransformationMode.SmoothTransformation
    kept = Qt.AspectRatioMode.IgnoreAspectRatio
    return widget.grab().toImage().scaled(1, 1, kept, smooth).pixelColor(0, 0).lightness()


def test_kept_pictures_follow_the_theme(make_window: MakeWindow, open_example: OpenExample) -> None:
    window = _closed_example(make_window, open_example)
    picture = _home(window).overview().begin.go_on.picture
    assert _lightness(picture) > 200
    window.binding.run("view.theme_dark")
    assert _lightness(picture) < 100


def test_the_fact_counts_files_and_folders(
    make_window: MakeWindow, open_example: OpenExample, tmp_path: Path
) -> None:
    window = make_window()
    path = open_example(window)
    (tmp_path / "Clients").mkdir()
    window.session.save_as(tmp_path / "Clients" / path.name)
    fact = _home(window).fact()
    assert fact is not None
    assert str(fact) == "2 recent files in 2 places"


def test_opening_a_file_does_not_make_home_anew(
    make_window: MakeWindow, open_example: OpenExample
) -> None:
    window = make_window()
    open_example(window)
    assert window.findChildren(Overview) == []


def test_a_file_that_is_gone_says_so_and_can_be_taken_off(
    make_window: MakeWindow, open_example: OpenExample
) -> None:
    window = make_window()
    path = open_example(window)
    window.binding.run("file.close")
    path.unlink()
    home = _home(window)
    home.refresh()
    (card,) = home.overview().files.grid.widgets()
    assert "Not there any more" in card.accessibleName()
    assert home.overview().begin.go_on.isHidden()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert "not there any more" in window.problem.text()
    window.memory.forget(window.memory.recent()[0])
    assert window.memory.recent() == ()


def test_confidential_work_leaves_no_pictures(
    make_window: MakeWindow, open_example: OpenExample, services: Services
) -> None:
    window = _closed_example(make_window, open_example)
    assert list(services.paths.thumbnails.iterdir())
    window.context.settings.set(THUMBNAILS, value=False)
    window.memory.apply_settings()
    assert list(services.paths.thumbnails.iterdir()) == []
    assert "Small pictures off" in [
        label.text() for label in _home(window).overview().files.findChildren(QLabel)
    ]


def test_confidential_work_leaves_no_list(
    make_window: MakeWindow, open_example: OpenExample
) -> None:
    window = _closed_example(make_window, open_example)
    window.context.settings.set(KEEP_RECENT, value=False)
    window.memory.apply_settings()
    assert window.context.settings.get(RECENT) == ()
    open_example(window)
    assert window.memory.recent() == ()


def test_find_shows_only_what_matches(make_window: MakeWindow, open_example: OpenExample) -> None:
    window = _closed_example(make_window, open_example)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert field is not None
    files = _home(window).overview().files
    QTest.keyClicks(field, "no such file")
    assert files.grid.widgets() == ()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert len(files.grid.widgets()) == 1


def test_every_template_is_offered_with_its_picture(
    make_window: MakeWindow, open_example: OpenExample, qtbot: QtBot
) -> None:
    window = _closed_example(make_window, open_example)
    cards = _home(window).overview().templates.grid.widgets()
    assert len(cards) == 8
    assert any("14 steps" in card.accessibleName() for card in cards)
    qtbot.waitUntil(lambda: all(card.picture.has_drawing for card in cards))  # type: ignore[attr-defined]


@pytest.mark.parametrize("key", [later.key for later in LATER])
def test_places_of_later_versions_say_what_this_one_does(
    window: MainWindow, open_example: OpenExample, key: str
) -> None:
    open_example(window)
    window.show_place(key)
    place = window.places.current()
    assert isinstance(place, LaterPlace)
    assert place.button.isVisible()
    assert window.binding.action(next(x.action for x in LATER if x.key == key)).isEnabled()


def test_the_way_on_from_a_later_place_works(window: MainWindow, open_example: OpenExample) -> None:
    open_example(window)
    window.show_place("workshop")
    place = window.places.current()
    assert isinstance(place, LaterPlace)
    QTest.mouseClick(place.button, Qt.MouseButton.LeftButton)
    assert window.places.current().key == "print"
