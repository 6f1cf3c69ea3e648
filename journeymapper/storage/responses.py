"""The rows of imported batches: written once with their batch, read as histograms."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Mapping

from journeymapper.domain.counts import Cell, Histogram
from journeymapper.domain.entities import ImportBatch
from journeymapper.domain.laid import Brought, Laid
from journeymapper.domain.responses import Comment, Responses, batch_key
from journeymapper.storage import statements
from journeymapper.storage.errors import damaged
from journeymapper.storage.tables import TABLES

Histograms = dict[str, dict[Cell, Histogram]]
"""By batch; the cells have no round."""


def write_responses(raw: sqlite3.Connection, batches: Mapping[str, Brought]) -> None:
    """Write the rows of new batches, inside the transaction of their step.

    Those that were laid before must be there; raises sqlite3.IntegrityError otherwise.
    """
    for batch, rows in batches.items():
        if isinstance(rows, Responses):
            write_rows(raw, batch, rows)
        elif raw.execute(statements.COUNT_SHEETS, (batch,)).fetchone() != (rows.sheets,):
            raise sqlite3.IntegrityError("rows of this batch are not there")


def write_rows(raw: sqlite3.Connection, batch: str, rows: Responses) -> None:
    """Write rows, inside a transaction."""
    raw.executemany(statements.INSERT_RESPONSE_SHEET, ((batch, *sheet) for sheet in rows.sheets))
    raw.executemany(statements.INSERT_RESPONSE, ((batch, *answer) for answer in rows.answers))


def drop_rows(raw: sqlite3.Connection, batch: str) -> None:
    """Take all rows of a batch away, inside a transaction."""
    raw.execute(statements.DELETE_RESPONSES, (batch,))
    raw.execute(statements.DELETE_SHEETS, (batch,))


def sweep(raw: sqlite3.Connection) -> None:
    """Take away rows that were laid for a batch that never came, in a transaction of its own.

    Rows that an undone import left stay: the history can bring their batch back.
    """
    batches = {row[0] for row in raw.execute(statements.SELECT_LAID_BATCHES)}
    if batches:
        batches -= {row[0] for row in raw.execute(statements.select_ids(TABLES[ImportBatch]))}
    if batches:
        name = (ImportBatch.__name__,)
        batches -= {row[0] for row in raw.execute(statements.SELECT_LOGGED_BATCHES, name)}
    if batches:
        raw.execute("BEGIN IMMEDIATE")
        for batch in batches:
            drop_rows(raw, batch)
        raw.execute("COMMIT")


def read_histograms(raw: sqlite3.Connection) -> Histograms:
    """Count the answers of all batches the file holds; raises DocumentError for no numbers."""
    found: dict[str, dict[Cell, dict[float, int]]] = {}
    for batch, question, *common, value, n in raw.execute(statements.SELECT_HISTOGRAMS):
        if not math.isfinite(value):
            raise damaged()
        cell = Cell(question, "", *common)
        found.setdefault(batch, {}).setdefault(cell, {})[value] = n
    return {batch: dict(cells) for batch, cells in found.items()}


def histograms_of(batches: Mapping[str, Brought]) -> Histograms:
    """Count rows that were written just now, as ``read_histograms`` would."""
    return {
        batch: dict(rows.cells) if isinstance(rows, Laid) else cells_of(rows)
        for batch, rows in batches.items()
    }


def cells_of(rows: Responses) -> dict[Cell, Histogram]:
    """Count the answers of one batch."""
    common = {number: (*about, date[:7]) for number, date, *about in rows.sheets}
    found: dict[tuple[str, tuple[str, ...]], dict[float, int]] = {}
    for number, question, value, _text in rows.answers:
        if value is not None:
            histogram = found.setdefault((question, common[number]), {})
            histogram[value] = histogram.get(value, 0) + 1
    return {Cell(question, "", *about): values for (question, about), values in found.items()}


def read_comments(raw: sqlite3.Connection, batch: str) -> tuple[Comment, ...]:
    """Return the comments of a batch by sheet; their round is left empty."""
    return tuple(
        Comment(batch_key(batch, number, question), "", question, text, date, respondent)
        for number, question, text, date, respondent in raw.execute(
            statements.SELECT_COMMENTS, (batch,)
        )
    )


def read_responses(raw: sqlite3.Connection, batch: str) -> Responses:
    """Return all rows of a batch."""
    sheets = [tuple(row[1:]) for row in raw.execute(statements.SELECT_RESPONSE_SHEETS, (batch,))]
    answers = [tuple(row[1:]) for row in raw.execute(statements.SELECT_RESPONSES, (batch,))]
    return Responses(sheets, answers)
