"""Role cards: what a role is for, what it may decide alone, what it starts, stops, goes on with."""

from __future__ import annotations

from datetime import date

from journeymapper.analysis.plans.behaviours import roles
from journeymapper.analysis.plans.telling import day_of
from journeymapper.analysis.plans.trainings import TrainingState, state_on
from journeymapper.domain.entities import Role, RoleBehaviour, RoleCard, Training
from journeymapper.domain.habit_words import HABITS, LEVELS
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.flowing import BODY, SMALL, Flow
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import A4, Upright
from journeymapper.drawing.plans.paper import add, fact, flow_of, head, part

TITLE = _("Role cards")


def role_pages(snapshot: Snapshot, pen: Pen, today: date, on: Upright = A4) -> tuple[Sheet, ...]:
    """Return a page for each role that has a card or a behaviour."""
    flow = flow_of(snapshot, pen, today, TITLE, "roles", on)
    cards = {card.role: card for card in snapshot.table(RoleCard).values()}
    habits = sorted(snapshot.table(RoleBehaviour).values(), key=sort_key)
    active = cards.keys() | {habit.role for habit in habits}
    told = [role for role in roles(snapshot) if role.id in active]
    if not told:
        head(flow, snapshot, TITLE)
        flow.write(
            "nothing",
            pen.say(_("No role has a card yet. They are written under Plan, More.")),
            BODY,
        )
    for number, role in enumerate(told):
        if number:
            flow.space(22)
        own = [habit for habit in habits if habit.role == role.id]
        _role(flow, snapshot, role, cards.get(role.id), own, today)
    return flow.sheets()


def _role(
    flow: Flow,
    snapshot: Snapshot,
    role: Role,
    card: RoleCard | None,
    habits: list[RoleBehaviour],
    today: date,
) -> None:
    pen, key = flow.pen, role.id
    head(flow, snapshot, role.name or pen.say(_("A role without a name")))
    if card is not None:
        add(flow, fact(pen, f"level:{key}", _("Where it stands"), LEVELS[card.level]))
        add(flow, fact(pen, f"goal:{key}", _("What it is for"), card.objective))
        add(flow, fact(pen, f"may:{key}", _("May decide alone"), card.may_do))
        add(flow, fact(pen, f"limit:{key}", _("Up to"), card.limit))
    for habit, said in HABITS.items():
        some = [one for one in habits if one.habit == habit and one.text.strip()]
        if some:
            flow.add(part(pen, f"{habit}:{key}", said))
        for one in some:
            flow.write(f"habit:{one.id}", one.text, BODY, after=1)
            if one.sign.strip():
                sign = pen.say(_("Customers notice: {sign}", sign=one.sign))
                flow.write(f"sign:{one.id}", sign, SMALL, "text_secondary", after=5)
    trained = [t for t in snapshot.table(Training).values() if t.role == role.id and t.topic]
    if trained:
        flow.add(part(pen, f"training:{key}", _("Training")))
    for training in sorted(trained, key=sort_key):
        topic = _("{topic}", topic=training.topic)
        add(flow, fact(pen, f"training:{training.id}", topic, _trained(training, today)))


def _trained(training: Training, today: date) -> Message:
    day, until = day_of(training.date, today), day_of(training.valid_until, today)
    match state_on(training, today):
        case TrainingState.VALID:
            return (
                _("{day}, holds until {until}", day=day, until=until)
                if (training.valid_until)
                else day
            )
        case TrainingState.EXPIRED:
            return _("{day}, ran out on {until}", day=day, until=until)
        case TrainingState.PLANNED:
            return _("planned: {day}", day=day_of(training.date or training.planned, today))
    return _("missing")
