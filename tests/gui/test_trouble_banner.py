"""What stands between the work and its file, provoked for real, and the ways out of it."""

from __future__ import annotations

import os
import resource
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from journeymapper.document.desk import Desk
from journeymapper.document.document import Document, SaveState
from journeymapper.document.operations.projects import set_project
from journeymapper.domain import queries
from journeymapper.domain.changes import ChangeSet
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.message import _
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.trouble.notices import Offer
from journeymapper.ui.trouble.watch import SLOW_SECONDS

OpenExample = Callable[[MainWindow], Path]
MakeWindow = Callable[..., MainWindow]


def document_of(window: MainWindow) -> Document:
    assert window.session.document is not None
    return window.session.document


def rename(window: MainWindow, title: str) -> None:
    with window.session.guard(), document_of(window).step(_("Rename")) as tx:
        set_project(tx, title=title)


def title_of(window: MainWindow) -> str:
    return queries.project(document_of(window).snapshot).title


def title_in(window: MainWindow, path: Path) -> str:
    with window.session.desk.look(path) as seen:
        return queries.project(seen.snapshot).title


def said(window: MainWindow) -> str:
    banner = window.trouble.banner
    return banner.text() if banner.isVisible() else ""


def press(window: MainWindow, offer: Offer) -> None:
    button = window.trouble.banner.button(offer)
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def come_back() -> None:
    """The window comes to the front again, as after waking up."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def choose_place(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Answer the next question for a place."""
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: QFileDialog.DialogCode.Accepted)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(path)])


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """Let every write beyond this size fail; in bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_stick_that_was_pulled_and_comes_back(
    window: MainWindow, open_example: OpenExample, qtbot: QtBot
) -> None:
    path = open_example(window)
    stick = path.parent
    stick.rename(stick.with_name("pulled"))
    rename(window, "Written on the train")
    window.binding.run("file.save")
    qtbot.waitUntil(lambda: bool(said(window)))
    assert "not where it was. Everything is kept safe on this computer." in said(window)
    assert window.status.texts()[-1] == "Kept safe, not in the file yet"
    assert not window.problem.isVisible()
    stick.with_name("pulled").rename(stick)
    press(window, Offer.TRY_AGAIN)
    qtbot.waitUntil(lambda: window.session.state() == SaveState.SAVED)
    assert said(window) == ""
    assert title_in(window, path) == "Written on the train"


def test_a_file_that_is_gone_is_noticed_when_the_window_comes_back(
    window: MainWindow, open_example: OpenExample, qtbot: QtBot
) -> None:
    path = open_example(window)
    aside = path.with_name("moved.journey")
    path.rename(aside)
    assert window.status.texts()[-1] == "All changes saved"
    come_back()
    assert "not where it was" in said(window)
    assert window.status.texts()[-1] == "Kept safe, not in the file yet"
    aside.rename(path)
    come_back()
    qtbot.waitUntil(lambda: window.session.state() == SaveState.SAVED)
    assert said(window) == ""


def test_saving_elsewhere_when_the_file_is_gone(
    window: MainWindow,
    open_example: OpenExample,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = open_example(window)
    path.unlink()
    rename(window, "Elsewhere")
    come_back()
    choose_place(monkeypatch, tmp_path / "elsewhere.journey")
    press(window, Offer.SAVE_ELSEWHERE)
    assert said(window) == ""
    assert window.session.state() == SaveState.SAVED
    assert title_in(window, tmp_path / "elsewhere.journey") == "Elsewhere"


def test_a_file_that_another_program_changed_is_never_overwritten(
    window: MainWindow, open_example: OpenExample, tmp_path: Path, qtbot: QtBot
) -> None:
    path = open_example(window)
    other = tmp_path / "other.journey"
    shutil.copy(path, other)
    desk = Desk(tmp_path / "elsewhere", window.context.services.clock, lambda: os.urandom(8).hex())
    theirs = desk.open(other)
    with theirs.step(_("Rename")) as tx:
        set_project(tx, title="Theirs")
    theirs.close()
    rename(window, "Mine")
    shutil.copy(other, path)
    window.autosave.now()
    qtbot.waitUntil(lambda: bool(said(window)))
    assert said(window).startswith("Another program changed your file.")
    assert title_in(window, path) == "Theirs"
    press(window, Offer.OPEN_FILE)
    assert title_of(window) == "Theirs"
    assert said(window) == ""
    (left,) = window.flows.waiting.items()
    window.flows.go_on(left)
    assert title_of(window) == "Mine"


def test_a_place_that_may_not_be_written(
    window: MainWindow, open_example: OpenExample, qtbot: QtBot
) -> None:
    path = open_example(window)
    rename(window, "Mine")
    with no_file_larger_than(20_000):
        window.binding.run("file.save")
        qtbot.waitUntil(lambda: bool(said(window)))
    assert said(window) == (
        "Kept safe on this computer. There is no room on the disk. Your file is as it was before."
        " Journey Mapper tries again by itself."
    )
    assert window.autosave.waiting is not None
    window.autosave.now()
    qtbot.waitUntil(lambda: said(window) == "")
    assert title_in(window, path) == "Mine"


def test_closing_a_map_whose_file_cannot_be_written(
    window: MainWindow, open_example: OpenExample
) -> None:
    path = open_example(window)
    rename(window, "Waits here")
    aside = path.parent.with_name("pulled")
    path.parent.rename(aside)
    assert window.flows.close() is False
    assert "your changes wait here" in said(window)
    press(window, Offer.PUT_AWAY)
    assert window.session.document is None
    assert said(window) == ""
    aside.rename(path.parent)
    window.open(path)
    assert title_of(window) == "Waits here"
    assert said(window).startswith("Changes from today 08:14 that were not yet in the file are")


def test_a_disk_that_takes_no_step_stops_changes_until_it_does(
    window: MainWindow, open_example: OpenExample
) -> None:
    open_example(window)
    rename(window, "Kept")
    with no_file_larger_than(4096):
        rename(window, "Lost")
        assert said(window).startswith("Your last change is not kept. There is no room on the disk")
        assert window.status.texts()[-1] == "Last change not kept"
        assert not window.binding.action("edit.undo").isEnabled()
        rename(window, "Refused")
        assert title_of(window) == "Kept"
        press(window, Offer.TRY_AGAIN)
        assert "Your last change is not kept" in said(window)
    press(window, Offer.TRY_AGAIN)
    assert said(window) == ""
    rename(window, "Kept again")
    assert title_of(window) == "Kept again"


def test_what_is_typed_stays_in_its_editor_until_it_can_be_kept(
    window: MainWindow, open_example: OpenExample
) -> None:
    open_example(window)
    place = window.places.current()
    cells, editor = place.canvas.view, place.canvas.editor  # type: ignore[attr-defined]
    cells.setFocus()
    QTest.keyClick(cells, Qt.Key.Key_Home)
    with no_file_larger_than(4096):
        QTest.keyClicks(cells, "A")
        QTest.keyClicks(editor, "sks at the desk")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        assert editor.isVisible()
        assert editor.toPlainText() == "Asks at the desk"
        assert "no room" in editor.message
        assert "Your last change is not kept" in said(window)
    press(window, Offer.TRY_AGAIN)
    assert said(window) == ""
    assert editor.message == ""
    step = document_of(window).history()[-1]
    assert "Asks at the desk" in str(step.label)


def test_saving_elsewhere_while_the_disk_takes_no_step(
    window: MainWindow,
    open_example: OpenExample,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_example(window)
    rename(window, "Kept")
    with no_file_larger_than(4096):
        rename(window, "Lost")
    choose_place(monkeypatch, tmp_path / "elsewhere.journey")
    press(window, Offer.SAVE_ELSEWHERE)
    assert said(window).startswith("All that was kept is in elsewhere.journey now.")
    assert title_in(window, tmp_path / "elsewhere.journey") == "Kept"
    press(window, Offer.TRY_AGAIN)
    assert said(window) == ""


def test_closing_while_a_change_is_not_kept_asks(
    window: MainWindow, open_example: OpenExample
) -> None:
    path = open_example(window)
    with no_file_larger_than(4096):
        rename(window, "Lost")
    answers = ["Stay here", "Close without it"]

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DialogFrame)
        words = answers.pop(0)
        (button,) = [b for b in dialog.findChildren(QPushButton) if b.text() == words]
        button.click()

    QTimer.singleShot(0, answer)
    assert window.flows.close() is False
    QTimer.singleShot(0, answer)
    assert window.flows.close() is True
    assert title_in(window, path) != "Lost"


def test_a_slow_disk_is_mentioned_once(
    window: MainWindow, open_example: OpenExample, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_example(window)
    slow = SLOW_SECONDS + 0.05
    monkeypatch.setattr(Document, "last_step_seconds", slow)
    rename(window, "One")
    rename(window, "Two")
    assert said(window) == ""
    rename(window, "Three")
    assert said(window).startswith("This disk is slow; your changes are kept one by one.")
    window.trouble.banner.closed.emit()
    rename(window, "Four")
    rename(window, "Five")
    assert said(window) == ""


def test_a_fault_in_one_view_keeps_document_and_window_in_step(
    window: MainWindow, open_example: OpenExample
) -> None:
    open_example(window)

    def fail(_changes: ChangeSet) -> None:
        raise ZeroDivisionError

    document_of(window)._listeners._all.insert(0, fail)
    with pytest.raises(ZeroDivisionError):
        rename(window, "Kept all the same")
    assert window.windowTitle().startswith("Kept all the same")
    window.trouble.after_fault()
    assert said(window) == ""


def test_a_fault_that_leaves_the_snapshot_behind_stops_changes(
    window: MainWindow, open_example: OpenExample, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = open_example(window)
    document = document_of(window)
    with monkeypatch.context() as broken:
        broken.setattr(document, "_apply", lambda *_arguments: 1 / 0)
        broken.setattr(document, "_steps", [*document.history()])
        broken.setattr(document._stacks, "push", lambda _step: 1 / 0)
        broken.setattr(document, "_written", lambda *_arguments: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            rename(window, "On the disk")
    window.trouble.after_fault()
    assert said(window).startswith("After this fault, what you see may not be what is kept.")
    rename(window, "Refused")
    assert title_of(window) != "Refused"
    press(window, Offer.OPEN_AGAIN)
    assert title_of(window) == "On the disk"
    assert document_of(window).path == path
    assert not said(window).startswith("After this fault")
    rename(window, "And on")
    assert title_of(window) == "And on"


def test_a_map_without_a_file_is_opened_again_too(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.flows.example()
    document = document_of(window)
    with monkeypatch.context() as broken:
        broken.setattr(document, "_written", lambda *_arguments: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            rename(window, "On the disk")
    window.trouble.after_fault()
    press(window, Offer.OPEN_AGAIN)
    assert title_of(window) == "On the disk"
    assert document_of(window).snapshot.table(JourneyMap)
