"""The editor in a cell: plain text in the cell's own font, over the cell."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QLabel, QTextEdit, QWidget

from journeymapper.ui.canvas.plain_text import text_of
from journeymapper.ui.paint.ink import Ink
from journeymapper.ui.widgets.announce import announce

_PAD = 5
_FIXED = 2  # QTextBlockFormat.LineHeightTypes.FixedHeight, as the number that Qt asks for


class CellEditor(QTextEdit):
    """Grows with its text. What becomes of the text is decided by `ui.canvas.editing`."""

    typed = Signal()
    """The user changed the text."""
    confirmed = Signal()
    refused = Signal()
    """Esc: leave without change."""
    tabbed = Signal(int)
    """Tab (+1) or Shift+Tab (-1)."""
    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, viewport: QWidget, ink: Ink) -> None:
        super().__init__(viewport)
        self._around = viewport
        self._ink = ink
        self._font = QFont()
        self._font.setPixelSize(12)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_PAD)
        self._one_line = False
        self._cell = QRect()
        self._look: object = None
        self._loading = False
        self._message = QLabel(viewport)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setWordWrap(True)
        self._message.hide()
        self.textChanged.connect(self._on_text)
        self.hide()

    def open(
        self, cell: QRect, font: QFont, line_height: int, text: str, *, one_line: bool, all_: bool
    ) -> None:
        """Show a text over a cell; ``all_`` selects it, else the caret stands at its end."""
        self._loading = True
        self._one_line = one_line
        self.set_message("")
        self._font = font
        self._dress()
        self.document().setDefaultFont(font)
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(text)
        self._set_line_height(line_height)
        self.document().setUndoRedoEnabled(True)
        if all_:
            self.selectAll()
        else:
            self.moveCursor(QTextCursor.MoveOperation.End)
        self._loading = False
        self.place(cell)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        self._dress()

    def close_(self) -> None:
        """Hide."""
        self._message.hide()
        self.hide()

    def place(self, cell: QRect) -> None:
        """Lie over a cell (viewport), larger where the text needs it."""
        self._cell = cell
        self._fit()

    def text(self) -> str:
        """Return what stands in the editor, character for character."""
        return text_of(self.document())

    @property
    def message(self) -> str:
        """Why the text is not taken; "" for no reason."""
        return self._message.text()

    def set_message(self, text: str) -> None:
        """Say below the editor why the text is not taken; "" takes it away."""
        self._message.setText(text)
        self.setAccessibleDescription(text)
        announce(self, text, urgent=True)
        self._message.setVisible(bool(text))
        self._dress()
        self._place_message()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            text = source.text()
            if self._one_line:
                text = " ".join(text.split())
            self.insertPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        newline = modifiers & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if newline and not self._one_line:
                self.insertPlainText("\n")
            else:
                self.confirmed.emit()
        elif key == Qt.Key.Key_Escape:
            self.refused.emit()
        elif key == Qt.Key.Key_Tab:
            self.tabbed.emit(1)
        elif key == Qt.Key.Key_Backtab:
            self.tabbed.emit(-1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _dress(self) -> None:
        """Look like the cell; a refused text has the border of a form error."""
        colour = self._ink.theme.colour
        border = colour("text") if self._message.text() else colour("accent")
        look = (self._ink.theme, border, self._font.pixelSize(), self._font.weight())
        if look == self._look:
            return  # dressing is slow
        self._look = look
        self.setStyleSheet(
            f"QTextEdit {{ background: {colour('surface')}; color: {colour('text')};"
            f" border: 2px solid {border}; border-radius: 6px; padding: 0;"
            f" font-size: {self._font.pixelSize()}px; font-weight: {self._font.weight()};"
            f" selection-background-color: {colour('accent_soft')};"
            f" selection-color: {colour('text')}; }}"
        )
        self._message.setStyleSheet(
            f"QLabel {{ background: {colour('surface')}; color: {colour('text')};"
            f" border: 1px solid {colour('text')}; border-radius: 4px; padding: 4px 8px;"
            f" font-weight: 600; }}"
        )

    def _set_line_height(self, height: int) -> None:
        block = QTextBlockFormat()
        block.setLineHeight(height, _FIXED)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)

    def _on_text(self) -> None:
        if not self._loading:
            self._fit()
            self.typed.emit()

    def _fit(self) -> None:
        room = self._around.rect()
        width = max(self._cell.width(), 48)
        self.document().setTextWidth(width)
        height = max(self._cell.height(), round(self.document().size().height()) + 2)
        left = max(0, min(self._cell.left(), room.width() - width))
        top = max(0, min(self._cell.top(), room.height() - height))
        self.setGeometry(left, top, width, min(height, room.height()))
        self._place_message()

    def _place_message(self) -> None:
        if not self._message.text():
            return
        room = self._around.rect()
        width = max(self.width(), 220)
        height = max(self._message.heightForWidth(width), 20)
        top = self.geometry().bottom() + 4
        if top + height > room.height():
            top = self.y() - height - 4
        self._message.setGeometry(
            max(0, min(self.x(), room.width() - width)), max(0, top), width, height
        )
        self._message.raise_()
