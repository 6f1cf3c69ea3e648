"""Working copies: where documents live while they are open, and what a crash leaves.

The user's file is copied here and never written in place. A copy that was not put away when its
process ended is a leftover: its heads tell whether it or the user's file is the newer.
"""

from __future__ import annotations

import dataclasses
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.storage import guard
from journeymapper.storage.beside import in_use_by_others
from journeymapper.storage.copying import sync
from journeymapper.storage.errors import DocumentError, file_reason
from journeymapper.storage.files import FileIdentity, identify
from journeymapper.storage.lock import LockedError
from journeymapper.storage.notes import Note, note_path, read_note, write_note
from journeymapper.storage.owners import process_runs, this_process
from journeymapper.storage.store import Head, Store

ENDING = ".journey"


@dataclass(frozen=True, slots=True)
class Leftover:
    """A working copy that nobody has open.

    ``source`` is the user's file, None when there was none yet. ``head`` is None and ``title``
    empty when the copy is ``damaged``.
    """

    path: Path
    doc_id: str
    source: Path | None
    head: Head | None
    title: str
    damaged: bool = False


class ConflictError(UserError):
    """A leftover and the user's file both hold what the other lacks; both were kept."""

    def __init__(self, leftover: Leftover) -> None:
        super().__init__(
            _("This file was changed elsewhere, while changes made here were not yet in it."),
            _("Both are kept. Open them one after the other and choose."),
        )
        self.leftover = leftover


