"""Role cards: what a role is for, what it may decide alone, what it starts, stops, goes on with."""

from __future__ import annotations

from datetime import date

from journeymapper.domain.entities import Role, RoleBehaviour, RoleCard, Training
from journeymapper.domain.habit_words import HABITS, LEVELS
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.flowing import BODY, SMALL, Flow
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.plans.paper import fact, flow_of, head, part

TITLE = _("Role cards")


def role_pages(snapshot: Snapshot, pen: Pen, today: date) -> tuple[Sheet, ...]:
    """Return a page for each role that has a card or a behaviour."""
    flow = flow_of(snapshot, pen, today, TITLE, "roles")
    cards = {card.role: card for card in snapshot.table(RoleCard).values()}
    habits = sorted(snapshot.table(RoleBehaviour).values(), key=sort_key)
    roles = sorted(snapshot.table(Role).values(), key=sort_key)
    told = [role for role in roles if role.id in cards or any(h.role == role.id for h in habits)]
    if not told:
        head(flow, snapshot, TITLE)
        flow.write("nothing", pen.say(_("No role has a card yet.")), BODY)
    for number, role in enumerate(told):
        if number:
            flow.page()
        own = [habit for habit in habits if habit.role == role.id]
        _role(flow, snapshot, role, cards.get(role.id), own)
    return flow.sheets()


def _role(
    flow: Flow,
    snapshot: Snapshot,
    role: Role,
    card: RoleCard | None,
    habits: list[RoleBehaviour],
) -> None:
    pen, key = flow.pen, role.id
    head(flow, snapshot, role.name or pen.say(_("A role without a name")))
    if card is not None:
        fact(flow, f"level:{key}", _("Where it stands"), LEVELS[card.level])
        fact(flow, f"goal:{key}", _("What it is for"), card.objective)
        fact(flow, f"may:{key}", _("May decide alone"), card.may_do)
        fact(flow, f"limit:{key}", _("Up to"), card.limit)
    for habit, said in HABITS.items():
        some = [one for one in habits if one.habit == habit and one.text.strip()]
        if some:
            part(flow, f"{habit}:{key}", said)
        for one in some:
            flow.write(f"habit:{one.id}", one.text, BODY, after=1)
            if one.sign.strip():
                sign = pen.say(_("Customers notice: {sign}", sign=one.sign))
                flow.write(f"sign:{one.id}", sign, SMALL, "text_secondary", after=5)
    trained = [t for t in snapshot.table(Training).values() if t.role == role.id and t.topic]
    if trained:
        part(flow, f"training:{key}", _("Training"))
    for one in sorted(trained, key=sort_key):
        fact(flow, f"training:{one.id}", _("{topic}", topic=one.topic), _trained(one))


def _trained(training: Training) -> str:
    days = [day for day in (training.date or training.planned, training.valid_until) if day]
    return " – ".join(days)
