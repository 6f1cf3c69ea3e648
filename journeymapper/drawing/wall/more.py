"""Follow-on sheets: whole texts that had no room on a sheet of the row, to hang below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Box, Group, Reading
from journeymapper.drawing.lettering import placed
from journeymapper.drawing.wall.frame import HEADS_TOP, MARGIN, PAD, TABLE_BOTTOM, WallFrame
from journeymapper.drawing.wall.lines import Lines, lines_of
from journeymapper.drawing.wall.planning import PlannedSheet
from journeymapper.drawing.wall.table import SIZES, Row, heads_group, row_group, row_of

_TITLE = 30.0
_AFTER = 12.0
_SIZE = 16.0
_HEAD = 22.0
_ROOM = TABLE_BOTTOM - HEADS_TOP


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of a text that has no room on its sheet, with the number of its step."""

    step: str
    number: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class Following:
    """One follow-on sheet: pieces of text, then rows of the table."""

    words: tuple[Words, ...]
    rows: tuple[Row, ...]


def following(frame: WallFrame, sheet: PlannedSheet) -> tuple[Following, ...]:
    """Return the follow-on sheets of a sheet, as many as its texts need."""
    pages: list[tuple[list[Words], list[Row]]] = [([], [])]
    left = _ROOM
    for words in _words(frame, sheet):
        rest = words.lines
        while rest:
            now, rest = rest.split(left - _TITLE)
            if now:
                pages[-1][0].append(Words(words.step, words.number, now))
                left -= _TITLE + now.height + _AFTER
            if rest:
                pages.append(([], []))
                left = _ROOM
    for row in _rows(frame, sheet):
        needed = row.height + (0 if pages[-1][1] else _HEAD)
        if needed > left and (pages[-1][0] or pages[-1][1]):
            pages.append(([], []))
            left, needed = _ROOM, row.height + _HEAD
        pages[-1][1].append(row)
        left -= needed
    return tuple(Following(tuple(words), tuple(rows)) for words, rows in pages if words or rows)


def following_groups(frame: WallFrame, page: Following, ink: str) -> tuple[Group, ...]:
    """Return what stands on a follow-on sheet, between its bar and its foot."""
    pen = frame.pen
    groups: list[Group] = []
    y = HEADS_TOP
    above = ""
    for i, words in enumerate(page.words):
        if words.number != above:
            above = words.number
            said = pen.say(_("{number}, the whole text", number=above))
            box = Box(MARGIN + PAD, y, frame.inner - 2 * PAD, _TITLE)
            shapes = placed(pen.line(said, frame.style(20, 700)), 0, 0, ink)
            groups.append(Group(f"title:{i}", box, shapes, words.step, Reading.TEXT))
            y += _TITLE
        box = Box(MARGIN + PAD, y, frame.inner - 2 * PAD, words.lines.height)
        text = placed(words.lines.block, 0, 0)
        groups.append(Group(f"words:{i}", box, text, words.step, Reading.TEXT))
        y += words.lines.height + _AFTER
    if page.rows:
        groups.append(heads_group(frame, y))
        y += _HEAD
    for row in page.rows:
        groups.append(row_group(frame, row, y, ink))
        y += row.height
    return tuple(groups)


def _words(frame: WallFrame, sheet: PlannedSheet) -> Iterator[Words]:
    style, width = frame.style(_SIZE, 400, 1.35), frame.inner - 2 * PAD
    for head in sheet.heads:
        for text in head.rest:
            lines = lines_of(frame.pen, text, style, width)
            yield Words(head.step.id, head.step.number, lines)
    for idea in sheet.table.rest:
        if _too_high(row_of(frame, idea, SIZES[-1])):
            lines = lines_of(frame.pen, idea.text, style, width)
            yield Words(idea.id, idea.number or str(sheet.stage.number), lines)


def _rows(frame: WallFrame, sheet: PlannedSheet) -> Iterator[Row]:
    """The ideas that are left, as large as they have room; one may be too long for a row."""
    for idea in sheet.table.rest:
        row = row_of(frame, idea, SIZES[0])
        if _too_high(row):
            row = row_of(frame, idea, SIZES[-1])
        if not _too_high(row):
            yield row


def _too_high(row: Row) -> bool:
    return row.height > _ROOM - _HEAD
