"""A text of the card that is read and written in the same place."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from journeymapper.domain.message import Message
from journeymapper.ui.canvas.plain_text import text_of
from journeymapper.ui.panels.typed import Typing

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EDGE = 4
"""Border and padding around the words, in px; the style sheet has the same."""


class CardText(QPlainTextEdit):
    """Looks like the words on a card until one is in it; plain text only.

    Enter writes and goes on to the next field, Shift+Enter begins a line (where ``breaks``, Enter
    does), Esc writes and leaves. A field that was emptied is written when it is left. ``box`` is
    the field with the place for what is refused below.
    """

    again = Signal()
    """Ctrl+Enter: one more of these."""
    shifted = Signal(int)
    """Alt+Up (-1) or Alt+Down (+1)."""

    def __init__(
        self,
        say: Callable[[Message], str],
        name: str,
        write: Callable[[str], None],
        *,
        type_: str = "body_large",
        hint: str = "",
        breaks: bool = False,
        most: int = 24,
    ) -> None:
        super().__init__()
        self._write, self._breaks, self._most = write, breaks, most
        self._shown: str | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setProperty("look", "in_place")
        self.setProperty("type", type_)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.typing = Typing(self, say, self.text, self.setPlainText)
        self.textChanged.connect(self._on_typed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self.box = QWidget()
        column = QVBoxLayout(self.box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self)
        column.addWidget(self.typing.problem)

    def text(self) -> str:
        """Return what stands here."""
        return text_of(self.document())

    def load(self, text: str) -> None:
        """Show a text of the document; what is being typed stays while the document's does."""
        if text == self._shown:
            return
        self._shown = text
        if self.hasFocus() and text == self.text().strip():
            return
        self.typing.load(text, self._write)
        if self.hasFocus():
            self.moveCursor(QTextCursor.MoveOperation.End)
        self._fit()

    def ask(self, question: str) -> None:
        """Show a question while the field is empty."""
        if question != self.placeholderText():
            self.setPlaceholderText(question)
            self._fit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files and pictures are not for a text: the card takes them."""
        return source.hasText() and not source.hasUrls() and not source.hasImage()

    def flush(self) -> bool:
        """Write what was typed; False when it is refused."""
        return self.typing.flush()

    def mark(self, text: str) -> None:
        """Select where a text is found, so that one sees it."""
        at = self.text().casefold().find(text.casefold())
        cursor = self.textCursor()
        cursor.setPosition(max(at, 0))
        if at >= 0:
            cursor.setPosition(at + len(text), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        """Undo and redo are those of the document, not of the field."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(key) for key in keys):
                event.ignore()
                return False
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape:
            self.flush()
            self._leave()
        elif key in _ENTER and held == Qt.KeyboardModifier.ControlModifier:
            self.flush()
            self.again.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and held == Qt.KeyboardModifier.AltModifier:
            self.flush()
            self.shifted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in _ENTER and not self._breaks and not held:
            if self.flush():
                self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush()
            self._unmark()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.moveCursor(QTextCursor.MoveOperation.End)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(80, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.minimumHeight())

    def _on_typed(self) -> None:
        if self.text().strip() or not self._shown:
            self.typing.typed()
        else:
            self.typing.hold()

    def _leave(self) -> None:
        """Give the keys to the card, so that they scroll it."""
        part = self.parentWidget()
        while part is not None and not isinstance(part, QScrollArea):
            part = part.parentWidget()
        if part is not None:
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unmark(self) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def _fit(self) -> None:
        lines = max(1, int(self.document().size().height()))
        bar = lines > self._most
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAsNeeded if bar else policy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != wanted:
            self.setVerticalScrollBarPolicy(wanted)
        height = min(lines, self._most) * self._line_height()
        if self.document().isEmpty() and self.placeholderText():
            room = QRect(0, 0, max(self.viewport().width(), 1), 10_000)
            flags = Qt.TextFlag.TextWordWrap
            asked = self.fontMetrics().boundingRect(room, flags, self.placeholderText())
            height = max(height, asked.height())
        self.setFixedHeight(max(height + 2 * _EDGE, 24))

    def _line_height(self) -> int:
        """Return how high a line is as it is laid out, which is more than fonts say of some."""
        layout = self.document().firstBlock().layout()
        spacing = self.fontMetrics().lineSpacing()
        return max(spacing, ceil(layout.lineAt(0).height()) if layout.lineCount() else 0)
