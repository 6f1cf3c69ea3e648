"""What the fields of an open plan share: which plan, what is known of it, how it is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Entity, Plan
from journeymapper.domain.message import Message
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands import plans as commands
from journeymapper.ui.context import Context
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.session import Session


class PlanSheet(QObject):
    """One plan at a time, by ``plan_id``; "" while none is open."""

    def __init__(self, context: Context, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.context, self.session = context, session
        self.plan_id = ""

    @property
    def document(self) -> Document:
        """The open document; raises RefusedError without one."""
        return self.session.open_document

    @property
    def snapshot(self) -> Snapshot:
        """What the document holds now."""
        return self.document.snapshot

    @property
    def plan(self) -> Plan:
        """The plan that is open."""
        return self.snapshot.get(Plan, self.plan_id)

    @property
    def today(self) -> date:
        """The local date of now."""
        return today_of(self.context)

    @property
    def ready(self) -> bool:
        """Say whether a plan is open that is still there."""
        document = self.session.document
        return document is not None and document.snapshot.find(Plan, self.plan_id) is not None

    def say(self, message: Message) -> str:
        """Return a message in the language of the window."""
        return self.context.say(message)

    def guarded(self, do: Callable[[], object]) -> bool:
        """Do it; show what is refused and return False then."""
        done: list[object] = []
        with self.session.guard():
            done.append(do())
        return bool(done)

    def write(self, **fields: Any) -> None:
        """Set fields of the plan; raises RefusedError."""
        commands.set_plan(self.document, self.plan_id, **fields)

    def change(self, do: Callable[[Tx], Any], merge: tuple[str, ...] | None = None) -> Any:
        """Change something that belongs to the plan, as one step; returns what ``do`` returns."""
        with self.document.step(commands.labelled(self.document, self.plan_id), merge=merge) as tx:
            return do(tx)

    def add_line(self, kind: type[Entity], **fields: Any) -> str:
        """Add a line of the plan; returns its id."""
        made = self.change(lambda tx: operations.add_line(tx, kind, plan=self.plan_id, **fields))
        return str(made)

    def change_line(self, kind: type[Entity], id_: str, field: str, value: Any) -> None:
        """Set a field of a line."""
        self.change(
            lambda tx: operations.change_line(tx, kind, id_, **{field: value}),
            merge=("plan line", id_, field),
        )

    def delete_line(self, kind: type[Entity], id_: str) -> None:
        """Take a line out."""
        self.change(lambda tx: operations.delete_line(tx, kind, id_))
