"""The SQL of documents, as text with ``?`` for its parameters.

Standard SQL, written from the tables once: to have a library compile it at every start took
longer than to load a large document (docs/decisions/0013). Names are always quoted.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from journeymapper.domain.entities import ENTITIES, Attachment
from journeymapper.domain.fields import specs_of
from journeymapper.storage.tables import (
    BLOB,
    CHANGE,
    DOCUMENT,
    RESPONSE,
    RESPONSE_SHEET,
    STEP,
    TABLES,
    Table,
)


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def insert_into(table: Table) -> str:
    """Return an INSERT that takes the columns of a table in their order."""
    marks = ", ".join("?" * len(table.columns))
    return f'INSERT INTO "{table.name}" ({_quoted(table.names)}) VALUES ({marks})'  # noqa: S608


@cache
def select_all(table: Table) -> str:
    """Return a SELECT of all rows of a table, its columns in their order."""
    return f'SELECT {_quoted(table.names)} FROM "{table.name}"'  # noqa: S608 - our own names


@cache
def select_ids(table: Table) -> str:
    """Return a SELECT of the ids of an entity's table."""
    return f'SELECT "id" FROM "{table.name}"'  # noqa: S608


@cache
def select_one(table: Table) -> str:
    """Return a SELECT of the row of one entity. Parameter: id."""
    return f'{select_all(table)} WHERE "id" = ?'


@cache
def insert(table: Table) -> str:
    """Return an INSERT of an entity. Parameters: id, then its fields."""
    return insert_into(table)


@cache
def update(table: Table, names: tuple[str, ...]) -> str:
    """Return an UPDATE of some fields, named in column order. Parameters: the fields, then id."""
    values = ", ".join(f'"{name}" = ?' for name in names)
    return f'UPDATE "{table.name}" SET {values} WHERE "id" = ?'  # noqa: S608


@cache
def touch(table: Table) -> str:
    """Return an UPDATE that changes nothing in one entity, which must be there. Parameter: id."""
    return f'UPDATE "{table.name}" SET "id" = "id" WHERE "id" = ?'  # noqa: S608


@cache
def delete(table: Table) -> str:
    """Return a DELETE of one entity. Parameter: id."""
    return f'DELETE FROM "{table.name}" WHERE "id" = ?'  # noqa: S608


INSERT_DOCUMENT = insert_into(DOCUMENT)
INSERT_STEP = insert_into(STEP)
INSERT_CHANGE = insert_into(CHANGE)

SELECT_TITLE = 'SELECT "title" FROM "project"'
SELECT_DOCUMENT = 'SELECT "doc_id" FROM "document"'
SELECT_HEAD = 'SELECT "seq", "id" FROM "step" WHERE "seq" = (SELECT max("seq") FROM "step")'
SELECT_STEPS = f'{select_all(STEP)} ORDER BY "seq"'
SELECT_STEP = 'SELECT "seq", "label", "at" FROM "step" WHERE "id" = ?'

_LOGGED = """
SELECT "change"."entity", "change"."id", "change"."before", "change"."after", "step"."format"
FROM "change" JOIN "step" ON "change"."seq" = "step"."seq"
"""
SELECT_CHANGES = f'{_LOGGED} WHERE "change"."seq" = ? ORDER BY "change"."place"'
SELECT_LATER_CHANGES = (
    f'{_LOGGED} WHERE "change"."seq" > ? ORDER BY "change"."seq" DESC, "change"."place" DESC'
)

UPDATE_STEP = 'UPDATE "step" SET "label" = ?, "at" = ?, "format" = ? WHERE "seq" = ? AND "id" = ?'
DELETE_CHANGES = 'DELETE FROM "change" WHERE "seq" = ?'
DELETE_ALL_CHANGES = 'DELETE FROM "change"'
DELETE_ALL_STEPS = 'DELETE FROM "step"'

SELECT_BLOB = 'SELECT "content" FROM "blob" WHERE "id" = ?'
INSERT_BLOB = insert_into(BLOB).replace("INSERT", "INSERT OR IGNORE", 1)
UPDATE_DOCUMENT = 'UPDATE "document" SET "doc_id" = ?'
_USED = " UNION ".join(
    f'SELECT "{name}" FROM "{TABLES[kind].name}" WHERE "{name}" IS NOT NULL'  # noqa: S608
    for kind in ENTITIES
    for name, spec in specs_of(kind).items()
    if spec.target == Attachment.__name__
)
DELETE_LOOSE_ATTACHMENTS = f'DELETE FROM "attachment" WHERE "id" NOT IN ({_USED})'  # noqa: S608
DELETE_LOOSE_BLOBS = 'DELETE FROM "blob" WHERE "id" NOT IN (SELECT "id" FROM "attachment")'

INSERT_RESPONSE_SHEET = insert_into(RESPONSE_SHEET)
INSERT_RESPONSE = insert_into(RESPONSE)
_WITH_SHEETS = """
"response" JOIN "response_sheet"
ON "response"."batch" = "response_sheet"."batch" AND "response"."number" = "response_sheet"."number"
"""
_CELL = """
"response"."question", "response_sheet"."respondent", "response_sheet"."persona",
"response_sheet"."channel", "response_sheet"."country", "response_sheet"."tier",
substr("response_sheet"."date", 1, 7)
"""
SELECT_HISTOGRAMS = f"""
SELECT "response"."batch", {_CELL}, "response"."value", count(*)
FROM {_WITH_SHEETS} WHERE "response"."value" IS NOT NULL
GROUP BY "response"."batch", {_CELL}, "response"."value"
"""  # noqa: S608
SELECT_COMMENTS = f"""
SELECT "response"."number", "response"."question", "response"."text", "response_sheet"."date",
    "response_sheet"."respondent"
FROM {_WITH_SHEETS} WHERE "response"."batch" = ? AND length("response"."text") > 0
ORDER BY "response"."number", "response"."question"
"""  # noqa: S608
SELECT_RESPONSE_SHEETS = f'{select_all(RESPONSE_SHEET)} WHERE "batch" = ? ORDER BY "number"'
SELECT_RESPONSES = f'{select_all(RESPONSE)} WHERE "batch" = ? ORDER BY "number", "question"'
COUNT_SHEETS = 'SELECT count(*) FROM "response_sheet" WHERE "batch" = ?'
DELETE_RESPONSES = 'DELETE FROM "response" WHERE "batch" = ?'
DELETE_SHEETS = 'DELETE FROM "response_sheet" WHERE "batch" = ?'
SELECT_LAID_BATCHES = 'SELECT DISTINCT "batch" FROM "response_sheet"'
SELECT_LOGGED_BATCHES = 'SELECT DISTINCT "id" FROM "change" WHERE "entity" = ?'
_LOOSE = 'WHERE "batch" NOT IN (SELECT "id" FROM "import_batch")'
DELETE_LOOSE_RESPONSES = f'DELETE FROM "response" {_LOOSE}'  # noqa: S608
DELETE_LOOSE_SHEETS = f'DELETE FROM "response_sheet" {_LOOSE}'  # noqa: S608
