"""The comments as a table for a spreadsheet."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence

from journeymapper.app.comments import CommentBook
from journeymapper.domain.kinds import CommentKind
from journeymapper.domain.message import Message, _
from journeymapper.export.table import csv_file
from journeymapper.ui.answers.comment_words import KINDS, MOODS, Names

Say = Callable[[Message], str]

SUFFIXES: Mapping[str, Message] = {
    ".xlsx": _("Excel workbook"),
    ".csv": _("Table for a spreadsheet"),
}

_HEADS = (
    _("Comment"),
    _("Round"),
    _("Question"),
    _("Date"),
    _("Step"),
    _("Themes"),
    _("Mood"),
    _("Praise or coaching"),
    _("About"),
    _("Wow"),
    _("May be told outside"),
)


def table_of(book: CommentBook, rows: Sequence[int], names: Names, say: Say) -> list[list[str]]:
    """Return the comments with all that is noted of them, below a line of headings."""
    table = [[say(head) for head in _HEADS]]
    for row in rows:
        comment, mark = book.comments[row], book.mark(row)
        mood = "" if mark is None or mark.mood is None else say(MOODS[mark.mood])
        kind = mark.kind if mark is not None else CommentKind.PLAIN
        table.append(
            [
                comment.text,
                names.rounds.get(comment.round, ""),
                names.questions.get(comment.question, ""),
                comment.date,
                names.steps.get(book.step(row), ""),
                ", ".join(theme.name for theme in book.themes_of(row)),
                mood,
                say(KINDS[kind]) if kind in KINDS else "",
                mark.about if mark is not None else "",
                say(_("Yes")) if mark is not None and mark.wow else "",
                say(_("Yes")) if mark is not None and mark.consent else "",
            ]
        )
    return table


def file_of(suffix: str, book: CommentBook, rows: Sequence[int], names: Names, say: Say) -> bytes:
    """Return the comments as a file; nothing in it comes alive in a spreadsheet."""
    table = table_of(book, rows, names, say)
    if suffix == ".csv":
        return csv_file(table)
    writer = importlib.import_module("journeymapper.export.workbook")  # heavy: not at the start
    made: bytes = writer.workbook(say(_("Comments")), table)
    return made
