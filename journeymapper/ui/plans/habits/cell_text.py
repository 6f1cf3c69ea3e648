"""Cells that hold more than a line, and rows that are as high as their words need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QWidget,
)

from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import _
from journeymapper.ui.answers.more_dialog import MoreTable
from journeymapper.ui.answers.more_model import Index, MoreDelegate, MoreModel
from journeymapper.ui.canvas.plain_text import text_of
from journeymapper.ui.context import Context
from journeymapper.ui.plans.habits.lines import EntityLines
from journeymapper.ui.plans.habits.roomy import RoomyCells

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINES = 4
"""A text that is being typed sees at least so many lines."""

_EDGE = 12
_BESIDE = 18
"""Room above and below words, and beside those of a heading."""

_NARROWEST, _LOWEST = 0.85, 150
"""Columns keep this share of their width, and the table scrolls; it is so high at least, in px."""


class CellText(QPlainTextEdit):
    """Enter writes, Shift+Enter begins a line; Tab and Esc are those of the table."""

    written = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def text(self) -> str:
        """Return what stands here."""
        return text_of(self.document())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and not held:
            self.written.emit()
        elif event.key() in _ENTER and held == Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")  # a line of its own: Qt would break within the paragraph
        else:
            super().keyPressEvent(event)


class CellModel(MoreModel):
    """A choice that must be made cannot be emptied; what is typed and refused stays."""

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self.column(index.column())
        if column.choice:
            known = {key for key, _name in self._kind.options(self.snapshot, column.key)}
            if str(value or "") not in known:
                self.refused.emit(RefusedError(_("Choose one from the list.")))
                return False
        return super().setData(index, value, role)


class CellDelegate(RoomyCells, MoreDelegate):
    """Opens a field of several lines where the column holds long texts."""

    def __init__(self, context: Context, lines: EntityLines, model: MoreModel) -> None:
        super().__init__(context, lines, model)
        self.theme = context.theme
        self._long = {c.key for c in lines.columns if not c.choice and lines.is_long(c.key)}
        self._names = {c.key: context.say(c.title) for c in lines.columns}
        self._column = model.column

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        key = self._column(index.column()).key
        if key not in self._long:
            return super().createEditor(parent, option, index)
        field = CellText(self._names[key], parent)
        field.written.connect(lambda: self._written(field))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellText):
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CellText):
            model.setData(index, editor.text())
        else:
            super().setModelData(editor, model, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        super().updateEditorGeometry(editor, option, index)
        if isinstance(editor, CellText):
            least = editor.fontMetrics().lineSpacing() * _LINES + 2 * _EDGE
            editor.resize(editor.width(), max(editor.height(), least))

    def _written(self, field: CellText) -> None:
        self.commitData.emit(field)
        self.closeEditor.emit(field)


class WrappedHeader(QHeaderView):
    """Headings that break where a column is narrow."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self.setDefaultAlignment(Qt.AlignmentFlag(flags | Qt.TextFlag.TextWordWrap))
        self.setHighlightSections(False)
        self.sectionResized.connect(lambda *_sizes: self.updateGeometry())

    def sectionSizeFromContents(self, section: int) -> QSize:
        plain = super().sectionSizeFromContents(section)
        font = self.font()
        font.setBold(True)
        room = QRect(0, 0, max(1, self.sectionSize(section) - _BESIDE), 1000)
        words = str(self.model().headerData(section, self.orientation()))
        needed = QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
        return QSize(plain.width(), max(plain.height(), needed + _EDGE))


class CellTable(MoreTable):
    """Long texts are shown whole; Alt+Up and Alt+Down move the current line."""

    shifted = Signal(int)
    """Move the current line up (-1) or down (+1)."""

    def __init__(self, widths: Sequence[int], px: Callable[[int], int]) -> None:
        super().__init__(widths)
        self._shared = 0
        self._least = px(round(_NARROWEST * sum(widths)))
        self.setMinimumHeight(px(_LOWEST))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.setHorizontalHeader(WrappedHeader())

    def fit(self) -> None:
        """Make each row as high as its words need; where one types is seen again."""
        self.resizeRowsToContents()
        if self._shared != self.viewport().width():
            self._share()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
        if self._shared != self.viewport().width():
            self._share()  # the rows have brought a scroll bar, or taken it away

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if way and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(way)
            return
        super().keyPressEvent(event)

    def _share(self) -> None:
        """Give the columns their width, then the rows and the headings their height."""
        self._shared = self.viewport().width()
        room, wanted = max(self._shared, self._least), sum(self._widths)
        shares = [width * room // wanted for width in self._widths[:-1]]
        for number, width in enumerate((*shares, room - sum(shares))):
            self.setColumnWidth(number, width)
        self.resizeRowsToContents()
        self.updateGeometries()
