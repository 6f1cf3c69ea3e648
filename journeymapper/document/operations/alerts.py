"""Verbs about alerts: raised, moved along, told, closed, opened again."""

from __future__ import annotations

from typing import Any

from journeymapper.document.tx import Tx
from journeymapper.domain import alerts as rules
from journeymapper.domain import indexes
from journeymapper.domain.entities import Alert, AlertEvent, AlertTick
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds_plan import AlertState
from journeymapper.domain.message import _


def raise_alert(tx: Tx, opened: str, **fields: Any) -> str | None:
    """Raise an alert at a UTC instant.

    Nothing happens, and None is returned, when the same rule has raised one for the same
    ``source`` already.
    """
    made = Alert(tx.new_id(), opened=opened, **fields)
    if made.rule is not None and rules.known_source(tx.snapshot, made.rule, made.source):
        return None
    return tx.insert(made).id


def change_alert(tx: Tx, alert_id: str, /, **fields: Any) -> None:
    """Set fields of an alert (how far it is: ``move_alert``)."""
    tx.change(Alert, alert_id, **fields)


def move_alert(
    tx: Tx,
    alert_id: str,
    state: AlertState,
    at: str,
    by: str | None = None,
    note: str = "",
) -> None:
    """Move an alert along at a UTC instant.

    Raises RefusedError for a jump, for closing one whose customer was not told, and for opening
    one again without saying why.
    """
    now = rules.state_of(tx.snapshot, alert_id)
    if state not in rules.MOVES[now]:
        raise RefusedError(
            _("An alert goes one step at a time."),
            _("First somebody takes it, reaches them, mends it, and sees that it holds."),
        )
    alert = tx.snapshot.get(Alert, alert_id)
    if state == AlertState.CLOSED and not alert.told:
        raise RefusedError(
            _("They have not been told what came of it."),
            _("Note the day on which you told them."),
        )
    if state == AlertState.REOPENED:
        if not note.strip():
            raise RefusedError(_("This needs a reason."), _("Say in a few words why."))
        tx.change(Alert, alert_id, told="")
    moves = rules.events(tx.snapshot, alert_id)
    position = moves[-1].position + 1 if moves else 1.0
    tx.insert(AlertEvent(tx.new_id(), alert_id, state, at, by, note, position))


def tick_alert(tx: Tx, alert_id: str, step_id: str, at: str) -> None:
    """Tick a step of the protocol at a UTC instant; an empty one takes the tick back."""
    known = tx.snapshot.select(indexes.TICKS_OF_ALERT, alert_id)
    tick = next((t for t in known if t.step == step_id), None)
    if tick is not None and not at:
        tx.delete(AlertTick, tick.id)
    elif tick is None and at:
        tx.insert(AlertTick(tx.new_id(), alert_id, step_id, at))


def delete_alert(tx: Tx, alert_id: str) -> None:
    """Take an alert out with all that was noted about it."""
    tx.delete(Alert, alert_id)
