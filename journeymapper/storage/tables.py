"""The tables of a document, derived once from the fields of the entities.

The text of each table is written here: it is compared with what a file holds (guard), so it must
not depend on the version of a library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeymapper.domain.entities import BY_NAME, ENTITIES, Entity
from journeymapper.domain.fields import Gone, Spec, specs_of

APPLICATION_ID = 0x4A4D6170
"""Marks the file as ours, in its header."""

FORMAT = 4
"""The number of the present format, kept in the header as ``user_version``."""

_TYPES: Mapping[str, str] = {"whole": "INTEGER", "real": "REAL", "flag": "INTEGER"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``refers_to`` names the table and the column that its values are taken from.

    A reference that is ``deferred`` is checked at the end of a step, so that its changes may come
    in any order.
    """

    name: str
    type: str = "TEXT"
    optional: bool = False
    unique: bool = False
    refers_to: tuple[str, str] | None = None
    deferred: bool = False
    indexed: bool = False

    def text(self) -> str:
        """Return what a CREATE TABLE says of it."""
        parts = [f'"{self.name}"', self.type]
        if not self.optional:
            parts.append("NOT NULL")
        if self.unique:
            parts.append("UNIQUE")
        if self.refers_to is not None:
            target, name = self.refers_to
            parts.append(f'REFERENCES "{target}" ("{name}")')
            if self.deferred:
                parts.append("DEFERRABLE INITIALLY DEFERRED")
        return " ".join(parts)


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table; ``keys`` are the columns of its key, which may stand for the number of the row."""

    name: str
    columns: tuple[Column, ...]
    keys: tuple[str, ...] = ("id",)
    numbered: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the columns, in their order."""
        return tuple(column.name for column in self.columns)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield the name and the text of the table, then of its indexes."""
        columns = ", ".join(column.text() for column in self.columns)
        keys = ", ".join(f'"{name}"' for name in self.keys)
        options = "STRICT" if self.numbered else "STRICT, WITHOUT ROWID"
        yield self.name, f'CREATE TABLE "{self.name}" ({columns}, PRIMARY KEY ({keys})) {options}'
        for name in sorted(column.name for column in self.columns if column.indexed):
            index = f"ix_{self.name}_{name}"
            yield index, f'CREATE INDEX "{index}" ON "{self.name}" ("{name}")'


def table_name(kind: type[Entity]) -> str:
    """Return the name of an entity's table: ``PersonaNote`` -> ``persona_note``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def _column(name: str, spec: Spec) -> Column:
    """Return the column of a field; pictures are kept by content and need no key."""
    type_ = _TYPES.get(spec.kind, "TEXT")
    if spec.kind != "ref" or spec.target == "Attachment":
        return Column(name, type_, optional=spec.optional)
    return Column(
        name,
        type_,
        optional=spec.optional,
        refers_to=(table_name(BY_NAME[spec.target]), "id"),
        deferred=True,
        indexed=spec.gone is Gone.DELETE,
    )


def _entity_table(kind: type[Entity]) -> Table:
    fields = (_column(name, spec) for name, spec in specs_of(kind).items())
    return Table(table_name(kind), (Column("id"), *fields))


TABLES: dict[type[Entity], Table] = {kind: _entity_table(kind) for kind in ENTITIES}
"""The table of each entity; columns are ``id`` and its fields, in their order."""

DOCUMENT = Table("document", (Column("doc_id"),), ("doc_id",))

STEP = Table(
    "step",
    (
        Column("seq", "INTEGER"),
        Column("id", unique=True),
        Column("label"),
        Column("at"),
        Column("initiator"),
        Column("kind"),
        Column("inverse_of", "INTEGER", optional=True),
        Column("sitting"),
        Column("format", "INTEGER"),
    ),
    ("seq",),
)

CHANGE = Table(
    "change",
    (
        Column("seq", "INTEGER", refers_to=("step", "seq")),
        Column("place", "INTEGER"),
        Column("entity"),
        Column("id"),
        Column("before", optional=True),
        Column("after", optional=True),
    ),
    ("seq", "place"),
    numbered=False,
)

BLOB = Table("blob", (Column("id"), Column("media_type"), Column("content", "BLOB")))

RESPONSE_SHEET = Table(
    "response_sheet",
    (
        Column("batch"),
        Column("number", "INTEGER"),
        Column("date"),
        Column("respondent"),
        Column("persona"),
        Column("channel"),
        Column("country"),
        Column("tier"),
    ),
    ("batch", "number"),
    numbered=False,
)
"""The sheets of imported batches; rows never change and refer to nothing by keys."""

RESPONSE = Table(
    "response",
    (
        Column("batch"),
        Column("number", "INTEGER"),
        Column("question"),
        Column("value", "REAL", optional=True),
        Column("text"),
    ),
    ("batch", "number", "question"),
    numbered=False,
)
"""The answers on them."""

ALL = (*TABLES.values(), DOCUMENT, STEP, CHANGE, BLOB, RESPONSE_SHEET, RESPONSE)


def schema() -> dict[str, str]:
    """Return the text of each table and index of the present format, by name."""
    return {name: text for table in ALL for name, text in table.texts()}
