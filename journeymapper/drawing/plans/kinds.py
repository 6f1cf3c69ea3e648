"""The one table of what can be printed of plans."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import CrisisSheet, RoleBehaviour, RoleCard
from journeymapper.domain.message import Message
from journeymapper.domain.plans import is_open, plans
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import A4, Upright
from journeymapper.drawing.plans import (
    action_list,
    call_list,
    crisis_page,
    plan_page,
    roadmap,
    role_pages,
    said_did_page,
)
from journeymapper.drawing.plans.said_did import said_did

PlanPaper = Callable[[Snapshot, Counts, Pen, date, Sequence[str], Upright], tuple[Sheet, ...]]

PAPERS: Mapping[str, tuple[Message, PlanPaper]] = {
    "list": (action_list.TITLE, lambda s, _c, p, t, _w, on: action_list.action_list(s, p, t, on)),
    "pages": (plan_page.TITLE, plan_page.plan_pages),
    "roadmap": (roadmap.TITLE, lambda s, _c, p, t, _w, on: roadmap.roadmap(s, p, t, on)),
    "said": (
        said_did_page.TITLE,
        lambda s, c, p, t, _w, on: said_did_page.said_did_pages(s, c, p, t, on),
    ),
    "roles": (role_pages.TITLE, lambda s, _c, p, t, _w, on: role_pages.role_pages(s, p, t, on)),
    "crisis": (
        crisis_page.TITLE,
        lambda s, _c, p, t, _w, on: crisis_page.crisis_pages(s, p, t, on),
    ),
    "calls": (call_list.TITLE, lambda s, _c, p, t, _w, on: call_list.call_list(s, p, t, on)),
}
"""By key: what it is called, and what lays it out; at last the ids of plans, and the paper."""


_HOLDS: Mapping[str, Callable[[Snapshot, Counts, date], bool]] = {
    "list": lambda s, _c, _t: action_list.is_wanted(s),
    "pages": lambda s, _c, _t: any(is_open(s, plan.id) for plan in plans(s)),
    "roadmap": lambda s, _c, t: bool(roadmap.by_quarter(s, t)),
    "said": lambda s, c, _t: bool(said_did(s, c)),
    "roles": lambda s, _c, _t: bool(s.table(RoleCard) or s.table(RoleBehaviour)),
    "crisis": lambda s, _c, _t: bool(s.table(CrisisSheet)),
    "calls": lambda s, _c, t: bool(call_list.waiting(s, t)),
}


def held(snapshot: Snapshot, counts: Counts, today: date) -> tuple[str, ...]:
    """Return the keys of the papers that have something on them."""
    return tuple(key for key in PAPERS if _HOLDS[key](snapshot, counts, today))


def plan_sheets(
    keys: Sequence[str],
    snapshot: Snapshot,
    counts: Counts,
    pen: Pen,
    today: date,
    wanted: Sequence[str] = (),
    on: Upright = A4,
) -> tuple[Sheet, ...]:
    """Return the pages of several kinds, in the order of the table."""
    return tuple(
        sheet
        for key, (_title, make) in PAPERS.items()
        if key in keys
        for sheet in make(snapshot, counts, pen, today, wanted, on)
    )
