"""Working copies: where documents live while they are open, and what a crash leaves.

The user's file is copied here and never written in place. A copy that was not put away when its
process ended is a leftover: its heads tell whether it or the user's file is the newer.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from journeymapper.domain.errors import UserError
from journeymapper.domain.forgetting import Person
from journeymapper.domain.message import _
from journeymapper.domain.records import dataclass
from journeymapper.storage.beside import scraps_beside
from journeymapper.storage.copying import sync
from journeymapper.storage.errors import DamagedError, DocumentError, file_reason
from journeymapper.storage.files import FileIdentity
from journeymapper.storage.incoming import copied_in
from journeymapper.storage.lock import Lock, LockedError
from journeymapper.storage.notes import Note, read_note, write_note
from journeymapper.storage.owners import this_process
from journeymapper.storage.rewriting import rewrite_without
from journeymapper.storage.scraps import ENDING, remove, scrap_path, sweep
from journeymapper.storage.store import Head, Store


@dataclass(frozen=True, slots=True)
class Leftover:
    """A working copy that nobody has open.

    ``source`` is the user's file, None when there was none yet. ``at`` is the instant of the last
    step in ISO form. ``head`` is None and the texts empty when the copy is ``damaged``.
    """

    path: Path
    doc_id: str
    source: Path | None
    head: Head | None
    title: str
    damaged: bool = False
    at: str = ""

    @property
    def is_worthless(self) -> bool:
        """Say whether nothing was ever done in it: its process ended while it was begun."""
        return self.head is None and not self.damaged


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
            scrap = scrap_path(self._made_folder())
            try:
                Store.create(scrap, doc_id).close()
                return self._settled(scrap, Note(doc_id, None, this_process()))
            finally:
                scrap.unlink(missing_ok=True)

    def adopt(self, path: Path, *, only_view: bool = False) -> tuple[Store, FileIdentity]:
        """Open a working copy of the user's file; returns it with what the file was like.

        A leftover that goes on where the file ends is opened instead: then ``store.head()``
        differs from the identity's. ``only_view`` leaves leftovers alone and makes none.
        Raises DocumentError for a file that is refused, LockedError when the document is open,
        ConflictError when neither the leftover nor the file contains the other.
        """
        source = path.resolve()
        if source.parent == self._folder.resolve():
            raise DocumentError(_("This is a working copy. Open it from the start page."))
        self._sweep()
        with _telling_why():
            incoming, identity = copied_in(source, self._made_folder())
            try:
                note = Note(identity.doc_id, source, this_process(), only_view)
                earlier = None if only_view else self._earlier(note)
                if earlier is None:
                    store = self._settled(incoming, note)
                else:
                    with self._claimed(earlier):
                        store = self._newer_of(earlier, incoming, note, identity)
                if not only_view:
                    self._tidy(source, store)
                return store, identity
            finally:
                incoming.unlink(missing_ok=True)

    def copy_of(self, path: Path, doc_id: str) -> Store:
        """Begin a document without a file, with all that a closed file holds.

        Raises DocumentError; the file stays as it is.
        """
        with _telling_why():
            incoming, _identity = copied_in(path.resolve(), self._made_folder())
            scrap = scrap_path(self._folder)
            try:
                with closing(Store.open(incoming)) as whole:
                    whole.copy_to(scrap, new_doc_id=doc_id)
                sync(scrap)
                return self._settled(scrap, Note(doc_id, None, this_process()))
            finally:
                incoming.unlink(missing_ok=True)
                scrap.unlink(missing_ok=True)

    def leftovers(self) -> list[Leftover]:
        """Return the working copies that nobody has open, by name of their file."""
        self._sweep()
        free = [_look_at(copy) for copy in self._copies() if not self._is_busy(copy)]
        for found in free:
            if found.is_worthless:
                remove(found.path)
        return [found for found in free if not found.is_worthless]

    def reopen(self, leftover: Leftover) -> Store:
        """Open a leftover as it is; raises DocumentError, or LockedError when it is open."""
        with _telling_why(), self._claimed(leftover.path):
            note = read_note(leftover.path)
            write_note(leftover.path, Note(leftover.doc_id, note.source, this_process()))
            return self._opened(Store.open(leftover.path))

    def note_source(self, store: Store, source: Path | None) -> None:
        """Take note that a document has another file of the user's, or none any more."""
        with _telling_why():
            resolved = None if source is None else source.resolve()
            write_note(store.path, Note(store.doc_id, resolved, this_process()))

    def set_free(self, leftover: Leftover) -> None:
        """Make a leftover a document of its own, without a file; opening its file is free then."""
        with _telling_why(), self._claimed(leftover.path):
            write_note(leftover.path, Note(leftover.doc_id, None, None))

    def discard(self, leftover: Leftover) -> None:
        """Delete a leftover for good; raises LockedError when it is open."""
        with _telling_why(), self._claimed(leftover.path):
            remove(leftover.path)
            leftover.path.unlink(missing_ok=True)  # it says so when it cannot be removed

    def others_without(self, store: Store, person: Person) -> None:
        """Take a person out of what crashes left of a document; what is damaged goes.

        Raises UserError when that cannot be done.
        """
        self._sweep()
        with _telling_why():
            for copy in self._copies():
                if read_note(copy).doc_id == store.doc_id and not self._is_busy(copy):
                    with self._claimed(copy):
                        try:
                            rewrite_without(copy, person)
                        except DamagedError:
                            remove(copy)
            for aside in self._folder.glob("*.damaged"):
                if store.doc_id.encode() in aside.read_bytes():
                    aside.with_name(f"{aside.name}-journal").unlink(missing_ok=True)
                    aside.unlink()

    @property
    def folder(self) -> Path:
        """Where the working copies are."""
        return self._folder

    def drop(self, store: Store) -> None:
        """Close a working copy and delete it: its user's file holds everything."""
        self._open.pop(store.path, None)
        store.close()
        remove(store.path)

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
        copy = self._folder / f"{secrets.token_hex(16)}{ENDING}"
        write_note(copy, note)
        incoming.rename(copy)
        sync(self._folder)
        try:
            return self._opened(Store.open(copy))
        except BaseException:
            remove(copy)
            raise

    def let_go(self, store: Store, identity: FileIdentity) -> None:
        """Close a working copy; it stays only when it holds what its user's file lacks."""
        try:
            holds_more = store.head() != identity.head
        except DocumentError:
            holds_more = True
        if holds_more:
            self._open.pop(store.path, None)
            store.close()
        else:
            self.drop(store)

    @contextmanager
    def _claimed(self, copy: Path) -> Iterator[None]:
        """Make sure that one process alone takes up a leftover; raises LockedError."""
        lock = Lock.take(copy)
        try:
            if self._is_busy(copy):
                raise LockedError(read_note(copy).owner)
            yield
        finally:
            lock.release()

    def _tidy(self, source: Path, store: Store) -> None:
        """Remove what a crash in the middle of saving left, and the file holds, if possible."""
        with suppress(OSError, UserError):
            for scrap in scraps_beside(source):
                scrap.unlink(missing_ok=True)
            for copy in self._copies():
                note = read_note(copy)
                if (note.doc_id, note.source) == (store.doc_id, None) and not self._is_busy(copy):
                    head = _look_at(copy).head
                    if head is not None and store.has_step(head.step):
                        remove(copy)

    def _newer_of(self, earlier: Path, incoming: Path, note: Note, identity: FileIdentity) -> Store:
        """Open the leftover or the file, whichever contains the other; else raise ConflictError."""
        try:
            old = Store.open(earlier)
            old_head = _sound_head(old)
        except DamagedError:
            _put_aside(earlier)
            return self._settled(incoming, note)
        if identity.head is None or old.has_step(identity.head.step):
            write_note(earlier, note)
            return self._opened(old)
        old.close()
        fresh = self._settled(incoming, note)
        if old_head is None or fresh.has_step(old_head.step):
            remove(earlier)
            return fresh
        self.drop(fresh)
        raise ConflictError(_look_at(earlier))

    def _copies(self) -> Iterator[Path]:
        return iter(sorted(self._folder.glob(f"[!.]*{ENDING}")))

    def _is_busy(self, copy: Path) -> bool:
        store = self._open.get(copy)
        if store is not None and store.is_open:
            return True
        try:
            owner = read_note(copy).owner
        except OSError:
            return True  # nobody can tell: it is left alone
        return owner is not None and owner.is_alive() and not owner.is_me()

    def _opened(self, store: Store) -> Store:
        self._open[store.path] = store
        return store

    def _made_folder(self) -> Path:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return self._folder

    def _sweep(self) -> None:
        """Remove what is worthless, with the copies of those who only looked and are gone."""
        sweep(self._folder)
        with suppress(OSError):
            for copy in self._copies():
                if not self._is_busy(copy) and read_note(copy).only_view:
                    remove(copy)


def _look_at(copy: Path) -> Leftover:
    """Read what a working copy holds that nobody has open."""
    note = read_note(copy)
    try:
        with closing(Store.open(copy)) as store:
            head, title, at = store.head(), store.title(), store.last_instant()
            return Leftover(copy, store.doc_id, note.source, head, title, at=at)
    except DocumentError:
        return Leftover(copy, note.doc_id, note.source, None, "", damaged=True)


def _sound_head(store: Store) -> Head | None:
    """Return the last step; a copy whose content cannot be read is closed and raises."""
    try:
        store.load()
        return store.head()
    except DocumentError:
        store.close()
        raise


def _put_aside(copy: Path) -> None:
    """Keep a damaged copy under a name that is never opened, with its journal."""
    aside = copy.with_suffix(".damaged")
    copy.rename(aside)
    with suppress(FileNotFoundError):
        copy.with_name(copy.name + "-journal").rename(aside.with_name(aside.name + "-journal"))
    remove(copy)


@contextmanager
def _telling_why() -> Iterator[None]:
    """Turn what the system says about our own folder into a DocumentError."""
    try:
        yield
    except OSError as error:
        raise DocumentError(file_reason(error)) from error
