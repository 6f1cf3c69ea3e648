"""Fields that write what is typed a moment after the last key, and keep what is refused."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message
from journeymapper.ui.canvas.editing import PAUSE_MS
from journeymapper.ui.canvas.plain_text import text_of
from journeymapper.ui.widgets.labels import PlainLabel

Write = Callable[[str], None]
"""Writes a text; raises UserError when it is refused."""


class Typing(QObject):
    """The rhythm of a field: typed, written after a pause, loaded when something else changed."""

    def __init__(
        self,
        owner: QWidget,
        say: Callable[[Message], str],
        read: Callable[[], str],
        put: Callable[[str], None],
    ) -> None:
        super().__init__(owner)
        self._owner, self._say, self._read, self._put = owner, say, read, put
        self._write: Write | None = None
        self._known = ""
        self._loading = False
        self.problem = PlainLabel("", "label", wrap=True)
        self.problem.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.flush)

    def load(self, text: str, write: Write) -> None:
        """Show a text of the document, unless it is what stands here already."""
        self._write = write
        if text == self._known and self._read() == text:
            return
        self._timer.stop()
        self._known = text
        self._loading = True
        if self._read() != text:
            self._put(text)
        self._loading = False
        self._complain("")

    def typed(self) -> None:
        """The user changed the text."""
        if not self._loading:
            self._timer.start()

    def hold(self) -> None:
        """Write what was typed only when the field is left."""
        self._timer.stop()

    def flush(self) -> bool:
        """Write what was typed; False when it is refused."""
        self._timer.stop()
        text = self._read()
        if self._write is None or text == self._known:
            return True
        before, self._known = self._known, text
        try:
            self._write(text)
        except UserError as error:
            self._known = before
            self._complain(self._say(error.message))
            return False
        self._complain("")
        return True

    def forget(self) -> None:
        """Belong to nothing any more: the document is closed."""
        self._write = None
        self._known = ""
        self.restore()

    def restore(self) -> None:
        """Put back the text of the document."""
        self._timer.stop()
        self._loading = True
        self._put(self._known)
        self._loading = False
        self._complain("")

    def _complain(self, words: str) -> None:
        self.problem.setText(f"!  {words}" if words else "")
        self.problem.setVisible(bool(words))
        if bool(self._owner.property("wrong")) != bool(words):
            self._owner.setProperty("wrong", bool(words))
            self._owner.style().unpolish(self._owner)
            self._owner.style().polish(self._owner)


class TypedLine(QLineEdit):
    """One line; Enter writes at once, Esc brings back what was there."""

    def __init__(self, say: Callable[[Message], str], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.typing = Typing(self, say, self.text, self.setText)
        self.textEdited.connect(lambda _text: self.typing.typed())
        self.returnPressed.connect(self.typing.flush)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.typing.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.typing.restore()
        else:
            super().keyPressEvent(event)


class TypedText(QPlainTextEdit):
    """Several lines, as high as the text needs; plain text only; Tab leaves the field."""

    def __init__(self, say: Callable[[Message], str], name: str, lines: int = 2) -> None:
        super().__init__()
        self._lines = lines
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.typing = Typing(self, say, lambda: text_of(self.document()), self.setPlainText)
        self.textChanged.connect(self.typing.typed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.typing.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.typing.restore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(120, self.minimumHeight())

    def _fit(self) -> None:
        lines = max(self._lines, int(self.document().size().height()))
        spacing = self.fontMetrics().lineSpacing()
        self.setFixedHeight(min(lines, 30) * spacing + 18)
