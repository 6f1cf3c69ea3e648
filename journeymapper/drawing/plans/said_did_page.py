"""You said, we did: a page to hang up, from plans with a proof alone."""

from __future__ import annotations

from datetime import date

from journeymapper.domain.counts import Counts
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Box, Rect, Shape
from journeymapper.drawing.flowing import BODY, INNER, SMALL, Block
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import A4, Upright
from journeymapper.drawing.plans.paper import flow_of, head
from journeymapper.drawing.plans.said_did import Said, said_did
from journeymapper.text.runs import TextStyle

TITLE = _("You said, we did")
_WORDS = TextStyle(13, 18, 500)
_PAD = 12.0


def said_did_pages(
    snapshot: Snapshot, counts: Counts, pen: Pen, today: date, on: Upright = A4
) -> tuple[Sheet, ...]:
    """Return the pages: what was wrong on the left, what was done and what came of it right."""
    flow = flow_of(snapshot, pen, today, TITLE, "said", on)
    head(flow, snapshot, TITLE)
    found = said_did(snapshot, counts)
    if not found:
        said = _("No plan is proven yet. As soon as one is, it stands here.")
        flow.write("nothing", pen.say(said), BODY)
    for one in found:
        flow.add(_pair(pen, one))
        flow.space(10)
    return flow.sheets()


def _begun(text: str) -> str:
    """What the owner does, as a sentence of its own."""
    return text[:1].upper() + text[1:]


def _pair(pen: Pen, one: Said) -> Block:
    half = (INNER - 14) / 2
    room = half - 2 * _PAD
    left: Message = _("You said") if one.heard else _("We noticed")
    shapes: list[Shape] = []
    heights: list[float] = []
    for x, title, text, more in (
        (0.0, left, one.problem, ""),
        (half + 14, _("We did"), _begun(one.done), " ".join(pen.say(r) for r in one.results)),
    ):
        name = pen.line(pen.say(title), SMALL)
        block = pen.block(text, _WORDS, room)
        shapes += placed(name, x + _PAD, _PAD, "text_secondary")
        shapes += placed(block, x + _PAD, _PAD + name.height + 2)
        height = _PAD + name.height + 2 + block.height
        if more:
            small = pen.block(more, BODY, room)
            shapes += placed(small, x + _PAD, height + 4, "text_secondary")
            height += 4 + small.height
        heights.append(height + _PAD)
    high = max(heights)
    boxes = tuple(
        Rect(Box(x, 0.5, half, high - 1), "surface", "line_strong", 1.0, radius=8)
        for x in (0.0, half + 14)
    )
    return Block(f"said:{one.plan}", high, (*boxes, *shapes), entity=one.plan)
