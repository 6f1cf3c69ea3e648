"""Puts finished files in their place, whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import threading
from contextlib import suppress
from pathlib import Path

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _


def write_all(out: Path, contents: list[bytes]) -> list[Path]:
    """Write one content to ``out``, several to NAME-1, NAME-2 beside it; return the paths.

    Each file replaces an old one in one move. Raises UserError when that cannot be done; the
    old file then is as it was.
    """
    check_place(out)
    if len(contents) == 1:
        paths = [out]
    else:
        paths = [out.with_stem(f"{out.stem}-{i}") for i in range(1, len(contents) + 1)]
    for path, content in zip(paths, contents, strict=True):
        try:
            _replace(path, content)
        except OSError as error:
            raise _trouble(path, error) from error
    return paths


def check_place(out: Path) -> None:
    """Raise UserError when no file can be written at ``out``, before any work is done."""
    try:
        _check_place(out)
    except OSError as error:  # a name that no file can have
        raise _trouble(out, error) from error


def _check_place(out: Path) -> None:
    folder = out.parent
    if out.is_dir():
        raise UserError(_("“{path}” is a folder.", path=str(out)), _("Add a name for the file."))
    if not folder.is_dir():
        raise UserError(
            _("The folder “{folder}” does not exist.", folder=str(folder)),
            _("Make the folder first, or choose another one."),
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise _forbidden(out)


def _replace(path: Path, content: bytes) -> None:
    target = path.resolve() if path.is_symlink() else path
    part = target.with_name(f".{target.name[:60]}-{os.getpid()}-{threading.get_ident()}.part")
    try:
        with open(part, "wb", opener=_private) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):  # an old file keeps who may read it
            part.chmod(stat.S_IMODE(target.stat().st_mode))
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    _settle(target.parent)


def _private(name: str, flags: int) -> int:
    """Open a file that is not there yet, never one that somebody put in its place."""
    with suppress(FileNotFoundError):
        Path(name).unlink()
    return os.open(name, flags | os.O_EXCL, 0o666)


def _settle(folder: Path) -> None:
    """Make the new name survive a power cut, where folders can be synchronised."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _trouble(path: Path, error: OSError) -> UserError:
    if isinstance(error, PermissionError):
        return _forbidden(path)
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        reason: Message = _("There is no room left on the disk.")
    else:
        reason = _("The system says: {reason}", reason=error.strerror or type(error).__name__)
    return UserError(_("“{path}” could not be written.", path=str(path)), reason)


def _forbidden(path: Path) -> UserError:
    return UserError(
        _("“{path}” could not be written: this place is protected.", path=str(path)),
        _("Close the file in other programs, or choose another folder."),
    )
