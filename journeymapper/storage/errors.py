"""What can go wrong with a file, each in one sentence for the user."""

from __future__ import annotations

import errno
import sqlite3

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _


class DocumentError(UserError):
    """A document cannot be opened, read or written; nothing was changed."""


class ChangedElsewhereError(DocumentError):
    """Another program wrote the document since it was read; nothing was changed."""


class WriteError(DocumentError):
    """A step could not be written; the document is as it was before."""


class UnstorableError(WriteError):
    """What should be written cannot be part of a document; the disk is all right."""


class PublishError(UserError):
    """The user's file could not be written; it is as it was before."""


class DamagedError(DocumentError):
    """The content of a file cannot be what was once written."""


DAMAGED = _("This file is damaged.")
DAMAGED_HINT = _("Open an earlier copy of it, from a backup or from the folder’s history.")


def damaged() -> DamagedError:
    """Return the error for content that cannot be what was once written."""
    return DamagedError(DAMAGED, DAMAGED_HINT)


def write_error(error: BaseException) -> WriteError:
    """Say why a step could not be written."""
    if isinstance(error, sqlite3.IntegrityError):
        return UnstorableError(_("This change does not fit the rest of the document."))
    if isinstance(error, sqlite3.Error):
        return WriteError(sqlite_reason(error), _("Your change is not saved. Try again."))
    if isinstance(error, OSError):
        return WriteError(file_reason(error))
    return UnstorableError(_("This text or number cannot be stored."))


def sqlite_reason(error: sqlite3.Error) -> Message:
    """Say in one sentence why SQLite did not read or write."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_TOOBIG")):
        return _("There is no room on the disk.")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return _("Another program is using this document.")
    if name.startswith(("SQLITE_READONLY_DBMOVED", "SQLITE_IOERR_FSTAT")):
        return _("The document was moved or deleted while it was open.")
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return _("There is no permission to write here.")
    return _("The disk did not take the change.")


def file_reason(error: OSError) -> Message:
    """Say in one sentence why the system did not let us read or write a file."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _("There is no room on the disk.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _("There is no permission to write here.")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return _("The folder is not there any more.")
    if error.errno == errno.ENAMETOOLONG:
        return _("The name of the file is too long.")
    return _("The disk did not take the file.")
