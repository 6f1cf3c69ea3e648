"""A list to choose from and a box to tick, with marks in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QStyle, QStyleOptionButton

from journeymapper.ui.context import Context

_ARROW = 16


class Choice(QComboBox):
    """Shows the chosen entry and an arrow; the list opens below.

    A wheel that passes over scrolls what lies behind and chooses nothing.
    """

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context = context
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        x = self.width() - _ARROW - 8 if self.isLeftToRight() else 8
        y = (self.height() - _ARROW) / 2
        role = "text_secondary" if self.isEnabled() else "text_tertiary"
        self._context.painter.paint(painter, "chevron-down", x, y, _ARROW, role)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Tick(QCheckBox):
    """A box to tick and its words."""

    def __init__(self, context: Context, text: str) -> None:
        super().__init__(text)
        self._context = context

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        box = self.style().subElementRect(part, option, self)
        painter = QPainter(self)
        side = box.width() - 4
        self._context.painter.paint(painter, "check", box.x() + 2, box.y() + 2, side, "on_accent")
        painter.end()
