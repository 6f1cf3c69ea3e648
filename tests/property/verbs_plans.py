"""How the verbs about plans, alerts and plain lists are called in property tests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from journeymapper.document.operations.lists import LISTS, SINGLES
from journeymapper.domain import alerts, indexes
from journeymapper.domain import plans as rules
from journeymapper.domain.entities import (
    BY_NAME,
    Alert,
    EscalationLevel,
    Kpi,
    Participant,
    Plan,
    ProgrammeStep,
    ProtocolStep,
    Reading,
    Task,
)
from journeymapper.domain.fields import specs_of
from journeymapper.domain.kinds_plan import (
    AlertState,
    Involvement,
    KpiKind,
    PlanPart,
    PlanState,
    Ready,
)
from journeymapper.domain.snapshot import Snapshot
from tests.property.drawers import INDEXES, NAMES, Call, Draw, Drawer, free, on, one_of

_DAYS = st.sampled_from(("2026-03-16", "2026-05-09", "2026-05-15"))
_AT = st.just("2026-05-09T10:00:00.000+00:00")
_REASON = st.just("It came back")


def _in_state(*states: PlanState, reason: bool) -> Drawer:
    """Call a verb on a plan in one of these states, with a date and perhaps a reason."""

    def drawer(draw: Draw, snapshot: Snapshot) -> Call | None:
        found = [p.id for p in rules.plans(snapshot) if rules.state_of(snapshot, p.id) in states]
        if not found:
            return None
        plan = draw(st.sampled_from(found))
        return (plan, draw(_DAYS), *([draw(_REASON)] if reason else [])), {}

    return drawer


def _start(draw: Draw, snapshot: Snapshot) -> Call | None:
    ready = [
        plan.id
        for plan in rules.plans(snapshot)
        if rules.state_of(snapshot, plan.id) == PlanState.DRAFT
        and not rules.missing_to_start(snapshot, plan.id)
    ]
    return ((draw(st.sampled_from(ready)), "2026-03-01"), {}) if ready else None


def _close(draw: Draw, snapshot: Snapshot) -> Call | None:
    ready = [
        plan.id
        for plan in rules.plans(snapshot)
        if rules.state_of(snapshot, plan.id) == PlanState.RUNNING
        and not rules.missing_to_close(snapshot, plan.id)
    ]
    return ((draw(st.sampled_from(ready)), draw(_DAYS)), {}) if ready else None


def _involve(draw: Draw, snapshot: Snapshot) -> Call | None:
    plan, person = one_of(draw, snapshot, Plan), one_of(draw, snapshot, Participant)
    if plan is None or person is None or plan.owner == person.id:
        return None
    return (plan.id, person.id, draw(st.sampled_from((None, *Involvement)))), {}


def _add_plan(draw: Draw, snapshot: Snapshot) -> Call:
    owner = one_of(draw, snapshot, Participant)
    whole = {"happens": "Dates slip", "intended": "Dates are kept"} if draw(st.booleans()) else {}
    return (draw(NAMES),), {**whole, "owner": owner.id if owner is not None else None}


def _wait(kind: type[Plan | Task]) -> Drawer:
    """Let one wait for another, where no circle arises."""

    def drawer(draw: Draw, snapshot: Snapshot) -> Call | None:
        one, other = one_of(draw, snapshot, kind), one_of(draw, snapshot, kind)
        if one is None or rules.waiting_circle(snapshot, kind, one.id, (other.id,)):
            return None
        return (one.id,), {"waits_for": (other.id,), "due": draw(_DAYS)}

    return drawer


def _counted(draw: Draw, snapshot: Snapshot) -> Kpi | None:
    found = [k.id for k in snapshot.table(Kpi).values() if k.kind == KpiKind.COUNT]
    return snapshot.get(Kpi, draw(st.sampled_from(sorted(found)))) if found else None


def _set_baseline(draw: Draw, snapshot: Snapshot) -> Call | None:
    kpi = _counted(draw, snapshot)
    if kpi is None or (kpi.baseline and rules.state_of(snapshot, kpi.plan) != PlanState.DRAFT):
        return None
    return (kpi.id, {0.0: 43, 1.0: draw(st.integers(0, 20))}, draw(_DAYS)), {}


def _add_reading(draw: Draw, snapshot: Snapshot) -> Call | None:
    kpi = _counted(draw, snapshot)
    return None if kpi is None else ((kpi.id, draw(_DAYS), draw(st.integers(0, 20)), 20), {})


def _filled(draw: Draw, snapshot: Snapshot, kind: type) -> dict[str, Any] | None:
    """Draw what a line must have and one of its texts; None where what it belongs to is missing."""
    values: dict[str, Any] = {}
    for name, spec in specs_of(kind).items():
        if spec.kind == "ref" and not spec.optional:
            owner = one_of(draw, snapshot, BY_NAME[spec.target])
            if owner is None:
                return None
            values[name] = owner.id
        elif spec.kind == "text" and not name.endswith("_at"):
            values[name] = draw(NAMES)
    if kind in (EscalationLevel, ProgrammeStep):
        values["level" if kind is EscalationLevel else "number"] = draw(st.integers(1, 5))
    return values


def _add_line(draw: Draw, snapshot: Snapshot) -> Call | None:
    kind = draw(st.sampled_from(sorted(LISTS.values(), key=lambda k: k.__name__)))
    values = _filled(draw, snapshot, kind)
    return None if values is None else ((kind,), values)


def _line(draw: Draw, snapshot: Snapshot) -> tuple[Any, ...] | None:
    there = sorted((k for k in LISTS.values() if snapshot.table(k)), key=lambda k: k.__name__)
    if not there:
        return None
    kind = draw(st.sampled_from(there))
    return kind, one_of(draw, snapshot, kind).id


def _change_line(draw: Draw, snapshot: Snapshot) -> Call | None:
    line = _line(draw, snapshot)
    if line is None:
        return None
    texts = [n for n, s in specs_of(line[0]).items() if s.kind == "text" and not n.endswith("_at")]
    return line, {draw(st.sampled_from(texts)): draw(NAMES)} if texts else {}


def _move_line(draw: Draw, snapshot: Snapshot) -> Call | None:
    line = _line(draw, snapshot)
    return None if line is None else ((*line, draw(INDEXES)), {})


def _delete_line(draw: Draw, snapshot: Snapshot) -> Call | None:
    line = _line(draw, snapshot)
    return None if line is None else (line, {})


def _set_single(draw: Draw, snapshot: Snapshot) -> Call | None:
    kind = draw(st.sampled_from(sorted(SINGLES, key=lambda k: k.__name__)))
    values = _filled(draw, snapshot, kind)
    if values is None:
        return None
    key = values.pop(SINGLES[kind])
    return (kind, key), {**values, **({"answer": Ready.NO} if "answer" in specs_of(kind) else {})}


def _move_alert(draw: Draw, snapshot: Snapshot) -> Call | None:
    alert = one_of(draw, snapshot, Alert)
    if alert is None:
        return None
    allowed = [
        state
        for state in alerts.MOVES[alerts.state_of(snapshot, alert.id)]
        if alert.told or state != AlertState.CLOSED
    ]
    if not allowed:
        return None
    return (alert.id, draw(st.sampled_from(allowed)), draw(_AT), None, draw(_REASON)), {}


def _tick_alert(draw: Draw, snapshot: Snapshot) -> Call | None:
    alert, step = one_of(draw, snapshot, Alert), one_of(draw, snapshot, ProtocolStep)
    if alert is None or step is None:
        return None
    ticked = any(t.step == step.id for t in snapshot.select(indexes.TICKS_OF_ALERT, alert.id))
    return (alert.id, step.id, "" if ticked else draw(_AT)), {}


DRAWERS_OF_PLANS: Mapping[str, Drawer] = {
    "add_plan": _add_plan,
    "change_plan": _wait(Plan),
    "move_plan": on(Plan, INDEXES),
    "start_plan": _start,
    "close_plan": _close,
    "reopen_plan": _in_state(PlanState.CLOSED, PlanState.DROPPED, reason=True),
    "drop_plan": _in_state(PlanState.DRAFT, PlanState.RUNNING, reason=True),
    "delete_plan": on(Plan),
    "involve": _involve,
    "set_plan_word": on(Plan, st.sampled_from(PlanPart), team=NAMES, customers=NAMES),
    "add_task": free(NAMES),
    "change_task": _wait(Task),
    "tick_task": on(Task, st.sampled_from(("", "2026-05-09"))),
    "move_task": on(Task, INDEXES),
    "delete_task": on(Task),
    "add_kpi": on(Plan, NAMES),
    "change_kpi": on(Kpi, how=NAMES, target=st.sampled_from((None, 0.75))),
    "set_baseline": _set_baseline,
    "delete_kpi": on(Kpi),
    "add_reading": _add_reading,
    "change_reading": on(Reading, note=NAMES),
    "delete_reading": on(Reading),
    "add_line": _add_line,
    "change_line": _change_line,
    "move_line": _move_line,
    "delete_line": _delete_line,
    "set_single": _set_single,
    "raise_alert": free(_AT, text=NAMES, source=NAMES),
    "change_alert": on(Alert, told=st.sampled_from(("", "2026-05-09"))),
    "move_alert": _move_alert,
    "tick_alert": _tick_alert,
    "delete_alert": on(Alert),
}
