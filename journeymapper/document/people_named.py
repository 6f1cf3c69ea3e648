"""People by the names that others type."""

from __future__ import annotations

from journeymapper.document.operations.people import add_participant
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Participant, Role
from journeymapper.domain.indexes import sort_key


def person_called(tx: Tx, name: str) -> str | None:
    """Return the participant of this name, who is added if need be; None for no name.

    A role of this name becomes a participant who stands for it.
    """
    wanted = " ".join(name.split())
    if not wanted:
        return None
    named = sorted(tx.snapshot.table(Participant).values(), key=sort_key)
    for one in named:
        if one.name.casefold() == wanted.casefold():
            return one.id
    for role in sorted(tx.snapshot.table(Role).values(), key=sort_key):
        if role.name.casefold() == wanted.casefold():
            return add_participant(tx, role.name, role.id)
    return add_participant(tx, wanted)
