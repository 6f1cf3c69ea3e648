"""A card that is a button: whatever stands on it belongs to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget


class CardButton(QPushButton):
    """A button with widgets inside; its size is theirs. ``name`` is what a reader says."""

    def __init__(self, name: str, look: str = "card") -> None:
        super().__init__()
        self.setProperty("look", look)
        self.setAccessibleName(name)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.setSpacing(0)

    def put(self, widget: QWidget) -> None:
        """Add a widget; clicks go through it to the card."""
        for part in (widget, *widget.findChildren(QWidget)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside.addWidget(widget)

    def sizeHint(self) -> QSize:
        return self.inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.inside.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return self.inside.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        return self.inside.totalHeightForWidth(width)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)
