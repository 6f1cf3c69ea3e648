"""Widgets one after the other in as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_OTHERWISE = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest)


class Wrapped(QWidget):
    """Sets widgets like words of a text, each line around its middle; as high as it needs."""

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
        widget.installEventFilter(self)
        self._widgets.append(widget)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        widest = max((w.sizeHint().width() for w in self._seen()), default=0)
        return QSize(max(widest, 320), self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        widest = max((w.minimumSizeHint().width() for w in self._seen()), default=0)
        return QSize(min(widest, 120), self.heightForWidth(max(self.width(), 1)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        boxes = self._boxes(width)
        return max((box.bottom() + 1 for box in boxes), default=0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is hidden, shown or says something else takes other room."""
        if event.type() in _OTHERWISE:
            self._arrange()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _seen(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _arrange(self) -> None:
        mirrored = not self.isLeftToRight()
        for widget, box in zip(self._seen(), self._boxes(self.width()), strict=True):
            if mirrored:
                box.moveLeft(self.width() - box.right() - 1)
            widget.setGeometry(box)
        self.updateGeometry()

    def _boxes(self, width: int) -> list[QRect]:
        x = y = 0
        lines: list[list[QRect]] = [[]]
        for widget in self._seen():
            size = widget.sizeHint().expandedTo(widget.minimumSize())
            wide = min(size.width(), max(width, 1))
            if lines[-1] and x + wide > width:
                x, y = 0, max(box.bottom() + 1 for box in lines[-1]) + self._down
                lines.append([])
            lines[-1].append(QRect(x, y, wide, size.height()))
            x += wide + self._across
        for line in lines:
            tallest = max((box.height() for box in line), default=0)
            for box in line:
                box.translate(0, (tallest - box.height()) // 2)
        return [box for line in lines for box in line]
