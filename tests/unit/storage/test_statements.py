"""Every statement fits the tables that a new file has."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from journeymapper.storage import forgetting, statements
from journeymapper.storage.tables import TABLES
from tests.unit.storage.samples import small_store

_BEGINNINGS = ("SELECT", "INSERT", "UPDATE", "DELETE")


def fixed() -> list[str]:
    """Return the texts that the modules keep."""
    kept = [*vars(statements).values(), *vars(forgetting).values()]
    return [text for text in kept if isinstance(text, str) and text.strip().startswith(_BEGINNINGS)]


def test_sqlite_understands_every_statement(tmp_path: Path) -> None:
    small_store(tmp_path / "a.journey").close()
    made = [
        make(table)
        for table in TABLES.values()
        for make in (
            statements.select_all,
            statements.select_ids,
            statements.select_one,
            statements.insert,
            statements.touch,
            statements.delete,
            lambda table: statements.update(table, table.names[1:]),
        )
    ]
    texts = fixed() + made
    assert len(texts) > 7 * len(TABLES) + 30
    raw = sqlite3.connect(tmp_path / "a.journey")
    for text in texts:
        raw.execute(f"EXPLAIN {text}", [None] * text.count("?"))
    raw.close()
