"""Names of our own small files next to a user's file."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

_SCRAPS = ("part", "copy", "copy-journal", "copy.pages", "copy.pages-journal")

_LONGEST_NAME = 255
"""Bytes that a file's name may have on common disks."""


def beside(path: Path, ending: str) -> Path:
    """Return the hidden companion of a file: ``map.journey`` -> ``.map.journey.part``.

    A name that would become too long is replaced by its hash.
    """
    name = f".{path.name}.{ending}"
    if len(os.fsencode(name)) > _LONGEST_NAME:
        digest = hashlib.sha256(os.fsencode(path.name)).hexdigest()[:32]
        name = f".{digest}.{ending}"
    return path.with_name(name)


def scraps_beside(path: Path) -> list[Path]:
    """Return what the writing of a file may leave beside it when its process ends."""
    return [beside(path, ending) for ending in _SCRAPS]


def in_use_by_others(path: Path) -> bool:
    """Say whether another program writes the file in place, or stopped in the middle of it.

    SQLite then keeps a journal beside the file; ours are never written in place.
    """
    return any(_size(path.with_name(path.name + end)) > 0 for end in ("-journal", "-wal"))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
