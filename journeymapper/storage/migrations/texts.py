"""What the migrations share: the texts of a format by name, and a table made anew."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sqlalchemy import Connection


def texts_by_name(texts: str) -> dict[str, str]:
    """Return the text of each table and index by its name; each ends with a semicolon."""
    return {
        re.findall(r'"(\w+)"', text)[0]: " ".join(text.split()) for text in texts.split(";")[:-1]
    }


def rebuild(connection: Connection, table: str, text: str, values: Mapping[str, str]) -> None:
    """Make a table anew by ``text`` and copy its rows; foreign keys must be off.

    ``values`` says in SQL what stands in the columns that are new. Its indexes go with it.
    """
    made = f"{table}__made"
    connection.exec_driver_sql(text.replace(f'"{table}"', f'"{made}"', 1))
    found = connection.exec_driver_sql(f'PRAGMA table_info("{made}")')
    columns = [str(row[1]) for row in found]
    into = ", ".join(f'"{name}"' for name in columns)
    out = ", ".join(values.get(name, f'"{name}"') for name in columns)
    connection.exec_driver_sql(f'INSERT INTO "{made}" ({into}) SELECT {out} FROM "{table}"')  # noqa: S608 - our own names
    connection.exec_driver_sql(f'DROP TABLE "{table}"')
    connection.exec_driver_sql(f'ALTER TABLE "{made}" RENAME TO "{table}"')
