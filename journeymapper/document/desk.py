"""Where documents are begun, opened and found again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from journeymapper.document.document import Document
from journeymapper.document.publisher import Publisher
from journeymapper.document.tx import Tx
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message
from journeymapper.domain.sources import Clock, IdFactory
from journeymapper.storage.backups import Backup, Backups
from journeymapper.storage.lock import Lock
from journeymapper.storage.working import Leftover, WorkingCopies

Fill = Callable[[Tx], None]


class Desk:
    """Opens documents; ``working`` is the folder of the working copies.

    ``backups`` is the folder of earlier states of the user's files; without it none are kept.
    """

    def __init__(
        self, working: Path, clock: Clock, new_id: IdFactory, backups: Path | None = None
    ) -> None:
        self._copies = WorkingCopies(working)
        self._backups = Backups(backups, clock) if backups is not None else None
        self._clock = clock
        self._new_id = new_id

    def create(self, fill: Fill, label: Message) -> Document:
        """Begin a document without a file; ``fill`` makes its content, as the first step.

        When ``fill`` raises, nothing is left behind.
        """
        store = self._copies.new(self._new_id())
        document = Document(store, self._unpublished(), self._clock, self._new_id)
        try:
            with document.step(label) as tx:
                fill(tx)
        except BaseException:
            self._copies.drop(store)
            raise
        return document

    def open(self, path: Path, *, by_force: bool = False) -> Document:
        """Open a user's file to change it; what a crash left of it is taken up again.

        Raises LockedError when it is open elsewhere, unless ``by_force`` says that it is not,
        DocumentError when it is no document, ConflictError when a crash left something that
        does not fit it.
        """
        lock = Lock.take(path, by_force=by_force)
        try:
            store, identity = self._copies.adopt(path, only_view=lock.read_only)
        except BaseException:
            lock.release()
            raise
        try:
            publisher = Publisher(
                self._copies,
                path,
                identity,
                lock,
                is_current=store.head() == identity.head,
                backups=self._backups,
            )
            if self._backups is not None and not lock.read_only:
                self._backups.keep(path, identity, always=True)
            document = Document(store, publisher, self._clock, self._new_id)
            with suppress(UserError):  # it is tried again at the next opening
                document.go_on_forgetting()
            return document
        except BaseException:  # its content cannot be read after all
            self._copies.let_go(store, identity)
            lock.release()
            raise

    def view(self, path: Path) -> Document:
        """Open a user's file only to look at it, as it was last published; nothing is locked."""
        store, identity = self._copies.adopt(path, only_view=True)
        publisher = Publisher(self._copies, path, identity, Lock.view(), is_current=True)
        return Document(store, publisher, self._clock, self._new_id)

    def begin_from(self, path: Path, fill: Fill, label: Message) -> Document:
        """Begin a document without a file from all that a file holds; ``fill`` changes it.

        The file stays as it is. When something fails nothing is left behind.
        """
        store = self._copies.copy_of(path, self._new_id())
        document = Document(store, self._unpublished(), self._clock, self._new_id)
        try:
            with document.step(label) as tx:
                fill(tx)
        except BaseException:
            self._copies.drop(store)
            raise
        return document

    @contextmanager
    def look(self, path: Path) -> Iterator[Document]:
        """Read a user's file as it was last published; nothing is locked or changed."""
        with TemporaryDirectory(prefix="journeymapper-") as folder:
            copies = WorkingCopies(Path(folder))
            store, identity = copies.adopt(path, only_view=True)
            publisher = Publisher(copies, path, identity, Lock.view(), is_current=True)
            try:
                yield Document(store, publisher, self._clock, self._new_id)
            finally:
                store.close()

    def left(self) -> tuple[Leftover, ...]:
        """Return all that waits here: what a crash left first, then what has no file yet."""
        found = self._copies.leftovers()
        return tuple(sorted(found, key=lambda left: left.source is None))

    def untitled(self) -> tuple[Leftover, ...]:
        """Return the documents that have no file yet."""
        return tuple(found for found in self._copies.leftovers() if found.source is None)

    def unfinished(self) -> tuple[Leftover, ...]:
        """Return what a crash left of documents that have a file."""
        return tuple(found for found in self._copies.leftovers() if found.source is not None)

    def set_free(self, leftover: Leftover) -> None:
        """Make what a crash left a document of its own, so that its file can be opened again."""
        self._copies.set_free(leftover)

    def backups(self, doc_id: str) -> tuple[Backup, ...]:
        """Return the earlier states of a document's file that were kept, newest first."""
        return self._backups.of(doc_id) if self._backups is not None else ()

    def _unpublished(self) -> Publisher:
        return Publisher(self._copies, backups=self._backups)

    def resume(self, leftover: Leftover) -> Document:
        """Open a document that has no file yet."""
        store = self._copies.reopen(leftover)
        document = Document(store, self._unpublished(), self._clock, self._new_id)
        with suppress(UserError):
            document.go_on_forgetting()
        return document
