"""What every place is: a work area, a bar above it, one fact for the status bar."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journeymapper.domain.message import Message
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.context import Context
from journeymapper.ui.session import Session
from journeymapper.ui.window_drops import Drops


class Place(QWidget):
    """One place. It is built once, when first shown, and lives as long as the window.

    ``key`` is the name in the table of actions (``map`` for ``go.map``). A place binds the
    handlers of its own actions when it is built. It follows ``session.opened``,
    ``session.closed`` and ``session.changed`` by itself.
    """

    key: ClassVar[str] = ""

    fact_changed = Signal()
    """The fact or the set of usable actions may be another one now."""

    def __init__(self, context: Context, session: Session, binding: ActionBinding) -> None:
        super().__init__()
        self.context = context
        self.session = session
        self.binding = binding
        self.setObjectName(f"place.{self.key}")

    @abstractmethod
    def top_bar(self) -> QWidget:
        """Return the content of the bar above; asked for once, the window owns it."""

    def activate(self) -> None:
        """The place has come to the front: catch up and take the focus where it belongs."""

    def deactivate(self) -> None:
        """Another place comes to the front: finish what is being typed."""

    def shows_map(self) -> bool:
        """Say whether the map itself is in front, so that its actions make sense."""
        return False

    def fact(self) -> Message | None:
        """Return one true sentence for the status bar, or None."""
        return None

    def can_find(self) -> bool:
        """Say whether there is something to search here."""
        return False

    def find(self) -> None:  # type: ignore[override]  # hides a static function of QWidget
        """Go to the search field (``map.find``)."""

    def drops(self) -> Drops | None:
        """Return who takes what is dragged in from outside, or None."""
        return None

    def areas(self) -> tuple[QWidget, ...]:
        """Return what F6 steps through inside the place, in order."""
        return (self,)
