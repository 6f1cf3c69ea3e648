"""The tally sheet: count for one week how often something goes wrong, twenty lines."""

from __future__ import annotations

from datetime import date

from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap, Touchpoint
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Box, Reading, Rect, Shape
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.drawing.map.growing import shortened
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.sheets.page import (
    BODY,
    HEIGHT,
    INNER,
    LEAD,
    MARGIN,
    SMALL,
    STRONG,
    TITLE,
    Page,
)

LINES = 20

_COLUMNS: tuple[tuple[float, Message], ...] = (
    (0.0, _("No.")),
    (34.0, _("Day")),
    (104.0, _("It went wrong")),
    (194.0, _("It went well")),
    (284.0, _("What happened")),
)
_BOX = 12.0
_TICKS = (2, 3)
"""The columns with a box to tick."""

_MOST_ROW = 25.0
_SUM = 54.0
_PAIN_LINES = 3
"""A longer pain ends in dots: the map has it whole."""


def tally(snapshot: Snapshot, map_id: str, step_id: str, pen: Pen, today: date) -> Sheet:
    """Return one page to count a step with; raises MissingEntityError without it."""
    page = Page(pen)
    project = queries.project(snapshot)
    step = snapshot.get(Touchpoint, step_id)
    title = snapshot.get(JourneyMap, map_id).title
    number = queries.numbers(snapshot, map_id)[step_id]
    if project.organisation:
        page.write("whose", project.organisation, SMALL, "text_secondary")
    page.write("title", pen.say(_("Count it for one week")), TITLE, reading=Reading.TITLE)
    page.y += 2
    page.write("step", f"{number}  {step.name}", STRONG, reading=Reading.STEP)
    pain = _pain(snapshot, map_id, step_id)
    if pain:
        said = pen.say(_("What goes wrong: {what}", what=pain))
        block = shortened(pen, said, LEAD, INNER, _PAIN_LINES)
        page.add("pain", block.height, placed(block, 0, 0))
    how = _("One line each time somebody comes to this step. Tick one box. Stop after 20 lines.")
    page.write("how", pen.say(how), LEAD, "text_secondary")
    page.y += 10
    _head(page)
    room = HEIGHT - MARGIN - _SUM - page.y
    height = min(_MOST_ROW, room / LINES)
    for line in range(1, LINES + 1):
        _line(page, line, height)
    page.rule("end")
    page.y += 16
    total = _("Went wrong: ______ of ______          Counted from ____________ to ____________")
    page.write("sum", pen.say(total), BODY)
    return page.sheet(title, today)


def _head(page: Page) -> None:
    shapes: list[Shape] = []
    for x, title in _COLUMNS:
        shapes += placed(page.pen.line(page.pen.say(title), SMALL), x, 0, "text_secondary")
    page.add("head", SMALL.line + 3, tuple(shapes))


def _line(page: Page, number: int, height: float) -> None:
    middle = height / 2
    shapes: list[Shape] = [
        Rect(Box(0, 0, INNER, 0.75), "line_strong"),
        *placed(page.pen.line(str(number), BODY), 0, middle - BODY.line / 2, "text_secondary"),
    ]
    for column in _TICKS:
        x = _COLUMNS[column][0] + 20
        tick = Box(x, middle - _BOX / 2, _BOX, _BOX)
        shapes.append(Rect(tick, "surface", "text", 1.0, radius=2))
    page.add(f"line:{number}", height, tuple(shapes))


def _pain(snapshot: Snapshot, map_id: str, step_id: str) -> str:
    lanes = queries.lanes(snapshot, map_id)
    lane = next((lane.id for lane in lanes if lane.kind == LaneKind.PAIN), "")
    texts = (card.text for card in queries.cards_at(snapshot, lane, step_id))
    return next((" ".join(text.split()) for text in texts if text.strip()), "")
