"""The grid: moves like a spreadsheet, gives each row the height that its words need."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from journeymapper.ui.context import Context
from journeymapper.ui.table.looks import SIDE
from journeymapper.ui.table.model import TableModel
from journeymapper.ui.table.painting import PAD_X, PAD_Y, CellPainter

_ROW = 34
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class StepTable(QTableView):
    """Says what is asked of the current cell; others do it."""

    wanted = Signal(object)
    """Edit the current cell; the text that was typed, or None."""
    cleared = Signal()
    copied = Signal()
    pasted = Signal()

    def __init__(self, context: Context, model: TableModel) -> None:
        super().__init__()
        self._context, self._steps = context, model
        self._fitted: set[int] = set()
        self.may_leave: Callable[[], bool] = lambda: True
        self.setModel(model)
        self.setObjectName("step_table")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setSortingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        head = self.horizontalHeader()
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSectionsMovable(False)
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setMinimumSectionSize(context.theme.px(48))
        side = self.verticalHeader()
        side.setDefaultSectionSize(context.theme.px(_ROW))
        side.setMinimumSectionSize(context.theme.px(28))
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.fit)
        self.verticalScrollBar().valueChanged.connect(self._fit_soon)
        head.sectionResized.connect(self._on_width)
        model.modelReset.connect(self._on_reset)
        model.layoutChanged.connect(self.fit_again)
        model.dataChanged.connect(self.fit_again)
        self._widths: dict[str, int] = {}
        self._reveals = QPersistentModelIndex()
        self._cells = CellPainter(context, self)
        self.setItemDelegate(self._cells)
        self._dress()
        context.theme.changed.connect(self._dress)

    def fit_again(self) -> None:
        """Give all rows in view another height: widths or words have changed."""
        self._fitted.clear()
        self._fit_soon()

    def fit(self) -> None:
        """Give the rows in view the height of their words; the others when they come into view."""
        bottom = self.viewport().height()
        row = max(0, self.rowAt(0))
        while row < self._steps.rowCount() and self.rowViewportPosition(row) < bottom:
            if row not in self._fitted:
                self._fitted.add(row)
                self.resizeRowToContents(row)
            row += 1
        if self._reveals.isValid():
            index = self._steps.index(self._reveals.row(), self._reveals.column())
            self._reveals = QPersistentModelIndex()
            self.scrollTo(index)

    def reveal(self, index: QModelIndex) -> None:
        """Scroll to a cell, and again when the rows have their height."""
        self.scrollTo(index)
        self._reveals = QPersistentModelIndex(index)
        self._fit_soon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, plain = event.text(), not event.modifiers() & _COMMAND
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and plain:
            self.wanted.emit(None)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and plain:
            self.cleared.emit()
        elif plain and text and text.isprintable():
            self.wanted.emit(text)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self.wanted.emit(event.commitString())
        else:
            super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.may_leave():
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.currentIndex().isValid():
            self.wanted.emit(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_soon()

    def go(self, row: int, column: int) -> None:
        """Stand on a cell, as far as there is one."""
        rows, columns = self._steps.rowCount(), self._steps.columnCount()
        if rows and columns:
            place = max(0, min(row, rows - 1)), max(0, min(column, columns - 1))
            self.setCurrentIndex(self._steps.index(*place))

    def _dress(self) -> None:
        colour, px = self._context.theme.theme.colour, self._context.theme.px
        self.setStyleSheet(
            "QTableView#step_table { border: none; outline: none;"
            f" background: {colour('surface')};"
            f" selection-background-color: {colour('accent_soft')}; }}"
            f"QTableView::item {{ padding: {px(PAD_Y)}px {px(PAD_X)}px; }}"
            f"QTableView::item:selected {{ background: {colour('accent_soft')};"
            f" color: {colour('text')}; }}"
            f"QHeaderView::section {{ border-right: 1px solid {colour('line')};"
            f" padding: {px(PAD_Y)}px {px(PAD_X)}px; }}"
            f"QHeaderView::section:vertical {{ font-weight: 600; color: {colour('text')}; }}"
            f"QTableCornerButton::section {{ background: {colour('sunken')}; border: none;"
            f" border-bottom: 1px solid {colour('line')};"
            f" border-right: 1px solid {colour('line')}; }}"
        )
        self.fit_again()

    def _fit_soon(self) -> None:
        self._timer.start(0)

    def _on_reset(self) -> None:
        """New columns get their width; those that were there keep the one they had."""
        head, px = self.horizontalHeader(), self._context.theme.px
        for i, column in enumerate(self._steps.columns):
            head.resizeSection(i, self._widths.get(column.key, px(column.width)))
        sorting = self._steps.sorting
        order = Qt.SortOrder.DescendingOrder if sorting.descending else Qt.SortOrder.AscendingOrder
        blocked = head.blockSignals(True)  # only the arrow moves; the rows are in order already
        head.setSortIndicator(self._steps.column_of(sorting.key), order)
        head.blockSignals(blocked)
        self.fit_again()

    def _on_width(self, column: int, _before: int, width: int) -> None:
        """Remember the width that somebody gave a column."""
        if column < len(self._steps.columns):
            self._widths[self._steps.columns[column].key] = width
        self.fit_again()
