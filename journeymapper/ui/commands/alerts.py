"""Commands about customers to call back: one alert along its way, rules, what was made good."""

from __future__ import annotations

from typing import Any

from journeymapper.analysis.alerts.recovery import later_dates
from journeymapper.analysis.alerts.routing import role_now
from journeymapper.analysis.alerts.usual import usual_rules
from journeymapper.analysis.alerts.words import customer_of, title
from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.document.people_named import person_called
from journeymapper.domain import alerts as rules
from journeymapper.domain import queries
from journeymapper.domain.entities import (
    Alert,
    AlertRule,
    FollowUp,
    Participant,
    Plan,
    Recovery,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.instants import read_instant
from journeymapper.domain.kinds_plan import AlertState, Trigger
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands.names import shortened


def called(snapshot: Snapshot, alert_id: str) -> str | Message:
    """Return what an alert is called in labels: its customer, else what it is about."""
    alert = snapshot.get(Alert, alert_id)
    return shortened(customer_of(snapshot, alert)) or title(snapshot, alert)


def add(document: Document, at: str, text: str, **fields: Any) -> str:
    """Note a customer to call back by hand, at a UTC instant; returns the id of the alert."""
    if not text.strip():
        raise RefusedError(_("Say what happened."))
    with document.step(_("To call back: {what}", what=shortened(text))) as tx:
        made = operations.raise_alert(tx, at, text=text.strip(), **fields)
        assert made is not None  # only rules raise nothing twice
        operations.change_alert(tx, made, role=role_now(tx.snapshot, tx.snapshot.get(Alert, made)))
    return made


def give(document: Document, alert_id: str, who: str, at: str) -> None:
    """Give an alert to somebody, by name, at a UTC instant; raises RefusedError without one."""
    if not who.strip():
        raise RefusedError(_("Say who takes care of it."))
    label = _("Give {what} to {who}", what=called(document.snapshot, alert_id), who=shortened(who))
    with document.step(label) as tx:
        person = person_called(tx, who)
        role = tx.snapshot.get(Participant, person).role if person else None
        known = tx.snapshot.get(Alert, alert_id).role
        operations.change_alert(tx, alert_id, person=person, role=role or known)
        if AlertState.ASSIGNED in rules.MOVES[rules.state_of(tx.snapshot, alert_id)]:
            operations.move_alert(tx, alert_id, AlertState.ASSIGNED, at, person)


def move(document: Document, alert_id: str, state: AlertState, at: str, note: str = "") -> None:
    """Move an alert along at a UTC instant; raises RefusedError with what is missing."""
    alert = document.snapshot.get(Alert, alert_id)
    with document.step(_MOVED[state](called(document.snapshot, alert_id))) as tx:
        operations.move_alert(tx, alert_id, state, at, alert.person, note.strip())


_MOVED = {
    AlertState.NEW: lambda what: _("New: {what}", what=what),
    AlertState.ASSIGNED: lambda what: _("In hand: {what}", what=what),
    AlertState.CONTACTED: lambda what: _("Contacted: {what}", what=what),
    AlertState.RESOLVED: lambda what: _("Mended: {what}", what=what),
    AlertState.VERIFIED: lambda what: _("It holds: {what}", what=what),
    AlertState.CLOSED: lambda what: _("Close: {what}", what=what),
    AlertState.REOPENED: lambda what: _("Open again: {what}", what=what),
}


def change(document: Document, alert_id: str, **fields: Any) -> None:
    """Set fields of an alert; typing on in one field is one step."""
    label = _("To call back: {what}", what=called(document.snapshot, alert_id))
    with document.step(label, merge=("alert", alert_id, *sorted(fields))) as tx:
        operations.change_alert(tx, alert_id, **fields)


def tick(document: Document, alert_id: str, step_id: str, at: str) -> None:
    """Tick a step of the protocol at a UTC instant; an empty one takes the tick back."""
    with document.step(_("Protocol: {what}", what=called(document.snapshot, alert_id))) as tx:
        operations.tick_alert(tx, alert_id, step_id, at)


def delete(document: Document, alert_id: str) -> Message:
    """Take an alert out; returns the label of that."""
    label = _("Delete: {what}", what=called(document.snapshot, alert_id))
    with document.step(label) as tx:
        operations.delete_alert(tx, alert_id)
    return label


def make_plan(document: Document, alert_id: str) -> str:
    """Begin a plan that mends the system behind an alert; returns its id (R013).

    One that is there already is returned instead.
    """
    snapshot = document.snapshot
    alert = snapshot.get(Alert, alert_id)
    known = snapshot.find(Plan, alert.plan)
    if known is not None:
        return known.id
    about = document.snapshot.get(Alert, alert_id)
    name = str(alert.cause or alert.text or title(snapshot, about))
    with document.step(_("Begin the plan “{name}”", name=shortened(name))) as tx:
        made = operations.add_plan(
            tx,
            shortened(name, 80),
            owner=alert.person,
            touchpoint=alert.touchpoint,
            happens=alert.cause or alert.text,
            trigger=Trigger.SURVEY if alert.source else Trigger.COMPLAINT,
        )
        operations.change_alert(tx, alert_id, plan=made)
    return made


def begin_usual(document: Document) -> int:
    """Add the rules one usually begins with; returns how many."""
    wanted = usual_rules(document.snapshot)
    if not wanted:
        raise RefusedError(
            _("There is no question for which a rule is missing."),
            _("Add a line for what people write, or a question in Answers."),
        )
    with document.step(_("Rules to begin with")) as tx:
        for one in wanted:
            operations.add_line(
                tx,
                AlertRule,
                name=str(one.name),
                question=one.question,
                comparator=one.comparator,
                value=one.value,
            )
    return len(wanted)


def send_by_routes(document: Document) -> int:
    """Give the open alerts that nobody has to the roles that the routes name; returns how many."""
    snapshot = document.snapshot
    wanted = {
        alert.id: role_now(snapshot, alert)
        for alert in snapshot.table(Alert).values()
        if alert.role is None and alert.person is None and rules.is_open(snapshot, alert.id)
    }
    found = {id_: role for id_, role in wanted.items() if role is not None}
    if found:
        with document.step(_("Give {n} to those who can act", n=len(found))) as tx:
            for alert_id, role in found.items():
                operations.change_alert(tx, alert_id, role=role)
    return len(found)


def recovery_of(snapshot: Snapshot, alert_id: str) -> Recovery | None:
    """Return what was made good for an alert, or None."""
    found = (r for r in snapshot.table(Recovery).values() if r.alert == alert_id)
    return min(found, key=sort_key, default=None)


def set_recovery(document: Document, alert_id: str, **fields: Any) -> str:
    """Note what was made good for an alert; the note is begun when there is none."""
    snapshot = document.snapshot
    alert, known = snapshot.get(Alert, alert_id), recovery_of(snapshot, alert_id)
    with document.step(_("Made good: {what}", what=called(snapshot, alert_id))) as tx:
        if known is not None:
            operations.change_line(tx, Recovery, known.id, **fields)
            return known.id
        begun: dict[str, Any] = {
            "failure": alert.text,
            "touchpoint": alert.touchpoint,
            "customer": alert.customer,
            "happened_at": alert.opened,
            "question": alert.question,
            "score_before": alert.value,
        }
        return operations.add_line(tx, Recovery, alert=alert_id, **{**begun, **fields})


def plan_gestures(document: Document, recovery_id: str) -> None:
    """Put later gestures into the file, 12 and 24 months after the failure (R030)."""
    recovery = document.snapshot.get(Recovery, recovery_id)
    happened = read_instant(recovery.happened_at)
    if happened is None:
        raise RefusedError(_("Say first when it happened."))
    with document.step(_("Remember them later")) as tx:
        for day in later_dates(happened.astimezone().date()):
            operations.add_line(tx, FollowUp, recovery=recovery_id, date=day.isoformat())


def gestures_of(snapshot: Snapshot, recovery_id: str) -> tuple[FollowUp, ...]:
    """Return the later gestures after a recovery, by date."""
    found = (f for f in snapshot.table(FollowUp).values() if f.recovery == recovery_id)
    return tuple(sorted(found, key=lambda f: (f.date, f.id)))


def set_gesture(document: Document, gesture_id: str, **fields: Any) -> None:
    """Change a later gesture, or note the local date on which it was done."""
    with document.step(_("Later gesture"), merge=("gesture", gesture_id, *sorted(fields))) as tx:
        operations.change_line(tx, FollowUp, gesture_id, **fields)


def outcomes(snapshot: Snapshot) -> list[str]:
    """Return the outcomes that were written before, each once, by name."""
    known = {" ".join(a.outcome.split()) for a in snapshot.table(Alert).values()}
    return sorted((o for o in known if o), key=str.casefold)


def history(snapshot: Snapshot, alert_id: str) -> tuple[tuple[AlertState, str, str, str], ...]:
    """Return the moves of an alert: state, instant, who, note."""
    found = []
    for event in rules.events(snapshot, alert_id):
        who = queries.person_name(snapshot, event.by)
        found.append((event.state, event.at, who, event.note))
    return tuple(found)
