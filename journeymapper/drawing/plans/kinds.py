"""The one table of what can be printed of plans."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from journeymapper.domain.counts import Counts
from journeymapper.domain.message import Message
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.plans import (
    action_list,
    crisis_page,
    plan_page,
    roadmap,
    role_pages,
    said_did_page,
)

PlanPaper = Callable[[Snapshot, Counts, Pen, date, Sequence[str]], tuple[Sheet, ...]]

PAPERS: Mapping[str, tuple[Message, PlanPaper]] = {
    "list": (action_list.TITLE, lambda s, _c, p, t, _w: action_list.action_list(s, p, t)),
    "pages": (plan_page.TITLE, plan_page.plan_pages),
    "roadmap": (roadmap.TITLE, lambda s, _c, p, t, _w: roadmap.roadmap(s, p, t)),
    "said": (said_did_page.TITLE, lambda s, c, p, t, _w: said_did_page.said_did_pages(s, c, p, t)),
    "roles": (role_pages.TITLE, lambda s, _c, p, t, _w: role_pages.role_pages(s, p, t)),
    "crisis": (crisis_page.TITLE, lambda s, _c, p, t, _w: crisis_page.crisis_pages(s, p, t)),
}
"""By key: what it is called, and what lays it out; the last argument are the ids of plans."""


def plan_sheets(
    keys: Sequence[str],
    snapshot: Snapshot,
    counts: Counts,
    pen: Pen,
    today: date,
    wanted: Sequence[str] = (),
) -> tuple[Sheet, ...]:
    """Return the pages of several kinds, in the order of the table."""
    return tuple(
        sheet
        for key, (_title, make) in PAPERS.items()
        if key in keys
        for sheet in make(snapshot, counts, pen, today, wanted)
    )
