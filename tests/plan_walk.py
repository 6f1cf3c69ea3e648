"""One plan from a gap to verified and told, step by step, on fixed dates.

Each step finds what it needs in the document, so that another process can go on after any of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import (
    Checkpoint,
    Communication,
    Entity,
    Kpi,
    Participant,
    Plan,
    Task,
    Touchpoint,
    Verification,
    Why,
)
from journeymapper.domain.kinds_plan import Audience, ProofMethod, Trigger
from journeymapper.domain.plans import gap_text

E = TypeVar("E", bound=Entity)
STEP = "Rebooking at the desk"
TITLE = "Hold slots for return dates"


def the(tx: Tx, kind: type[E], **fields: object) -> E:
    """Return the only entity of a kind with these fields."""
    (found,) = (
        one
        for one in tx.snapshot.table(kind).values()
        if all(getattr(one, name) == value for name, value in fields.items())
    )
    return found


def plan(tx: Tx) -> Plan:
    """Return the plan that is walked."""
    return the(tx, Plan, title=TITLE)


def _measure(tx: Tx) -> Kpi:
    return the(tx, Kpi, plan=plan(tx).id)


def _draft(tx: Tx) -> None:
    step = the(tx, Touchpoint, name=STEP)
    operations.add_plan(
        tx,
        TITLE,
        happens="The agreed date is not free.",
        touchpoint=step.id,
        trigger=Trigger.GAP,
        gaps=(gap_text(("G08", step.id, "")),),
    )


def _who(tx: Tx) -> None:
    mara = operations.add_participant(tx, "Mara of the desk")
    operations.change_plan(tx, plan(tx).id, owner=mara, intended="The agreed date is kept.")


def _why(tx: Tx) -> None:
    first = operations.add_line(tx, Why, plan=plan(tx).id, text="No slot is free.")
    text = "Recalls take every slot."
    operations.add_line(tx, Why, plan=plan(tx).id, under=first, text=text, root=True)


def _solution(tx: Tx) -> None:
    operations.change_plan(
        tx, plan(tx).id, solution="holds two slots a day", start="2026-03-16", due="2026-05-15"
    )


def _measured_before(tx: Tx) -> None:
    kpi = operations.add_kpi(tx, plan(tx).id, "Rebooked in time", target=0.75)
    operations.set_baseline(tx, kpi, {0.0: 43, 1.0: 7}, "2026-02-20")


def _deadlines(tx: Tx) -> None:
    operations.add_task(tx, "Block two slots", plan(tx).id, due="2026-03-18")
    expected = "Half are kept"
    operations.add_line(tx, Checkpoint, plan=plan(tx).id, date="2026-04-11", expected=expected)


def _start(tx: Tx) -> None:
    operations.start_plan(tx, plan(tx).id, "2026-03-16")


def _tick(tx: Tx) -> None:
    operations.tick_task(tx, the(tx, Task, plan=plan(tx).id).id, "2026-03-17")


def _check_in(tx: Tx) -> None:
    check = the(tx, Checkpoint, plan=plan(tx).id)
    operations.change_line(tx, Checkpoint, check.id, actual="13 of 29", noted="2026-04-11")
    operations.add_reading(tx, _measure(tx).id, "2026-04-11", 13, 29)


def _measured_after(tx: Tx) -> None:
    operations.add_reading(tx, _measure(tx).id, "2026-05-09", 16, 20)


def _verify(tx: Tx) -> None:
    operations.add_line(
        tx,
        Verification,
        plan=plan(tx).id,
        method=ProofMethod.CALL_BACK,
        date="2026-05-09",
        by=the(tx, Participant, name="Mara of the desk").id,
        result="Five called, all five kept their date.",
    )


def _tell(tx: Tx) -> None:
    operations.add_line(
        tx, Communication, plan=plan(tx).id, label="Team", channel="Meeting", date="2026-05-10"
    )
    operations.add_line(
        tx, Communication, plan=plan(tx).id, audience=Audience.CUSTOMERS, label="31 others", n=31
    )


def _tell_the_rest(tx: Tx) -> None:
    rest = the(tx, Communication, plan=plan(tx).id, label="31 others")
    operations.change_line(tx, Communication, rest.id, channel="Letter", date="2026-05-14")


def _close(tx: Tx) -> None:
    operations.close_plan(tx, plan(tx).id, "2026-05-15")


WALK: tuple[Callable[[Tx], None], ...] = (
    _draft,
    _who,
    _why,
    _solution,
    _measured_before,
    _deadlines,
    _start,
    _tick,
    _check_in,
    _measured_after,
    _verify,
    _tell,
    _tell_the_rest,
    _close,
)
"""The steps, in order."""
