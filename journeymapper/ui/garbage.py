"""Keeps the search for garbage short: an open document is none, however large it is."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from journeymapper.ui.session import Session


class Garbage(QObject):
    """Passes over what is there once a document is open and drawn, until it is closed.

    Looking through a map of 5,000 steps takes half a second, and would come at any moment.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(gc.freeze)
        session.opened.connect(self._soon.start)
        session.closed.connect(self._look_again)

    def _look_again(self) -> None:
        self._soon.stop()
        gc.unfreeze()
