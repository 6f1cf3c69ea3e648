"""Reading in a process of its own: what harms it harms nothing else, and it can be stopped."""

from __future__ import annotations

import contextlib
import dataclasses
import importlib
import multiprocessing
import sys
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.importing.tables.reading import Progress, read_file
from journeymapper.importing.tables.refusing import TableError
from journeymapper.importing.tables.table import Row, Table

MEMORY = 2 << 30
"""Bytes of address space that the process may take, where the system can say so."""

SECONDS = 120
"""The longest that reading may take."""

_LOOK = 0.05

_PIECE = 500
"""Rows sent in one go: while one is unpacked no other thread of the program can do anything."""


class StoppedError(Exception):
    """Reading was stopped because nobody wants the table any more."""


def read_apart(
    path: Path,
    sheet: str = "",
    stop: threading.Event | None = None,
    progress: Progress = lambda _what: None,
) -> Table:
    """Read a table in a process of its own.

    Raises UserError when it cannot be read, StoppedError when ``stop`` was set meanwhile.
    ``progress`` is told what is being done.
    """
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_work, args=(theirs, path, sheet), daemon=True)
    process.start()
    theirs.close()
    try:
        return _await(ours, stop, progress)
    finally:
        ours.close()
        process.kill()
        process.join()
        process.close()


def _await(ours: Connection, stop: threading.Event | None, progress: Progress) -> Table:
    rows: list[Row] = []
    until = time.monotonic() + SECONDS
    while True:
        if stop is not None and stop.is_set():
            raise StoppedError
        if time.monotonic() > until:
            raise TableError("time").said()
        if not ours.poll(_LOOK):
            continue
        try:
            said = ours.recv()
        except EOFError:  # the process ended: out of memory, or worse
            raise TableError("damaged").said() from None
        match said:
            case str(what):
                progress(what)
            case list():
                rows += said
            case Table():
                return dataclasses.replace(said, rows=rows)
            case TableError():
                raise said.said()
            case [_, str(reason)]:
                raise UserError(_("The system does not give this file: {reason}.", reason=reason))


def _work(theirs: Connection, path: Path, sheet: str) -> None:
    """Read and send; the other process."""
    _limit()
    found: Any
    try:
        table = read_file(path, sheet, theirs.send)
        for at in range(0, len(table.rows), _PIECE):
            theirs.send(table.rows[at : at + _PIECE])
        found = dataclasses.replace(table, rows=[])
    except TableError as error:
        found = error
    except OSError as error:
        found = ("system", error.strerror or type(error).__name__)
    except MemoryError:
        found = TableError("swollen")
    except Exception:  # noqa: BLE001 - a reader that fails on a foreign file says only that
        found = TableError("damaged")
    with contextlib.suppress(OSError):
        theirs.send(found)
    theirs.close()


def _limit() -> None:
    """Cap memory where the system can, and keep what decoders print to themselves."""
    if sys.platform != "win32":
        resource = importlib.import_module("resource")
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stderr = None
