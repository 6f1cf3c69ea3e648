"""Opening what is not simply there: open elsewhere, changed by two, damaged, left by a crash."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from journeymapper.app.services import Services
from journeymapper.app.settings import KEEP_RECENT, KNOWN
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document, SaveState
from journeymapper.document.operations.projects import set_project
from journeymapper.domain import queries
from journeymapper.domain.message import _
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.dialogs.restore import RestoreDialog
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.trouble.conflict import ConflictDialog
from journeymapper.ui.trouble.locked import LockedDialog
from tests.gui.conftest import Clock

OpenExample = Callable[[MainWindow], Path]
MakeWindow = Callable[..., MainWindow]


def rename(document: Document, title: str) -> None:
    with document.step(_("Rename")) as tx:
        set_project(tx, title=title)


def title_of(window: MainWindow) -> str:
    document = window.session.document
    return queries.project(document.snapshot).title if document else ""


def texts_of(dialog: DialogFrame) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.text())


def in_dialog(do: Callable[[DialogFrame], None]) -> list[str]:
    """Do something in the next dialog; returns what it will have said."""
    said: list[str] = []

    def now() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DialogFrame)
        said.append(texts_of(dialog))
        do(dialog)

    QTimer.singleShot(0, now)
    return said


@pytest.fixture
def path(window: MainWindow, open_example: OpenExample) -> Path:
    """The file of the example, closed."""
    found = open_example(window)
    window.session.close()
    return found


def lock_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


def hold(path: Path, host: str) -> Path:
    lock = lock_of(path)
    lock.write_text(json.dumps({"host": host, "pid": 7, "at": "", "started": ""}))
    return lock


def test_a_file_open_on_another_computer_can_be_looked_at(window: MainWindow, path: Path) -> None:
    lock = hold(path, "FRONT-DESK")
    said = in_dialog(lambda d: QTest.mouseClick(d.look, Qt.MouseButton.LeftButton))  # type: ignore[attr-defined]
    window.open(path)
    assert "This file is open in Journey Mapper on FRONT-DESK." in said[0]
    assert window.session.state() == SaveState.READ_ONLY
    assert window.status.texts()[-1] == "Only to look at"
    assert not window.binding.action("edit.undo").isEnabled()
    window.session.close()
    assert lock.exists()


def test_leaving_it_opens_nothing(window: MainWindow, path: Path) -> None:
    hold(path, "FRONT-DESK")
    in_dialog(lambda dialog: dialog.reject())
    window.open(path)
    assert window.session.document is None
    assert not window.problem.isVisible()


def test_a_lock_that_another_computer_left_can_be_passed(window: MainWindow, path: Path) -> None:
    hold(path, "FRONT-DESK")

    def force(dialog: DialogFrame) -> None:
        assert isinstance(dialog, LockedDialog)
        assert dialog.force is not None
        QTest.mouseClick(dialog.force, Qt.MouseButton.LeftButton)

    in_dialog(force)
    window.open(path)
    assert window.session.state() == SaveState.SAVED
    window.session.close()
    assert not lock_of(path).exists()


def test_another_window_on_this_computer_is_never_passed(window: MainWindow, path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        owner = {"host": socket.gethostname(), "pid": holder.pid, "at": "", "started": ""}
        lock_of(path).write_text(json.dumps(owner))

        def look(dialog: DialogFrame) -> None:
            assert isinstance(dialog, LockedDialog)
            assert dialog.force is None
            dialog.reject()

        in_dialog(look)
        window.open(path)
        assert window.session.document is None
    finally:
        holder.communicate(b"\n")


def test_the_open_file_under_another_name_is_not_opened_twice(
    window: MainWindow, path: Path
) -> None:
    window.open(path)
    link = path.with_name("link.journey")
    link.symlink_to(path)
    window.open(link)
    assert any("open already" in text for text in window.status.texts())
    assert window.session.document is not None
    assert window.session.document.path == path


def make_conflict(services: Services, path: Path, tmp_path: Path, clock: Clock) -> None:
    """A crash kept an edit from the file, which was then changed elsewhere."""
    theirs = tmp_path / "theirs.journey"
    shutil.copy(path, theirs)
    other = Desk(tmp_path / "elsewhere", clock, lambda: os.urandom(8).hex()).open(theirs)
    rename(other, "Theirs")
    other.close()
    crashed = Desk(services.paths.working, clock, services.new_id).open(path)
    rename(crashed, "Mine")
    crashed._store.close()
    crashed._publisher._release()
    shutil.copy(theirs, path)


@pytest.mark.parametrize(("which", "opened"), [("file", "Theirs"), ("kept", "Mine")])
def test_two_states_of_one_map_are_both_kept(
    window: MainWindow, path: Path, tmp_path: Path, clock: Clock, which: str, opened: str
) -> None:
    make_conflict(window.context.services, path, tmp_path, clock)

    def choose(dialog: DialogFrame) -> None:
        assert isinstance(dialog, ConflictDialog)
        QTest.mouseClick(getattr(dialog, which), Qt.MouseButton.LeftButton)

    said = in_dialog(choose)
    window.open(path)
    assert "Last changed today 08:14" in said[0]
    assert said[0].count("2 changes") == 2
    assert title_of(window) == opened
    window.session.close()
    with window.session.desk.look(path) as seen:
        assert queries.project(seen.snapshot).title == "Theirs"
    assert "Mine" in [left.title for left in window.session.desk.untitled()]
    window.open(path)
    assert title_of(window) == "Theirs"


def test_neither_leaves_both_as_they_are(
    window: MainWindow, path: Path, tmp_path: Path, clock: Clock
) -> None:
    make_conflict(window.context.services, path, tmp_path, clock)
    in_dialog(lambda dialog: dialog.reject())
    window.open(path)
    assert window.session.document is None
    assert [left.title for left in window.session.desk.unfinished()] == ["Mine"]


def test_a_damaged_file_offers_its_earlier_states(window: MainWindow, path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:12288] = b"\xff" * 8192
    path.write_bytes(content)
    window.open(path)
    assert "damaged" in window.problem.text()
    (button,) = [
        b
        for b in window.problem.findChildren(QPushButton)
        if b.text().startswith("Open an earlier")
    ]

    def open_it(dialog: DialogFrame) -> None:
        assert isinstance(dialog, RestoreDialog)
        dialog.reject()

    said = in_dialog(open_it)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "Earlier states of this file" in said[0]
    assert path.read_bytes() == bytes(content)


def test_a_damaged_file_that_nobody_knows_offers_nothing(
    window: MainWindow, path: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.journey"
    broken.write_bytes(path.read_bytes()[:20_000])
    window.open(broken)
    assert "damaged" in window.problem.text()
    assert not [b for b in window.problem.findChildren(QPushButton) if "earlier" in b.text()]


def test_which_file_held_what_is_forgotten_on_request(window: MainWindow, path: Path) -> None:
    assert window.context.settings.get(KNOWN)[0][0] == str(path)
    window.context.settings.set(KEEP_RECENT, False)
    window.memory.apply_settings()
    assert window.context.settings.get(KNOWN) == ()
