"""The user's file: written as a whole next to the old one, then put in its place."""

from __future__ import annotations

import os
import secrets
import shutil
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.storage import guard
from journeymapper.storage.beside import beside, in_use_by_others
from journeymapper.storage.copying import sync
from journeymapper.storage.engine import connect
from journeymapper.storage.errors import DocumentError, PublishError, file_reason
from journeymapper.storage.store import Head, Store, read_head

_PIECE = 1 << 20
_REPLACE_ATTEMPTS = 5


class TargetChangedError(PublishError):
    """The user's file is not the one that was opened: another program changed or removed it."""


@dataclass(frozen=True, slots=True)
class FileIdentity:
    """Which state of which document a closed file holds, and how the disk knows it.

    ``size`` is in bytes, ``mtime_ns`` in nanoseconds.
    """

    doc_id: str
    head: Head | None
    size: int
    mtime_ns: int
    inode: int

    def is_same_file(self, status: os.stat_result) -> bool:
        """Say whether the disk still shows the very same file."""
        seen = (status.st_size, status.st_mtime_ns, status.st_ino)
        return seen == (self.size, self.mtime_ns, self.inode)

    def is_same_content(self, other: FileIdentity) -> bool:
        """Say whether both hold the same state of the same document."""
        return (self.doc_id, self.head) == (other.doc_id, other.head)


def identify(path: Path) -> FileIdentity:
    """Read what a closed file holds; nothing is locked or changed. Raises DocumentError."""
    guard.read_header(path)
    try:
        status = path.stat()  # before its content: what comes later must look different
    except OSError:
        raise DocumentError(_("This file cannot be read.")) from None
    doc_id, head = _content(path, thorough=False)
    return FileIdentity(doc_id, head, status.st_size, status.st_mtime_ns, status.st_ino)


def publish(
    store: Store,
    target: Path,
    expected: FileIdentity | None,
    *,
    replace: bool = False,
    new_doc_id: str | None = None,
    without_history: bool = False,
) -> FileIdentity:
    """Write the state of a store to the user's file and return what is there now.

    ``expected`` is the file as it was last seen; None means that there must be none, unless
    ``replace`` says that whatever is there shall go. ``new_doc_id`` and ``without_history`` make
    the file a copy with an identity of its own, or one without the history. Raises
    TargetChangedError when it is another file by now, PublishError when it cannot be written;
    then it stays as it is.
    """
    target = _followed(target)
    compact = store.path.with_name(f"{os.getpid()}-{secrets.token_hex(8)}.tmp")
    part = beside(target, "part")
    try:
        store.copy_to(compact, new_doc_id=new_doc_id, without_history=without_history)
        doc_id, head = _content(compact, thorough=True)
        _stream(compact, part, _mode_of(target))
        _check_part(part, compact.stat().st_size)
        _check_target(target, expected, replace=replace)
        _put_in_place(part, target)
        sync(target.parent)
        status = target.stat()
    except OSError as error:
        raise PublishError(file_reason(error)) from error
    except PublishError:
        raise
    except UserError as error:
        raise PublishError(error.message, error.hint) from error
    finally:
        for leftover in (compact, part):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
    return FileIdentity(doc_id, head, status.st_size, status.st_mtime_ns, status.st_ino)


def _content(path: Path, *, thorough: bool) -> tuple[str, Head | None]:
    """Return the document's id and head of a file that nobody writes; raises DocumentError."""
    number = guard.read_header(path).format
    with _frozen(path) as raw, guard.time_limit(raw):
        guard.check_schema(raw, number)
        if thorough:
            guard.check_whole(raw)
        return read_head(raw)


@contextmanager
def _frozen(path: Path) -> Iterator[sqlite3.Connection]:
    with guard.reporting_damage():
        raw = connect(path, "frozen")
        try:
            yield raw
        finally:
            raw.close()


def _followed(target: Path) -> Path:
    """Return the file that a name or a link stands for; raises PublishError for a loop."""
    try:
        return target.resolve()
    except (OSError, RuntimeError):
        raise PublishError(_("This name leads nowhere.")) from None


def _mode_of(target: Path) -> int | None:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None


def _stream(source: Path, part: Path, mode: int | None) -> None:
    """Copy a file beside the target and wait until the disk has it."""
    part.unlink(missing_ok=True)
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    descriptor = os.open(part, flags, 0o666 if mode is None else 0o600)
    with os.fdopen(descriptor, "wb") as copy, source.open("rb") as original:
        shutil.copyfileobj(original, copy, _PIECE)
        copy.flush()
        if mode is not None:
            part.chmod(mode)
        os.fsync(copy.fileno())


def _check_part(part: Path, size: int) -> None:
    if guard.read_header(part).size != size:
        raise PublishError(_("The disk did not take the whole file."))


def _check_target(target: Path, expected: FileIdentity | None, *, replace: bool) -> None:
    """Look whether the target is still what we may replace."""
    try:
        status = target.stat()
    except FileNotFoundError:
        if expected is None or replace:
            return
        raise TargetChangedError(
            _("This file was moved or deleted while it was open."),
            _("Save it under a name of your choice."),
        ) from None
    if not stat.S_ISREG(status.st_mode):
        raise PublishError(_("Something else has this name."))
    if in_use_by_others(target):
        raise TargetChangedError(_("Another program is changing this file."))
    if replace:
        return
    if expected is None:
        raise TargetChangedError(_("There is a file of this name already."))
    if not expected.is_same_file(status) and not _holds(target, expected):
        raise TargetChangedError(
            _("Another program changed this file while it was open."),
            _("Nothing was overwritten. Save yours under another name to keep both."),
        )


def _holds(target: Path, expected: FileIdentity) -> bool:
    """Say whether a file that looks touched still holds what it held."""
    try:
        return identify(target).is_same_content(expected)
    except (UserError, OSError):
        return False


def _put_in_place(part: Path, target: Path) -> None:
    for attempt in range(_REPLACE_ATTEMPTS):
        try:
            part.replace(target)
            return
        except PermissionError:
            if os.name != "nt" or attempt == _REPLACE_ATTEMPTS - 1:
                raise
            time.sleep(0.1 * 2**attempt)  # there, a scanner or an index may hold it for a moment
