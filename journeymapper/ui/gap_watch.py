"""Follows the document and works out its gaps beside the window, when nothing else is to be done.

Light by itself: the analysis is loaded in the thread that needs it first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal

from journeymapper.domain.changes import ChangeSet
from journeymapper.domain.entities import GapSighting, PrintRun, Version
from journeymapper.ui.background import Background, Stop
from journeymapper.ui.context import Context
from journeymapper.ui.late import late, load_ahead
from journeymapper.ui.session import Session

if TYPE_CHECKING:
    from journeymapper.ui.gaps.figuring import GapFigures

_figure: Callable[..., GapFigures] = late("gaps.figuring", "figure")

REST_MS = 1200
"""So long after the last change the gaps are worked out, unless somebody looks at them."""

SOON_MS = 150
"""The same while somebody looks at them."""

_WITHOUT_EFFECT = (GapSighting, PrintRun, Version)


class GapWatch(QObject):
    """Holds the newest figures; ``urgent`` is True while the place Gaps is in front."""

    changed = Signal()
    """There are new figures, or none any more."""

    def __init__(self, context: Context, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self._figures: GapFigures | None = None
        self._stale = False
        self._urgent = False
        self._work = Background(self)
        self._work.done.connect(self._take)
        self._work.failed.connect(session.failed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._free = QTimer(self)
        self._free.setSingleShot(True)
        self._free.timeout.connect(self._wait)
        session.opened.connect(self._look_later)
        session.changed.connect(self._on_change)
        session.leaving.connect(self._leave)

    @property
    def figures(self) -> GapFigures | None:
        """The newest figures, None before the first."""
        return self._figures

    @property
    def is_current(self) -> bool:
        """Say whether the figures are those of the document as it is now."""
        return self._figures is not None and not self._stale and not self._work.busy

    @property
    def critical(self) -> int:
        """How many places are critical, as far as is known."""
        return self._figures.critical if self._figures is not None else 0

    def set_urgent(self, *, urgent: bool) -> None:
        """Say whether somebody looks at gaps now: then they follow at once."""
        self._urgent = urgent
        if urgent and not self.is_current and not self._work.busy:
            self.look()

    def look_first(self) -> None:
        """Somebody looks at what depends on gaps: do not wait with the first figures."""
        if self._figures is None and not self._work.busy:
            self.look()

    def look(self) -> None:
        """Work everything out for the document as it is now."""
        self._free.stop()
        self._timer.stop()
        document = self._session.document
        if document is None:
            return
        self._stale = False
        snapshot, counts = document.snapshot, document.counts
        today = self._context.services.clock().astimezone().date()

        def work(_stop: Stop) -> object:
            load_ahead()
            return _figure(snapshot, counts, today)

        self._work.start(work)

    def _take(self, found: object) -> None:
        self._figures = cast("GapFigures", found)
        self.changed.emit()

    def _look_later(self) -> None:
        """Begin to wait once what is being done is done: opening a file may take longer."""
        self._stale = True
        self._timer.stop()
        self._free.start(0)

    def _wait(self) -> None:
        self._timer.start(SOON_MS if self._urgent else REST_MS)

    def _on_change(self, changes: ChangeSet) -> None:
        if not all(change.kind in _WITHOUT_EFFECT for change in changes.changes):
            self._look_later()

    def _leave(self) -> None:
        self._free.stop()
        self._timer.stop()
        self._work.finish()
        self._stale = False
        self._figures = None
        self.changed.emit()
