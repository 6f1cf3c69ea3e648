"""A changed action list beside the one there is: what is changed, new, gone, not taken.

changes = read_list(path, snapshot, say)
changes.changes, changes.new, changes.missing, changes.refused
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.domain.plan_list import HEADS, Column, ListChanges
from journeymapper.domain.snapshot import Snapshot
from journeymapper.importing.formulas import formulas_in
from journeymapper.importing.plan_rows import Reader
from journeymapper.importing.tables.refusing import TableError
from journeymapper.importing.tables.table import Table
from journeymapper.importing.tables.worker import read_apart

Say = Callable[[Message], str]

LARGEST = 20 * 1024 * 1024
"""Bytes of the largest list that is read."""

MOST = 5_000
"""Rows of the longest list."""

_NEEDED = (Column.ID, Column.WHAT)


def read_list(
    path: Path, snapshot: Snapshot, say: Say, stop: threading.Event | None = None
) -> ListChanges:
    """Read a list that was saved from here and changed in a spreadsheet.

    Raises UserError for a file that is none, OSError where it cannot be read, and
    ``tables.worker.StoppedError`` when ``stop`` was set meanwhile.
    """
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise UserError(_("This list is too large: {limit} MB at most.", limit=LARGEST // 1024**2))
    table = read_apart(path, stop=stop)
    if table.kind != "xlsx":
        raise UserError(
            _("An action list comes back as XLSX, as it was saved."),
            _("Save it as an Excel workbook (.xlsx) and try again."),
        )
    try:
        formulas = formulas_in(data, table.sheet)
    except TableError as error:
        raise error.said() from None
    return compared(table, formulas, snapshot, say)


def compared(
    table: Table, formulas: frozenset[tuple[int, int]], snapshot: Snapshot, say: Say
) -> ListChanges:
    """Return what a list changes; ``formulas`` are cells by row from 1 and column from 0.

    Raises UserError for a table that is no action list.
    """
    places = _places(table, say)
    if len(table.rows) > MOST:
        raise UserError(_("This list is too long: {most} rows at most.", most=MOST))
    reader = Reader(snapshot, say)
    for number, row in zip(table.numbers, table.rows, strict=True):
        cells = {column: row[place] for column, place in places.items()}
        bad = frozenset(c for c, place in places.items() if (number, place) in formulas)
        reader.read(number, cells, bad)
    return reader.found()


def _places(table: Table, say: Say) -> dict[Column, int]:
    """Find the columns by their names; those that were taken out stay as they are."""
    names = [name.casefold() for name in table.header]
    found: dict[Column, int] = {}
    for column, head in HEADS.items():
        wanted = " ".join(say(head).split()).casefold()
        if wanted in names:
            found[column] = names.index(wanted)
    lost = [column for column in _NEEDED if column not in found]
    if lost:
        raise UserError(
            _("This table has no column “{name}”.", name=say(HEADS[lost[0]])),
            _("Save the action list from here as a table, and change that one."),
        )
    return found
