"""One connection to one file, with settings that keep it whole.

A rollback journal and full syncs (a power cut loses nothing that was acknowledged), foreign keys,
no trust in the file's own schema, bounded sizes, one writer. What matters is read back.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

BUSY_SECONDS = 0.25
"""How long to wait for another program that writes."""

LARGEST_VALUE = 64 << 20
"""Largest text or blob in bytes."""

PAGE_SIZE = 1024
"""Bytes of a page: each of many small tables takes one at least (docs/decisions/0012)."""

_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
    (sqlite3.SQLITE_LIMIT_COLUMN, 100),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 100),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 50),
    (sqlite3.SQLITE_LIMIT_VDBE_OP, 100_000),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 10),
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000),
    (sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 2000),
)

_CONFIG = (  # names of sqlite3 constants that Python knows from 3.12 on
    ("SQLITE_DBCONFIG_DEFENSIVE", True),
    ("SQLITE_DBCONFIG_TRUSTED_SCHEMA", False),
    ("SQLITE_DBCONFIG_ENABLE_TRIGGER", False),
    ("SQLITE_DBCONFIG_ENABLE_VIEW", False),
)

_READING = {"trusted_schema": 0, "cell_size_check": 1, "mmap_size": 0, "foreign_keys": 1}
_WRITING = {"journal_mode": "truncate", "synchronous": 3, "secure_delete": 1}
_WORDS = {3: "EXTRA", "truncate": "TRUNCATE"}


def file_uri(path: Path, mode: str) -> str:
    """Return the address of a file for SQLite; any character may stand in its name.

    ``mode`` is ``rw``, ``ro``, or ``frozen``: read without locks, for files that nobody writes.
    A write that the disk does not finish may spoil the pages beside it in the same sector, so
    those too go to the journal (``psow=0``).
    """
    query = "mode=ro&immutable=1" if mode == "frozen" else f"mode={mode}&psow=0"
    return f"{path.absolute().as_uri()}?{query}"


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """Open an existing file; raises sqlite3.Error when it is not there.

    Only settings that change nothing on disk are made; ``prepare_writing`` makes the others.
    """
    raw = sqlite3.connect(
        file_uri(path, mode),
        uri=True,
        isolation_level=None,
        timeout=BUSY_SECONDS,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        for limit, value in _LIMITS:
            raw.setlimit(limit, value)
        _configure(raw)
        for name, number in _READING.items():
            raw.execute(f"PRAGMA {name}={number}").fetchall()
        _read_back(raw, {"foreign_keys": 1, "trusted_schema": 0})
    except BaseException:
        raw.close()
        raise
    return raw


def _configure(raw: sqlite3.Connection) -> None:
    setconfig = getattr(raw, "setconfig", None)
    if setconfig is not None:
        for name, value in _CONFIG:
            setconfig(getattr(sqlite3, name), value)


def prepare_writing(raw: sqlite3.Connection) -> None:
    """Set how changes reach the disk; call it after the file was found to be sound."""
    for name, value in _WRITING.items():
        raw.execute(f"PRAGMA {name}={_WORDS.get(value, value)}").fetchall()
    _read_back(raw, _WRITING)


def _read_back(raw: sqlite3.Connection, wanted: Mapping[str, object]) -> None:
    for name, value in wanted.items():
        found = raw.execute(f"PRAGMA {name}").fetchone()
        if found != (value,):
            raise sqlite3.OperationalError(f"{name} is {found}, not {value}")


class UnclearCommitError(sqlite3.OperationalError):
    """The disk reported an error while a transaction ended: only reading it anew tells how."""


class Database:
    """The one connection to a file. Its lock lets one thread at a time use it.

    After an error of the disk the file is opened anew before it is used again: what the old
    connection remembers may not be what the disk holds.
    """

    def __init__(self, path: Path, raw: sqlite3.Connection) -> None:
        self.path = path
        self.raw = raw
        self.lock = threading.RLock()
        self._identity = self._file()
        self._is_doubtful = False

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Do what is inside at once, or not at all. Errors of the driver come through.

        Raises UnclearCommitError when it may have been done all the same.
        """
        with self.using() as raw:
            raw.execute("BEGIN IMMEDIATE")
            try:
                yield raw
                _commit(raw)
            except BaseException:
                if raw.in_transaction:
                    raw.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read one state of the file, however many statements that takes."""
        with self.using() as raw:
            raw.execute("BEGIN")
            try:
                yield raw
            finally:
                if raw.in_transaction:
                    raw.execute("ROLLBACK")

    def is_in_place(self) -> bool:
        """Say whether the path still leads to the file that was opened."""
        try:
            return self._file() == self._identity
        except OSError:
            return False

    @contextmanager
    def using(self) -> Iterator[sqlite3.Connection]:
        """Give a connection that can be believed, and doubt it when the driver fails."""
        with self.lock:
            if self._is_doubtful:
                self._reconnect()
            try:
                yield self.raw
            except sqlite3.IntegrityError:
                raise
            except sqlite3.Error:
                self._is_doubtful = True
                raise

    def _reconnect(self) -> None:
        """Open the file anew; when that fails it is tried again before the next use."""
        if not self.is_in_place():
            return  # only the old connection still leads to what was lost
        with suppress(sqlite3.Error):
            self.raw.close()
        fresh = connect(self.path)
        try:
            prepare_writing(fresh)
        except BaseException:
            fresh.close()
            raise
        self.raw, self._is_doubtful = fresh, False

    def close(self) -> None:
        """Close; nothing but the file itself stays in its folder."""
        with self.lock:
            with suppress(sqlite3.Error):  # closed already, or the file is gone: nothing to tidy
                self.raw.execute("PRAGMA journal_mode=DELETE").fetchall()
            self.raw.close()

    def _file(self) -> tuple[int, int]:
        stat = self.path.stat()
        return stat.st_dev, stat.st_ino


def _commit(raw: sqlite3.Connection) -> None:
    try:
        raw.execute("COMMIT")
    except sqlite3.IntegrityError:
        raise
    except sqlite3.Error as error:
        raise UnclearCommitError(str(error)) from error


def engine_on(raw: sqlite3.Connection) -> Engine:
    """Return SQLAlchemy's view of a connection that is open; migrations use it."""
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
