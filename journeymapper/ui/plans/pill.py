"""A verdict in two or three words, with a mark where it is good or bad."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from journeymapper.ui.context import Context
from journeymapper.ui.widgets.labels import PlainLabel

_SIDE = 14
_MARKS = {"good": "check", "warn": "triangle-alert"}


class Pill(QFrame):
    """``tone`` is good, warn or ""; colour never says it alone."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._tone = ""
        self.setObjectName("plan_pill")
        self._mark = QLabel()
        self.words = PlainLabel("", "tag")
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 3, 8, 3)
        row.setSpacing(4)
        row.addWidget(self._mark)
        row.addWidget(self.words)
        context.theme.changed.connect(self._dress)
        self.hide()

    def say(self, words: str, tone: str) -> None:
        """Show a verdict; without words nothing is shown."""
        self.words.setText(words)
        self._tone = tone
        self.setVisible(bool(words))
        self._dress()

    def _dress(self) -> None:
        role = self._tone or "text_secondary"
        self.setProperty("tone", self._tone)
        self.words.setProperty("role", role)
        for widget in (self, self.words):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        mark = _MARKS.get(self._tone, "")
        self._mark.setVisible(bool(mark))
        if mark:
            self._mark.setPixmap(self._context.painter.pixmap(mark, _SIDE, role))
