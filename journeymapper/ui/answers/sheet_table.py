"""The table of the sheets of a pile: one row a sheet, the one that is typed last."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from journeymapper.domain.message import _
from journeymapper.ui.answers import words
from journeymapper.ui.answers.pile import Pile, Spot
from journeymapper.ui.answers.result_panel import plain
from journeymapper.ui.context import Context

_ROW = 38
_HEAD = 51
_FIRST = 70
_COLUMN = 86
"""The questions of a whole printed page stand side by side on a small screen."""
_PAD = 14
Index = QModelIndex | QPersistentModelIndex


class SheetsModel(QAbstractTableModel):
    """Reads the pile; ``typed`` is what stands in the box that is open."""

    def __init__(self, context: Context, pile: Pile) -> None:
        super().__init__()
        self._context, self.pile = context, pile
        self._numbers: tuple[int, ...] = ()
        self.typed = ""

    def refresh(self) -> None:
        """Take the pile as it is now."""
        numbers = self.pile.numbers()
        same = len(numbers) == self.rowCount() and self.columnCount() == self._columns
        if same:
            self._numbers = numbers
            last = self.index(len(numbers) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            return
        self.beginResetModel()
        self._numbers = numbers
        self._columns = len(self.pile.questions) + 1
        self.endResetModel()

    _columns = 1

    def number_at(self, row: int) -> int:
        """Return the number of the sheet of a row."""
        return self._numbers[row]

    def row_of(self, number: int) -> int:
        """Return the row of a sheet."""
        return self._numbers.index(number) if number in self._numbers else len(self._numbers) - 1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt calls it
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._numbers):
            return None
        number, column = self._numbers[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(number, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column:
            if column > len(self.pile.questions):
                return None
            question = plain(self._context, words.called(self.pile.questions[column - 1]))
            value = self._text(number, column) or self._context.say(_("no answer"))
            return self._context.say(
                _("Sheet {n}, {question}: {value}", n=number, question=question, value=value)
            )
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return self._context.say(_("Sheet"))
        if section > len(self.pile.questions):
            return None
        name = plain(self._context, words.called(self.pile.questions[section - 1]))
        return f"{section} {name}"

    def note(self, section: int) -> str:
        """Return the second line of a column's head: its scale."""
        if not 0 < section <= len(self.pile.questions):
            return ""
        return self._context.say(words.scale_note(self.pile.questions[section - 1]))

    def _text(self, number: int, column: int) -> str:
        if column == 0:
            return str(number)
        if column > len(self.pile.questions):
            return ""
        if self.pile.spot == Spot(number, column - 1) and self.typed:
            return self.typed
        value = self.pile.value(number, column - 1)
        if value is None:
            return ""
        return plain(self._context, words.value_text(self.pile.questions[column - 1], value))


