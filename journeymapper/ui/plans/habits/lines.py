"""What the tables of plans add to those of answers: entities as lines, doings, an overview."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Entity, Role
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.fields import specs_of
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.date_field import date_text, read_date
from journeymapper.ui.answers.more_lines import Lines, Options, needed, steps_of
from journeymapper.ui.commands.names import shortened
from journeymapper.ui.context import Context
from journeymapper.ui.plans.clock import today_of

C = TypeVar("C", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Doing:
    """A button of the table: what is done with the current line."""

    key: str
    title: Message
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """An overview: ``rows`` and ``columns`` by id with their names, what stands in each cell.

    ``flagged`` are the cells that ask for something.
    """

    corner: Message
    rows: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str | Message], ...]
    cells: Mapping[tuple[str, str], tuple[str | Message, ...]]
    flagged: frozenset[tuple[str, str]] = field(default_factory=frozenset)


class EntityLines(Lines):
    """Lines that are entities of one kind; a column has the name of the field that it shows."""

    kind: ClassVar[type[Entity]]
    named_by: ClassVar[str]
    """The field that names a line in the labels of steps."""
    required: ClassVar[tuple[str, ...]] = ()
    typed: ClassVar[tuple[str, ...]] = ()
    """Columns of ``first`` that are typed: what exists is offered, what is new is made."""
    kept: ClassVar[tuple[str, ...]] = ()
    """Columns of ``first`` that stay for the next line."""
    doings: ClassVar[tuple[Doing, ...]] = ()
    given: ClassVar[bool] = False
    """Lines stand for something else, and cannot be deleted."""
    moves: ClassVar[bool] = False
    """Alt+Up and Alt+Down move a line."""
    overview: ClassVar[Message | None] = None
    """What the overview is called, if there is one."""

    def __init__(self, context: Context) -> None:
        self.context = context

    @property
    def today(self) -> date:
        """The local date."""
        return today_of(self.context)

    def value(self, snapshot: Snapshot, key: str, text: str) -> Any:  # noqa: ARG002
        """Read what was typed or chosen in a column; raises RefusedError."""
        spec = specs_of(self.kind)[key]
        if spec.kind == "date":
            return self.day(text)
        if spec.kind == "whole":
            return self.whole(text, spec.low, spec.high)
        if spec.kind == "choice" and spec.enum is not None:
            return chosen(spec.enum, text)
        if spec.kind == "ref":
            return (text or None) if spec.optional else needed(text)
        return needed(text) if key in self.required else text.strip()

    def write(self, document: Document, line_id: str, key: str, text: str) -> None:
        value = self.value(document.snapshot, key, text)
        with document.step(_("Change {name}", name=self.name_of(document.snapshot, line_id))) as tx:
            operations.change_line(tx, self.kind, line_id, **{key: value})

    def add(self, document: Document, cells: Mapping[str, str]) -> None:
        fields = {
            key: needed(text) if key in self.typed else self.value(document.snapshot, key, text)
            for key, text in cells.items()
        }
        with document.step(_("Add {name}", name=shortened(str(fields[self.named_by])))) as tx:
            if "role" in self.typed:
                fields["role"] = role_called(tx, fields["role"])
            operations.add_line(tx, self.kind, **fields, **self.belongs())

    def delete(self, document: Document, line_id: str) -> None:
        with document.step(_("Delete {name}", name=self.name_of(document.snapshot, line_id))) as tx:
            operations.delete_line(tx, self.kind, line_id)

    def move(self, document: Document, line_id: str, way: int) -> None:
        """Move a line one place up (-1) or down (+1) among those it stands with."""
        siblings, shown = self.together(document.snapshot, line_id)
        at = shown.index(line_id) + way
        if not self.moves or not 0 <= at < len(shown):
            return
        others = [one for one in siblings if one != line_id]
        index = others.index(shown[at]) + (way > 0)
        with document.step(_("Move {name}", name=self.name_of(document.snapshot, line_id))) as tx:
            operations.move_line(tx, self.kind, line_id, index)

    def together(self, snapshot: Snapshot, line_id: str) -> tuple[list[str], list[str]]:  # noqa: ARG002
        """Return the lines of its list, and those of them that it stands with in the table."""
        every = [line.id for line in self.read(snapshot)]
        return every, every

    def belongs(self) -> Mapping[str, str]:
        """Return the fields that say to what every line of this table belongs."""
        return {}

    def allowed(self, snapshot: Snapshot, doing: str, line_id: str) -> bool:  # noqa: ARG002
        """Say whether something can be done with a line."""
        return True

    def do(self, document: Document, doing: str, line_id: str) -> Message:  # noqa: ARG002
        """Do it; returns what there is to tell, raises UserError."""
        raise RefusedError(_("This cannot be done here."))

    def matrix(self, snapshot: Snapshot) -> Matrix:  # noqa: ARG002
        """Return the overview; only asked for where there is one."""
        raise RefusedError(_("There is no overview of this."))

    def preset(self, snapshot: Snapshot, row: str, column: str) -> Mapping[str, str]:  # noqa: ARG002
        """Return what a new line begins with that is added to a cell of the overview."""
        return {}

    @abstractmethod
    def options(self, snapshot: Snapshot, key: str) -> Options:
        """Return what can be chosen or typed in a column."""

    def is_long(self, key: str) -> bool:
        """Say whether a column holds texts of several lines."""
        spec = specs_of(self.kind).get(key)
        return spec is not None and spec.kind == "text" and not spec.one_line

    def name_of(self, snapshot: Snapshot, line_id: str) -> str | Message:
        """Return what a line is called in the label of a step."""
        line = snapshot.get(self.kind, line_id)
        return shortened(str(getattr(line, self.named_by))) or _("a line without a name")

    def day(self, text: str) -> str:
        """Read a date as people write it; raises RefusedError."""
        read = read_date(text, self.context)
        if read is None:
            raise RefusedError(_("This is no date. Write it like 12 May 2026."))
        return read

    def shown_day(self, day: str) -> str:
        """Return a date as it is shown."""
        return date_text(day, self.context)

    @staticmethod
    def whole(text: str, low: float | None, high: float | None) -> int | None:
        """Read a whole number, None for nothing; raises RefusedError."""
        plain = text.strip()
        if not plain:
            return None
        value = int(plain) if plain.isdecimal() and len(plain) < 10 else -1
        if value < (low or 0) or value > (high or value):
            if high is None:
                raise RefusedError(_("Type a whole number; {text} is none.", text=plain))
            raise RefusedError(
                _(
                    "Type a whole number from {low} to {high}; {text} is none.",
                    low=int(low or 0),
                    high=int(high),
                    text=plain,
                )
            )
        return value


def chosen(codes: type[C], text: str) -> C:
    """Return the code that was chosen; raises RefusedError for none of them."""
    known = next((code for code in codes if code.value == text), None)
    if known is None:
        raise RefusedError(_("Choose one from the list."))
    return known


def role_options(snapshot: Snapshot) -> Options:
    """Return all roles in order."""
    roles = sorted(snapshot.table(Role).values(), key=sort_key)
    return [(role.id, role.name) for role in roles]


def step_options(snapshot: Snapshot) -> Options:
    """Return all steps, after "no step"."""
    return [("", _("No step")), *steps_of(snapshot)]


def role_called(tx: Tx, name: str) -> str:
    """Return the role of this name; capitals do not count. It is made where there is none."""
    wanted = " ".join(name.split())
    for role in tx.snapshot.table(Role).values():
        if " ".join(role.name.split()).casefold() == wanted.casefold():
            return role.id
    return operations.add_role(tx, wanted)
