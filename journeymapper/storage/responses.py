"""The rows of imported batches: written once with their batch, read as histograms."""

from __future__ import annotations

import math
import sqlite3
from collections import Counter
from collections.abc import Mapping
from typing import Any

from journeymapper.domain.answer_rules import Chosen
from journeymapper.domain.counts import Cell, Histogram
from journeymapper.domain.entities import ImportBatch
from journeymapper.domain.laid import Brought, Laid
from journeymapper.domain.responses import Comment, Responses, batch_key
from journeymapper.storage import statements
from journeymapper.storage.errors import damaged
from journeymapper.storage.tables import TABLES

Cells = Mapping[Cell, Histogram]
"""Histograms of one batch."""

Histograms = dict[str, Cells]
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
        batch: rows.cells if isinstance(rows, Laid) else cells_of(rows)
        for batch, rows in batches.items()
    }


def cells_of(rows: Responses, asked: frozenset[str] = frozenset()) -> Cells:
    """Count the answers of one batch; sheets that are alike are told apart once.

    The cells say what their sheets chose at the questions that are ``asked``, by id. Raises
    DocumentError for values that are no numbers.
    """
    chosen = _chosen_in(rows, asked)
    alike: dict[tuple[object, ...], int] = {}
    kinds: dict[int, int] = {}
    for number, day, *common in rows.sheets:
        key = (*common, day[:7], chosen.get(number, frozenset()))
        kinds[number] = alike.setdefault(key, len(alike))
    keys: list[Any] = list(alike)
    counted = Counter(
        (kinds[number], question, value)
        for number, question, value, _text in rows.answers
        if value is not None
    )
    found: dict[Cell, dict[float, int]] = {}
    cells: dict[tuple[int, str], dict[float, int]] = {}
    for (kind, question, value), n in counted.items():
        if not math.isfinite(value):
            raise damaged()
        histogram = cells.get((kind, question))
        if histogram is None:
            histogram = cells[kind, question] = found.setdefault(
                Cell(question, "", *keys[kind]), {}
            )
        histogram[value] = n
    return found


def _chosen_in(rows: Responses, asked: frozenset[str]) -> Mapping[int, frozenset[Chosen]]:
    """Return what sheets chose at some questions; equal choices are one object."""
    found: dict[int, frozenset[Chosen]] = {}
    same: dict[frozenset[Chosen], frozenset[Chosen]] = {}
    for number, question, value, _text in rows.answers if asked else ():
        if question in asked and value is not None:
            both = found.get(number, frozenset()) | {(question, value)}
            found[number] = same.setdefault(both, both)
    return found


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
