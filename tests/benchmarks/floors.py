"""The least that SQLite has to do: the same file, the same settings, nothing around it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

_PRAGMAS = (
    "trusted_schema=0",
    "cell_size_check=1",
    "mmap_size=0",
    "foreign_keys=1",
    "journal_mode=TRUNCATE",
    "synchronous=EXTRA",
    "secure_delete=1",
)


def raw_connection(path: Path) -> sqlite3.Connection:
    """Open a file with the settings that documents have."""
    raw = sqlite3.connect(f"{path.absolute().as_uri()}?psow=0", uri=True, isolation_level=None)
    for pragma in _PRAGMAS:
        raw.execute(f"PRAGMA {pragma}").fetchall()
    return raw


def read_all(path: Path) -> int:
    """Read all rows of all tables of a file; return how many there are."""
    raw = sqlite3.connect(path, isolation_level=None)
    try:
        names = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return sum(len(raw.execute(f'SELECT * FROM "{name}"').fetchall()) for (name,) in names)
    finally:
        raw.close()
