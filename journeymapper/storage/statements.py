"""SQL made once from the tables: SQLAlchemy Core writes it, the driver runs it.

Compiling a statement costs as much as running it, so each is compiled when first needed and
kept as text with its parameters in a known order.
"""

from __future__ import annotations

from functools import cache

from sqlalchemy import (
    BindParameter,
    ClauseElement,
    Table,
    bindparam,
    func,
    literal_column,
    select,
    union,
)
from sqlalchemy import table as table_named
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
"""One for all: what it has learnt of a type it need not find out again."""


def sql(statement: ClauseElement) -> str:
    """Return the text of a statement, with ``?`` for its parameters."""
    return str(statement.compile(dialect=_DIALECT))


def insert_into(table: Table) -> str:
    """Return an INSERT that takes the columns of a table in their order."""
    return sql(table.insert())


def select_all(kind: type[Entity]) -> str:
    """Return a SELECT of all rows of an entity: ``id``, then the fields.

    It names no columns, so that no table is declared for it: they are those of the format, in its
    order, since the guard has compared them.
    """
    return _select_rows(table_name(kind))


@cache
def _select_rows(name: str) -> str:
    return sql(select(literal_column("*")).select_from(table_named(name)))


@cache
def select_ids(table: Table) -> str:
    """Return a SELECT of the ids of an entity's table."""
    return sql(select(table.c.id))


@cache
def select_one(table: Table) -> str:
    """Return a SELECT of the row of one entity. Parameter: id."""
    return sql(select(table).where(table.c.id == bindparam("id_")))


@cache
def insert(table: Table) -> str:
    """Return an INSERT of an entity. Parameters: id, then its fields."""
    return insert_into(table)


@cache
def update(table: Table, names: tuple[str, ...]) -> str:
    """Return an UPDATE of some fields, named in column order. Parameters: the fields, then id."""
    values: dict[str, BindParameter[object]] = {name: bindparam(f"new_{name}") for name in names}
    return sql(table.update().where(table.c.id == bindparam("id_")).values(values))


@cache
def touch(table: Table) -> str:
    """Return an UPDATE that changes nothing in one entity, which must be there. Parameter: id."""
    return sql(table.update().where(table.c.id == bindparam("id_")).values(id=table.c.id))


@cache
def delete(table: Table) -> str:
    """Return a DELETE of one entity. Parameter: id."""
    return sql(table.delete().where(table.c.id == bindparam("id_")))


INSERT_DOCUMENT = insert_into(DOCUMENT)
INSERT_STEP = insert_into(STEP)
INSERT_CHANGE = insert_into(CHANGE)

SELECT_TITLE = sql(select(TABLES[Project].c.title))
SELECT_DOCUMENT = sql(select(DOCUMENT.c.doc_id))
SELECT_HEAD = sql(
    select(STEP.c.seq, STEP.c.id).where(
        STEP.c.seq == select(func.max(STEP.c.seq)).scalar_subquery()
    )
)
SELECT_STEPS = sql(select(STEP).order_by(STEP.c.seq))
SELECT_STEP = sql(select(STEP.c.seq, STEP.c.label, STEP.c.at).where(STEP.c.id == bindparam("id_")))

_LOGGED = select(CHANGE.c.entity, CHANGE.c.id, CHANGE.c.before, CHANGE.c.after, STEP.c.format).join(
    STEP, CHANGE.c.seq == STEP.c.seq
)
SELECT_CHANGES = sql(_LOGGED.where(CHANGE.c.seq == bindparam("seq_")).order_by(CHANGE.c.place))
SELECT_LATER_CHANGES = sql(
    _LOGGED.where(CHANGE.c.seq > bindparam("seq_")).order_by(
        CHANGE.c.seq.desc(), CHANGE.c.place.desc()
    )
)

