"""The walk as a whole: guide, page, bar, projector and the sheets to ask with."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from journeymapper.document.document import Document
from journeymapper.domain.entities import JourneyMap
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.context import Context
from journeymapper.ui.session import Session
from journeymapper.ui.walk.bar import WalkBar
from journeymapper.ui.walk.guide import Guide
from journeymapper.ui.walk.page import WalkPage


class Walking(QObject):
    """Made once; serves one map after the other."""

    stopped = Signal()
    """The map is wanted instead."""

    def __init__(self, context: Context, session: Session, binding: ActionBinding) -> None:
        super().__init__(session)
        self.guide = Guide(context, session)
        self.page = WalkPage(context, session, self.guide)
        self.bar = WalkBar(context, binding)
        self.page.stopped.connect(self.stopped)
        self.bar.to_map.clicked.connect(self.stopped)
        self.guide.changed.connect(self._on_change)

    def begin(self, document: Document, map_id: str) -> None:
        """Go on where the walk through a map stopped."""
        self.page.own.forget()
        self.guide.begin(document, map_id)

    def rest(self) -> None:
        """Stop here."""
        self.guide.rest()

    def _on_change(self) -> None:
        guide = self.guide
        if not guide.active or guide.snapshot.find(JourneyMap, guide.map_id) is None:
            return
        self.bar.show_map(guide.snapshot, guide.map_id)
        if not guide.order:
            self.stopped.emit()  # the last step was taken out: the map says what to do
