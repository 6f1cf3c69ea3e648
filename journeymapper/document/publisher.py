"""Where a document goes: its user's file, when that is older than the document, and the lock."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from journeymapper.document.file_job import FileJob
from journeymapper.domain.changes import Step
from journeymapper.domain.errors import RefusedError, UserError
from journeymapper.domain.forgetting import Person
from journeymapper.domain.message import _
from journeymapper.storage.backups import Backups
from journeymapper.storage.beside import scraps_beside
from journeymapper.storage.errors import DocumentError, PublishError, file_reason
from journeymapper.storage.files import FileIdentity, is_as_left, publish
from journeymapper.storage.lock import Lock
from journeymapper.storage.store import Store
from journeymapper.storage.wishes import Wish, remove_wish, wishes_for, write_wish
from journeymapper.storage.working import WorkingCopies


class FileFound(StrEnum):
    """What the disk says of the user's file, at a glance."""

    SAME = "same"
    """It is as it was left, or there is none yet."""
    CHANGED = "changed"
    """Something else has its name, or another program wrote it."""
    GONE = "gone"
    """It was moved or deleted, or its disk is not there."""


class Publisher:
    """Writes the user's file of one document, and knows whether it is up to date.

    ``target`` None means that the user has chosen no place yet: the working copy is kept.
    At most one file is written at a time.
    """

    def __init__(
        self,
        copies: WorkingCopies,
        target: Path | None = None,
        identity: FileIdentity | None = None,
        lock: Lock | None = None,
        *,
        is_current: bool = False,
        backups: Backups | None = None,
    ) -> None:
        self.target = target
        self.is_current = is_current
        self._copies = copies
        self._identity = identity
        self._lock = lock
        self._backups = backups
        self._job: FileJob | None = None

    @property
    def read_only(self) -> bool:
        """Say whether the user's file can only be looked at."""
        return self._lock is not None and self._lock.read_only

    @property
    def is_copying(self) -> bool:
        """Say whether the next step may become part of a file that is being written."""
        return self._job is not None and self._job.is_copying

    def check_writable(self) -> None:
        """Raise RefusedError when the document cannot be changed here."""
        if self.read_only:
            raise RefusedError(
                _("This file can only be looked at here."),
                _("Save a copy in a folder of your own to change it."),
            )

    def note_step(self, _step: Step) -> None:
        """Take note that the document is newer than the user's file."""
        self.is_current = False

    @property
    def is_writing(self) -> bool:
        """Say whether a file is being written."""
        return self._job is not None and not self._job.is_finished

    def look_at_file(self, store: Store) -> FileFound:
        """Ask the disk about the user's file; one that is not as we left it is not up to date."""
        if self.target is None or self._identity is None or self.is_writing:
            return FileFound.SAME
        try:
            same = is_as_left(self.target, self._identity, store)
        except OSError:
            self.is_current = False
            return FileFound.GONE
        if not same:
            self.is_current = False
        return FileFound.SAME if same else FileFound.CHANGED

    def publishing(self, store: Store, *, last: bool = False) -> FileJob | None:
        """Begin to write the user's file; None when there is none or it is up to date.

        ``last`` keeps the state among the backups, however recent the one before is.
        """
        self.complete()
        target, expected = self.target, self._identity
        if target is None or self.is_current or self.read_only:
            return None

        def work(copied: Callable[[], object]) -> FileIdentity:
            identity = publish(store, target, expected, copied=copied)
            self._keep(target, identity, always=last)
            return identity

        def settle(identity: FileIdentity) -> None:
            self._identity = identity
            self.is_current = identity.head == store.head()

        return self._begun(FileJob(work, settle))

    def moving(self, store: Store, target: Path) -> FileJob:
        """Begin to write another place, which is the document's from now on."""
        self.complete()
        if self._is_target(target):
            self.is_current = False
            same = self.publishing(store)
            if same is not None:
                return same
        lock = Lock.take(target)
        if lock.read_only:
            raise PublishError(
                _("There is no permission to write here."), _("Choose a folder of your own.")
            )

        def work(copied: Callable[[], object]) -> FileIdentity:
            identity = publish(store, target, None, replace=True, copied=copied)
            self._keep(target, identity)
            return identity

        def settle(identity: FileIdentity) -> None:
            self._release()
            self._lock, self.target, self._identity = lock, target, identity
            self.is_current = identity.head == store.head()
            with suppress(UserError):  # where our own disk is full the file is safe all the same
                self._copies.note_source(store, target)

        return self._begun(FileJob(work, settle, lock.release))

    def copying(
        self, store: Store, target: Path, new_doc_id: str, *, without_history: bool
    ) -> FileJob:
        """Begin to write a copy with an identity of its own."""
        self.complete()
        if self._is_target(target):
            raise RefusedError(
                _("This is the file that is open."), _("Choose another name for the copy.")
            )

        def work(copied: Callable[[], object]) -> FileIdentity:
            return publish(
                store,
                target,
                None,
                replace=True,
                new_doc_id=new_doc_id,
                without_history=without_history,
                copied=copied,
            )

        return self._begun(FileJob(work, lambda _identity: None))

    def complete(self) -> None:
        """Wait for the file that is being written; raises what went wrong with it."""
        job, self._job = self._job, None
        if job is not None:
            job.finish()

    def close(self, store: Store) -> None:
        """Publish and close. The working copy goes only when the user's file holds everything."""
        with suppress(UserError):
            self.complete()  # what went wrong is tried again
        job = self.publishing(store, last=True)
        if job is not None:
            job.finish()
        if self.target is not None and self._identity is not None:
            self._keep(self.target, self._identity, always=True)
        if self.target is not None and self.is_current:
            self._copies.drop(store)
        else:
            store.close()
        self._release()

    def put_away(self, store: Store, *, as_own: bool) -> None:
        """Close without writing; the working copy stays, ``as_own`` without a file."""
        with suppress(UserError):
            self.complete()
        if as_own:
            with suppress(UserError):
                self._copies.note_source(store, None)
        store.close()
        self._release()

    def wishes(self, doc_id: str) -> list[Wish]:
        """Return who is yet to be forgotten, when a crash came between."""
        return [] if self.read_only else wishes_for(self._copies.folder, doc_id)

    def wish(self, store: Store, person: Person, step_id: str) -> Wish:
        """Begin to forget a person: from now on it will be done. Raises DocumentError."""
        wish = Wish(store.doc_id, step_id, store.with_phrases(person))
        try:
            write_wish(self._copies.folder, wish)
        except OSError as error:
            raise DocumentError(file_reason(error)) from error
        return wish

    def drop_wish(self, wish: Wish) -> None:
        """Take a wish back, or note that it is fulfilled; raises DocumentError."""
        try:
            remove_wish(self._copies.folder, wish)
        except OSError as error:
            raise DocumentError(file_reason(error)) from error

    def fulfil(self, store: Store, wish: Wish) -> None:
        """Take a person out of everything else: the user's file, earlier states, leftovers.

        Raises PublishError when something cannot be written; the wish stays then.
        """
        try:
            self._fulfil(store, wish)
        except UserError as error:
            raise PublishError(
                _("The person is taken out here, but not everywhere yet. {why}", why=error.message),
                _("It goes on when this map is opened the next time."),
            ) from error

    def _fulfil(self, store: Store, wish: Wish) -> None:
        store.tighten()
        with suppress(UserError):
            self.complete()
        job = self.publishing(store)
        if job is not None:
            job.finish()
        try:
            if self.target is not None:
                for scrap in scraps_beside(self.target.resolve()):
                    scrap.unlink(missing_ok=True)
            if self._backups is not None:
                self._backups.forget(store.doc_id, wish.person)
        except OSError as error:
            raise DocumentError(file_reason(error)) from error
        self._copies.others_without(store, wish.person)
        self.drop_wish(wish)

    def _begun(self, job: FileJob) -> FileJob:
        self._job = job
        return job

    def _keep(self, target: Path, identity: FileIdentity, *, always: bool = False) -> None:
        if self._backups is not None and not self.read_only:
            self._backups.keep(target, identity, always=always)

    def _is_target(self, path: Path) -> bool:
        return self.target is not None and self.target.resolve() == path.resolve()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None
