"""SQL made once from the tables: SQLAlchemy Core writes it, the driver runs it.

Compiling a statement costs as much as running it, so each is compiled when first needed and
kept as text with its parameters in a known order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ClauseElement,
    ColumnElement,
    CompoundSelect,
    Select,
    Table,
    bindparam,
    func,
    literal_column,
    select,
    table,
    union,
)
from sqlalchemy.dialects.sqlite import dialect

from journeymapper.domain.entities import ENTITIES, Attachment, Entity, ImportBatch, Project
from journeymapper.domain.fields import specs_of
from journeymapper.storage.tables import (
    BLOB,
    CHANGE,
    DOCUMENT,
    RESPONSE,
    RESPONSE_SHEET,
    STEP,
    TABLES,
    table_name,
)

_DIALECT = dialect(paramstyle="qmark")
"""One for all: what a dialect has learnt of a type it need not find out again."""


def sql(statement: ClauseElement) -> str:
    """Return the text of a statement, with ``?`` for its parameters."""
    return str(statement.compile(dialect=_DIALECT))


def insert_into(into: Table) -> str:
    """Return an INSERT that takes the columns of a table in their order."""
    return sql(into.insert())


def select_all(kind: type[Entity]) -> str:
    """Return a SELECT of all rows of an entity: ``id``, then the fields.

    It names no columns, for they are those of the format, in its order: the guard has compared.
    """
    return _select_rows(table_name(kind))


@cache
def _select_rows(name: str) -> str:
    return sql(select(literal_column("*")).select_from(table(name)))


@cache
def select_ids(into: Table) -> str:
    """Return a SELECT of the ids of an entity's table."""
    return sql(select(into.c.id))


@cache
def select_one(into: Table) -> str:
    """Return a SELECT of the row of one entity. Parameter: id."""
    return sql(select(into).where(into.c.id == bindparam("id_")))


@cache
def insert(into: Table) -> str:
    """Return an INSERT of an entity. Parameters: id, then its fields."""
    return insert_into(into)


@cache
def update(into: Table, names: tuple[str, ...]) -> str:
    """Return an UPDATE of some fields, named in column order. Parameters: the fields, then id."""
    values: dict[str, BindParameter[object]] = {name: bindparam(f"new_{name}") for name in names}
    return sql(into.update().where(into.c.id == bindparam("id_")).values(values))


@cache
def touch(into: Table) -> str:
    """Return an UPDATE that changes nothing in one entity, which must be there. Parameter: id."""
    return sql(into.update().where(into.c.id == bindparam("id_")).values(id=into.c.id))


@cache
def delete(into: Table) -> str:
    """Return a DELETE of one entity. Parameter: id."""
    return sql(into.delete().where(into.c.id == bindparam("id_")))


def _logged() -> Select[Any]:
    return select(
        CHANGE.c.entity, CHANGE.c.id, CHANGE.c.before, CHANGE.c.after, STEP.c.format
    ).join(STEP, CHANGE.c.seq == STEP.c.seq)


def _used() -> CompoundSelect[Any]:
    pictures = (
        TABLES[kind].c[name]
        for kind in ENTITIES
        for name, spec in specs_of(kind).items()
        if spec.target == Attachment.__name__
    )
    return union(*(select(column).where(column.is_not(None)) for column in pictures))


def _cell() -> tuple[ColumnElement[Any], ...]:
    return (
        RESPONSE.c.question,
        RESPONSE_SHEET.c.respondent,
        RESPONSE_SHEET.c.persona,
        RESPONSE_SHEET.c.channel,
        RESPONSE_SHEET.c.country,
        RESPONSE_SHEET.c.tier,
        func.substr(RESPONSE_SHEET.c.date, literal_column("1"), literal_column("7")),
    )


def _batches() -> Select[Any]:
    return select(TABLES[ImportBatch].c.id)


