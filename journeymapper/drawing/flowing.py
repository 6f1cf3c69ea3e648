"""Pages filled from the top: blocks follow each other, heads of tables are said again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journeymapper.domain.message import Message, _
from journeymapper.drawing.charts.chart import Chart
from journeymapper.drawing.display_list import Box, Drawing, Group, Reading, Rect, Shape
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.drawing.map.sheet import Bookmark, Sheet
from journeymapper.drawing.paper import A4, MARGIN_MM, POINTS_PER_MM, Upright
from journeymapper.drawing.parting import parted
from journeymapper.drawing.transform import scaled
from journeymapper.text.runs import TextStyle

MARGIN = (MARGIN_MM + 2) * POINTS_PER_MM
INNER = A4.width - 2 * MARGIN
"""What is written is as wide on every paper; it stands in the middle of a wider one."""

BODY = TextStyle(9.5, 13, 400)
STRONG = TextStyle(9.5, 13, 600)
SMALL = TextStyle(8, 11, 400)
HEAD = TextStyle(12, 16, 600)
SECTION = TextStyle(17, 22, 600)

SHRINK = 0.75
"""Charts are drawn as on screen and put on paper so much smaller."""

_FOOT = 22.0
_RUNNING = 26.0


@dataclass(frozen=True, slots=True)
class Block:
    """Something over the whole width; ``keep`` holds it together with what follows."""

    key: str
    height: float
    shapes: tuple[Shape, ...]
    reading: Reading = Reading.TEXT
    alt: Message | None = None
    entity: str = ""
    keep: bool = False
    mark: tuple[str, int] | None = None


class Flow:
    """Collects blocks into pages of a size; ``key`` begins the names of the sheets."""

    def __init__(
        self,
        pen: Pen,
        title: str,
        about: str,
        bottom: str,
        key: str = "gaps",
        size: Upright = A4,
    ) -> None:
        self.pen, self._size = pen, size
        self._left = (size.width - INNER) / 2
        self._key = key
        self._title, self._about, self._bottom = title, about, bottom
        self._pages: list[list[Group]] = [[]]
        self._marks: list[list[Bookmark]] = [[]]
        self._y = MARGIN
        self._waiting: list[Block] = []

    @property
    def room(self) -> float:
        """How much height is left on this page."""
        return self._size.height - MARGIN - _FOOT - self._y

    def page(self) -> None:
        """Begin another page, with the running head."""
        self._settle()
        self._pages.append([])
        self._marks.append([])
        self._y = MARGIN
        pen = self.pen
        left, right = pen.line(self._title, SMALL), pen.line(self._about, SMALL)
        shapes = (
            *placed(left, 0, 0, "text_secondary"),
            *placed(right, INNER - right.width, 0, "text_secondary"),
            Rect(Box(0, 14, INNER, 0.75), "line_strong"),
        )
        self._put(Block("running", _RUNNING, shapes, Reading.DECORATION))

    def add(self, block: Block) -> None:
        """Add a block; one that does not fit any more begins the next page."""
        self._waiting.append(block)
        if not block.keep:
            self._settle()

    def space(self, height: float) -> None:
        """Leave room."""
        self._settle()
        self._y += height

    def write(
        self,
        key: str,
        text: str,
        style: TextStyle = BODY,
        colour: str = "text",
        reading: Reading = Reading.TEXT,
        *,
        keep: bool = False,
        mark: int | None = None,
        after: float = 3.0,
    ) -> None:
        """Write lines over the whole width; a long text goes on over pages."""
        pen = self.pen
        block = pen.block(text, style, INNER)
        bookmark = (text, mark) if mark is not None else None
        self.add(
            Block(key, block.height + after, placed(block, 0, 0, colour), reading, None, "",
                  keep, bookmark)
        )  # fmt: skip

    def heading(self, key: str, text: str, hint: str = "") -> None:
        """Write the head of a part; it stays with what follows."""
        pen = self.pen
        head = pen.block(text, HEAD, INNER)
        shapes: list[Shape] = [*placed(head, 0, 8)]
        height = head.height + 14
        if hint:
            block = pen.line(hint, SMALL)
            if head.width + block.width + 12 <= INNER and len(head.lines) == 1:
                shapes += placed(block, head.width + 10, 8 + 4, "text_secondary")
            else:
                block = pen.block(hint, SMALL, INNER)
                shapes += placed(block, 0, 8 + head.height, "text_secondary")
                height += block.height
        self.add(Block(key, height, tuple(shapes), Reading.STEP, keep=True, mark=(text, 1)))

    def chart(self, chart: Chart, key: str = "") -> None:
        """Put a chart on the page, with its title above."""
        self.heading(f"title:{key or chart.title.key}", self.pen.say(chart.title))
        for group in chart.drawing.groups:
            small = scaled(group, SHRINK)
            self.add(
                Block(f"{group.key}:{key}", small.box.h + 6, small.shapes, Reading.FIGURE,
                      group.alt)
            )  # fmt: skip

    def columns(self, left: Sequence[Block], right: Sequence[Block], apart: float) -> bool:
        """Put blocks into two columns; returns False, and does nothing, where they do not fit.

        They must be as wide as the columns. What stands in the left one is read first.
        """
        self._settle()
        high = max(sum(block.height for block in side) for side in (left, right))
        if high > self.room:
            return False
        top = self._y
        for side, x in ((left, 0.0), (right, (INNER + apart) / 2)):
            self._y = top
            for block in side:
                self._put(block, x, (INNER - apart) / 2)
        self._y = top + high
        return True

    def table(self, head: Block, rows: Sequence[Block]) -> None:
        """Add a table; its head is said again on each page it goes on to."""
        for i, row in enumerate(rows):
            if i == 0:
                self.add(replace(head, keep=True))
            elif row.height > self.room:
                self.page()
                self.add(replace(head, keep=True))
            self.add(row)

    def sheets(self) -> tuple[Sheet, ...]:
        """Return the finished pages with their feet."""
        self._settle()
        total = len(self._pages)
        found: list[Sheet] = []
        for i, groups in enumerate(self._pages, start=1):
            foot = self._foot(i, total)
            unique = [replace(g, key=f"{g.key}#{n}") for n, g in enumerate(groups)]
            width, height = self._size.width, self._size.height
            drawing = Drawing(width, height, (*unique, foot))
            marks = tuple(self._marks[i - 1])
            found.append(Sheet(drawing, width, height, self._title, marks, f"{self._key}:{i}"))
        return tuple(found)

    def _foot(self, page: int, total: int) -> Group:
        pen = self.pen
        said = _("{title}, page {page} of {total}", title=self._title, page=page, total=total)
        right = pen.line(pen.say(said), SMALL)
        left = pen.line(self._bottom, SMALL)
        shapes = (
            Rect(Box(0, 0, INNER, 0.75), "text_tertiary"),
            *placed(left, 0, 6, "text_secondary"),
            *placed(right, INNER - right.width, 6, "text_secondary"),
        )
        return Group("foot", Box(self._left, self._size.height - MARGIN - 8, INNER, 18), shapes)

    def _settle(self) -> None:
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        need = sum(block.height for block in waiting)
        if need > self.room and self._y > MARGIN + _RUNNING:
            self.page()
        for block in waiting:
            if block.height > self.room:
                self._part(block)
            else:
                self._put(block)

    def _part(self, block: Block) -> None:
        """Put a block that is higher than what is left of a page: it goes on over pages."""
        whole = self._size.height - 2 * MARGIN - _FOOT - _RUNNING
        first = self.room
        for number, (height, shapes) in enumerate(parted(block.shapes, block.height, first, whole)):
            if number:
                self.page()
            mark = None if number else block.mark
            self._put(replace(block, height=height, shapes=shapes, mark=mark))

    def _put(self, block: Block, x: float = 0.0, width: float = INNER) -> None:
        box = Box(self._left + x, self._y, width, block.height)
        self._pages[-1].append(
            Group(block.key, box, block.shapes, block.entity, block.reading, block.alt)
        )
        if block.mark is not None:
            self._marks[-1].append(Bookmark(block.mark[0], block.mark[1], self._y))
        self._y += block.height
