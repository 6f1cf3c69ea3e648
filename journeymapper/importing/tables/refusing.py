"""What is said of files that cannot be read."""

from __future__ import annotations

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _

REASONS: dict[str, tuple[Message, Message]] = {
    "empty": (
        _("There is nothing in this file."),
        _("Choose the file that holds the answers."),
    ),
    "no rows": (
        _("There are no rows below the names of the columns."),
        _("Choose the sheet or file that holds the answers."),
    ),
    "binary": (
        _("This file is no table of text."),
        _("CSV, XLS, XLSX and ODS files can be read."),
    ),
    "page": (
        _("This is a web page, although its name says otherwise."),
        _("Open it in a spreadsheet program and save it as XLSX or CSV."),
    ),
    "journey": (
        _("This is a map, not a table of answers."),
        _("Maps are opened from Home."),
    ),
    "password": (
        _("This workbook is protected by a password."),
        _("Save it without a password and try again."),
    ),
    "damaged": (
        _("This workbook is damaged or of an unknown kind."),
        _("Open it in a spreadsheet program and save it as CSV."),
    ),
    "swollen": (
        _("This file would take far more room than it should."),
        _("Open it in a spreadsheet program and save it as CSV."),
    ),
    "large": (
        _("This file is too large: 100 MB at most."),
        _("Split it into several files."),
    ),
    "many rows": (
        _("This table is too long: {most} rows at most.", most="1,000,000"),
        _("Split it into several files."),
    ),
    "many columns": (
        _("This table is too wide: {most} columns at most.", most="512"),
        _("Take out the columns that are not needed."),
    ),
    "many cells": (
        _("This sheet is almost empty and far too large."),
        _("Copy the table onto a new sheet, or save it as CSV."),
    ),
    "no sheet": (
        _("There is no such sheet in this workbook."),
        _("Choose one of its sheets."),
    ),
    "time": (
        _("Reading this file takes too long."),
        _("Open it in a spreadsheet program and save it as CSV."),
    ),
}
"""Sentence and hint by reason."""

OF_A_ROW: dict[str, tuple[Message, Message]] = {
    "quote": (
        _("A quotation mark is opened and not closed."),
        _("Mend it in the file and try again."),
    ),
    "cell": (
        _("A cell is longer than a million characters."),
        _("Shorten it in the file and try again."),
    ),
}


class TableError(Exception):
    """A file cannot be read; ``reason`` is a key of the table, ``row`` where it is or 0.

    Plain, so that it travels between processes.
    """

    def __init__(self, reason: str, row: int = 0) -> None:
        super().__init__(reason, row)
        self.reason = reason
        self.row = row

    def said(self) -> UserError:
        """Return what people are told."""
        if self.reason in OF_A_ROW:
            message, hint = OF_A_ROW[self.reason]
            return UserError(_("Row {row}: {what}", row=self.row, what=message), hint)
        message, hint = REASONS.get(self.reason, REASONS["damaged"])
        return UserError(message, hint)