_WRITTEN: Mapping[str, Callable[[], ClauseElement]] = {
    "INSERT_DOCUMENT": DOCUMENT.insert,
    "INSERT_STEP": STEP.insert,
    "INSERT_CHANGE": CHANGE.insert,
    "SELECT_TITLE": lambda: select(TABLES[Project].c.title),
    "SELECT_DOCUMENT": lambda: select(DOCUMENT.c.doc_id),
    "SELECT_HEAD": lambda: select(STEP.c.seq, STEP.c.id).where(
        STEP.c.seq == select(func.max(STEP.c.seq)).scalar_subquery()
    ),
    "SELECT_STEPS": lambda: select(STEP).order_by(STEP.c.seq),
    "SELECT_STEP": lambda: select(STEP.c.seq, STEP.c.label, STEP.c.at).where(
        STEP.c.id == bindparam("id_")
    ),
    "SELECT_CHANGES": lambda: (
        _logged().where(CHANGE.c.seq == bindparam("seq_")).order_by(CHANGE.c.place)
    ),
    "SELECT_LATER_CHANGES": lambda: (
        _logged()
        .where(CHANGE.c.seq > bindparam("seq_"))
        .order_by(CHANGE.c.seq.desc(), CHANGE.c.place.desc())
    ),
    "UPDATE_STEP": lambda: (
        STEP.update()
        .where(STEP.c.seq == bindparam("seq_"), STEP.c.id == bindparam("id_"))
        .values(
            label=bindparam("new_label"), at=bindparam("new_at"), format=bindparam("new_format")
        )
    ),
    "DELETE_CHANGES": lambda: CHANGE.delete().where(CHANGE.c.seq == bindparam("seq_")),
    "DELETE_ALL_CHANGES": CHANGE.delete,
    "DELETE_ALL_STEPS": STEP.delete,
    "SELECT_BLOB": lambda: select(BLOB.c.content).where(BLOB.c.id == bindparam("id_")),
    "INSERT_BLOB": lambda: BLOB.insert().prefix_with("OR IGNORE"),
    "UPDATE_DOCUMENT": lambda: DOCUMENT.update().values(doc_id=bindparam("new_doc_id")),
    "DELETE_LOOSE_ATTACHMENTS": lambda: (
        TABLES[Attachment].delete().where(TABLES[Attachment].c.id.not_in(_used()))
    ),
    "DELETE_LOOSE_BLOBS": lambda: BLOB.delete().where(
        BLOB.c.id.not_in(select(TABLES[Attachment].c.id))
    ),
    "INSERT_RESPONSE_SHEET": RESPONSE_SHEET.insert,
    "INSERT_RESPONSE": RESPONSE.insert,
    "SELECT_HISTOGRAMS": lambda: (
        select(RESPONSE.c.batch, *_cell(), RESPONSE.c.value, func.count())
        .join(
            RESPONSE_SHEET,
            (RESPONSE.c.batch == RESPONSE_SHEET.c.batch)
            & (RESPONSE.c.number == RESPONSE_SHEET.c.number),
        )
        .where(RESPONSE.c.value.is_not(None))
        .group_by(RESPONSE.c.batch, *_cell(), RESPONSE.c.value)
    ),
    "SELECT_COMMENTS": lambda: (
        select(
            RESPONSE.c.number,
            RESPONSE.c.question,
            RESPONSE.c.text,
            RESPONSE_SHEET.c.date,
            RESPONSE_SHEET.c.respondent,
        )
        .join(
            RESPONSE_SHEET,
            (RESPONSE.c.batch == RESPONSE_SHEET.c.batch)
            & (RESPONSE.c.number == RESPONSE_SHEET.c.number),
        )
        .where(
            RESPONSE.c.batch == bindparam("batch_"),
            func.length(RESPONSE.c.text) > literal_column("0"),
        )
        .order_by(RESPONSE.c.number, RESPONSE.c.question)
    ),
    "SELECT_RESPONSE_SHEETS": lambda: (
        select(RESPONSE_SHEET)
        .where(RESPONSE_SHEET.c.batch == bindparam("batch_"))
        .order_by(RESPONSE_SHEET.c.number)
    ),
    "SELECT_RESPONSES": lambda: (
        select(RESPONSE)
        .where(RESPONSE.c.batch == bindparam("batch_"))
        .order_by(RESPONSE.c.number, RESPONSE.c.question)
    ),
    "COUNT_SHEETS": lambda: (
        select(func.count())
        .select_from(RESPONSE_SHEET)
        .where(RESPONSE_SHEET.c.batch == bindparam("batch_"))
    ),
    "DELETE_RESPONSES": lambda: RESPONSE.delete().where(RESPONSE.c.batch == bindparam("batch_")),
    "DELETE_SHEETS": lambda: RESPONSE_SHEET.delete().where(
        RESPONSE_SHEET.c.batch == bindparam("batch_")
    ),
    "SELECT_LAID_BATCHES": lambda: select(RESPONSE_SHEET.c.batch).distinct(),
    "SELECT_LOGGED_BATCHES": lambda: (
        select(CHANGE.c.id).distinct().where(CHANGE.c.entity == bindparam("entity_"))
    ),
    "DELETE_LOOSE_RESPONSES": lambda: RESPONSE.delete().where(RESPONSE.c.batch.not_in(_batches())),
    "DELETE_LOOSE_SHEETS": lambda: RESPONSE_SHEET.delete().where(
        RESPONSE_SHEET.c.batch.not_in(_batches())
    ),
    "SELECT_LOG": lambda: select(
        CHANGE.c.seq, CHANGE.c.place, CHANGE.c.entity, CHANGE.c.id
    ).add_columns(CHANGE.c.before, CHANGE.c.after),
    "UPDATE_CHANGE": lambda: (
        CHANGE.update()
        .where(CHANGE.c.seq == bindparam("seq_"), CHANGE.c.place == bindparam("place_"))
        .values(before=bindparam("new_before"), after=bindparam("new_after"))
    ),
    "DELETE_CHANGE": lambda: CHANGE.delete().where(
        CHANGE.c.entity == bindparam("entity_"), CHANGE.c.id == bindparam("id_")
    ),
    "SELECT_LABELS": lambda: select(STEP.c.seq, STEP.c.label),
    "UPDATE_LABEL": lambda: (
        STEP.update().where(STEP.c.seq == bindparam("seq_")).values(label=bindparam("new_label"))
    ),
    "SELECT_TEXTS": lambda: select(
        RESPONSE.c.batch, RESPONSE.c.number, RESPONSE.c.question, RESPONSE.c.text
    ),
    "UPDATE_TEXT": lambda: (
        RESPONSE.update()
        .where(
            RESPONSE.c.batch == bindparam("batch_"),
            RESPONSE.c.number == bindparam("number_"),
            RESPONSE.c.question == bindparam("question_"),
        )
        .values(text=bindparam("new_text"))
    ),
    "DELETE_ROW": lambda: RESPONSE.delete().where(
        RESPONSE.c.batch == bindparam("batch_"), RESPONSE.c.number == bindparam("number_")
    ),
    "DELETE_SHEET": lambda: RESPONSE_SHEET.delete().where(
        RESPONSE_SHEET.c.batch == bindparam("batch_"),
        RESPONSE_SHEET.c.number == bindparam("number_"),
    ),
}
"""The statements that are always the same, by the names they have in this module."""


def __getattr__(name: str) -> str:
    """Return one of them, compiled when it is first asked for."""
    if name not in _WRITTEN:
        raise AttributeError(name)
    return _compiled(name)


@cache
def _compiled(name: str) -> str:
    return sql(_WRITTEN[name]())
