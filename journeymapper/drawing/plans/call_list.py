"""Customers to call back, by when, with boxes to tick."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from journeymapper.analysis.alerts.standing import AlertStanding, board
from journeymapper.analysis.alerts.words import STATES, title, who_has
from journeymapper.analysis.plans.telling import day_of, place_of
from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.flowing import BODY, Block
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import A4, Upright
from journeymapper.drawing.plans.paper import LARGE, flow_of, head, part, ticked_row

TITLE = _("Customers to call back")


def waiting(snapshot: Snapshot, today: date) -> tuple[AlertStanding, ...]:
    """Return those that are open, by when they are due."""
    morning = datetime.combine(today, time(), UTC)
    return tuple(one for one in board(snapshot, morning) if one.open)


def call_list(snapshot: Snapshot, pen: Pen, today: date, on: Upright = A4) -> tuple[Sheet, ...]:
    """Return the pages: first what nobody has, then the others, both by when they are due."""
    flow = flow_of(snapshot, pen, today, TITLE, "calls", on)
    head(flow, snapshot, TITLE, _("As of {date}", date=in_words(today)))
    found = waiting(snapshot, today)
    if not found:
        flow.write("nothing", pen.say(_("Nobody waits for a call.")), BODY)
    nobody = [one for one in found if one.unrouted]
    given = [one for one in found if not one.unrouted]
    for key, name, some in (
        ("nobody", _("Nobody has these"), nobody),
        ("given", _("Call back"), given),
    ):
        if some:
            flow.add(part(pen, key, name))
        for one in some:
            flow.add(_row(snapshot, pen, one, today))
    return flow.sheets()


def _row(snapshot: Snapshot, pen: Pen, one: AlertStanding, today: date) -> Block:
    alert = one.alert
    what: Message = title(snapshot, alert)
    if alert.customer:
        what = _("{customer}, {about}", customer=alert.customer, about=what)
    known = [STATES[one.state]]
    if snapshot.find(Touchpoint, alert.touchpoint) is not None:
        known.insert(0, place_of(snapshot, alert.touchpoint or ""))
    under = pen.say(known[0])
    if len(known) > 1:
        under = pen.say(_("{place}, {state}", place=known[0], state=known[1]))
    when: Message = _("no date")
    if one.due is not None:
        due = one.due.astimezone().date()
        when = day_of(due.isoformat(), today)
        if due < today and one.minutes is not None:
            when = _("was due {day}", day=when)
    right = [pen.say(when), *([name] if (name := who_has(snapshot, alert)) else [])]
    return ticked_row(
        pen, f"call:{alert.id}", pen.say(what), right,
        under=under, style=LARGE, entity=alert.id, end=120,
    )  # fmt: skip
