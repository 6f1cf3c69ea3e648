"""Verbs about plain lists: lines that have no rule but the order of their dates.

One set of verbs serves them all; ``LISTS`` says which kinds, ``SINGLES`` of which there is one
for each key.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journeymapper.document.operations.placing import position_at, stays, without
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import (
    AlertRoute,
    AlertRule,
    Checkpoint,
    Communication,
    CrisisLesson,
    CrisisMessage,
    CrisisSheet,
    CustomerView,
    Entity,
    EscalationLevel,
    FollowUp,
    Outreach,
    ProgrammeStep,
    Protocol,
    ProtocolStep,
    ReadinessAnswer,
    Recovery,
    Review,
    Risk,
    RoleBehaviour,
    RoleCard,
    Training,
    Verification,
    Why,
    replaced,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.fields import Gone, specs_of
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import _

LISTS: Mapping[str, type[Entity]] = {
    kind.__name__: kind
    for kind in (
        Why,
        Checkpoint,
        Verification,
        Communication,
        Outreach,
        Review,
        Risk,
        Protocol,
        ProtocolStep,
        AlertRule,
        AlertRoute,
        EscalationLevel,
        Recovery,
        FollowUp,
        RoleBehaviour,
        Training,
        CustomerView,
        CrisisSheet,
        CrisisMessage,
        CrisisLesson,
    )
}
"""The kinds of lines, by name."""

SINGLES: Mapping[type[Entity], str] = {
    RoleCard: "role",
    ReadinessAnswer: "question",
    ProgrammeStep: "number",
}
"""Kinds of which there is one for each value of a field."""

_IN_ORDER: Mapping[type[Entity], tuple[str, ...]] = {
    Training: ("date", "valid_until"),
    Recovery: ("happened_at", "acknowledged_at", "responded_at", "fixed_at"),
}
"""Dates of a line, in the order in which they may follow each other."""


def add_line(tx: Tx, kind: type[Entity], /, **fields: Any) -> str:
    """Add a line at the end of its list; raises RefusedError for dates in the wrong order."""
    made = _of(kind)(tx.new_id(), **fields)
    if "position" in specs_of(kind):
        made = replaced(made, {"position": position_at(tx, _beside(tx, made), None)})
    _check(tx, made)
    return tx.insert(made).id


def change_line(tx: Tx, kind: type[Entity], id_: str, /, **fields: Any) -> None:
    """Set fields of a line; raises RefusedError for dates in the wrong order."""
    _check(tx, tx.change(_of(kind), id_, **fields))


def move_line(tx: Tx, kind: type[Entity], id_: str, index: int | None = None) -> None:
    """Move a line to a place in its list (None: the end)."""
    siblings = _beside(tx, tx.snapshot.get(_of(kind), id_))
    if "position" in specs_of(kind) and not stays(siblings, id_, index):
        tx.change(kind, id_, position=position_at(tx, without(siblings, id_), index))


def delete_line(tx: Tx, kind: type[Entity], id_: str) -> None:
    """Take a line out with what belongs to it."""
    tx.delete(_of(kind), id_)


def set_single(tx: Tx, kind: type[Entity], key: Any, /, **fields: Any) -> str:
    """Set fields of the one entity of a kind for a key; it is made where there is none."""
    name = SINGLES[kind]
    known = next((e for e in tx.snapshot.table(kind).values() if getattr(e, name) == key), None)
    if known is None:
        return tx.insert(kind(tx.new_id(), **{name: key}, **fields)).id
    return tx.change(kind, known.id, **fields).id


def _of(kind: type[Entity]) -> type[Entity]:
    return LISTS[kind.__name__]


def _beside(tx: Tx, line: Entity) -> tuple[Entity, ...]:
    """The lines of the same list: those that belong to the same thing."""
    owners = [
        name
        for name, spec in specs_of(type(line)).items()
        if spec.kind == "ref" and not spec.optional and spec.gone is Gone.DELETE
    ]
    rows = (
        other
        for other in tx.snapshot.table(type(line)).values()
        if all(getattr(other, name) == getattr(line, name) for name in owners)
    )
    return tuple(sorted(rows, key=sort_key))


def _check(tx: Tx, line: Entity) -> None:
    dates = [d for d in (getattr(line, n) for n in _IN_ORDER.get(type(line), ())) if d]
    if dates != sorted(dates):
        raise RefusedError(_("These dates come in the wrong order."), _("Look at them once more."))
    if isinstance(line, Why):
        above, seen = line.under, {line.id}
        while above is not None:
            if above in seen:
                raise RefusedError(_("An answer cannot stand under itself."))
            seen.add(above)
            above = tx.snapshot.get(Why, above).under
