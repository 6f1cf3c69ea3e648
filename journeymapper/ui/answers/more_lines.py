"""What a table under More is: its columns, its lines, and how they are written."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot

Options = Sequence[tuple[str, str | Message]]


@dataclass(frozen=True, slots=True)
class Column:
    """``key`` names it, ``width`` is its share of the width of the table.

    ``fixed`` cells cannot be changed; ``choice`` cells hold the key of one of their options.
    """

    key: str
    title: Message
    width: int
    fixed: bool = False
    choice: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: ``id`` stays the same while it is changed; cells by column."""

    id: str
    cells: Mapping[str, str | Message]


class Lines(ABC):
    """A table of one kind. Reading is pure; writing makes one step or raises UserError."""

    title: ClassVar[Message]
    about: ClassVar[Message]
    """What it is for, in a sentence."""
    empty: ClassVar[Message]
    """What to do while there are no lines."""
    columns: ClassVar[tuple[Column, ...]]
    first: ClassVar[tuple[str, ...]] = ()
    """The columns that a new line needs; without any, lines cannot be added or deleted."""

    @abstractmethod
    def read(self, snapshot: Snapshot) -> list[Line]:
        """Return all lines in order."""

    def options(self, _snapshot: Snapshot, _key: str) -> Options:
        """Return what can be chosen in a column."""
        return ()

    @abstractmethod
    def write(self, document: Document, line_id: str, key: str, text: str) -> None:
        """Set a cell to what was typed or chosen."""

    def add(self, document: Document, cells: Mapping[str, str]) -> None:  # noqa: ARG002
        """Add a line; raises RefusedError where the lines are given."""
        raise RefusedError(_("The lines of this table are given."))

    def delete(self, document: Document, line_id: str) -> None:  # noqa: ARG002
        """Take a line out; raises RefusedError where the lines are given."""
        raise RefusedError(_("The lines of this table are given."))

    def note(self, _snapshot: Snapshot) -> Message | None:
        """Return what the table shows as a whole, or None."""
        return None


def steps_of(snapshot: Snapshot) -> list[tuple[str, str]]:
    """Return all steps with number and name, in the order of maps."""
    return list(queries.numbered_steps(snapshot).items())


def needed(text: str) -> str:
    """Return a text that must be there; raises RefusedError."""
    if not text.strip():
        raise RefusedError(_("Something is missing here."))
    return text.strip()
