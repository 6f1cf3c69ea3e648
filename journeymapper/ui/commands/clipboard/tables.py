"""Tables as spreadsheets put them on the clipboard: cells between tabs, rows between line ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import _
from journeymapper.domain.parcel import Block, Item, Line
from journeymapper.domain.words import TEXT_LIMIT

MOST_CELLS = 5_000
"""So many cells are pasted at once."""

_ENDS = "\t\n"
_END = re.compile("[\t\n]")


def read_table(text: str) -> list[list[str]]:
    """Return the rows of a table. A cell in quotes may hold tabs, line ends and doubled quotes.

    Quotes around a cell that needs none are kept: somebody said this. Empty rows at the end
    are left out.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[str]] = [[]]
    at, quotes = 0, True
    while True:
        cell, end = None, at
        if quotes and text.startswith('"', at):
            cell, end, quotes = _quoted(text, at)
        if cell is None:
            end = _end_of(text, at)
            cell = text[at:end]
        rows[-1].append(cell)
        if end >= len(text):
            break
        if text[end] == "\n":
            rows.append([])
        at = end + 1
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return rows


def table_text(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as a table that spreadsheets read back cell by cell."""
    return "\n".join("\t".join(_cell(cell) for cell in row) for row in rows)


def block_of_text(text: str) -> Block:
    """Return a text as cells: lines one below the other, or a table.

    Raises RefusedError for more than 5,000 cells, or more text than a cell holds.
    """
    rows = read_table(text)
    width = max((len(row) for row in rows), default=0)
    if width == 1:
        rows = [row for row in rows if row[0].strip()]
    count = sum(1 for row in rows for cell in row if cell.strip())
    if count > MOST_CELLS or width * len(rows) > 4 * MOST_CELLS:
        raise RefusedError(
            _(
                "This table has {count} cells; at most {limit} can be pasted at once.",
                count=max(count, width * len(rows)),
                limit=MOST_CELLS,
            ),
            _("Copy a part of it."),
        )
    for cell in (cell for row in rows for cell in row):
        if len(cell) > TEXT_LIMIT:
            raise RefusedError(
                _(
                    "A cell has {length} characters; at most {limit} fit on a card.",
                    length=len(cell),
                    limit=TEXT_LIMIT,
                ),
                _("Nothing was pasted. Copy a shorter piece."),
            )
    lines = []
    for row in rows:
        cells = [(Item(cell.strip()),) if cell.strip() else () for cell in row]
        lines.append(Line((*cells, *[()] * (width - len(row)))))
    return Block(tuple(lines))


def rows_of(block: Block) -> list[list[str]]:
    """Return the texts of a block; those of one cell stand below each other."""
    return [["\n".join(item.text for item in cell) for cell in line.cells] for line in block.lines]


def _quoted(text: str, at: int) -> tuple[str | None, int, bool]:
    """Read a cell in quotes; None when it is none. The last value: may there be others?"""
    search = at + 1
    while (end := text.find('"', search)) >= 0:
        if text.startswith('"', end + 1):
            search = end + 2
            continue
        inside = text[at + 1 : end]
        whole = end + 1 == len(text) or text[end + 1] in _ENDS
        needs = '"' in inside or any(mark in inside for mark in _ENDS)
        if whole and needs:
            return inside.replace('""', '"'), end + 1, True
        return None, at, True
    return None, at, False


def _end_of(text: str, at: int) -> int:
    found = _END.search(text, at)
    return found.start() if found else len(text)


def _cell(text: str) -> str:
    if any(mark in text for mark in '\t\n"'):
        return '"' + text.replace('"', '""') + '"'
    return text
