"""What views of the place share that stand in the place of list and card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from journeymapper.ui.personas.desk import CardDesk


class PersonaView(QWidget):
    """``refresh`` shows what the document holds; ``flush`` writes what is being typed."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self.desk = desk

    def refresh(self) -> None:
        """Show what the document holds now."""

    def flush(self) -> bool:
        """Write what is being typed; False when something is refused."""
        return True

    def leave(self) -> None:
        """Another view comes to the front."""
        self.flush()

    def take_focus(self) -> None:
        """Take the keys where one begins."""


def scrolled_page(name: str) -> tuple[QScrollArea, QVBoxLayout]:
    """Return an area that scrolls down only, and the column inside it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setAccessibleName(name)
    page = QWidget()
    page.setObjectName("scrolled")
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 16, 24, 24)
    column.setSpacing(12)
    area.setWidget(page)
    return area, column
