"""The window: actions, places, files, what it says about them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QSize, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from journeymapper.app.actions import ACTIONS, PLACES, When
from journeymapper.app.paths import HOME_VARIABLE
from journeymapper.document.document import SaveState
from journeymapper.document.operations.projects import set_project
from journeymapper.domain.message import _
from journeymapper.ui.autosave import wait
from journeymapper.ui.main_window import MainWindow
from tests.gui.dropping import carry_in

OpenExample = Callable[[MainWindow], Path]
MakeWindow = Callable[..., MainWindow]


def _rename(window: MainWindow, title: str) -> None:
    document = window.session.document
    assert document is not None
    with document.step(_("Rename the project")) as tx:
        set_project(tx, title=title)


def test_every_action_has_one_handler(window: MainWindow, open_example: OpenExample) -> None:
    open_example(window)
    assert window.binding.unbound() == ()
    with pytest.raises(ValueError, match=r"file\.open"):
        window.binding.bind("file.open", print)


def test_before_a_file_only_beginning_and_looking_are_offered(window: MainWindow) -> None:
    usable = {a.id for a in ACTIONS if window.binding.action(a.id).isEnabled()}
    assert usable == {a.id for a in ACTIONS if a.when == When.ALWAYS}
    assert window.status.texts() == ()
    assert not window.activity.isVisible()


def test_opening_a_file_shows_the_map_and_says_where_it_is(
    window: MainWindow, open_example: OpenExample
) -> None:
    open_example(window)
    assert window.places.current().key == "map"
    assert window.windowTitle().endswith(" — Journey Mapper")
    texts = window.status.texts()
    assert texts[0] == "On this computer, folder Maps"
    assert "Journey Mapper sends nothing" in texts
    assert texts[-1] == "All changes saved"


def test_saved_is_said_only_of_what_is_in_the_file(
    window: MainWindow, open_example: OpenExample, qtbot: QtBot
) -> None:
    open_example(window)
    _rename(window, "Other title")
    assert window.status.texts()[-1] == "Kept safe, writing to file…"
    window.binding.run("file.save")
    assert window.status.texts()[-1] == "Kept safe, writing to file…"
    qtbot.waitUntil(lambda: window.status.texts()[-1] == "All changes saved")
    assert window.session.state() == SaveState.SAVED


def test_the_title_follows_the_document(window: MainWindow, open_example: OpenExample) -> None:
    open_example(window)
    _rename(window, "Weekend guest")
    assert window.windowTitle() == "Weekend guest — Journey Mapper"


def test_undo_and_redo_by_key(window: MainWindow, open_example: OpenExample) -> None:
    open_example(window)
    before = window.windowTitle()
    _rename(window, "Weekend guest")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.windowTitle() == before
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.windowTitle() == "Weekend guest — Journey Mapper"


def test_every_place_opens_by_its_key(window: MainWindow, open_example: OpenExample) -> None:
    open_example(window)
    for number, key in enumerate(PLACES, start=1):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert window.places.current().key == key
        assert window.activity.button(key).isChecked()


def test_every_place_opens_by_a_click(window: MainWindow, open_example: OpenExample) -> None:
    open_example(window)
    for key in reversed(PLACES):
        QTest.mouseClick(window.activity.button(key), Qt.MouseButton.LeftButton)
        assert window.places.current().key == key
        assert window.activity.button(key).isChecked()
    button = window.activity.button("gaps")
    button.setFocus()
    QCoreApplication.processEvents()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert window.places.current().key == "gaps"


def test_f6_goes_round_the_areas_and_back(
    window: MainWindow, open_example: OpenExample, qtbot: QtBot
) -> None:
    open_example(window)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    stops = []
    for _turn in range(6):
        window.binding.run("view.next_area")
        stops.append(QApplication.focusWidget())
    assert len(set(stops)) >= 3
    assert any(stop and window.activity.isAncestorOf(stop) for stop in stops)
    assert window.status in stops
    last = QApplication.focusWidget()
    window.binding.run("view.next_area")
    window.binding.run("view.previous_area")
    assert QApplication.focusWidget() is last


def test_a_file_dropped_on_the_window_is_opened(
    make_window: MakeWindow, open_example: OpenExample
) -> None:
    first = make_window()
    path = open_example(first)
    first.session.close()
    window = make_window()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    assert carry_in(window, mime, QPoint(400, 300))
    assert window.session.document is not None
    assert window.session.document.path == path


def test_a_file_that_cannot_be_opened_is_explained_and_leaves_the_other_open(
    window: MainWindow, open_example: OpenExample, tmp_path: Path
) -> None:
    path = open_example(window)
    broken = tmp_path / "broken.journey"
    broken.write_bytes(b"not a map at all" * 100)
    window.open(broken)
    assert window.problem.isVisible()
    assert window.problem.text()
    assert window.session.document is not None
    assert window.session.document.path == path


def test_a_file_that_is_gone_is_explained(window: MainWindow, tmp_path: Path) -> None:
    window.open(tmp_path / "gone.journey")
    assert "not there any more" in window.problem.text()
    assert window.session.document is None


def test_closing_the_window_publishes_and_forgets_nothing(
    make_window: MakeWindow, open_example: OpenExample
) -> None:
    window = make_window()
    path = open_example(window)
    _rename(window, "Before closing")
    window.close()
    assert window.places.current().key == "map"  # Home is not made only to vanish
    again = make_window()
    again.open(path)
    assert again.windowTitle() == "Before closing — Journey Mapper"
    assert again.session.state() == SaveState.SAVED


def test_an_untitled_map_is_kept_and_found_again(make_window: MakeWindow) -> None:
    window = make_window()
    window.flows.example()
    _rename(window, "My practice")
    assert window.status.texts()[-1] == "Kept safe, not in a file yet"
    window.close()
    again = make_window()
    begin = again.places.place("home").overview().begin  # type: ignore[attr-defined]
    QTest.mouseClick(begin.go_on, Qt.MouseButton.LeftButton)
    assert again.windowTitle() == "My practice — Journey Mapper"


def test_size_of_the_window_is_remembered(make_window: MakeWindow) -> None:
    window = make_window()
    window.resize(700, 500)
    window.close()
    assert make_window(size=None).size() == QSize(700, 500)


def test_autosave_waits_for_rest_but_not_for_ever() -> None:
    assert wait(0.0, 0.0) == 2.0
    assert wait(0.5, 0.0) == 5.0
    assert wait(0.0, 59.5) == 0.5
    assert wait(30.0, 120.0) == 0.0


def test_an_edit_is_written_to_the_file_by_itself(
    window: MainWindow, open_example: OpenExample, qtbot: QtBot
) -> None:
    open_example(window)
    assert window.autosave.waiting is None
    _rename(window, "Soon in the file")
    assert window.autosave.waiting is not None
    assert 0 < window.autosave.waiting <= 60
    window.autosave.now()
    qtbot.waitUntil(lambda: window.session.state() == SaveState.SAVED)
    assert window.autosave.waiting is None


def test_leaving_the_app_writes_the_file(
    window: MainWindow, open_example: OpenExample, qtbot: QtBot
) -> None:
    path = open_example(window)
    _rename(window, "Written when leaving")
    assert b"Written when leaving" not in path.read_bytes()
    QApplication.instance().applicationStateChanged.emit(  # type: ignore[union-attr]
        Qt.ApplicationState.ApplicationInactive
    )
    assert window.autosave.waiting is None  # it does not wait for rest
    qtbot.waitUntil(lambda: window.session.state() == SaveState.SAVED)
    assert b"Written when leaving" in path.read_bytes()


def test_a_file_that_cannot_be_written_keeps_the_document_open(
    window: MainWindow, open_example: OpenExample
) -> None:
    path = open_example(window)
    _rename(window, "Cannot be written")
    path.unlink()
    path.mkdir()
    assert window.close() is False
    assert window.isVisible()
    assert window.trouble.banner.isVisible()
    assert window.status.texts()[-1] == "Kept safe, not in the file yet"
    path.rmdir()
    window.session.save_as(path.with_name("elsewhere.journey"))
    assert window.session.state() == SaveState.SAVED


def test_every_control_has_a_name(window: MainWindow, open_example: OpenExample) -> None:
    open_example(window)
    nameless = []
    for key in PLACES:
        window.show_place(key)
        for kind in (QAbstractButton, QLineEdit, QComboBox):
            nameless += [
                (key, control)
                for control in window.findChildren(kind)
                if control.isVisible()
                and not control.accessibleName()
                and not (isinstance(control, QAbstractButton) and control.text())
            ]
    assert nameless == []


def test_all_labels_show_plain_text(window: MainWindow, open_example: OpenExample) -> None:
    open_example(window)
    for key in PLACES:
        window.show_place(key)
    rich = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.text() and label.textFormat() != Qt.TextFormat.PlainText
    ]
    assert rich == []


def test_heavy_packages_are_not_loaded_at_the_start(tmp_path: Path) -> None:
    """What makes PDFs and what computes is loaded when it is first wanted."""
    script = (
        "import sys\n"
        "import journeymapper.ui.app as app\n"
        "app.QApplication.exec = lambda *_: app.QApplication.processEvents() or 0\n"
        "from journeymapper.__main__ import main\n"
        "assert main([]) == 0\n"
        "heavy = {'reportlab', 'pypdfium2', 'numpy', 'networkx', 'PIL', 'xlsxwriter',\n"
        "         'python_calamine', 'journeymapper.cli', 'journeymapper.export.run',\n"
        "         'journeymapper.drawing.map.pages', 'journeymapper.ui.places.map',\n"
        "         'journeymapper.ui.dialogs.export', 'journeymapper.ui.dialogs.start_map',\n"
        "         'journeymapper.ui.dialogs.settings', 'journeymapper.ui.dialogs.about',\n"
        "         'journeymapper.ui.places.home_files', 'journeymapper.ui.panels.step_form'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    environ = os.environ | {HOME_VARIABLE: str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        env=environ,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
