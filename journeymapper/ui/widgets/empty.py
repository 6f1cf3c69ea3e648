"""What an empty place shows: one sentence, what to do, one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel

_WIDTH = 460
_SIDE = 48


class EmptyPlace(QWidget):
    """An icon, a title, a sentence and optionally a button, in the middle."""

    def __init__(self, context: Context, icon: str, title: str, sentence: str) -> None:
        super().__init__()
        self._context = context
        self._name = icon
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = PlainLabel(title, "title", wrap=True)
        head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = PlainLabel(sentence, "body_large", "text_secondary", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(12)
        self._column.addStretch(2)
        for widget in (self._icon, head, words):
            self._column.addWidget(widget)
        self._column.addStretch(3)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        self._tint()
        context.theme.changed.connect(self._tint)

    def offer(self, text: str, do: Callable[[], object], icon: str = "") -> Button:
        """Add the one button."""
        button = Button(self._context, text, "primary", icon)
        button.clicked.connect(lambda _on=False: do())
        self.put(button)
        return button

    def put(self, button: Button) -> None:
        """Add another way to begin, below."""
        place = self._column.count() - 1
        self._column.insertWidget(place, button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _tint(self) -> None:
        self._icon.setPixmap(self._context.painter.pixmap(self._name, _SIDE, "text_tertiary"))