UPDATE_STEP = sql(
    STEP.update()
    .where(STEP.c.seq == bindparam("seq_"), STEP.c.id == bindparam("id_"))
    .values(label=bindparam("new_label"), at=bindparam("new_at"), format=bindparam("new_format"))
)
DELETE_CHANGES = sql(CHANGE.delete().where(CHANGE.c.seq == bindparam("seq_")))
DELETE_ALL_CHANGES = sql(CHANGE.delete())
DELETE_ALL_STEPS = sql(STEP.delete())

SELECT_BLOB = sql(select(BLOB.c.content).where(BLOB.c.id == bindparam("id_")))
INSERT_BLOB = sql(BLOB.insert().prefix_with("OR IGNORE"))
UPDATE_DOCUMENT = sql(DOCUMENT.update().values(doc_id=bindparam("new_doc_id")))
_USED = union(
    *(
        select(TABLES[kind].c[name]).where(TABLES[kind].c[name].is_not(None))
        for kind in ENTITIES
        for name, spec in specs_of(kind).items()
        if spec.target == Attachment.__name__
    )
)
DELETE_LOOSE_ATTACHMENTS = sql(
    TABLES[Attachment].delete().where(TABLES[Attachment].c.id.not_in(_USED))
)
DELETE_LOOSE_BLOBS = sql(BLOB.delete().where(BLOB.c.id.not_in(select(TABLES[Attachment].c.id))))

INSERT_RESPONSE_SHEET = insert_into(RESPONSE_SHEET)
INSERT_RESPONSE = insert_into(RESPONSE)
_CELL = (
    RESPONSE.c.question,
    RESPONSE_SHEET.c.respondent,
    RESPONSE_SHEET.c.persona,
    RESPONSE_SHEET.c.channel,
    RESPONSE_SHEET.c.country,
    RESPONSE_SHEET.c.tier,
    func.substr(RESPONSE_SHEET.c.date, literal_column("1"), literal_column("7")),
)
SELECT_HISTOGRAMS = sql(
    select(RESPONSE.c.batch, *_CELL, RESPONSE.c.value, func.count())
    .join(
        RESPONSE_SHEET,
        (RESPONSE.c.batch == RESPONSE_SHEET.c.batch)
        & (RESPONSE.c.number == RESPONSE_SHEET.c.number),
    )
    .where(RESPONSE.c.value.is_not(None))
    .group_by(RESPONSE.c.batch, *_CELL, RESPONSE.c.value)
)
SELECT_COMMENTS = sql(
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
        RESPONSE.c.batch == bindparam("batch_"), func.length(RESPONSE.c.text) > literal_column("0")
    )
    .order_by(RESPONSE.c.number, RESPONSE.c.question)
)
SELECT_RESPONSE_SHEETS = sql(
    select(RESPONSE_SHEET)
    .where(RESPONSE_SHEET.c.batch == bindparam("batch_"))
    .order_by(RESPONSE_SHEET.c.number)
)
SELECT_RESPONSES = sql(
    select(RESPONSE)
    .where(RESPONSE.c.batch == bindparam("batch_"))
    .order_by(RESPONSE.c.number, RESPONSE.c.question)
)
COUNT_SHEETS = sql(
    select(func.count())
    .select_from(RESPONSE_SHEET)
    .where(RESPONSE_SHEET.c.batch == bindparam("batch_"))
)
DELETE_RESPONSES = sql(RESPONSE.delete().where(RESPONSE.c.batch == bindparam("batch_")))
DELETE_SHEETS = sql(RESPONSE_SHEET.delete().where(RESPONSE_SHEET.c.batch == bindparam("batch_")))
SELECT_LAID_BATCHES = sql(select(RESPONSE_SHEET.c.batch).distinct())
SELECT_LOGGED_BATCHES = sql(
    select(CHANGE.c.id).distinct().where(CHANGE.c.entity == bindparam("entity_"))
)
_BATCHES = select(TABLES[ImportBatch].c.id)
DELETE_LOOSE_RESPONSES = sql(RESPONSE.delete().where(RESPONSE.c.batch.not_in(_BATCHES)))
DELETE_LOOSE_SHEETS = sql(RESPONSE_SHEET.delete().where(RESPONSE_SHEET.c.batch.not_in(_BATCHES)))
