"""Earlier states of a file: looked at, opened as a map of its own, gone back to."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.document.document import Document, SaveState
from journeymapper.document.operations.projects import set_project
from journeymapper.domain import queries
from journeymapper.domain.message import _
from journeymapper.ui.dialogs.restore import RestoreDialog
from journeymapper.ui.dialogs.restore_states import size_in_words
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.trouble.restoring import earlier_states
from tests.gui.conftest import Clock

OpenExample = Callable[[MainWindow], Path]


def document_of(window: MainWindow) -> Document:
    assert window.session.document is not None
    return window.session.document


def rename(window: MainWindow, title: str) -> None:
    with document_of(window).step(_("Rename to {title}", title=title)) as tx:
        set_project(tx, title=title)


def title_of(window: MainWindow) -> str:
    return queries.project(document_of(window).snapshot).title


@pytest.fixture
def path(window: MainWindow, open_example: OpenExample, clock: Clock) -> Path:
    """A file that was worked on in three sittings, and is open."""
    file = open_example(window)
    for number, title in enumerate(("First", "Second")):
        rename(window, title)
        window.session.close()
        clock.time += datetime.timedelta(days=number + 1)
        window.open(file)
    rename(window, "Third")
    return file


@pytest.fixture
def dialog(window: MainWindow, path: Path, qtbot: QtBot) -> Iterator[RestoreDialog]:
    assert path.exists()
    document = document_of(window)
    states = earlier_states(window.session, document.doc_id)
    made = RestoreDialog(window.context, window.session.desk, states, document.history(), window)
    made.show()
    qtbot.waitUntil(lambda: made.content is not None, timeout=20_000)
    yield made
    made.reject()
    made.deleteLater()


def choose(window: MainWindow, row: int, button: str) -> None:
    """Choose a state and press a button in the dialog that comes up next."""
    timer = QTimer(window)

    def look() -> None:
        found = QApplication.activeModalWidget()
        if not isinstance(found, RestoreDialog):
            return
        if found.list.currentRow() != row:
            found.list.setCurrentRow(row)
        elif found.content is not None:
            timer.stop()
            QTest.mouseClick(getattr(found, button), Qt.MouseButton.LeftButton)

    timer.timeout.connect(look)
    timer.start(20)


def test_the_states_are_listed_with_time_size_and_changes(dialog: RestoreDialog) -> None:
    rows = [
        str(dialog.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(dialog.list.count())
    ]
    assert [row.partition(",")[0] for row in rows] == [
        "16 May 08:14. 3 changes",
        "15 May 08:14. 2 changes",
        "15 May 08:14. 1 change",
    ]
    assert all(row.endswith((" kB", " MB")) for row in rows)


def test_the_newest_is_shown_with_title_and_amount(dialog: RestoreDialog) -> None:
    title, amount, last = dialog.preview.texts()
    assert title == "Second"
    assert amount == "7 stages, 14 steps"
    assert last == "Last change: Rename to Second"
    assert dialog.preview.picture.has_drawing
    assert dialog.back.isVisible()


def test_another_state_is_looked_at_by_key(dialog: RestoreDialog, qtbot: QtBot) -> None:
    QTest.keyClick(dialog.list, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: dialog.content is not None, timeout=20_000)
    assert dialog.preview.texts()[0] != "Second"


def test_a_state_is_opened_as_a_map_of_its_own(window: MainWindow, path: Path) -> None:
    doc_id = document_of(window).doc_id
    choose(window, 0, "open_")
    window.binding.run("file.restore")
    assert title_of(window) == "Second, as on 16 May 08:14"
    assert window.session.state() == SaveState.UNTITLED
    assert document_of(window).doc_id != doc_id
    assert any("Nothing was overwritten" in text for text in window.status.texts())
    with window.session.desk.look(path) as seen:
        assert queries.project(seen.snapshot).title == "Third"


def test_a_state_is_gone_back_to_in_one_change(window: MainWindow, path: Path) -> None:
    choose(window, 0, "back")
    window.binding.run("file.restore")
    assert title_of(window) == "Second"
    assert document_of(window).path == path
    window.flows.undo()
    assert title_of(window) == "Third"


def test_a_state_that_is_damaged_itself_cannot_be_chosen(window: MainWindow, path: Path) -> None:
    assert path.exists()
    document = document_of(window)
    newest, older = window.session.desk.backups(document.doc_id)[:2]
    newest.path.write_bytes(b"not a map")
    states = earlier_states(window.session, document.doc_id)
    assert states[0].changes is None
    dialog = RestoreDialog(window.context, window.session.desk, states, (), window)
    assert dialog.state is not None
    assert dialog.state.path == older.path
    assert "Damaged" in str(dialog.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole))
    dialog.reject()
    dialog.deleteLater()


def test_nothing_kept_yet_says_so(window: MainWindow) -> None:
    dialog = RestoreDialog(window.context, window.session.desk, (), (), window)
    assert dialog.preview.texts() == ("Nothing has been kept of this file yet.",)
    assert not dialog.open_.isEnabled()
    dialog.reject()
    dialog.deleteLater()


def test_sizes_in_words() -> None:
    assert [str(size_in_words(n)) for n in (0, 340_000, 1_400_000)] == ["1 kB", "340 kB", "1.4 MB"]
