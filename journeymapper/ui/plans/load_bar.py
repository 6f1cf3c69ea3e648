"""How much somebody has to do, as a bar beside its words: the late part is filled."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeymapper.ui.context import Context

_WORDS = 110
_HEIGHT = 10
_LEAST = 8
"""Narrower parts cannot be told apart."""


class LoadDelegate(QStyledItemDelegate):
    """Draws the words at the start and the bar after them; lines without figures have words."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        figures = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(figures, tuple):
            return
        n, late, most = figures
        theme = self._context.theme
        left, width = theme.px(_WORDS), option.rect.width() - theme.px(_WORDS) - 12
        unit = width / max(1, most)
        top = option.rect.center().y() - _HEIGHT / 2
        start = option.rect.left() + left
        if option.direction == Qt.LayoutDirection.RightToLeft:
            start = option.rect.right() - left - n * unit
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("text_secondary"), 1.25))
        if unit >= _LEAST:
            parts = [(place * unit, unit - 3, place < late) for place in range(n)]
        else:  # too many to count: one bar, its late part filled
            parts = [(0.0, n * unit, False), (0.0, late * unit, True)]
        for shift, wide, filled in parts:
            painter.setBrush(theme.colour("text_secondary" if filled else "sunken"))
            painter.drawRoundedRect(QRectF(start + shift, top, wide, _HEIGHT), 3, 3)
        painter.restore()
