"""Small parts of the card's head: a word that opens a choice, the bar before the quote."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from journeymapper.ui.personas.desk import CardDesk


class QuoteBar(QWidget):
    """The bar in the persona's colour before the quote."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self._desk = desk
        self.setFixedWidth(3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._desk.ready:
            return
        painter = QPainter(self)
        role = self._desk.role(self._desk.persona_id)
        painter.fillRect(QRectF(self.rect()), self._desk.context.theme.colour(role))
        painter.end()


class Badge(QPushButton):
    """A small word on the card that opens a choice."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setProperty("look", "badge")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.menu_ = QMenu(self)
        self.setMenu(self.menu_)

    def tell(self, words: str) -> None:
        """Show the present choice."""
        self.setText(words)
        self.setAccessibleName(f"{self._name}: {words}")
        self.setToolTip(self._name)
