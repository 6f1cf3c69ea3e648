"""A format that never was, to try migrations on: it stands in for the one before the present.

It calls the title of a project its name, has no saved views, and says so in its history; all
else is as in the present format.
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
from journeymapper.storage.migrations import CURRENT, MIGRATIONS, Migration
from journeymapper.storage.tables import FORMAT

NUMBER = FORMAT - 1
_NEW = [name for name, text in CURRENT.items() if "saved_view" in text]
_PROJECTS = "entity = 'Project'"


def upgrade(connection: Connection) -> None:
    """Make its tables those of the present format, and touch every card."""
    connection.exec_driver_sql('ALTER TABLE "project" RENAME COLUMN "name" TO "title"')
    for name in _NEW:
        connection.exec_driver_sql(CURRENT[name])
    connection.exec_driver_sql("UPDATE card SET text = text || ''")


def upgrade_image(entity: str, image: Image) -> Image:
    """Return one of its images as the present format has it."""
    if entity != "Project":
        return image
    return {"title" if name == "name" else name: value for name, value in image.items()}


OLDER = Migration(
    schema={
        name: text.replace('"title"', '"name"') if name == "project" else text
        for name, text in CURRENT.items()
        if name not in _NEW
    },
    change_tables=upgrade,
    upgrade_image=upgrade_image,
)


def know() -> None:
    """Let this process open files of the older format, and no real ones of its number."""
    cast("dict[int, Migration]", MIGRATIONS)[NUMBER] = OLDER


@contextmanager
def known() -> Iterator[None]:
    """Let what is inside open files of the older format."""
    real = MIGRATIONS[NUMBER]
    know()
    try:
        yield
    finally:
        cast("dict[int, Migration]", MIGRATIONS)[NUMBER] = real


def make_older(path: Path) -> None:
    """Turn a closed file of the present format into one of the older."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("BEGIN")
    raw.execute('ALTER TABLE "project" RENAME COLUMN "title" TO "name"')
    raw.execute("DROP TABLE saved_view")
    raw.execute(f"UPDATE step SET format = {NUMBER}")
    found = raw.execute(f"SELECT seq, place, before, after FROM change WHERE {_PROJECTS}")
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
    return json.dumps({"name" if name == "title" else name: v for name, v in image.items()})
