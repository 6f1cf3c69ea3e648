"""An overview of two things against each other: role by habit, role by topic."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from journeymapper.ui.context import Context
from journeymapper.ui.plans.habits.cell_text import WrappedHeader
from journeymapper.ui.plans.habits.lines import Matrix
from journeymapper.ui.plans.habits.roomy import RoomyCells

_FIRST, _LEAST = 150, 110
"""Width of the column of names, and the least width of the others, in px."""


class MatrixCells(RoomyCells):
    """The cells of an overview."""


class MatrixView(QTableWidget):
    """To be read; Enter or a double click in a cell begins a line for it."""

    chosen = Signal(str, str)
    """The ids of a row and a column."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context = context
        self._rows: tuple[str, ...] = ()
        self._columns: tuple[str, ...] = ()
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self._cells = MatrixCells(self)
        self._cells.theme = context.theme
        self.setItemDelegate(self._cells)
        self.setWordWrap(True)
        self.setHorizontalHeader(WrappedHeader())
        self.verticalHeader().hide()
        self.cellDoubleClicked.connect(self._choose)

    def refresh(self, matrix: Matrix) -> None:
        """Show an overview; the same place stays the current one."""
        say, here = self._context.say, (self.currentRow(), self.currentColumn())
        self._rows = tuple(row for row, _name in matrix.rows)
        self._columns = tuple(column for column, _name in matrix.columns)
        self.setRowCount(len(matrix.rows))
        self.setColumnCount(len(matrix.columns) + 1)
        heads = [n if isinstance(n, str) else say(n) for _id, n in matrix.columns]
        self.setHorizontalHeaderLabels([say(matrix.corner), *heads])
        for y, (row, name) in enumerate(matrix.rows):
            self._put(y, 0, name, quiet=False)
            for x, (column, _name) in enumerate(matrix.columns, start=1):
                lines = matrix.cells.get((row, column), ())
                words = [text if isinstance(text, str) else say(text) for text in lines]
                flagged = (row, column) in matrix.flagged
                self._put(y, x, "\n".join(words), quiet=not lines, flagged=flagged)
        if matrix.rows and matrix.columns:
            self.setCurrentCell(
                min(max(here[0], 0), len(matrix.rows) - 1), min(max(here[1], 1), len(heads))
            )
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)

    def _put(self, y: int, x: int, text: str, *, quiet: bool, flagged: bool = False) -> None:
        item = QTableWidgetItem(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        if quiet:
            item.setForeground(self._context.theme.colour("text_secondary"))
        if x == 0 or flagged:
            font = self.font()
            font.setBold(True)
            item.setFont(font)
        self.setItem(y, x, item)

    def _share(self) -> None:
        others = self.columnCount() - 1
        if others > 0:
            px = self._context.theme.px
            first = px(_FIRST)
            room = self.viewport().width() - first
            width = max(px(_LEAST), room // others)
            self.setColumnWidth(0, first)
            for x in range(1, others + 1):
                self.setColumnWidth(x, width)
            self.setColumnWidth(others, max(width, room - width * (others - 1)))
        self.resizeRowsToContents()

    def _choose(self, y: int, x: int) -> None:
        if 0 <= y < len(self._rows) and 1 <= x <= len(self._columns):
            self.chosen.emit(self._rows[y], self._columns[x - 1])
