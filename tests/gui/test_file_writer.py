"""Writing the user's file beside the window: who waits, who does not, what is said after."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journeymapper.document.document import SaveState
from journeymapper.document.operations.projects import set_project
from journeymapper.domain import queries
from journeymapper.domain.message import _
from journeymapper.ui.main_window import MainWindow

OpenExample = Callable[[MainWindow], Path]


class Gate:
    """A disk that confirms nothing of a folder until it is let."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = folder
        self._real = os.fsync
        self._open = threading.Event()
        self.reached = threading.Event()
        monkeypatch.setattr(os, "fsync", self._fsync)

    def open(self) -> None:
        """Confirm everything from now on."""
        self._open.set()

    def _fsync(self, descriptor: int) -> None:
        self._real(descriptor)
        held = os.fstat(descriptor)
        inside = (self._folder, *self._folder.iterdir())
        if any(os.path.samestat(held, path.stat()) for path in inside):
            self.reached.set()
            assert self._open.wait(20)


def rename(window: MainWindow, title: str) -> None:
    assert window.session.document is not None
    with window.session.document.step(_("Rename")) as tx:
        set_project(tx, title=title)


def title_in(window: MainWindow, path: Path) -> str:
    with window.session.desk.look(path) as seen:
        return queries.project(seen.snapshot).title


def test_work_goes_on_while_the_file_is_written(
    window: MainWindow, open_example: OpenExample, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = open_example(window)
    rename(window, "First")
    gate = Gate(path.parent, monkeypatch)
    begun = time.perf_counter()
    window.binding.run("file.save")
    assert time.perf_counter() - begun < 1.0
    qtbot.waitUntil(gate.reached.is_set)
    rename(window, "Second")
    assert window.status.texts()[-1] == "Kept safe, writing to file…"
    window.binding.run("file.save")
    gate.open()
    qtbot.waitUntil(lambda: window.session.state() == SaveState.SAVED)
    assert title_in(window, path) == "Second"


def test_closing_waits_for_a_slow_disk_and_loses_nothing(
    window: MainWindow, open_example: OpenExample, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = open_example(window)
    rename(window, "First")
    gate = Gate(path.parent, monkeypatch)
    window.binding.run("file.save")
    qtbot.waitUntil(gate.reached.is_set)
    rename(window, "Last")
    threading.Timer(0.4, gate.open).start()
    window.session.close()
    assert window.session.document is None
    assert title_in(window, path) == "Last"


def test_a_fault_while_writing_is_not_swallowed(
    window: MainWindow, open_example: OpenExample, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_example(window)
    rename(window, "First")

    def fail(_descriptor: int) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as faults, monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fail)
        window.session.publish()
        qtbot.waitUntil(lambda: bool(faults))
    assert faults[0][0] is ZeroDivisionError
    assert window.session.state() == SaveState.KEPT
    window.session.publish()
    qtbot.waitUntil(lambda: window.session.state() == SaveState.SAVED)
