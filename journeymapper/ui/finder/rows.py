"""The list under the field: what fits, best first, one line each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journeymapper.ui.context import Context
from journeymapper.ui.finder.things import Thing
from journeymapper.ui.paint.fonts import qfont
from journeymapper.ui.widgets.rows import paint_ground

Index = QModelIndex | QPersistentModelIndex

HEIGHT = 34
"""Height of a row in px, at the usual size of text."""

_SIDE, _ICON, _GAP = 12, 16, 10
_NAME_SHARE = 0.6
"""So much of a row the name may take when what is at its end needs the rest."""


class FoundModel(QAbstractListModel):
    """Holds the things that fit; ``words`` says one to a screen reader."""

    def __init__(self, words: Callable[[Thing], str]) -> None:
        super().__init__()
        self.things: list[Thing] = []
        self._words = words

    def show(self, things: list[Thing]) -> None:
        """Show these and nothing else."""
        self.beginResetModel()
        self.things = things
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.things)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        thing = self.things[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return thing.words
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(thing)
        return None


class RowPainter(QStyledItemDelegate):
    """An icon, the number and the name; at the end the key, or where it is."""

    def __init__(self, context: Context, model: FoundModel) -> None:
        super().__init__(model)
        self._context = context
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self._context.theme.px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        thing = self._model.things[index.row()]
        painter.save()
        paint_ground(painter, option, self._context.theme)
        area, direction = option.rect, option.direction
        square = QRect(area.left() + _SIDE, area.top(), _ICON, area.height())
        square = QStyle.visualRect(direction, area, square)
        if thing.icon:
            at = QPointF(square.x(), square.y() + (square.height() - _ICON) / 2)
            tint = "text_secondary"
            self._context.painter.paint(painter, thing.icon, at.x(), at.y(), _ICON, tint)
        self._write_both(painter, area, direction, thing)
        painter.restore()

    def _write_both(
        self, painter: QPainter, area: QRect, direction: Qt.LayoutDirection, thing: Thing
    ) -> None:
        name_font, end_font = self._font("body"), self._font("label")
        end = thing.keys or thing.detail
        left = area.left() + _SIDE + _ICON + _GAP
        room = area.right() - _SIDE - left
        needed = QFontMetrics(end_font).horizontalAdvance(end) + _GAP
        wanted = QFontMetrics(name_font).horizontalAdvance(thing.words) + 2
        for_name = min(wanted, max(round(room * _NAME_SHARE), room - needed))
        name = QRect(left, area.top(), for_name, area.height())
        last = QRect(left + for_name + _GAP, area.top(), room - for_name - _GAP, area.height())
        name = QStyle.visualRect(direction, area, name)
        last = QStyle.visualRect(direction, area, last)
        self._write(painter, name, direction, thing.words, name_font, "text")
        self._write(painter, last, direction, end, end_font, "text_secondary", at_end=True)

    def _write(
        self,
        painter: QPainter,
        area: QRect,
        direction: Qt.LayoutDirection,
        text: str,
        font: QFont,
        role: str,
        *,
        at_end: bool = False,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._context.theme.colour(role))
        side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        flags = QStyle.visualAlignment(direction, side | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(area, int(flags | Qt.TextFlag.TextSingleLine), shown)

    def _font(self, style: str) -> QFont:
        return qfont(self._context.tokens.style(style), self._context.theme.scale)