class WorkingCopies:
    """The folder of working copies; it is made when it is not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[Path, Store] = {}

    def new(self, doc_id: str) -> Store:
        """Begin a document that has no file yet; raises DocumentError."""
        with _telling_why():
            copy = self._new_path()
            store = Store.create(copy, doc_id)
            write_note(copy, Note(doc_id, None, this_process()))
        return self._opened(store)

    def adopt(self, path: Path, *, only_view: bool = False) -> tuple[Store, FileIdentity]:
        """Open a working copy of the user's file; returns it with what the file was like.

        A leftover that goes on where the file ends is opened instead: then ``store.head()``
        differs from the identity's. ``only_view`` leaves leftovers alone and makes none.
        Raises DocumentError for a file that is refused, LockedError when the document is open,
        ConflictError when neither the leftover nor the file contains the other.
        """
        source = path.resolve()
        self._sweep()
        with _telling_why():
            incoming, identity = self._copied_in(source)
            try:
                note = Note(identity.doc_id, source, this_process(), only_view)
                earlier = None if only_view else self._earlier(note)
                if earlier is None:
                    return self._settled(incoming, note), identity
                return self._newer_of(earlier, incoming, note, identity), identity
            finally:
                incoming.unlink(missing_ok=True)

    def leftovers(self) -> list[Leftover]:
        """Return the working copies that nobody has open, by name of their file."""
        self._sweep()
        free = [copy for copy in self._copies() if not self._is_busy(copy)]
        return sorted((_look_at(copy) for copy in free), key=lambda found: found.path.name)

    def reopen(self, leftover: Leftover) -> Store:
        """Open a leftover as it is; raises DocumentError, or LockedError when it is open."""
        note = read_note(leftover.path)
        if self._is_busy(leftover.path):
            raise LockedError(note.owner)
        store = Store.open(leftover.path)
        with _telling_why():
            mine = Note(store.doc_id, note.source, this_process())
            write_note(leftover.path, mine)
        return self._opened(store)

    def note_source(self, store: Store, source: Path | None) -> None:
        """Take note that a document has another file of the user's, or none any more."""
        with _telling_why():
            resolved = None if source is None else source.resolve()
            write_note(store.path, dataclasses.replace(read_note(store.path), source=resolved))

    def set_free(self, leftover: Leftover) -> None:
        """Make a leftover a document of its own, without a file; opening its file is free then."""
        with _telling_why():
            write_note(leftover.path, Note(leftover.doc_id, None, None))

    def discard(self, leftover: Leftover) -> None:
        """Delete a leftover for good; raises LockedError when it is open."""
        if self._is_busy(leftover.path):
            raise LockedError(read_note(leftover.path).owner)
        _remove(leftover.path)

    def drop(self, store: Store) -> None:
        """Close a working copy and delete it: its user's file holds everything."""
        self._open.pop(store.path, None)
        store.close()
        _remove(store.path)

    def _copied_in(self, source: Path) -> tuple[Path, FileIdentity]:
        """Copy the user's file here and say what it is; raises DocumentError when refused."""
        if source.parent == self._folder.resolve():
            raise DocumentError(_("This is a working copy. Open it from the start page."))
        guard.read_header(source)
        if in_use_by_others(source):
            raise DocumentError(
                _("Another program is using this file, or stopped while it did."),
                _("Open and close it there once, then open it here."),
            )
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        incoming = self._folder / f"{os.getpid()}-{secrets.token_hex(8)}.tmp"
        try:
            with source.open("rb") as original, incoming.open("xb") as copy:
                shutil.copyfileobj(original, copy, 1 << 20)
                status = os.fstat(original.fileno())
                copy.flush()
                os.fsync(copy.fileno())
            seen = identify(incoming)
        except BaseException:
            incoming.unlink(missing_ok=True)
            raise
        return incoming, dataclasses.replace(
            seen, size=status.st_size, mtime_ns=status.st_mtime_ns, inode=status.st_ino
        )

    def _earlier(self, note: Note) -> Path | None:
        """Return the working copy of the same document and file, if there is one."""
        for copy in self._copies():
            found = read_note(copy)
            if (found.doc_id, found.source) == (note.doc_id, note.source) and not found.only_view:
                if self._is_busy(copy):
                    raise LockedError(found.owner)
                return copy
        return None

    def _settled(self, incoming: Path, note: Note) -> Store:
        """Make a copied file a working copy and open it."""
        copy = self._new_path()
        write_note(copy, note)
        incoming.rename(copy)
        sync(self._folder)
        try:
            return self._opened(Store.open(copy))
        except BaseException:
            _remove(copy)
            raise

    def _newer_of(self, earlier: Path, incoming: Path, note: Note, identity: FileIdentity) -> Store:
        """Open the leftover or the file, whichever contains the other; else raise ConflictError."""
        try:
            old = Store.open(earlier)
        except DocumentError:
            earlier.rename(earlier.with_suffix(".damaged"))
            _remove(earlier)
            return self._settled(incoming, note)
        old_head = old.head()
        if identity.head is None or old.has_step(identity.head.step):
            write_note(earlier, note)
            return self._opened(old)
        old.close()
        fresh = self._settled(incoming, note)
        if old_head is None or fresh.has_step(old_head.step):
            _remove(earlier)
            return fresh
        self.drop(fresh)
        raise ConflictError(_look_at(earlier))

    def _copies(self) -> Iterator[Path]:
        return iter(sorted(self._folder.glob(f"*{ENDING}")))

    def _is_busy(self, copy: Path) -> bool:
        store = self._open.get(copy)
        if store is not None and store.is_open:
            return True
        owner = read_note(copy).owner
        return owner is not None and owner.is_alive() and not owner.is_me()

    def _opened(self, store: Store) -> Store:
        self._open[store.path] = store
        return store

    def _new_path(self) -> Path:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return self._folder / f"{secrets.token_hex(16)}{ENDING}"

    def _sweep(self) -> None:
        """Remove what processes that ended in the middle of something left, if it is worthless."""
        for scrap in self._folder.glob("*.tmp"):
            number = scrap.name.partition("-")[0]
            if number.isdigit() and not process_runs(int(number)):
                scrap.unlink(missing_ok=True)
        for copy in self._copies():
            if read_note(copy).only_view and not self._is_busy(copy):
                _remove(copy)


def _look_at(copy: Path) -> Leftover:
    """Read what a working copy holds that nobody has open."""
    note = read_note(copy)
    try:
        store = Store.open(copy)
    except DocumentError:
        return Leftover(copy, note.doc_id, note.source, None, "", damaged=True)
    try:
        return Leftover(copy, store.doc_id, note.source, store.head(), store.title())
    finally:
        store.close()


def _remove(copy: Path) -> None:
    for path in (copy, copy.with_name(copy.name + "-journal"), note_path(copy)):
        path.unlink(missing_ok=True)


@contextmanager
def _telling_why() -> Iterator[None]:
    """Turn what the system says about our own folder into a DocumentError."""
    try:
        yield
    except OSError as error:
        raise DocumentError(file_reason(error)) from error
