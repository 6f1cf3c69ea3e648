"""Remembers when each document was open last; what was before this sitting stays known in it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from journeymapper.app.openings import Opening, opening_of, with_opening
from journeymapper.app.settings import KEEP_RECENT, OPENINGS
from journeymapper.ui.context import Context
from journeymapper.ui.session import Session


class OpeningsMemory(QObject):
    """``before`` is the sitting before this one, None when it is not known or was put aside."""

    def __init__(self, context: Context, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self.before: Opening | None = None
        session.opened.connect(self._on_opened)
        session.leaving.connect(self._note)

    def put_aside(self) -> None:
        """Nothing more is to be told about the pause."""
        self.before = None

    def _on_opened(self) -> None:
        document, settings = self._session.document, self._context.settings
        self.before = None
        if document is not None and settings.get(KEEP_RECENT):
            self.before = opening_of(settings.get(OPENINGS), document.doc_id)
            self._note()

    def _note(self) -> None:
        """Where nothing is to be remembered of files, nothing is."""
        document, settings = self._session.document, self._context.settings
        if not settings.get(KEEP_RECENT):
            settings.set(OPENINGS, ())
        elif document is not None:
            day = self._context.services.clock().astimezone().date().isoformat()
            now = Opening(document.doc_id, day, document.counts.total)
            settings.set(OPENINGS, with_opening(settings.get(OPENINGS), now))
