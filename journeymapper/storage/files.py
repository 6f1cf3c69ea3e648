"""The user's file: written as a whole next to the old one, then put in its place."""

from __future__ import annotations

import dataclasses
import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.records import dataclass
from journeymapper.storage import guard
from journeymapper.storage.beside import beside, in_use_by_others
from journeymapper.storage.copying import pour, sync
from journeymapper.storage.engine import connect
from journeymapper.storage.errors import DocumentError, PublishError, WriteError, file_reason
from journeymapper.storage.scraps import scrap_path
from journeymapper.storage.store import Head, Store, read_head

_PIECE = 1 << 20
_REPLACE_ATTEMPTS = 5


class TargetChangedError(PublishError):
    """The user's file is not the one that was opened: another program changed or removed it."""


Marks = tuple[int, int, int, int]
"""Size in bytes, the instants of the last writing and the last change of any kind, number."""


def marks_of(status: os.stat_result) -> Marks:
    """Return what changes when a file is written. The third mark cannot be set back."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


@dataclass(frozen=True, slots=True)
class FileIdentity:
    """Which state of which document a closed file holds, and the marks the disk knows it by.

    ``writings`` counts how often it was written: other programs make no steps.
    """

    doc_id: str
    head: Head | None
    marks: Marks
    writings: int

    def is_same_file(self, status: os.stat_result) -> bool:
        """Say whether the disk still shows the very same file."""
        return marks_of(status) == self.marks

    def is_same_content(self, other: FileIdentity) -> bool:
        """Say whether both hold the same state of the same document, untouched by others."""
        mine = (self.doc_id, self.head, self.writings)
        return mine == (other.doc_id, other.head, other.writings)


def identify(path: Path) -> FileIdentity:
    """Read what a closed file holds; nothing is locked or changed. Raises DocumentError."""
    guard.read_header(path)
    try:
        status = path.stat()  # before its content: what comes later must look different
    except OSError:
        raise DocumentError(_("This file cannot be read.")) from None
    return _identity(path, marks_of(status), thorough=False)


def publish(
    store: Store,
    target: Path,
    expected: FileIdentity | None,
    *,
    replace: bool = False,
    new_doc_id: str | None = None,
    without_history: bool = False,
    copied: Callable[[], object] = lambda: None,
) -> FileIdentity:
    """Write the state of a store to the user's file and return what is there now.

    Call it in any thread: steps can be written all the time; ``copied`` is called as soon as
    those to come are no longer part of the file.

    ``expected`` is the file as it was last seen; None means that there must be none, unless
    ``replace`` says that whatever is there shall go. ``new_doc_id`` and ``without_history`` make
    the file a copy with an identity of its own, or one without the history. Raises
    TargetChangedError when it is another file by now, PublishError when it cannot be written;
    then it stays as it is, or is the new one already though the disk did not confirm it.
    """
    target = _followed(target)
    scraps = (scrap_path(store.path.parent), beside(target, "copy"))
    part = beside(target, "part")
    try:
        compact = _compact(store, scraps, new_doc_id, without_history=without_history)
        copied()
        held = _identity(compact, (0, 0, 0, 0), thorough=True)
        written = _stream(compact, part, _mode_of(target))
        _check_part(part, compact, written)
        if not replace:
            _check_target(target, expected, store)
        _check_use(target)
        _put_in_place(part, target)
        sync(target.parent)
        marks = _marks_in_place(target, written)
    except OSError as error:
        raise PublishError(file_reason(error)) from error
    except PublishError:
        raise
    except WriteError as error:
        raise PublishError(error.message) from error  # its hint is about a change
    except UserError as error:
        raise PublishError(error.message, error.hint) from error
    finally:
        for leftover in (*scraps, part):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
    return dataclasses.replace(held, marks=marks)


def _compact(
    store: Store, scraps: tuple[Path, Path], new_doc_id: str | None, *, without_history: bool
) -> Path:
    """Copy the state of a store to the first of two places, or where that is full, to the other.

    So a document can be saved on a stick when this computer's own disk takes no more.
    """
    with suppress(WriteError):
        store.copy_to(scraps[0], new_doc_id=new_doc_id, without_history=without_history)
        return scraps[0]
    store.copy_to(scraps[1], new_doc_id=new_doc_id, without_history=without_history)
    return scraps[1]


def _identity(path: Path, marks: Marks, *, thorough: bool) -> FileIdentity:
    """Read what a file holds that nobody writes; raises DocumentError."""
    header = guard.read_header(path)
    with _frozen(path) as raw, guard.time_limit(raw):
        guard.check_schema(raw, header.format)
        if thorough:
            guard.check_whole(raw)
        doc_id, head = read_head(raw)
    return FileIdentity(doc_id, head, marks, header.writings)


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


def _stream(source: Path, part: Path, mode: int | None) -> os.stat_result:
    """Copy a file beside the target and wait until the disk has it; returns what was written."""
    part.unlink(missing_ok=True)
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    descriptor = os.open(part, flags, 0o666 if mode is None else 0o600)
    with os.fdopen(descriptor, "wb") as copy, source.open("rb") as original:
        if mode is not None:
            part.chmod(mode)
        pour(original, copy)
        return os.fstat(copy.fileno())


def _check_part(part: Path, source: Path, written: os.stat_result) -> None:
    """Read back what was written: it is the very file that we wrote, and holds all of it."""
    with part.open("rb") as copy, source.open("rb") as original:
        is_ours = os.path.samestat(os.fstat(copy.fileno()), written)
        pieces = zip_longest(_pieces(original), _pieces(copy))
        if not is_ours or any(wanted != found for wanted, found in pieces):
            raise PublishError(_("The disk did not take the whole file."))


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: file.read(_PIECE), b"")


def _check_use(target: Path) -> None:
    """Make sure that only a file goes, and one that nobody is writing."""
    if target.exists() and not target.is_file():
        raise PublishError(_("Something else has this name."))
    if in_use_by_others(target):
        raise TargetChangedError(_("Another program is changing this file."))


def _check_target(target: Path, expected: FileIdentity | None, store: Store) -> None:
    """Look whether the target is still what we may replace."""
    try:
        status = target.stat()
    except FileNotFoundError:
        if expected is None:
            return
        raise TargetChangedError(
            _("This file was moved or deleted while it was open."),
            _("Save it under a name of your choice."),
        ) from None
    if expected is None:
        if stat.S_ISREG(status.st_mode):
            raise TargetChangedError(_("There is a file of this name already."))
    elif not expected.is_same_file(status) and not _holds(target, expected, store):
        raise TargetChangedError(
            _("Another program changed this file while it was open."),
            _("Nothing was overwritten. Save yours under another name to keep both."),
        )


def is_as_left(target: Path, expected: FileIdentity, store: Store) -> bool:
    """Say whether a user's file is as it was last seen; raises OSError when it is gone."""
    return expected.is_same_file(target.stat()) or _holds(target, expected, store)


def _holds(target: Path, expected: FileIdentity, store: Store) -> bool:
    """Say whether a file that looks touched holds what it held, or a later state of ours.

    We wrote that ourselves, when the disk reported an error after the file was in its place.
    """
    try:
        found = identify(target)
    except (UserError, OSError):
        return False
    if found.is_same_content(expected):
        return True
    if found.doc_id != expected.doc_id or found.head is None:
        return False
    is_later = expected.head is None or found.head.seq > expected.head.seq
    return is_later and store.has_step(found.head.step)


def _marks_in_place(target: Path, written: os.stat_result) -> Marks:
    """Return the marks of our file in its place; another one there will be noticed by them."""
    found, ours = marks_of(target.stat()), marks_of(written)
    is_ours = (found[0], found[1], found[3]) == (ours[0], ours[1], ours[3])  # it got a name since
    return found if is_ours else ours


def _put_in_place(part: Path, target: Path) -> None:
    for attempt in range(_REPLACE_ATTEMPTS):
        try:
            part.replace(target)
            return
        except PermissionError:
            if os.name != "nt" or attempt == _REPLACE_ATTEMPTS - 1:
                raise
            time.sleep(0.1 * 2**attempt)  # there, a scanner or an index may hold it for a moment
