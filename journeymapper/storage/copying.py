"""A compact copy of an open database in a new file, made while others go on writing to it.

The open database is copied in pieces, and between two of them whoever waits has its turn. The
copy of its pages, which nobody else knows of, is then made compact without any hurry.
"""

from __future__ import annotations

import os
import sqlite3
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO

from journeymapper.domain.changes import Step, StepKind
from journeymapper.domain.message import _
from journeymapper.storage import history, statements
from journeymapper.storage.engine import PAGE_SIZE, Database, connect, prepare_writing
from journeymapper.storage.errors import DocumentError, write_error
from journeymapper.storage.responses import sweep

_PIECE = 1 << 20
"""Bytes copied in one go: about a millisecond."""

_BREATH = 0.001
"""Seconds between two pieces, in which whoever waits for the database gets it."""

_BLOCK = 1 << 20
_UNSYNCED = 4 * _BLOCK
"""Bytes that may wait for the disk: a step that is written meanwhile waits for no more."""

_PATIENCE = 10.0
"""Seconds without a single page copied after which another program must be in the way."""


def copy_database(
    database: Database, path: Path, new_doc_id: str | None, *, without_history: bool
) -> None:
    """Write the state of an open database to a new file, which is not yet on the disk for sure.

    Call it in any thread: steps written meanwhile are held up for one piece at most, and the
    state is that at the end of the last piece. Raises DocumentError when there is a file
    already, WriteError when it cannot be written; no half file stays behind.
    """
    if os.path.lexists(path):
        raise DocumentError(_("There is a file of this name already."))
    pages = path.with_name(f"{path.name}.pages")
    try:
        _copy_pages(database, pages)
        with closing(connect(pages)) as raw, attaching(raw):
            raw.execute("PRAGMA synchronous=OFF").fetchall()
            sweep(raw)
            raw.execute(f"PRAGMA page_size={PAGE_SIZE}").fetchall()
            raw.execute("VACUUM INTO ?", (path.absolute().as_uri(),))
        if new_doc_id is not None or without_history:
            _edit_copy(path, new_doc_id, without_history=without_history)
    except (sqlite3.Error, OSError) as error:
        path.unlink(missing_ok=True)
        raise write_error(error) from error
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    finally:
        pages.unlink(missing_ok=True)


def _copy_pages(database: Database, path: Path) -> None:
    """Copy the pages of a database; a crash leaves a file that is worth nothing."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as copy:
        copy.execute("PRAGMA synchronous=OFF").fetchall()
        copy.execute("PRAGMA journal_mode=OFF").fetchall()
        with database.using() as raw:
            pages = _PIECE // int(raw.execute("PRAGMA page_size").fetchone()[0])
            raw.backup(copy, pages=pages, progress=_Turns(database, raw).give, sleep=0)


class _Turns:
    """Gives the database away between two pieces of a copy, and takes it back."""

    def __init__(self, database: Database, raw: sqlite3.Connection) -> None:
        self._database = database
        self._raw = raw
        self._remaining = -1
        self._moved_at = time.monotonic()

    def give(self, status: int, remaining: int, _total: int) -> None:
        """Let others have their turn; raises sqlite3.Error when the copy cannot go on."""
        if remaining != self._remaining:
            self._remaining, self._moved_at = remaining, time.monotonic()
        elif time.monotonic() - self._moved_at > _PATIENCE:
            raise sqlite3.OperationalError("somebody else keeps the database")
        if remaining or status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            self._database.lock.release()
            time.sleep(_BREATH)
            self._database.lock.acquire()
            if self._database.raw is not self._raw:
                raise sqlite3.OperationalError("the database was opened anew")


def pour(original: BinaryIO, copy: BinaryIO) -> None:
    """Copy an open file into another and wait until the disk has all of it.

    It waits often, because what the disk has yet to write holds up everybody who waits for it.
    """
    waiting = 0
    while block := original.read(_BLOCK):
        copy.write(block)
        waiting += len(block)
        if waiting >= _UNSYNCED:
            copy.flush()
            os.fsync(copy.fileno())
            waiting = 0
    copy.flush()
    os.fsync(copy.fileno())


def sync(path: Path) -> None:
    """Wait until a file or folder is on the disk. Never call it on a database that is open."""
    if os.name == "nt" and path.is_dir():
        return  # folders cannot be synced there
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _edit_copy(path: Path, new_doc_id: str | None, *, without_history: bool) -> None:
    raw = connect(path)
    try:
        prepare_writing(raw)
        raw.execute("BEGIN IMMEDIATE")
        if without_history:
            _forget_history(raw)
        if new_doc_id is not None:
            raw.execute(statements.UPDATE_DOCUMENT, (new_doc_id,))
        raw.execute("COMMIT")
        if without_history:
            with attaching(raw):
                raw.execute("VACUUM")
        raw.execute("PRAGMA journal_mode=DELETE").fetchall()
    finally:
        raw.close()


def _forget_history(raw: sqlite3.Connection) -> None:
    """Leave one step, the creation of the copy, at the instant of the last step.

    What only the history refers to goes too.
    """
    steps = history.read_steps(raw)
    raw.execute(statements.DELETE_ALL_CHANGES)
    raw.execute(statements.DELETE_ALL_STEPS)
    raw.execute(statements.DELETE_LOOSE_ATTACHMENTS)
    raw.execute(statements.DELETE_LOOSE_BLOBS)
    raw.execute(statements.DELETE_LOOSE_RESPONSES)
    raw.execute(statements.DELETE_LOOSE_SHEETS)
    if steps:
        created = Step(
            id=str(uuid.uuid5(uuid.NAMESPACE_OID, steps[-1].id)),
            seq=0,
            label=_("Copy without history"),
            at=steps[-1].at,
            kind=StepKind.CREATE,
        )
        raw.execute(statements.INSERT_STEP, history.step_row(created))


@contextmanager
def attaching(raw: sqlite3.Connection) -> Iterator[None]:
    """Allow the one attached database that VACUUM needs."""
    raw.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
    try:
        yield
    finally:
        raw.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
