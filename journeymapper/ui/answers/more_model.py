"""The cells of a table under More; what is refused stays where it was typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_lines import Column, Line, Lines
from journeymapper.ui.context import Context
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.choice import Choice

Index = QModelIndex | QPersistentModelIndex


class MoreModel(QAbstractTableModel):
    """``refused`` brings the UserError of what was typed; the text is kept, marked with "!"."""

    refused = Signal(object)
    written = Signal()

    def __init__(self, context: Context, lines: Lines, session: Session) -> None:
        super().__init__()
        self._context, self._kind, self._session = context, lines, session
        self.lines: list[Line] = []
        self._refused: dict[tuple[str, str], tuple[str, UserError]] = {}

    @property
    def snapshot(self) -> Snapshot:
        """What is shown."""
        return self._session.open_document.snapshot

    def show(self) -> None:
        """Show the document as it is now."""
        fresh = self._kind.read(self.snapshot)
        if [line.id for line in fresh] == [line.id for line in self.lines]:
            self.lines = fresh
            if fresh:
                last = self.index(len(fresh) - 1, len(self._kind.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.lines = fresh
        self.endResetModel()

    @property
    def holds_refused(self) -> bool:
        """Say whether something was typed that is not kept."""
        there = {line.id for line in self.lines}
        return any(line_id in there for line_id, _key in self._refused)

    def column(self, number: int) -> Column:
        """Return what a column is."""
        return self._kind.columns[number]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._kind.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._context.say(self.column(section).title)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], self.column(index.column())
        kept = self._refused.get((line.id, column.key))
        text = self.text(line, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return text if kept is None else f"! {kept[0]}"
        if role == Qt.ItemDataRole.EditRole:
            return text if kept is None else kept[0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return text if kept is None else self._context.say(kept[1].message)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = self._context.say(column.title)
            return f"{name}: {text if kept is None else kept[0]}"
        if role == Qt.ItemDataRole.ForegroundRole and column.fixed:
            return self._context.theme.colour("text_secondary")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        fixed = not index.isValid() or self.column(index.column()).fixed
        return usual if fixed else usual | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, _role: int = Qt.ItemDataRole.EditRole) -> bool:
        line, column = self.lines[index.row()], self.column(index.column())
        text = str(value or "")
        place = (line.id, column.key)
        same = text == self.data(index, Qt.ItemDataRole.EditRole) and not column.choice
        if same and place not in self._refused:
            return False
        try:
            self._kind.write(self._session.open_document, line.id, column.key, text)
        except UserError as error:
            self._refused[place] = (text, error)
            self.dataChanged.emit(index, index)
            self.refused.emit(error)
            return False
        self._refused.pop(place, None)
        self.written.emit()
        self.show()
        return True

    def text(self, line: Line, column: Column) -> str:
        """Return what stands in a cell."""
        cell: str | Message = line.cells.get(column.key, "")
        return cell if isinstance(cell, str) else self._context.say(cell)

    def table(self) -> list[list[str]]:
        """Return all cells below a line of headings."""
        columns, say = self._kind.columns, self._context.say
        heads = [say(column.title) for column in columns]
        return [heads, *([self.text(line, c) for c in columns] for line in self.lines)]


class MoreDelegate(QStyledItemDelegate):
    """Opens a choice where a column has one, else a field."""

    def __init__(self, context: Context, lines: Lines, model: MoreModel) -> None:
        super().__init__(model)
        self._context, self._kind, self._model = context, lines, model

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._model.column(index.column())
        if not column.choice:
            return super().createEditor(parent, option, index)
        box = Choice(self._context, self._context.say(column.title))
        box.setParent(parent)
        offer(box, self._context, self._kind, self._model.snapshot, column.key)
        box.activated.connect(lambda _i: self._take(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findText(str(index.data()))))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            if editor.currentText() != str(index.data()):
                model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)

    def _take(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


def offer(box: QComboBox, context: Context, lines: Lines, snapshot: Snapshot, key: str) -> None:
    """Fill a choice with the options of a column."""
    for value, name in lines.options(snapshot, key):
        box.addItem(name if isinstance(name, str) else context.say(name), value)
