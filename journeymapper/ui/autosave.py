"""Brings the user's file up to date by itself, soon after the last edit."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from journeymapper.document.document import SaveState
from journeymapper.ui.session import Session

_REST = 2.0
_LONGEST = 60.0
_TIMES = 10.0
_AGAIN = 15.0
"""Seconds after a failure: a stick is put back, somebody makes room."""


def wait(last_publish: float, dirty_for: float) -> float:
    """Return how many seconds to wait for more edits before the file is written.

    ``last_publish`` is how long writing took last time, ``dirty_for`` how long the file has
    been older than the document. A slow disk is written to less often, but after a minute
    even while edits go on.
    """
    return max(0.0, min(max(_REST, _TIMES * last_publish), _LONGEST - dirty_for))


class Autosave(QObject):
    """Publishes after the last edit, when the app loses the focus, and after a failure anew."""

    def __init__(self, session: Session, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(session)
        self._session = session
        self._clock = clock
        self._last_publish = 0.0
        self._dirty_since: float | None = None
        self._begun: float | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.now)
        session.changed.connect(self._on_change)
        session.opened.connect(self._on_change)
        session.published.connect(self._on_published)
        session.unpublished.connect(self._on_unpublished)
        session.closed.connect(self._forget)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state)

    @property
    def waiting(self) -> float | None:
        """Seconds until the file is written, None when nothing is waiting."""
        return self._timer.remainingTime() / 1000 if self._timer.isActive() else None

    def now(self) -> None:
        """Write the file if it is older; a failure is tried again later."""
        self._timer.stop()
        if self._session.state() != SaveState.KEPT:
            self._dirty_since = None
            return
        self._begun = self._clock()
        self._session.publish()

    def _on_published(self) -> None:
        if self._begun is not None:
            self._last_publish = self._clock() - self._begun
        self._begun = self._dirty_since = None
        if self._session.state() == SaveState.KEPT:
            self._on_change()

    def _on_unpublished(self) -> None:
        self._begun = None
        self._timer.start(int(_AGAIN * 1000))

    def _on_change(self) -> None:
        if self._session.state() != SaveState.KEPT:
            return
        now = self._clock()
        if self._dirty_since is None:
            self._dirty_since = now
        self._timer.start(int(wait(self._last_publish, now - self._dirty_since) * 1000))

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.now()

    def _forget(self) -> None:
        self._timer.stop()
        self._dirty_since = None
