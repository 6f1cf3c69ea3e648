"""The rows of imported batches: written once with their batch, read as histograms."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Mapping

from journeymapper.domain.counts import Cell
from journeymapper.domain.responses import Comment, Responses, batch_key
from journeymapper.storage import statements
from journeymapper.storage.errors import damaged

Histograms = dict[str, dict[Cell, dict[float, int]]]
"""By batch; the cells have no round."""


def write_responses(raw: sqlite3.Connection, batches: Mapping[str, Responses]) -> None:
    """Write the rows of new batches, inside the transaction of their step."""
    for batch, rows in batches.items():
        raw.executemany(
            statements.INSERT_RESPONSE_SHEET, ((batch, *sheet) for sheet in rows.sheets)
        )
        raw.executemany(statements.INSERT_RESPONSE, ((batch, *answer) for answer in rows.answers))


def read_histograms(raw: sqlite3.Connection) -> Histograms:
    """Count the answers of all batches the file holds; raises DocumentError for no numbers."""
    found: Histograms = {}
    for batch, question, *common, value, n in raw.execute(statements.SELECT_HISTOGRAMS):
        if not math.isfinite(value):
            raise damaged()
        cell = Cell(question, "", *common)
        found.setdefault(batch, {}).setdefault(cell, {})[value] = n
    return found


def histograms_of(batches: Mapping[str, Responses]) -> Histograms:
    """Count rows that were written just now, as ``read_histograms`` would."""
    found: Histograms = {}
    for batch, rows in batches.items():
        sheets = {sheet[0]: sheet for sheet in rows.sheets}
        cells = found.setdefault(batch, {})
        for number, question, value, _text in rows.answers:
            if value is not None:
                _number, date, who, persona, channel, country, tier = sheets[number]
                cell = Cell(question, "", who, persona, channel, country, tier, date[:7])
                histogram = cells.setdefault(cell, {})
                histogram[value] = histogram.get(value, 0) + 1
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
