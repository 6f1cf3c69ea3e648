"""What is being changed: who, by when, a box to tick; rows with ideas and rows for a pen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journeymapper.domain.dates import in_short
from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Box, Group, Path, Reading, Rect, Shape
from journeymapper.drawing.lettering import placed
from journeymapper.drawing.wall.content import Idea
from journeymapper.drawing.wall.frame import LEAST, MARGIN, PAD, TABLE_BOTTOM, TABLE_TOP, WallFrame
from journeymapper.drawing.wall.lines import Lines, lines_of

ROW = 29.0
"""The least height of a row: room for handwriting."""

SIZES = (18.0, 16.0, 14.0)
"""Sizes of ideas that are tried, in points."""

_HEAD = 18.0
_WHO, _WHEN = 0.6, 0.78
"""Where the columns begin, as shares of the width."""

_TICK = 17.0


@dataclass(frozen=True, slots=True)
class Row:
    """One row with an idea, measured; ``number`` is that of its step."""

    idea: Idea
    number: Lines
    text: Lines
    who: Lines
    when: Lines

    @property
    def height(self) -> float:
        """The height with room above and below."""
        return max(ROW, *(part.height + 6.0 for part in (self.text, self.who, self.when)))


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that have room on a sheet, and the ideas that have not."""

    rows: tuple[Row, ...]
    rest: tuple[Idea, ...]


def table_of(frame: WallFrame, ideas: Sequence[Idea]) -> Table:
    """Return the rows for these ideas, in the largest letters in which they have room.

    Smaller letters come before a sheet without an empty row, and that before a second sheet.
    """
    room = TABLE_BOTTOM - TABLE_TOP - _HEAD
    rows: tuple[Row, ...] = ()
    for free in (ROW, 0.0):
        for size in SIZES:
            rows = tuple(row_of(frame, idea, size) for idea in ideas)
            if sum(row.height for row in rows) <= room - free:
                return Table(rows, ())
    kept: list[Row] = []
    left = room - ROW  # a line that says where it goes on
    for row in rows:
        if row.height > left:
            break
        left -= row.height
        kept.append(row)
    return Table(tuple(kept), tuple(ideas[len(kept) :]))


def row_of(frame: WallFrame, idea: Idea, size: float) -> Row:
    """Measure one idea."""
    bold = frame.style(size, 600, 1.25)
    number = lines_of(frame.pen, idea.number, bold, 100)
    room = frame.inner * _WHO - 2 * PAD - _number_width(number)
    plain = frame.style(max(LEAST, size - 2), 400, 1.25)
    width = frame.inner - 2 * PAD
    who = lines_of(frame.pen, idea.who, plain, (_WHEN - _WHO) * width - 8)
    when = lines_of(frame.pen, _day(frame, idea.due), plain, (1 - _WHEN) * width - _TICK - 14)
    return Row(idea, number, lines_of(frame.pen, idea.text, bold, room), who, when)


def _day(frame: WallFrame, due: str) -> str:
    """Return a local date without its year: the sheet hangs for some weeks."""
    if not due:
        return ""
    day = date.fromisoformat(due)
    return frame.pen.say(in_short(day, day))


def table_groups(frame: WallFrame, table: Table, ink: str, goes_on: str) -> tuple[Group, ...]:
    """Return heads, rows, and empty rows as far as there is room."""
    y = TABLE_TOP + _HEAD
    groups = [heads_group(frame, TABLE_TOP)]
    for row in table.rows:
        groups.append(row_group(frame, row, y, ink))
        y += row.height
    last = TABLE_BOTTOM - (ROW if goes_on else 0)
    count = 0
    while y + ROW <= last + 0.01:
        groups.append(empty_row(frame, f"row:{count}", y))
        y += ROW
        count += 1
    if goes_on:
        block = frame.pen.line(goes_on, frame.style(LEAST, 600))
        box = Box(MARGIN + PAD, y + 5, frame.inner - 2 * PAD, block.height)
        shapes = placed(block, 0, 0, "text_secondary")
        groups.append(Group("table:more", box, shapes, reading=Reading.TEXT))
    return tuple(groups)


def heads_group(frame: WallFrame, y: float) -> Group:
    """Return the titles of the columns."""
    pen, style = frame.pen, frame.style(LEAST, 500)
    width = frame.inner
    shapes: list[Shape] = []
    for share, words in (
        (0.0, _("We are changing")),
        (_WHO, _("who")),
        (_WHEN, _("by when")),
    ):
        shapes += placed(pen.line(pen.say(words), style), share * width, 0, "text_secondary")
    done = pen.line(pen.say(_("done")), style)
    shapes += placed(done, width - 2 * PAD - done.width, 0, "text_secondary")
    box = Box(MARGIN + PAD, y, width - 2 * PAD, _HEAD)
    return Group("table:heads", box, tuple(shapes), reading=Reading.TEXT)


def row_group(frame: WallFrame, row: Row, y: float, ink: str) -> Group:
    """Return a row with what is to be done; who and when where agreed, otherwise for a pen."""
    top = (row.height - row.text.height) / 2
    shapes: list[Shape] = [*placed(row.number.block, 0, top, ink)] if row.idea.number else []
    shapes += placed(row.text.block, _number_width(row.number), top)
    for lines, share in ((row.who, _WHO), (row.when, _WHEN)):
        if lines:
            shapes += placed(lines.block, share * frame.inner, (row.height - lines.height) / 2)
    shapes += _rule(frame, row.height)
    box = Box(MARGIN + PAD, y, frame.inner - 2 * PAD, row.height)
    return Group(f"idea:{row.idea.id}", box, tuple(shapes), row.idea.id, Reading.TEXT)


def empty_row(frame: WallFrame, key: str, y: float) -> Group:
    """Return a row that is all for a pen."""
    box = Box(MARGIN + PAD, y, frame.inner - 2 * PAD, ROW)
    return Group(key, box, _rule(frame, ROW))


def _rule(frame: WallFrame, height: float) -> tuple[Shape, ...]:
    width = frame.inner - 2 * PAD
    line = (("M", 0.0, height), ("L", width, height))
    tick = Box(width - _TICK - 6, (height - _TICK) / 2, _TICK, _TICK)
    return (
        Path(line, stroke="text", width=0.75),
        Rect(tick, "surface", "text", 1.25, radius=2),
    )


def _number_width(number: Lines) -> float:
    return number.width + 8 if number.width else 0.0
