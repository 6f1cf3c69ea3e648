"""The tables of a document, derived once from the fields of the entities.

The text of each table is written here and not by SQLAlchemy: it is compared with what a file
holds (guard), so it must not depend on the version of a library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.types import REAL, TypeEngine

from journeymapper.domain.entities import BY_NAME, ENTITIES, Entity
from journeymapper.domain.fields import Gone, Spec, specs_of

APPLICATION_ID = 0x4A4D6170
"""Marks the file as ours, in its header."""

FORMAT = 4
"""The number of the present format, kept in the header as ``user_version``."""

METADATA = MetaData()

_TYPES: Mapping[str, type[TypeEngine[Any]]] = {
    "whole": Integer,
    "real": REAL,
    "flag": Integer,
}


def table_name(kind: type[Entity]) -> str:
    """Return the name of an entity's table: ``PersonaNote`` -> ``persona_note``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def _column(name: str, spec: Spec) -> Column[object]:
    key = _foreign_key(spec)
    return Column(
        name,
        _TYPES.get(spec.kind, Text)(),
        *([key] if key is not None else []),
        nullable=spec.optional,
        index=key is not None and spec.gone is Gone.DELETE,
    )


def _foreign_key(spec: Spec) -> ForeignKey | None:
    """Return the key of a reference; pictures are kept by content and need none.

    Keys are checked at the end of a step, so that its changes may come in any order.
    """
    if spec.kind != "ref" or spec.target == "Attachment":
        return None
    target = table_name(BY_NAME[spec.target])
    return ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")


def _columns(kind: type[Entity]) -> list[Column[Any]]:
    fields = (_column(name, spec) for name, spec in specs_of(kind).items())
    return [Column("id", Text, primary_key=True), *fields]


class _Declared(Mapping[type[Entity], Table]):
    """Declares the table of an entity when it is first asked for: most documents use a few."""

    def __init__(self) -> None:
        self._made: dict[type[Entity], Table] = {}

    def __getitem__(self, kind: type[Entity]) -> Table:
        found = self._made.get(kind)
        if found is None:
            found = Table(table_name(kind), METADATA, *_columns(kind), keep_existing=True)
            self._made[kind] = found
        return found

    def __iter__(self) -> Iterator[type[Entity]]:
        return iter(ENTITIES)

    def __len__(self) -> int:
        return len(ENTITIES)


TABLES: Mapping[type[Entity], Table] = _Declared()
"""The table of each entity; columns are ``id`` and its fields, in their order."""

DOCUMENT = Table("document", METADATA, Column("doc_id", Text, primary_key=True))

STEP = Table(
    "step",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("label", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("initiator", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("inverse_of", Integer),
    Column("sitting", Text, nullable=False),
    Column("format", Integer, nullable=False),
)

CHANGE = Table(
    "change",
    METADATA,
    Column("seq", Integer, ForeignKey("step.seq"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("entity", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    sqlite_with_rowid=False,
)

BLOB = Table(
    "blob",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("media_type", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)


RESPONSE_SHEET = Table(
    "response_sheet",
    METADATA,
    Column("batch", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("date", Text, nullable=False),
    Column("respondent", Text, nullable=False),
    Column("persona", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("tier", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""The sheets of imported batches; rows never change and refer to nothing by keys."""

RESPONSE = Table(
    "response",
    METADATA,
    Column("batch", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("question", Text, primary_key=True),
    Column("value", REAL),
    Column("text", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""The answers on them."""


_FIXED = (DOCUMENT, STEP, CHANGE, BLOB, RESPONSE_SHEET, RESPONSE)


def schema() -> dict[str, str]:
    """Return the text of each table and index of the present format, by name."""
    texts: dict[str, str] = {}
    for kind in ENTITIES:
        texts.update(_texts(table_name(kind), _columns(kind)))
    for table in _FIXED:
        numbered = bool(table.dialect_options["sqlite"]["with_rowid"])
        texts.update(_texts(table.name, list(table.columns), numbered=numbered))
    return texts


def _texts(
    name: str, columns: Sequence[Column[Any]], *, numbered: bool = True
) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of a table, then of its indexes."""
    inside = ", ".join(map(_column_text, columns))
    keys = ", ".join(f'"{column.name}"' for column in columns if column.primary_key)
    options = "STRICT" if numbered else "STRICT, WITHOUT ROWID"
    yield name, f'CREATE TABLE "{name}" ({inside}, PRIMARY KEY ({keys})) {options}'
    for column in sorted(column.name for column in columns if column.index):
        yield f"ix_{name}_{column}", f'CREATE INDEX "ix_{name}_{column}" ON "{name}" ("{column}")'


def _column_text(column: Column[Any]) -> str:
    parts = [f'"{column.name}"', _type_text(column)]
    if not column.nullable:
        parts.append("NOT NULL")
    if column.unique:
        parts.append("UNIQUE")
    for key in column.foreign_keys:
        target, name = key.target_fullname.split(".")
        parts.append(f'REFERENCES "{target}" ("{name}")')
        if key.deferrable:
            parts.append("DEFERRABLE INITIALLY DEFERRED")
    return " ".join(parts)


def _type_text(column: Column[Any]) -> str:
    if isinstance(column.type, Integer):
        return "INTEGER"
    if isinstance(column.type, REAL):
        return "REAL"
    return "BLOB" if isinstance(column.type, LargeBinary) else "TEXT"
