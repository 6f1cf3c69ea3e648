"""What the pages about plans share: heads, facts with a label, boxes to tick."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from journeymapper.domain import queries
from journeymapper.domain.dates import in_words
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Box, Path, Reading, Rect, Shape
from journeymapper.drawing.flowing import BODY, HEAD, INNER, SECTION, SMALL, Block, Flow
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.drawing.paper import A4, Upright
from journeymapper.text.runs import TextStyle

LARGE = TextStyle(12, 16, 500)
"""What hangs on a wall is read from a step away."""

LABEL = 112.0
"""Width of the labels of facts over the whole width."""

TICK = 13.0


def flow_of(
    snapshot: Snapshot, pen: Pen, today: date, title: Message, key: str, on: Upright = A4
) -> Flow:
    """Return empty pages of a size, whose feet say what this is and when it was printed."""
    project = queries.project(snapshot)
    about: Message = _("{title}", title=project.title)
    if project.organisation:
        about = _("{title}. {organisation}", title=project.title, organisation=project.organisation)
    printed: Message = _("Printed {date}", date=in_words(today))
    if project.example:
        printed = _("EXAMPLE. Printed {date}", date=in_words(today))
    return Flow(pen, pen.say(title), pen.say(about), pen.say(printed), key, on)


def head(flow: Flow, snapshot: Snapshot, title: Message | str, said: Message | str = "") -> None:
    """Write the head of a first page: what it is, and whose."""
    pen = flow.pen
    text = title if isinstance(title, str) else pen.say(title)
    flow.write("title", text, SECTION, reading=Reading.TITLE, mark=0, after=1)
    project = queries.project(snapshot)
    under = said if isinstance(said, str) else pen.say(said)
    if not under:
        under = project.organisation or project.title
    flow.write("about", under, BODY, "text_secondary", after=6)


def fact(
    pen: Pen, key: str, label: Message, text: str | Message, width: float = INNER
) -> tuple[Block, ...]:
    """Return a label and what belongs to it; nothing where there is nothing to say.

    Over the whole width they stand side by side, in a column one after the other.
    """
    said = text if isinstance(text, str) else pen.say(text)
    if not said.strip():
        return ()
    if width < INNER:
        line = pen.say(_("{label}: {text}", label=label, text=said))
        block = pen.block(line, BODY, width)
        return (Block(key, block.height + 2, placed(block, 0, 0)),)
    name = pen.block(pen.say(label), SMALL, LABEL - 8)
    block = pen.block(said, BODY, width - LABEL)
    shapes = (*placed(name, 0, 2, "text_secondary"), *placed(block, LABEL, 0))
    return (Block(key, max(name.height + 2, block.height) + 3, shapes),)


def add(flow: Flow, blocks: Iterable[Block]) -> None:
    """Add blocks to pages."""
    for block in blocks:
        flow.add(block)


def part(pen: Pen, key: str, title: Message, width: float = INNER) -> Block:
    """Return the head of a part of a page; it stays with what follows."""
    text = pen.say(title)
    block = pen.block(text, HEAD, width)
    return Block(
        key, block.height + 11, placed(block, 0, 7), Reading.STEP, keep=True, mark=(text, 1)
    )


def tick_box(y: float, *, ticked: bool = False, x: float = 0.0) -> tuple[Shape, ...]:
    """Return a box to tick whose upper left corner is at ``x``, ``y``."""
    box = Rect(Box(x + 0.6, y, TICK, TICK), "surface", "text", 1.25, radius=2)
    if not ticked:
        return (box,)
    line = (("M", x + 3.4, y + 6.6), ("L", x + 5.8, y + 9.4), ("L", x + 11, y + 3.4))
    return box, Path(line, stroke="text", width=1.6)


def ticked_row(
    pen: Pen,
    key: str,
    text: str,
    right: Iterable[str] = (),
    *,
    ticked: bool = False,
    under: str = "",
    style: TextStyle = BODY,
    entity: str = "",
    end: float = 92.0,
    width: float = INNER,
) -> Block:
    """Return a row: a box, what is to be done, and at the end lines such as a date."""
    left = TICK + 10
    block = pen.block(text, style, width - left - end - 8)
    shapes: list[Shape] = [*tick_box((style.line - TICK) / 2 + 4, ticked=ticked)]
    shapes += placed(block, left, 4)
    height = block.height
    if under:
        small = pen.block(under, SMALL, width - left - end - 8)
        shapes += placed(small, left, 4 + height, "text_secondary")
        height += small.height
    y = 4.0
    for i, line in enumerate(right):
        said = pen.block(line, style if i == 0 else SMALL, end)
        shapes += placed(said, width - end, y, "text" if i == 0 else "text_secondary")
        y += said.height
    height = max(height, y - 4) + 9
    shapes.append(Rect(Box(0, height - 1.5, width, 0.5), "line"))
    return Block(key, height, tuple(shapes), entity=entity)
