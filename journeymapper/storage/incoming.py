"""Taking a user's file in: a whole copy of one moment, or a sentence why not."""

from __future__ import annotations

import dataclasses
import os
import shutil
from pathlib import Path

from journeymapper.domain.message import _
from journeymapper.storage import guard
from journeymapper.storage.beside import in_use_by_others
from journeymapper.storage.errors import DocumentError
from journeymapper.storage.files import FileIdentity, identify, marks_of
from journeymapper.storage.scraps import scrap_path


def copied_in(source: Path, folder: Path) -> tuple[Path, FileIdentity]:
    """Copy a user's file to a scrap in a folder and say what it is.

    Raises DocumentError when it is refused or changes while it is read, OSError when the copy
    cannot be written; no scrap stays then.
    """
    guard.read_header(source)
    if in_use_by_others(source):
        raise DocumentError(
            _("Another program is using this file, or stopped while it did."),
            _("Open and close it there once, then open it here."),
        )
    incoming = scrap_path(folder)
    try:
        seen = _copy(source, incoming)
        held = identify(incoming)
    except BaseException:
        incoming.unlink(missing_ok=True)
        raise
    return incoming, dataclasses.replace(held, marks=marks_of(seen))


def _copy(source: Path, incoming: Path) -> os.stat_result:
    with source.open("rb") as original, incoming.open("xb") as copy:
        before = os.fstat(original.fileno())
        shutil.copyfileobj(original, copy, 1 << 20)
        copy.flush()
        os.fsync(copy.fileno())
        after = os.fstat(original.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise DocumentError(
            _("Another program is writing this file just now."), _("Wait a moment and try again.")
        )
    return before
