"""What may lie among the working copies and is worth nothing: found and removed."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from journeymapper.storage.notes import note_path, read_note
from journeymapper.storage.owners import process_runs

ENDING = ".journey"
"""How the names of working copies end."""

_SIDES = ("-journal", "-wal", "-shm")


def scrap_path(folder: Path) -> Path:
    """Return a new name for a file that is worthless if this process ends before it is named."""
    return folder / f"{os.getpid()}-{secrets.token_hex(8)}.tmp"


def remove(copy: Path) -> None:
    """Remove a working copy, its journal, then its note; what cannot be removed keeps its note."""
    sides = [copy.with_name(copy.name + side) for side in _SIDES]
    with suppress(OSError):
        for path in (copy, *sides, note_path(copy)):
            path.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove what processes that ended in the middle of something left, if it is worthless.

    What belongs to a process that runs stays.
    """
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            if _is_worthless(path):
                path.unlink(missing_ok=True)


def _is_worthless(path: Path) -> bool:
    number, dash, rest = path.name.partition("-")
    if dash and ".tmp" in rest and number.isdigit():
        return not process_runs(int(number))
    copy = _copy_of(path)
    if copy is None or copy.exists():
        return False
    owner = read_note(copy).owner
    return owner is None or not owner.is_alive()


def _copy_of(path: Path) -> Path | None:
    """Return the working copy that a small file belongs to."""
    for name in _names_of_copies(path.name):
        return path.with_name(name)
    return None


def _names_of_copies(name: str) -> Iterator[str]:
    if name.endswith(".json"):
        yield name.removesuffix(".json") + ENDING
    for side in _SIDES:
        if name.endswith(ENDING + side):
            yield name.removesuffix(side)
    if name.startswith(".") and f"{ENDING}." in name:  # its lock
        yield name[1:].partition(f"{ENDING}.")[0] + ENDING
