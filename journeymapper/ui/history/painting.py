"""How a row of the history looks: an icon, what was done, when; or the head of a sitting."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journeymapper.ui.context import Context
from journeymapper.ui.history.model import HistoryModel
from journeymapper.ui.history.words import Reading
from journeymapper.ui.paint.fonts import qfont
from journeymapper.ui.widgets.rows import paint_ground

_HEIGHT = 44
_HEAD = 18
_START, _END = 14, 12
_ICON = 14
_GAP = 10


class RowPainter(QStyledItemDelegate):
    """Rows are all of one height, so that a long list is laid out at once."""

    def __init__(self, context: Context, model: HistoryModel) -> None:
        super().__init__(model)
        self._context = context
        self._model = model

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, self._context.theme.px(_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        head = self._model.head_at(index)
        words = self._model.reading_at(index)
        if head is not None:
            self._paint_head(painter, option.rect, option.direction, head)
        elif words is not None:
            paint_ground(painter, option, self._context.theme)
            self._paint_step(painter, option.rect, option.direction, words)
        painter.restore()

    def _paint_head(
        self, painter: QPainter, area: QRect, direction: Qt.LayoutDirection, head: tuple[str, str]
    ) -> None:
        colour = self._context.theme.colour
        line = area.adjusted(_START, 0, -_END, 0)
        if area.top() > 0:
            painter.setPen(colour("line"))
            painter.drawLine(area.left(), area.top(), area.right(), area.top())
        height = self._context.theme.px(_HEAD)
        line.setTop(area.bottom() - height - 3)
        line.setHeight(height)
        self._write(painter, line, direction, head[0], "subheading", "text")
        self._write(painter, line, direction, head[1], "label", "text_tertiary", at_end=True)

    def _paint_step(
        self, painter: QPainter, area: QRect, direction: Qt.LayoutDirection, words: Reading
    ) -> None:
        px, say = self._context.theme.px, self._context.say
        role = "text" if words.holds else "text_tertiary"
        square = QRect(area.left() + _START, area.top() + px(6), _ICON, px(16))
        square = QStyle.visualRect(direction, area, square)
        at = QPointF(square.x(), square.y() + (square.height() - _ICON) / 2)
        tint = "text" if words.name else "text_tertiary"
        self._context.painter.paint(painter, words.icon, at.x(), at.y(), _ICON, tint)
        left = area.left() + _START + _ICON + _GAP
        width = area.right() - _END - left
        upper = QRect(left, area.top() + px(6), width, px(16))
        lower = QRect(left, area.top() + px(22), width, px(15))
        upper = QStyle.visualRect(direction, area, upper)
        lower = QStyle.visualRect(direction, area, lower)
        what, when = say(words.what), say(words.when)
        if words.name:
            self._write(painter, upper, direction, words.name, "subheading", "text")
            self._write(painter, lower, direction, f"{when} · {what}", "label", "text_secondary")
        else:
            self._write(painter, upper, direction, what, "body", role)
            self._write(painter, lower, direction, when, "label", "text_tertiary")

    def _write(
        self,
        painter: QPainter,
        area: QRect,
        direction: Qt.LayoutDirection,
        text: str,
        style: str,
        role: str,
        *,
        at_end: bool = False,
    ) -> None:
        font = qfont(self._context.tokens.style(style), self._context.theme.scale)
        painter.setFont(font)
        painter.setPen(self._context.theme.colour(role))
        side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        flags = QStyle.visualAlignment(direction, side | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(area, int(flags | Qt.TextFlag.TextSingleLine), shown)
