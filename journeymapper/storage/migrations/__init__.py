"""From each older format of a file to the next: tables, and the images in its history.

May import: `storage.images`, `storage.tables`, SQLAlchemy Core. A released format never changes:
the test ``tests/reliability/test_formats.py`` keeps a file of each.

    MIGRATIONS[1]                                  # how a file of format 1 becomes one of 2
    migrate(raw)                                   # 1 -> 2 -> .. -> FORMAT, one transaction each
    upgrade_image(1, "Card", {"text": "Waiting"})  # the image as the present format has it
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from journeymapper.storage.engine import engine_on
from journeymapper.storage.errors import damaged
from journeymapper.storage.images import Image
from journeymapper.storage.migrations import format_1, format_2, format_3
from journeymapper.storage.tables import FORMAT, schema


@dataclass(frozen=True)
class Migration:
    """How one format becomes the next.

    ``schema`` is the text of each table and index of the older format, by name.
    ``change_tables`` runs in a transaction. ``upgrade_image`` is pure; the image may hold all
    fields of an entity or only those that changed.
    """

    schema: Mapping[str, str]
    change_tables: Callable[[Connection], None]
    upgrade_image: Callable[[str, Image], Image]


MIGRATIONS: Mapping[int, Migration] = {
    1: Migration(format_1.SCHEMA_1, format_1.change_tables, format_1.upgrade_image),
    2: Migration(format_2.SCHEMA_2, format_2.change_tables, format_2.upgrade_image),
    3: Migration(format_3.SCHEMA_3, format_3.change_tables, format_3.upgrade_image),
}
"""The migration away from each older format, by its number."""

CURRENT = schema()


def schema_of(number: int, migrations: Mapping[int, Migration] = MIGRATIONS) -> Mapping[str, str]:
    """Return what a file of this format holds; empty for a number that never was."""
    if number in migrations:
        return migrations[number].schema
    return CURRENT if number == FORMAT else {}


def migrate(raw: sqlite3.Connection, migrations: Mapping[int, Migration] = MIGRATIONS) -> None:
    """Bring a file to the present format, step by step.

    Each step is one transaction, so a file is always of one format. Never call it on the user's
    file: only copies are migrated. Errors of the driver come through as they are. Foreign keys
    rest meanwhile, so that tables can be made anew; a reference to nothing undoes the step.
    """
    raw.execute("PRAGMA foreign_keys=0")
    try:
        while (number := raw.execute("PRAGMA user_version").fetchone()[0]) in migrations:
            with engine_on(raw).begin() as connection:
                migrations[number].change_tables(connection)
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise damaged()
                connection.exec_driver_sql(f"PRAGMA user_version={number + 1}")
    except DBAPIError as error:
        raise (error.orig or error) from None
    finally:
        raw.execute("PRAGMA foreign_keys=1")


def upgrade_image(
    number: int,
    entity: str,
    image: Image,
    migrations: Mapping[int, Migration] = MIGRATIONS,
) -> Image:
    """Return an image that was written in an older format as the present one has it."""
    while number in migrations:
        image = migrations[number].upgrade_image(entity, image)
        number += 1
    return image
