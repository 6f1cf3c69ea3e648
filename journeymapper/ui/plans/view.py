"""What every view of the plans is: the same plans, seen in one way."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.context import Context
from journeymapper.ui.session import Session


class PlanView(QWidget):
    """A view is built when it is first shown and then told of each change while in front."""

    plan_wanted = Signal(str)
    """Open a plan, by id, in the list."""
    answers_wanted = Signal()
    """Go where answers are typed in."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__()
        self.context, self.session = context, session
        self.bands: Mapping[str, str] = {}
        """The band of the worst gap that each plan mends, by plan; the place fills it."""
        self.bands_known = True
        """False while the gaps are still being worked out."""

    @abstractmethod
    def refresh(self, snapshot: Snapshot, today: date) -> None:
        """Show the plans as they are now."""

    def take_focus(self) -> None:
        """Take the keyboard to where work begins."""
        self.setFocus()

    def find(self, text: str) -> None:  # type: ignore[override]  # hides a static function
        """Show only what holds these words; an empty text shows all."""

    def show_plan(self, plan_id: str) -> None:
        """Open a plan, where the view opens plans."""

    def show_check_in(self, plan_id: str) -> None:
        """Open a plan where its missed check-ins are noted."""

    def flush(self) -> None:
        """Write what is being typed into the document."""

    def leave(self) -> None:
        """The document is about to be closed: keep what is typed, as far as it can be kept."""
        self.flush()

    def forget(self) -> None:
        """Another document is open: nothing of the one before is chosen or folded out."""
