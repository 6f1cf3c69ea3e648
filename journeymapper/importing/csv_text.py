"""CSV files of any making: which letters, which separator, which rows."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _

MOST_ROWS = 50_000

_SEPARATORS = ",;\t"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class CsvRows:
    """The rows of a file, each with the number of its last line; ``note`` says what was guessed."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    note: Message | None = None


def read_rows(data: bytes) -> CsvRows:
    """Return the rows of a CSV file; empty ones are left out. Raises UserError for other files."""
    text, note = decoded(data)
    if "\0" in text:
        raise UserError(
            _("This is no CSV file: it holds zero bytes."),
            _("Save the table as CSV and try again."),
        )
    first = text.lstrip("\r\n").splitlines()[0] if text.strip() else ""
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    found: list[tuple[int, tuple[str, ...]]] = []
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                found.append((reader.line_num, tuple(row)))
            if len(found) > MOST_ROWS:
                raise UserError(_("This file has more than {most} rows.", most=MOST_ROWS))
    except csv.Error:
        raise _broken(reader.line_num, found) from None
    return CsvRows(tuple(found), note)


def decoded(data: bytes) -> tuple[str, Message | None]:
    """Return the text of a file, and a note where its letters were guessed."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(name), None
            except UnicodeDecodeError:
                raise UserError(
                    _("The letters of this file are damaged."),
                    _("Save it as CSV in UTF-8 and try again."),
                ) from None
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
        return text, _("The letters were read as Windows-1252. Look whether ä, é and ñ are right.")


def _broken(line: int, found: list[tuple[int, tuple[str, ...]]]) -> UserError:
    begun = found[-1][0] + 1 if found else 1
    return UserError(
        _(
            "The rows from line {begin} to line {end} cannot be told apart.",
            begin=begun,
            end=max(begun, line),
        ),
        _("Look for a quotation mark that is not closed, or a cell of more than 131,072 letters."),
    )
