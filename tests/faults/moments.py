"""Moments in a process at which a fault can be put without any tool.

A moment is a Python call on a file, or a statement that a database is about to run. A process can
as well be killed at the next moment when nothing is written at this one: those are not counted.
"""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_READING = ("SELECT", "EXPLAIN", "PRAGMA TABLE", "PRAGMA QUICK", "PRAGMA FOREIGN_KEY_")
_EVENTS = ("open", "os.rename", "os.remove", "os.truncate", "os.mkdir", "os.chmod", "os.link")


class Moments:
    """Counts the moments after ``begin``; at the one that was chosen the fault comes.

    ``fault`` is ``KILL``, or the name of an error that a call ends with; statements cannot.
    """

    def __init__(self, folder: Path, chosen: int, fault: str) -> None:
        self.count = 0
        self._folder = str(folder)
        self._chosen = chosen
        self._fault = fault
        self._has_begun = False
        sys.addaudithook(self._hear)
        if fault == "KILL":
            sqlite3.connect = self._watched(sqlite3.connect)

    def begin(self) -> None:
        """Count from now on."""
        self._has_begun = True

    def end(self) -> None:
        """Count no more."""
        self._has_begun = False

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _EVENTS and self._is_ours(arguments):
            if self._fault == "KILL" and event == "open" and not _is_for_writing(arguments):
                return
            self._pass()

    def _is_ours(self, arguments: tuple[Any, ...]) -> bool:
        path = arguments[0]
        return isinstance(path, str | os.PathLike) and str(path).startswith(self._folder)

    def _watched(self, connect: Callable[..., sqlite3.Connection]) -> Any:
        def watched(*arguments: Any, **named: Any) -> sqlite3.Connection:
            raw = connect(*arguments, **named)
            raw.set_trace_callback(self._run)
            return raw

        return watched

    def _run(self, sql: str) -> None:
        if not sql.lstrip().upper().startswith(_READING):
            self._pass()

    def _pass(self) -> None:
        if not self._has_begun:
            return
        self.count += 1
        if self.count != self._chosen:
            return
        if self._fault == "KILL":
            os.kill(os.getpid(), signal.SIGKILL)
        number = getattr(errno, self._fault)
        raise OSError(number, os.strerror(number))


def _is_for_writing(opened: tuple[Any, ...]) -> bool:
    """Say so of the arguments of the event: path, mode and flags."""
    return bool(int(opened[2]) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
