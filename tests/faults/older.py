"""A format that never was, to try migrations on: one that also changes what history holds.

Format 0 calls the title of a project its name, has no saved views, and says so in its history.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection

from journeymapper.storage.images import Image
from journeymapper.storage.migrations import MIGRATIONS, Migration
from journeymapper.storage.migrations.format_1 import SCHEMA_1

NUMBER = 0
_NEW = [name for name, text in SCHEMA_1.items() if "saved_view" in text]
SINCE_1 = ("impact", "effort", "ease")
"""Fields of cards that format 1 had not; it had no print runs either."""


def upgrade(connection: Connection) -> None:
    """Make the tables of format 0 those of format 1, and touch every card."""
    connection.exec_driver_sql('ALTER TABLE "project" RENAME COLUMN "name" TO "title"')
    for name in _NEW:
        connection.exec_driver_sql(SCHEMA_1[name])
    connection.exec_driver_sql("UPDATE card SET text = text || ''")


def upgrade_image(entity: str, image: Image) -> Image:
    """Return an image of format 0 as format 1 has it."""
    if entity != "Project":
        return image
    return {"title" if name == "name" else name: value for name, value in image.items()}


FORMAT_0 = Migration(
    schema={
        name: text.replace('"title"', '"name"') if name == "project" else text
        for name, text in SCHEMA_1.items()
        if name not in _NEW
    },
    change_tables=upgrade,
    upgrade_image=upgrade_image,
)


def know() -> None:
    """Let this process open files of format 0."""
    cast("dict[int, Migration]", MIGRATIONS)[NUMBER] = FORMAT_0


@contextmanager
def known() -> Iterator[None]:
    """Let what is inside open files of format 0."""
    know()
    try:
        yield
    finally:
        del cast("dict[int, Migration]", MIGRATIONS)[NUMBER]


def make_older(path: Path) -> None:
    """Turn a closed file of the present format into one of format 0."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("BEGIN")
    raw.execute('ALTER TABLE "project" RENAME COLUMN "title" TO "name"')
    raw.execute("DROP TABLE saved_view")
    raw.execute("DROP TABLE print_run")
    for name in SINCE_1:
        raw.execute(f'ALTER TABLE card DROP COLUMN "{name}"')
    raw.execute(f"UPDATE step SET format = {NUMBER}")
    raw.execute("DELETE FROM change WHERE entity = 'PrintRun'")
    found = raw.execute(
        "SELECT seq, place, before, after FROM change WHERE entity IN ('Project', 'Card')"
    )
    for seq, place, *images in found.fetchall():
        texts = [None if text is None else _older_image(text) for text in images]
        where = "WHERE seq = ? AND place = ?"
        raw.execute(f"UPDATE change SET before = ?, after = ? {where}", (*texts, seq, place))
    raw.execute(f"PRAGMA user_version={NUMBER}")
    raw.execute("COMMIT")
    raw.execute("VACUUM")
    raw.close()


def _older_image(text: str) -> str:
    image: Mapping[str, Any] = json.loads(text)
    known = {name: value for name, value in image.items() if name not in SINCE_1}
    return json.dumps({"name" if name == "title" else name: v for name, v in known.items()})
