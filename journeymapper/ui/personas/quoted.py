"""What somebody said, between quotation marks that are no part of the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextCursor

from journeymapper.domain.message import Message, _
from journeymapper.ui.personas.field import CardText
from journeymapper.ui.widgets.labels import PlainLabel

_OWN = "“”„«»‹›‘\"'"
"""Whoever types marks of their own has them, and no others."""


class QuotedText(CardText):
    """The marks stand in its margins: one before the first word, one after the last."""

    def __init__(
        self, say: Callable[[Message], str], name: str, write: Callable[[str], None], hint: str
    ) -> None:
        super().__init__(say, name, write, type_="quote", hint=hint)
        self.setProperty("quoted", True)
        opening, closing = say(_("“{quote}”", quote="\n")).split("\n")
        self._marks = tuple(self._mark(words) for words in (opening, closing))
        self.textChanged.connect(self.place_marks)
        self.document().documentLayout().documentSizeChanged.connect(
            lambda _size: self.place_marks()
        )
        self.place_marks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_marks()

    def place_marks(self) -> None:
        """Put the marks where the text begins and ends."""
        text = self.text().strip()
        wanted = bool(text) and text[0] not in _OWN
        ends = QTextCursor.MoveOperation.Start, QTextCursor.MoveOperation.End
        for mark, end in zip(self._marks, ends, strict=True):
            mark.setVisible(wanted)
            mark.ensurePolished()
            wide = mark.fontMetrics().horizontalAdvance(mark.text()) + 2
            mark.resize(wide, mark.sizeHint().height())
            cursor = QTextCursor(self.document())
            cursor.movePosition(end)
            at = self.cursorRect(cursor)
            before = (end == QTextCursor.MoveOperation.Start) == self.isLeftToRight()
            corner = self.viewport().mapTo(self, at.topLeft())
            mark.move(corner.x() - (mark.width() - 2 if before else 0), corner.y())

    def _mark(self, words: str) -> PlainLabel:
        mark = PlainLabel(words, "quote", parent=self)
        mark.setProperty("look", "quote_mark")
        mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return mark
