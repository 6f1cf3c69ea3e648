"""What a crash left is found on Home and brought back, never lost."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.app.services import Services
from journeymapper.document.document import SaveState
from journeymapper.document.operations.projects import set_project
from journeymapper.domain.message import _
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.trouble.conflict import ConflictDialog

OpenExample = Callable[[MainWindow], Path]
MakeWindow = Callable[..., MainWindow]


def _rename(window: MainWindow, title: str) -> None:
    document = window.session.document
    assert document is not None
    with document.step(_("Rename the project")) as tx:
        set_project(tx, title=title)


_CRASH = """
import os, sys
from pathlib import Path
from journeymapper.document.desk import Desk
from journeymapper.document.operations.projects import set_project
from journeymapper.domain.message import Message
from journeymapper.domain.sources import new_id, now
document = Desk(Path(sys.argv[1]), now, new_id).open(Path(sys.argv[2]))
with document.step(Message("Rename the project")) as tx:
    set_project(tx, title=sys.argv[3])
os._exit(9)
"""


def _crash_after_an_edit(services: Services, path: Path, title: str) -> None:
    """Open a file in another process and end it between an edit and the next publish."""
    command = [sys.executable, "-c", _CRASH, str(services.paths.working), str(path), title]
    assert subprocess.run(command, check=False, timeout=60).returncode == 9


def test_work_that_a_crash_left_is_brought_back(
    make_window: MakeWindow, open_example: OpenExample, services: Services, qtbot: QtBot
) -> None:
    first = make_window()
    path = open_example(first)
    first.session.close()
    _crash_after_an_edit(services, path, "Before the crash")
    window = make_window()
    (item,) = window.flows.waiting.items()
    assert item.source == path
    assert "not in patients.journey yet" in str(item.place.words)
    window.flows.go_on(item)
    assert window.windowTitle() == "Before the crash — Journey Mapper"
    assert window.session.document is not None
    assert window.session.document.path == path
    assert "not yet in the file are back" in window.trouble.banner.text()
    window.autosave.now()
    qtbot.waitUntil(lambda: window.session.state() == SaveState.SAVED)


def test_after_a_crash_a_file_changed_elsewhere_and_the_work_are_both_kept(
    make_window: MakeWindow, open_example: OpenExample, services: Services, tmp_path: Path
) -> None:
    window = make_window()
    path = open_example(window)
    window.session.close()
    other = tmp_path / "other.journey"
    shutil.copy(path, other)
    _crash_after_an_edit(services, path, "Made here")
    window.session.open(other)
    _rename(window, "Made elsewhere")
    window.session.close()
    shutil.copy(other, path)

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ConflictDialog)
        QTest.mouseClick(dialog.kept, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, choose)
    window.open(path)
    assert window.windowTitle() == "Made here — Journey Mapper"
    window.session.save_as(tmp_path / "mine.journey")
    window.session.close()
    window.open(path)
    assert window.windowTitle() == "Made elsewhere — Journey Mapper"
