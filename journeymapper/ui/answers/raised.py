"""Says in the status bar when answers that came in ask for a call back."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from journeymapper.domain.changes import ChangeSet, StepKind
from journeymapper.domain.entities import Alert
from journeymapper.domain.message import _
from journeymapper.ui.session import Session


class RaisedWatch(QObject):
    """Follows the document; what is undone or noted by hand is not told again."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        session.changed.connect(self._on_change)

    def _on_change(self, changes: ChangeSet) -> None:
        document = self._session.document
        if changes.step.kind != StepKind.DO or document is None:
            return
        added = (document.snapshot.find(Alert, id_) for id_ in changes.added(Alert))
        n = sum(alert is not None and bool(alert.source) for alert in added)
        if n:  # after what the step itself says
            QTimer.singleShot(0, self, lambda: self._tell(n))

    def _tell(self, n: int) -> None:
        words = _("1 person is to be called back.")
        if n > 1:
            words = _("{n} people are to be called back.", n=n)
        self._session.report(words)
