"""A block of the side panel: a heading with something small at its end, and lines below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from journeymapper.domain.message import Message
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel


class Block(QFrame):
    """``refresh`` shows what the document holds; hidden where it has nothing to say."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("persona_block")
        self.heading = PlainLabel("", "heading", wrap=True)
        self.detail = PlainLabel("", "subheading")
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.heading, 1)
        self.head.addWidget(self.detail, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.setSpacing(7)
        self.column.addLayout(self.head)

    def title(self, heading: Message, detail: Message | None = None) -> None:
        """Write the heading."""
        self.heading.setText(self.desk.say(heading))
        self.detail.setText(self.desk.say(detail) if detail else "")
        self.detail.setVisible(detail is not None)

    def refresh(self) -> None:
        """Show what the document holds now."""


class ShortLink(Button):
    """A link whose words may be longer than there is room for; the tooltip has all of them."""

    def __init__(self, desk: CardDesk, words: str) -> None:
        super().__init__(desk.context, "", "link")
        self._words = words
        self.setMinimumHeight(24)
        self.setAccessibleName(words)
        self._fit()

    def whole(self) -> str:
        """Return all words."""
        return self._words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(120, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def _fit(self) -> None:
        room = max(self.width() - 4, 20)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(self._words if shown != self._words else "")
