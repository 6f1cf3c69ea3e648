"""A choice from a list, with the arrow of the theme; a wheel that passes over changes nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from journeymapper.ui.context import Context

_SIDE = 14


class Chooser(QComboBox):
    """As wide as there is room."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context = context
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        context.theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        top = (self.height() - _SIDE) / 2
        left = 6 if self.isRightToLeft() else self.width() - _SIDE - 6
        self._context.painter.paint(painter, "chevron-down", left, top, _SIDE, "text_tertiary")
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
