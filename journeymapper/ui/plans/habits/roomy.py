"""Cells with room around their words; the current one has a border and a tint."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journeymapper.ui.answers.more_model import Index
from journeymapper.ui.theme.holder import ThemeHolder

_BESIDE, _ABOVE = 5, 4
"""Room beside and above the words, in px; a few px more are those of the style."""

_LEAST = 32


class RoomyCells(QStyledItemDelegate):
    """Mixed into delegates of tables; ``theme`` gives the colours."""

    theme: ThemeHolder

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        inner = QStyleOptionViewItem(option)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, self.theme.colour("accent_soft"))
        inner.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        inner.rect = option.rect.adjusted(_BESIDE, _ABOVE, -_BESIDE, -_ABOVE)
        super().paint(painter, inner, index)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self.theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(_BESIDE, 0, -_BESIDE, 0)
        found = super().sizeHint(inner, index)
        least = self.theme.px(_LEAST)
        return QSize(found.width() + 2 * _BESIDE, max(found.height() + 2 * _ABOVE, least))
