"""Widgets one after the other in as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Wrapped(QWidget):
    """Sets widgets like words of a text; its height follows from its width."""

    def __init__(self, across: int, down: int) -> None:
        super().__init__()
        self._across, self._down = across, down
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Add a widget at the end."""
        widget.setParent(self)
        self._widgets.append(widget)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        widest = max((w.sizeHint().width() for w in self._widgets), default=0)
        return QSize(max(widest, 320), self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        widest = max((w.minimumSizeHint().width() for w in self._widgets), default=0)
        return QSize(min(widest, 120), self.heightForWidth(max(self.width(), 1)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        boxes = self._boxes(width)
        return max((box.bottom() + 1 for box in boxes), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        mirrored = not self.isLeftToRight()
        for widget, box in zip(self._widgets, self._boxes(self.width()), strict=True):
            if mirrored:
                box.moveLeft(self.width() - box.right() - 1)
            widget.setGeometry(box)
        self.updateGeometry()

    def _boxes(self, width: int) -> list[QRect]:
        x = y = tallest = 0
        found: list[QRect] = []
        for widget in self._widgets:
            size = widget.sizeHint()
            wide = min(size.width(), max(width, 1))
            if x and x + wide > width:
                x, y, tallest = 0, y + tallest + self._down, 0
            found.append(QRect(x, y, wide, size.height()))
            x += wide + self._across
            tallest = max(tallest, size.height())
        return found
