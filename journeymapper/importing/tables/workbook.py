"""Sheets of XLS, XLSX and ODS files as rows."""

from __future__ import annotations

import io

import python_calamine

from journeymapper.importing.tables import zipped
from journeymapper.importing.tables.header import filled
from journeymapper.importing.tables.refusing import TableError
from journeymapper.importing.tables.table import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
)


def sheet_rows(data: bytes, kind: str, wanted: str = "") -> tuple[list[Row], str, tuple[str, ...]]:
    """Return the rows of a sheet, its name, and the names of all; raises TableError.

    Without a name it is the first sheet with more than one row.
    """
    if kind != "xls":
        zipped.check(data)
    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            names = tuple(book.sheet_names)
            if wanted and wanted not in names:
                raise TableError("no sheet")
            found: list[Row] = []
            for name in (wanted,) if wanted else names:
                found = _rows(book.get_sheet_by_name(name))
                if wanted or sum(filled(row) > 0 for row in found[:5]) > 1:
                    return found, name, names
            return found, names[-1] if names else "", names
    except python_calamine.PasswordError:
        raise TableError("password") from None
    except (python_calamine.CalamineError, ValueError, OSError, EOFError, KeyError, IndexError,
            OverflowError):  # fmt: skip
        raise TableError("damaged") from None
    except BaseException as error:
        if type(error).__name__ == _PANIC:
            raise TableError("damaged") from None
        raise


_PANIC = "PanicException"
"""What the reader raises when its own checks fail; it is no Exception and cannot be imported."""


def _rows(sheet: python_calamine.CalamineSheet) -> list[Row]:
    if sheet.total_width > MOST_COLUMNS:
        raise TableError("many columns")
    if sheet.total_height > MOST_ROWS:
        raise TableError("many rows")
    if sheet.total_width * sheet.total_height > MOST_CELLS:
        raise TableError("many cells")
    return list[Row](sheet.to_python(skip_empty_area=False))
