"""Undo of what was done in an earlier sitting: asked about once, named with its time."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from journeymapper.document.operations.projects import set_project
from journeymapper.domain import queries
from journeymapper.domain.message import _
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.main_window import MainWindow
from tests.gui.conftest import Clock

OpenExample = Callable[[MainWindow], Path]


def rename(window: MainWindow, title: str) -> None:
    document = window.session.document
    assert document is not None
    with document.step(_("Rename to {title}", title=title)) as tx:
        set_project(tx, title=title)


def title_of(window: MainWindow) -> str:
    document = window.session.document
    assert document is not None
    return queries.project(document.snapshot).title


def undo(window: MainWindow) -> None:
    window.binding.run("edit.undo")


def answer(words: str) -> list[str]:
    """Press a button in the next question; returns what it will have said."""
    said: list[str] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DialogFrame)
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        (button,) = [b for b in dialog.findChildren(QPushButton) if b.text() == words]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, press)
    return said


@pytest.fixture
def later(window: MainWindow, open_example: OpenExample, clock: Clock) -> Path:
    """Two changes were made six days ago; one now."""
    path = open_example(window)
    rename(window, "One")
    rename(window, "Two")
    window.session.close()
    clock.time += datetime.timedelta(days=6)
    window.open(path)
    rename(window, "Three")
    return path


def test_what_is_of_this_sitting_is_taken_back_without_a_word(
    window: MainWindow, later: Path
) -> None:
    assert later.exists()
    undo(window)
    assert title_of(window) == "Two"


def test_the_first_undo_that_reaches_back_names_what_and_when(
    window: MainWindow, later: Path
) -> None:
    assert later.exists()
    undo(window)
    said = answer("Take it back")
    undo(window)
    assert "This takes back what was done on 15 May 08:14: Rename to Two." in said
    assert title_of(window) == "One"
    undo(window)  # asked once
    assert title_of(window) != "One"


def test_leaving_it_changes_nothing_and_asks_again(window: MainWindow, later: Path) -> None:
    assert later.exists()
    undo(window)
    for _turn in range(2):
        said = answer("Leave it")
        undo(window)
        assert said
        assert title_of(window) == "Two"


def test_it_is_asked_again_in_the_next_sitting(window: MainWindow, later: Path) -> None:
    undo(window)
    answer("Take it back")
    undo(window)
    window.session.close()
    window.open(later)
    said = answer("Leave it")
    undo(window)
    assert said
    assert title_of(window) == "One"
