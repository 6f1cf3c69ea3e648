"""One writer for a user's file: a small file beside it says who that is."""

from __future__ import annotations

import errno
import os
import secrets
import time
from contextlib import suppress
from pathlib import Path

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.storage.beside import beside
from journeymapper.storage.errors import DocumentError, file_reason
from journeymapper.storage.owners import Owner, owner_from_json, this_process

_UNREADABLE_SECONDS = 60.0
"""A lock that says nothing sensible is believed for so long."""

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
                _create(path, owner)
                return cls(path, owner)
            except FileExistsError:
                _set_aside(path, by_force=by_force)
            except OSError as error:
                if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
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


def _create(path: Path, owner: Owner) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(owner.to_json())


def _set_aside(path: Path, *, by_force: bool) -> None:
    """Remove a lock that nobody holds any more; raises LockedError when somebody does.

    It is renamed first and looked at again: meanwhile another process may have removed the old
    lock and made its own, which then goes back.
    """
    try:
        found = _text(path)
        if not by_force and _is_held(found, path):
            raise LockedError(owner_from_json(found))
        aside = beside(path, secrets.token_hex(4))
        path.rename(aside)
        if _text(aside) == found:
            aside.unlink()
        else:
            aside.rename(path)
    except FileNotFoundError:
        return  # released, or set aside by another process


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
