"""Runs migrations on a connection that is open; loaded when an older file is met."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from journeymapper.storage.errors import damaged
from journeymapper.storage.migrations import Migration


def run(raw: sqlite3.Connection, migrations: Mapping[int, Migration]) -> None:
    """Do what ``migrate`` promises, for a file that needs it."""
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


def engine_on(raw: sqlite3.Connection) -> Engine:
    """Return SQLAlchemy's view of a connection that is open."""
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
