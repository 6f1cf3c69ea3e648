"""Older files become files of the present format, one whole step at a time."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection, exc

from journeymapper.storage.engine import connect
from journeymapper.storage.images import Image
from journeymapper.storage.migrations import (
    MIGRATIONS,
    Migration,
    migrate,
    schema_of,
    upgrade_image,
)
from journeymapper.storage.tables import FORMAT, METADATA, schema
from tests.unit.storage.samples import small_store


def add_mood(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE card ADD COLUMN mood TEXT NOT NULL DEFAULT ''")


def fail_half_way(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE half (a)")
    connection.exec_driver_sql("INSERT INTO nowhere VALUES (1)")


def drop_blobs(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TABLE blob")


def with_mood(entity: str, image: Image) -> Image:
    return {**image, "mood": image.get("text", "")} if entity == "Card" else image


def shouted(_entity: str, image: Image) -> Image:
    return {name: value.upper() for name, value in image.items()}


def unchanged(_entity: str, image: Image) -> Image:
    return image


def test_every_older_format_has_a_migration() -> None:
    assert sorted(MIGRATIONS) == list(range(1, FORMAT))


def test_migrations_run_one_after_the_other(tmp_path: Path) -> None:
    small_store(tmp_path / "a.journey").close()
    raw = connect(tmp_path / "a.journey")
    migrations = {
        FORMAT: Migration(schema(), add_mood, unchanged),
        FORMAT + 1: Migration({}, drop_blobs, unchanged),
    }
    migrate(raw, migrations)
    assert raw.execute("PRAGMA user_version").fetchone() == (FORMAT + 2,)
    assert raw.execute("SELECT text, mood FROM card").fetchone() == ("Nobody looks up 🙈", "")
    assert raw.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'blob'").fetchone() == (0,)
    raw.close()


def test_a_migration_that_fails_leaves_the_older_format(tmp_path: Path) -> None:
    small_store(tmp_path / "a.journey").close()
    raw = connect(tmp_path / "a.journey")
    before = raw.execute("SELECT * FROM sqlite_schema").fetchall()
    with pytest.raises((sqlite3.Error, exc.SQLAlchemyError)):
        migrate(raw, {FORMAT: Migration(schema(), fail_half_way, unchanged)})
    assert raw.execute("PRAGMA user_version").fetchone() == (FORMAT,)
    assert raw.execute("SELECT * FROM sqlite_schema").fetchall() == before
    raw.close()


def test_images_are_upgraded_through_every_format() -> None:
    migrations = {
        1: Migration({}, add_mood, with_mood),
        2: Migration({}, add_mood, shouted),
    }
    assert upgrade_image(1, "Card", {"text": "so"}, migrations) == {"text": "SO", "mood": "SO"}
    assert upgrade_image(2, "Card", {"text": "so"}, migrations) == {"text": "SO"}
    assert upgrade_image(3, "Card", {"text": "so"}, migrations) == {"text": "so"}


def test_a_new_file_holds_exactly_the_present_schema(tmp_path: Path) -> None:
    small_store(tmp_path / "a.journey").close()
    raw = sqlite3.connect(tmp_path / "a.journey")
    found = dict(raw.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
    raw.close()
    assert found == schema() == schema_of(FORMAT)
    assert set(METADATA.tables) <= set(found)
    assert schema_of(FORMAT + 1) == {}
