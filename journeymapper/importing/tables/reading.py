"""The bytes of a file become a table, in this process and without caps of memory or time."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path

from journeymapper.importing.tables import delimited, header, sniff
from journeymapper.importing.tables.refusing import TableError
from journeymapper.importing.tables.table import LARGEST_FILE, MOST_ROWS, Cell, Row, Table
from journeymapper.importing.tables.workbook import sheet_rows

Progress = Callable[[str], None]
"""Is told what is being done: "read", "cells"."""


def read_file(path: Path, sheet: str = "", progress: Progress = lambda _what: None) -> Table:
    """Read a table from a file of its own or of another program that has it open.

    Raises TableError, and OSError for a file that cannot be read.
    """
    progress("read")
    if path.stat().st_size > LARGEST_FILE:
        raise TableError("large")
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise TableError("large")
    progress("cells")
    return dataclasses.replace(read_table(data, sheet), in_use=in_use(path))


def in_use(path: Path) -> bool:
    """Say whether Excel or LibreOffice has a file open: they leave a mark beside it."""
    name = path.name
    marks = (f"~${name}", f"~${name[2:]}", f".~lock.{name}#")
    return any((path.parent / mark).exists() for mark in marks)


def read_table(data: bytes, sheet: str = "") -> Table:
    """Read a table from bytes; raises TableError."""
    kind = sniff.kind_of(data)
    if kind != "csv":
        rows, name, names = sheet_rows(data, kind, sheet)
        return _below_header(Table(kind, (), rows, (), sheet=name, sheets=names))
    text, letters, stray = sniff.decoded(data)
    if not text.strip():
        raise TableError("empty")
    delimiter = delimited.delimiter_of(text)
    rows = delimited.records(text, delimiter)
    return _below_header(
        Table(kind, (), rows, (), letters=letters, delimiter=delimiter, stray=stray)
    )


def _below_header(whole: Table) -> Table:
    """Part title lines, header and rows; empty rows and sums at the end go."""
    rows = whole.rows
    place = header.header_at(rows)
    above = [] if place is None else [row for row in rows[:place] if header.filled(row)]
    begin = 0 if place is None else place + 1
    names: Row = () if place is None else rows[place]
    kept = [(n, row) for n, row in enumerate(rows[begin:], begin + 1) if any(map(_holds, row))]
    footer = 0
    while len(kept) > 1 and header.is_sum(kept[-1][1]):
        kept.pop()
        footer += 1
    if not kept:
        raise TableError("no rows" if place is not None else "empty")
    if len(kept) > MOST_ROWS:
        raise TableError("many rows")
    width = _width(names, [row for _n, row in kept[:200]])
    blank = [None] * width
    found = [_cells(row, width, blank) for _n, row in kept]
    return dataclasses.replace(
        whole,
        header=header.names_of(names, width),
        rows=found,
        numbers=[n for n, _row in kept],
        above=tuple(" ".join(str(c) for c in row if _holds(c)) for row in above),
        footer=footer,
    )


def _holds(cell: Cell) -> bool:
    return cell is not None and cell != ""


def _width(names: Row, rows: Sequence[Row]) -> int:
    """Return how many columns there are: named ones, and those most rows fill."""
    named = max((n for n, cell in enumerate(names, 1) if _holds(cell)), default=0)
    lengths = sorted(max((n for n, c in enumerate(row, 1) if _holds(c)), default=0) for row in rows)
    usual = lengths[len(lengths) // 2]
    return max(named, usual if named else lengths[-1])


def _cells(row: Row, width: int, blank: list[None]) -> Row:
    cells: list[Cell] = [_clean(cell) for cell in row]
    if len(cells) < width:
        return cells + blank[len(cells) :]
    while len(cells) > width and cells[-1] is None:
        cells.pop()
    return cells


def _clean(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return cell.strip() or None
    return cell
