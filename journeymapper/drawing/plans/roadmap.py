"""The roadmap: the plans by the quarter in which they are due."""

from __future__ import annotations

from datetime import date

from journeymapper.analysis.plans.standing import standing
from journeymapper.analysis.plans.telling import day_of, state_words, who_of
from journeymapper.domain.entities import Plan
from journeymapper.domain.message import Message, _
from journeymapper.domain.plans import plans
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Box, Rect, Shape
from journeymapper.drawing.flowing import BODY, INNER, SMALL, STRONG, Block
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import A4, Upright
from journeymapper.drawing.plans.paper import flow_of, head, part

TITLE = _("Roadmap")
_WHO, _FROM, _STATE = 230.0, 320.0, 412.0
_QUARTERS = (
    _("1st quarter {year}"),
    _("2nd quarter {year}"),
    _("3rd quarter {year}"),
    _("4th quarter {year}"),
)


def quarter_of(day: str) -> tuple[int, int]:
    """Return year and quarter (1 to 4) of a local date; (9999, 0) without one."""
    if not day:
        return 9999, 0
    known = date.fromisoformat(day)
    return known.year, (known.month - 1) // 3 + 1


def by_quarter(snapshot: Snapshot, today: date) -> dict[tuple[int, int], list[Plan]]:
    """Return the plans that were not given up, by quarter, those without a date last."""
    found: dict[tuple[int, int], list[Plan]] = {}
    kept = [p for p in plans(snapshot) if standing(snapshot, p.id, today).stage != "dropped"]
    for plan in sorted(kept, key=lambda p: (p.due or "9999", p.position, p.id)):
        found.setdefault(quarter_of(plan.due), []).append(plan)
    return found


def roadmap(snapshot: Snapshot, pen: Pen, today: date, on: Upright = A4) -> tuple[Sheet, ...]:
    """Return the pages, a part for each quarter."""
    flow = flow_of(snapshot, pen, today, TITLE, "roadmap", on)
    head(flow, snapshot, TITLE)
    found = by_quarter(snapshot, today)
    if not found:
        flow.write(
            "nothing", pen.say(_("There are no plans yet. One line under Plan begins one.")), BODY
        )
    for (year, quarter), some in found.items():
        title: Message = _("No date yet")
        if quarter:
            title = Message(_QUARTERS[quarter - 1].key, year=str(year))
        flow.add(part(pen, f"quarter:{year}:{quarter}", title))
        for plan in some:
            flow.add(_row(snapshot, pen, plan, today))
    return flow.sheets()


def _row(snapshot: Snapshot, pen: Pen, plan: Plan, today: date) -> Block:
    stands = standing(snapshot, plan.id, today)
    who = who_of(snapshot, plan.owner)
    cells = (
        (0.0, _WHO - 10, plan.title, STRONG, "text"),
        (_WHO, _FROM - _WHO - 10, who if isinstance(who, str) else pen.say(who), BODY, "text"),
        (_FROM, _STATE - _FROM - 8, _span(pen, plan, today), SMALL, "text_secondary"),
        (_STATE, INNER - _STATE, pen.say(state_words(plan, stands, today)), BODY, "text"),
    )
    shapes: list[Shape] = []
    height = 0.0
    for x, width, text, style, colour in cells:
        block = pen.block(text, style, width)
        shapes += placed(block, x, 4 + (STRONG.line - style.line) / 2, colour)
        height = max(height, block.height)
    y = height + 8
    shapes += _progress(stands.share, y)
    shapes.append(Rect(Box(0, y + 7, INNER, 0.5), "line"))
    return Block(f"plan:{plan.id}", y + 9, tuple(shapes), entity=plan.id)


def _progress(share: float | None, y: float) -> tuple[Shape, ...]:
    """How much of its tasks is done, as a bar; nothing without tasks."""
    if share is None:
        return ()
    return (
        Rect(Box(0, y, _WHO - 10, 3), "line", radius=1.5),
        *((Rect(Box(0, y, (_WHO - 10) * share, 3), "text", radius=1.5),) if share else ()),
    )


def _span(pen: Pen, plan: Plan, today: date) -> str:
    if plan.start and plan.due:
        first, last = day_of(plan.start, today), day_of(plan.due, today)
        return pen.say(_("{first} to {last}", first=first, last=last))
    if plan.due:
        return pen.say(_("until {last}", last=day_of(plan.due, today)))
    return pen.say(_("from {first}", first=day_of(plan.start, today))) if plan.start else ""
