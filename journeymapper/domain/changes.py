"""What happened to a document: a step and the entities it touched."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from journeymapper.domain.entities import Entity
from journeymapper.domain.message import Message
from journeymapper.domain.records import dataclass


class Initiator(StrEnum):
    """Who asked for a step. Undo takes back the steps of USER and of IMPORT.

    APP is the program itself, when it takes note of what has happened: paper was printed.
    """

    USER = "user"
    IMPORT = "import"
    PARTICIPANT = "participant"
    APP = "app"


class StepKind(StrEnum):
    """What a step is: the birth of the document, a change, or the inverse of one.

    FORGET took a person out of everything, the history too: nothing before it can be undone.
    """

    CREATE = "create"
    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    FORGET = "forget"


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the history.

    ``seq`` counts from 0 (creation). ``at`` is a UTC instant in ISO form. ``inverse_of`` is the
    seq that an undo or redo takes back. ``sitting`` names the time between open and close.
    """

    id: str
    seq: int
    label: Message
    at: str
    initiator: Initiator = Initiator.USER
    kind: StepKind = StepKind.DO
    inverse_of: int | None = None
    sitting: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One entity before and after; None means it was or is not there. Never both None."""

    kind: type[Entity]
    id: str
    before: Entity | None
    after: Entity | None

    @property
    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.kind, self.id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """A step and its changes in the order they were made.

    An entity may appear several times; views that need the net effect use ``added``,
    ``changed`` and ``removed``.
    """

    step: Step
    changes: tuple[Change, ...]

    def added(self, kind: type[Entity]) -> tuple[str, ...]:
        """Ids that exist now and did not before."""
        return tuple(i for i, b, a in self._net(kind) if b is None and a is not None)

    def removed(self, kind: type[Entity]) -> tuple[str, ...]:
        """Ids that existed before and do not now."""
        return tuple(i for i, b, a in self._net(kind) if b is not None and a is None)

    def changed(self, kind: type[Entity]) -> tuple[str, ...]:
        """Ids that existed before and exist now, with another content."""
        return tuple(i for i, b, a in self._net(kind) if b and a and b != a)

    def touches(self, *kinds: type[Entity]) -> bool:
        """Say whether any entity of these kinds was touched."""
        return any(change.kind in kinds for change in self.changes)

    def _net(self, kind: type[Entity]) -> Iterator[tuple[str, Entity | None, Entity | None]]:
        first: dict[str, Entity | None] = {}
        last: dict[str, Entity | None] = {}
        for change in self.changes:
            if change.kind is kind:
                first.setdefault(change.id, change.before)
                last[change.id] = change.after
        return ((id_, first[id_], last[id_]) for id_ in first)
