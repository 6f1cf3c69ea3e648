"""A drag of the system over a window, as it comes from another program."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

_ANY = Qt.DropAction.CopyAction
_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


def carry_in(window: QWidget, mime: QMimeData, at: QPoint, *, drop: bool = True) -> bool:
    """Bring something to a point of a window and let go; returns whether it may be dropped there.

    Where it may not, or shall not be dropped, it leaves again.
    """
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(5, 5), _ANY, mime, _LEFT, _NONE))
    allowed = hover(window, mime, at)
    if not drop:
        return allowed
    if allowed:
        event = QDropEvent(QPointF(at), _ANY, mime, _LEFT, _NONE)
        QApplication.sendEvent(window, event)
    else:
        carry_away(window)
    QApplication.processEvents()
    return allowed


def hover(window: QWidget, mime: QMimeData, at: QPoint) -> bool:
    """Go on to a point; returns whether it may be dropped there."""
    event = QDragMoveEvent(at, _ANY, mime, _LEFT, _NONE)
    event.ignore()
    QApplication.sendEvent(window, event)
    QApplication.processEvents()
    return event.isAccepted()


def carry_away(window: QWidget) -> None:
    """Leave the window."""
    QApplication.sendEvent(window, QDragLeaveEvent())
    QApplication.processEvents()
