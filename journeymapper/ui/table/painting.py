"""Paints the cells: pictures beside the first line, a ring around the cell one stands on."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from journeymapper.ui.context import Context
from journeymapper.ui.table.looks import SIDE

PAD_X, PAD_Y = 6, 7
"""Around the words of a cell, in px at 100 % text."""

_GAP = 4
_TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter


class CellPainter(QStyledItemDelegate):
    """The usual cell of the style, with our ring."""

    def __init__(self, context: Context, view: QTableView) -> None:
        super().__init__(view)
        self._context, self._view = context, view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as the text needs in the width that its column has now."""
        self.initStyleOption(option, index)
        px, text = self._context.theme.px, option.text
        beside = 0 if option.icon.isNull() else SIDE + _GAP
        width = self._view.columnWidth(index.column())
        room = max(40, width - 2 * px(PAD_X) - 2 * _GAP - beside)
        metrics = QFontMetrics(option.font)
        flags = int(Qt.TextFlag.TextWordWrap)
        height = metrics.boundingRect(QRect(0, 0, room, 10_000), flags, text or " ").height()
        return QSize(width, max(height, SIDE) + 2 * px(PAD_Y) + 2)

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.decorationAlignment = _TOP

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            rect = QRectF(option.rect)
            painter.setPen(QPen(self._context.theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
