"""One writer for a user's file: a small file beside it says who that is."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.storage.beside import beside
from journeymapper.storage.errors import DocumentError, file_reason
from journeymapper.storage.owners import Owner, owner_from_json, this_process

if sys.platform != "win32":
    import fcntl

_UNREADABLE_SECONDS = 60.0
"""A lock that says nothing sensible is believed for so long."""

_CANNOT_WRITE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT)
"""Where a lock cannot be made for these reasons, nobody can write the file either."""

_LONGEST = 4096
_ATTEMPTS = 10


class LockedError(UserError):
    """Somebody else has the file open. ``held_by`` is None when the lock does not say who."""

    def __init__(self, held_by: Owner | None) -> None:
        super().__init__(_sentence(held_by), _("Close it there first, or look at it only."))
        self.held_by = held_by


class Lock:
    """The right to write a user's file, until it is released.

    ``read_only`` locks hold nothing: the folder or the file cannot be written anyway.
    """

    def __init__(self, path: Path | None, owner: Owner | None) -> None:
        self._path = path
        self.held_by = owner

    @property
    def read_only(self) -> bool:
        """Say whether the file can only be looked at."""
        return self._path is None

    @classmethod
    def view(cls) -> Lock:
        """Return the lock of somebody who only looks: it holds nothing."""
        return cls(None, None)

    @classmethod
    def take(cls, target: Path, *, by_force: bool = False) -> Lock:
        """Take the lock of a user's file, which need not be there yet.

        Raises LockedError when a running process holds it; ``by_force`` takes it all the same.
        Where nothing can be written the result is ``read_only``.
        """
        target = target.resolve()
        if target.exists() and not _may_write(target):
            return cls.view()
        path = beside(target, "lock")
        owner = this_process()
        for _attempt in range(_ATTEMPTS):
            try:
                if _is_created(path, owner):
                    return cls(path, owner)
                _remove_stale(path, by_force=by_force)
            except OSError as error:
                if error.errno in _CANNOT_WRITE:
                    return cls.view()
                raise DocumentError(file_reason(error)) from error
        raise LockedError(None)

    def release(self) -> None:
        """Give the lock back; one that was taken from us stays."""
        if self._path is None or self.held_by is None:
            return
        with suppress(OSError):  # the folder is gone: so is the lock
            if _text(self._path) == self.held_by.to_json():
                self._path.unlink(missing_ok=True)
        self.held_by = None


def _may_write(path: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=effective)


def _is_created(path: Path, owner: Owner) -> bool:
    """Make the lock; returns whether there was none."""
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
    except FileExistsError:
        return False
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(owner.to_json())
            file.flush()
            os.fsync(file.fileno())  # else a stick pulled out brings back a lock that says nothing
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return True


def _remove_stale(path: Path, *, by_force: bool) -> None:
    """Remove a lock that nobody holds any more; raises LockedError when somebody does.

    Processes look and remove one after the other: else one could remove the lock that another
    has just made in place of the old one.
    """
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            _wait_for_turn(file)
            if not os.path.samestat(os.fstat(file.fileno()), path.stat()):
                return
            found = file.read(_LONGEST)
            if not by_force and _is_held(found, path):
                raise LockedError(owner_from_json(found))
            if sys.platform != "win32":
                path.unlink()
        if sys.platform == "win32":  # a file that is open cannot be removed there
            path.unlink()
    except FileNotFoundError:
        return  # released, or removed by another process


def _wait_for_turn(file: TextIO) -> None:
    """Wait until no other process of this computer has this file's turn; it ends with closing."""
    if sys.platform != "win32":
        with suppress(OSError):  # some disks on a network know no turns
            fcntl.flock(file, fcntl.LOCK_EX)


def _is_held(text: str, path: Path) -> bool:
    owner = owner_from_json(text)
    if owner is not None:
        return owner.is_alive()
    return time.time() - path.stat().st_mtime < _UNREADABLE_SECONDS


def _text(path: Path) -> str:
    with path.open(encoding="utf-8", errors="replace") as file:
        return file.read(_LONGEST)


def _sentence(owner: Owner | None) -> Message:
    if owner is None:
        return _("This file is open somewhere else.")
    if owner.is_me():
        return _("This file is open already.")
    return _("This file is open in Journey Mapper on {host}.", host=owner.host)
