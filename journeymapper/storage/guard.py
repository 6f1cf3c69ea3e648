"""Before a file is trusted: what it is, that it holds our tables alone, that it is whole.

Files come from anywhere. Refusing one changes nothing and creates nothing. The order matters:
the header is read before SQLite sees the file, the schema before anything evaluates it.
"""

from __future__ import annotations

import re
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journeymapper.domain.message import _
from journeymapper.domain.records import dataclass
from journeymapper.storage.beside import in_use_by_others
from journeymapper.storage.engine import connect, prepare_writing
from journeymapper.storage.errors import DamagedError, DocumentError, damaged, sqlite_reason
from journeymapper.storage.migrations import schema_of
from journeymapper.storage.tables import APPLICATION_ID, FORMAT

CHECK_SECONDS = 5.0
"""How long the check of a file may take."""

LARGEST_FILE = 4 << 30
_MOST_OBJECTS = 500
_MAGIC = b"SQLite format 3\0"
_SMALLEST = 512


@dataclass(frozen=True, slots=True)
class Header:
    """What the first 100 bytes of a file say. ``size`` is the whole file in bytes.

    ``writings`` counts how often SQLite wrote it.
    """

    format: int
    size: int
    writings: int = 0


def read_header(path: Path) -> Header:
    """Read what a file says of itself; raises DocumentError when it is not one of ours.

    A file that was cut or has a tail is damaged, unless a journal beside it is yet to mend it.
    Never call it on a file that is open: closing it would drop SQLite's locks.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise DocumentError(_("This is a folder, not a file."))
        if not stat.S_ISREG(status.st_mode):
            raise DocumentError(_("This is not an ordinary file."))
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise DocumentError(_("This file is not there any more.")) from None
    except PermissionError:
        raise DocumentError(_("There is no permission to read this file.")) from None
    except (OSError, ValueError):
        raise DocumentError(_("This file cannot be read.")) from None
    header = check_header(head, status.st_size)
    if not _is_whole(head, status.st_size) and not in_use_by_others(path):
        raise damaged()
    return header


def check_header(head: bytes, size: int) -> Header:
    """Judge the first 100 bytes of a file of this size; raises DocumentError."""
    if size == 0:
        raise DamagedError(_("This file is empty."))
    if not head.startswith(_MAGIC):
        raise DamagedError(_("This is not a Journey Mapper file."))
    if size < _SMALLEST or len(head) < 100:
        raise damaged()
    if size > LARGEST_FILE:
        raise DocumentError(_("This file is too large."))
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise DamagedError(_("This file was made by another program."))
    number = int.from_bytes(head[60:64], "big", signed=True)
    if number > FORMAT:
        raise DocumentError(
            _("This file was made by a newer version of Journey Mapper."),
            _("Update Journey Mapper to open it. The file was not changed."),
        )
    return Header(number, size, int.from_bytes(head[24:28], "big"))


def _is_whole(head: bytes, size: int) -> bool:
    """Say whether a file has all its pages and nothing more; SQLite itself does not look."""
    page_size = int.from_bytes(head[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    is_counted = head[24:28] == head[92:96]  # else an old program wrote last, and did not count
    if is_counted:
        return size == page_size * int.from_bytes(head[28:32], "big")
    return page_size > 0 and size % page_size == 0


@contextmanager
def reporting_damage() -> Iterator[None]:
    """Turn what a damaged file makes SQLite and Python say into a DocumentError."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError) as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        if name == "SQLITE_INTERRUPT":
            raise DocumentError(_("Checking this file takes too long.")) from error
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise DocumentError(_("Another program is using this file.")) from error
        if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
            raise DocumentError(_("There is no permission to open this file.")) from error
        if isinstance(error, sqlite3.Error) and name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
            raise DocumentError(sqlite_reason(error)) from error  # the disk, not the file
        raise damaged() from error


@contextmanager
def time_limit(raw: sqlite3.Connection, seconds: float = CHECK_SECONDS) -> Iterator[None]:
    """Interrupt whatever the connection does after some seconds."""
    end = time.monotonic() + seconds
    raw.set_progress_handler(lambda: time.monotonic() > end, 5000)
    try:
        yield
    finally:
        raw.set_progress_handler(None, 0)


def check_schema(raw: sqlite3.Connection, number: int) -> None:
    """Compare every table and index with ours; raises DocumentError for anything else."""
    expected = schema_of(number)
    if not expected:
        raise damaged()
    found: dict[str, str] = {}
    rows = raw.execute("SELECT type, name, sql FROM sqlite_schema")
    for count, (kind, name, sql) in enumerate(rows):
        if count > _MOST_OBJECTS:
            raise _foreign()
        if kind == "index" and sql is None:
            continue  # belongs to a key of its table
        if kind not in ("table", "index") or not _says(sql, expected.get(name)):
            raise _foreign()
        found[name] = sql
    if found.keys() != expected.keys():
        raise damaged()


def check_whole(raw: sqlite3.Connection) -> None:
    """Look for broken pages, wrong types and references to nothing; raises DocumentError."""
    if raw.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise damaged()
    if raw.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise damaged()


def _foreign() -> DamagedError:
    return DamagedError(
        _("This file holds something that Journey Mapper did not write."),
        _("It was not opened, because it may do harm."),
    )


def _says(found: object, ours: str | None) -> bool:
    """Say whether a text is ours but for spaces and capitals; nearly always it is the same."""
    return ours is not None and (found == ours or _plain(found) == _plain(ours))


def _plain(sql: object) -> str:
    return re.sub(r"\s+", " ", sql).strip().lower() if isinstance(sql, str) else ""


def open_checked(path: Path) -> sqlite3.Connection:
    """Connect to a file and check it; nothing is changed. Raises DocumentError."""
    read_header(path)
    with reporting_damage():
        raw = connect(path)
        try:
            with time_limit(raw):
                # asked here, not above: a journal may first take back half a migration
                number = raw.execute("PRAGMA user_version").fetchone()[0]
                check_schema(raw, number)
                check_whole(raw)
            prepare_writing(raw)
        except BaseException:
            raw.close()
            raise
    return raw
