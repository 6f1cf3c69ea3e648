"""The sheets to ask and to count with, for the map that is walked through."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journeymapper.domain.message import _
from journeymapper.drawing.sheets.questionnaire import questionnaire, steps_to_ask
from journeymapper.drawing.sheets.tally import tally
from journeymapper.ui.context import Context
from journeymapper.ui.session import Session
from journeymapper.ui.sheet_files import SheetFiles
from journeymapper.ui.walk.guide import Guide


class Asking(SheetFiles):
    """Makes the questionnaire and the tally sheet."""

    def __init__(self, context: Context, session: Session, guide: Guide, window: QWidget) -> None:
        super().__init__(context, session, window)
        self._guide = guide

    def questions(self) -> None:
        """Make the questionnaire for the steps that matter."""
        snapshot, map_id, today = self._guide.snapshot, self._guide.map_id, self.today()
        steps = steps_to_ask(snapshot, map_id)
        self.make(
            _("Questionnaire"), lambda pen: questionnaire(snapshot, map_id, steps, pen, today)
        )

    def count(self, step_id: str) -> None:
        """Make the tally sheet for a step."""
        snapshot, map_id, today = self._guide.snapshot, self._guide.map_id, self.today()
        self.make(_("Tally sheet"), lambda pen: tally(snapshot, map_id, step_id, pen, today))
