"""A compact copy of an open database in a new file."""

from __future__ import annotations

import os
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journeymapper.domain.changes import Step, StepKind
from journeymapper.domain.message import _
from journeymapper.storage import history, statements
from journeymapper.storage.engine import connect, prepare_writing
from journeymapper.storage.errors import DocumentError, write_error


def copy_database(
    raw: sqlite3.Connection, path: Path, new_doc_id: str | None, *, without_history: bool
) -> None:
    """Write the state of a connection to a new file and wait until the disk has it.

    Raises DocumentError when there is a file already, WriteError when it cannot be written;
    no half file stays behind.
    """
    if os.path.lexists(path):
        raise DocumentError(_("There is a file of this name already."))
    try:
        with _attaching(raw):
            raw.execute("VACUUM INTO ?", (path.absolute().as_uri(),))
        if new_doc_id is not None or without_history:
            _edit_copy(path, new_doc_id, without_history=without_history)
        sync(path)
        sync(path.parent)
    except (sqlite3.Error, OSError) as error:
        path.unlink(missing_ok=True)
        raise write_error(error) from error
    except BaseException:
        path.unlink(missing_ok=True)
        raise


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
            with _attaching(raw):
                raw.execute("VACUUM")
        raw.execute("PRAGMA journal_mode=DELETE").fetchall()
    finally:
        raw.close()


def _forget_history(raw: sqlite3.Connection) -> None:
    """Leave one step, the creation of the copy, at the instant of the last step."""
    steps = history.read_steps(raw)
    raw.execute(statements.DELETE_ALL_CHANGES)
    raw.execute(statements.DELETE_ALL_STEPS)
    raw.execute(statements.DELETE_LOOSE_BLOBS)
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
def _attaching(raw: sqlite3.Connection) -> Iterator[None]:
    """Allow the one attached database that VACUUM needs."""
    raw.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
    try:
        yield
    finally:
        raw.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