class _Head(QHeaderView):
    """Two lines: number and name, and the scale."""

    def __init__(self, context: Context, model: SheetsModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._context, self._sheets = context, model
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._context.theme.px(_HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        px, colour = self._context.theme.px, self._context.theme.colour
        painter.save()
        painter.fillRect(rect, colour("sunken"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("line"))
        font = QFont(self.font())
        font.setPixelSize(px(12))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colour("text_secondary"))
        text = str(self._sheets.headerData(section, Qt.Orientation.Horizontal) or "")
        note = self._sheets.note(section)
        inner = rect.adjusted(px(_PAD), 0, -4, 0)
        start = Qt.AlignmentFlag.AlignLeading
        mode = Qt.TextElideMode.ElideRight
        upper = QRect(inner.left(), inner.top() + px(9), inner.width(), px(16))
        if not note:
            upper = inner
        shown = painter.fontMetrics().elidedText(text, mode, inner.width())
        painter.drawText(upper, start | Qt.AlignmentFlag.AlignVCenter, shown)
        if note:
            font.setWeight(QFont.Weight.Normal)
            painter.setFont(font)
            lower = QRect(inner.left(), inner.top() + px(25), inner.width(), px(17))
            shown = painter.fontMetrics().elidedText(note, mode, inner.width())
            painter.drawText(lower, start | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class _Cells(QStyledItemDelegate):
    """Cells in the manner of the sheet; the open box has a frame and a caret."""

    def __init__(self, context: Context, model: SheetsModel) -> None:
        super().__init__()
        self._context, self._sheets = context, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, colour = self._context.theme.px, self._context.theme.colour
        rect: QRect = option.rect
        spot = self._sheets.pile.spot
        active = self._sheets.number_at(index.row()) == spot.number
        painter.save()
        painter.fillRect(rect, colour("accent_soft" if active else "surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("line"))
        font = QFont(option.font)
        font.setPixelSize(px(14 if index.column() else 13))
        if not index.column():
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        role = "text" if index.column() else "accent" if active else "text_secondary"
        painter.setPen(colour(role))
        text = str(index.data() or "")
        inner = rect.adjusted(px(_PAD), 0, -4, 0)
        is_open = active and index.column() == spot.column + 1
        if is_open:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = min(px(90), rect.width() - 8)
            box = QRectF(rect.left() + px(_PAD) - px(8), rect.top() + 6, width, rect.height() - 12)
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(colour("surface"))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(colour("text"))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, flags, shown)
        if is_open:
            x = inner.left() + metrics.horizontalAdvance(shown) + 2
            middle, half = rect.center().y(), px(8)
            painter.drawLine(x, middle - half, x, middle + half)
        painter.restore()


class SheetTable(QTableView):
    """Clicking a cell opens it; the keyboard stays with the page around."""

    picked = Signal(int, int)
    """The number of a sheet and the place of a question."""

    def __init__(self, context: Context, pile: Pile) -> None:
        super().__init__()
        self._context = context
        self._fitted: object = None
        self.sheets = SheetsModel(context, pile)
        self.setModel(self.sheets)
        self._delegate = _Cells(context, self.sheets)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(_Head(context, self.sheets))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("answers_table")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setShowGrid(False)
        self.setAccessibleName(context.say(_("Sheets typed so far")))
        self.verticalHeader().hide()
        self.setMinimumHeight(context.theme.px(_HEAD + 2 * _ROW))
        self._fit()
        context.theme.changed.connect(self._fit)

    def refresh(self) -> None:
        """Show the pile as it is now, with the row that is typed in view."""
        self.sheets.refresh()
        self._fit_columns()
        pile = self.sheets.pile
        index = self.sheets.index(self.sheets.row_of(pile.spot.number), pile.spot.column + 1)
        self.scrollTo(index)
        if pile.spot.column == 0:  # which sheet it is stands before the first question
            self.horizontalScrollBar().setValue(0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            number = self.sheets.number_at(index.row())
            last = len(self.sheets.pile.questions) - 1
            self.picked.emit(number, min(max(0, index.column() - 1), last))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys go on to the page: they type and move there."""
        event.ignore()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit(self) -> None:
        self.verticalHeader().setMinimumSectionSize(self._context.theme.px(_ROW))
        self.verticalHeader().setDefaultSectionSize(self._context.theme.px(_ROW))
        self.horizontalHeader().setMinimumSectionSize(self._context.theme.px(48))

    def _fit_columns(self) -> None:
        """Equal columns that fill the room; with many questions the table scrolls."""
        count = self.sheets.columnCount() - 1
        first = self._context.theme.px(_FIRST)
        fitted = (count, first, self.viewport().width())
        if fitted == self._fitted:
            return
        self._fitted = fitted
        self.setColumnWidth(0, first)
        if count > 0:
            room = self.viewport().width() - first
            width = max(self._context.theme.px(_COLUMN), room // count)
            for column in range(1, count + 1):
                self.setColumnWidth(column, width)
            if width * count < room:
                self.setColumnWidth(count, room - width * (count - 1))
