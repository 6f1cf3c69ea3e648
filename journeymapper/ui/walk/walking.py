"""The walk as a whole: guide, page, bar, projector and the sheets to ask with."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from journeymapper.document.document import Document
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.message import _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.context import Context
from journeymapper.ui.session import Session
from journeymapper.ui.walk.asking import Asking
from journeymapper.ui.walk.bar import WalkBar
from journeymapper.ui.walk.guide import Guide
from journeymapper.ui.walk.page import WalkPage
from journeymapper.ui.walk.projector import Projector


class Walking(QObject):
    """Made once; serves one map after the other."""

    stopped = Signal()
    """The map is wanted instead."""

    def __init__(self, context: Context, session: Session, binding: ActionBinding) -> None:
        super().__init__(session)
        self._context, self._session, self._binding = context, session, binding
        self.guide = Guide(context, session)
        self.page = WalkPage(context, session, self.guide)
        self.bar = WalkBar(context, binding)
        self.asking = Asking(context, session, self.guide, self.page)
        self.projector: Projector | None = None
        self.guide.settle = self.flush
        session.flush.connect(self.flush)
        session.leaving.connect(self._close_projector)
        self.page.projected.connect(self.project)
        self.page.stopped.connect(self.stopped)
        self.page.finish.asked.connect(self.asking.questions)
        self.page.finish.counted.connect(self._count)
        self.bar.to_map.clicked.connect(self.stopped)
        self.guide.changed.connect(self._on_change)

    def begin(self, document: Document, map_id: str) -> None:
        """Go on where the walk through a map stopped."""
        self.page.own.forget()
        self.guide.begin(document, map_id)

    def flush(self) -> bool:
        """Write what is being typed, here and on the projector; False when it is refused."""
        there = self.projector is None or self.projector.flush()
        return self.page.card.flush() and there

    def project(self) -> None:
        """Show the step in play on the projector, or put it away again."""
        if self.projector is not None:
            self._close_projector()
            return
        page, context = self.page, self._context
        self.projector = Projector(
            context, self.guide, page.hands, page.own, self._binding, page.window()
        )
        self.projector.closed.connect(self._forget_projector)
        self.projector.unplugged.connect(self._tell_unplugged)
        self.projector.plugged.connect(self._use_other_screen)
        self.projector.open()

    def rest(self) -> None:
        """Stop here."""
        self._close_projector()
        self.guide.rest()

    def _close_projector(self) -> None:
        if self.projector is not None:
            self.projector.close()

    def _tell_unplugged(self) -> None:
        self._session.report(_("The other screen is gone. The walk goes on in this window."))

    def _use_other_screen(self) -> None:
        """Begin anew there; words that are refused stay where they are."""
        self._close_projector()
        if self.projector is None:
            self.project()

    def _forget_projector(self) -> None:
        if self.projector is not None:
            self.projector.deleteLater()
            self.projector = None
        window = self.page.window()
        if self.page.isVisible():
            window.activateWindow()
            self.page.setFocus()

    def _count(self) -> None:
        deepest = self.page.finish.deepest()
        if deepest is not None:
            self.asking.count(deepest.step.id)

    def _on_change(self) -> None:
        guide = self.guide
        if not guide.active or guide.snapshot.find(JourneyMap, guide.map_id) is None:
            return
        self.bar.show_map(guide.snapshot, guide.map_id)
        if not guide.order:
            self.stopped.emit()  # the last step was taken out: the map says what to do
