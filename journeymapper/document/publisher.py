"""Where a document goes: its user's file, when that is older than the document, and the lock."""

from __future__ import annotations

from pathlib import Path

from journeymapper.domain.changes import Step
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import _
from journeymapper.storage.backups import Backups
from journeymapper.storage.files import FileIdentity, publish
from journeymapper.storage.lock import Lock
from journeymapper.storage.store import Store
from journeymapper.storage.working import WorkingCopies


class Publisher:
    """Writes the user's file of one document, and knows whether it is up to date.

    ``target`` None means that the user has chosen no place yet: the working copy is kept.
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

    @property
    def read_only(self) -> bool:
        """Say whether the user's file can only be looked at."""
        return self._lock is not None and self._lock.read_only

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

    def publish(self, store: Store) -> None:
        """Write the user's file if there is one and it is older; raises PublishError."""
        if self.target is None or self.is_current or self.read_only:
            return
        self._identity = publish(store, self.target, self._identity)
        self.is_current = self._identity.head == store.head()
        self._keep_state()

    def move_to(self, store: Store, target: Path) -> None:
        """Publish to another place, which is the document's from now on."""
        if self._is_target(target):
            self.is_current = False
            self.publish(store)
            return
        lock = Lock.take(target)
        try:
            identity = publish(store, target, None, replace=True)
        except BaseException:
            lock.release()
            raise
        self._release()
        self._lock, self.target, self._identity = lock, target, identity
        self.is_current = identity.head == store.head()
        self._copies.note_source(store, target)

    def copy_to(
        self, store: Store, target: Path, new_doc_id: str, *, without_history: bool
    ) -> None:
        """Write a copy with an identity of its own, as a whole; raises PublishError."""
        if self._is_target(target):
            raise RefusedError(
                _("This is the file that is open."), _("Choose another name for the copy.")
            )
        publish(
            store,
            target,
            None,
            replace=True,
            new_doc_id=new_doc_id,
            without_history=without_history,
        )

    def close(self, store: Store) -> None:
        """Publish and close. The working copy goes only when the user's file holds everything."""
        self.publish(store)
        self._keep_state(always=True)
        if self.target is not None and self.is_current:
            self._copies.drop(store)
        else:
            store.close()
        self._release()

    def _keep_state(self, *, always: bool = False) -> None:
        if self._backups and self.target and self._identity and not self.read_only:
            self._backups.keep(self.target, self._identity, always=always)

    def _is_target(self, path: Path) -> bool:
        return self.target is not None and self.target.resolve() == path.resolve()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None
