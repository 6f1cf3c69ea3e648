"""A field to search with: a magnifying glass, the words, the key that leads here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from journeymapper.ui.context import Context
from journeymapper.ui.widgets.labels import PlainLabel

_HEIGHT = 28


class SearchField(QFrame):
    """Tells ``changed`` at each key, ``entered`` at Enter, and ``left`` at Esc."""

    changed = Signal(str)
    entered = Signal(str)
    left = Signal()

    def __init__(self, context: Context, hint: str, keys: str = "") -> None:
        super().__init__()
        self._context = context
        self.setObjectName("search")
        self.setFixedHeight(context.theme.px(_HEIGHT))
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.setToolTip(f"{hint} ({keys.replace(' ', '+')})" if keys else hint)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self.changed)
        self.field.returnPressed.connect(lambda: self.entered.emit(self.field.text()))
        self._glass = QLabel()
        self._keys = PlainLabel(keys, "label")
        self._keys.setProperty("look", "key")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(9, 0, 5, 0)
        row.setSpacing(6)
        row.addWidget(self._glass)
        row.addWidget(self.field, 1)
        row.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignVCenter)
        self._keys_wanted = True
        self._ends: list[QWidget] = []
        self._show_keys()
        self.setFocusProxy(self.field)
        self._tint()
        context.theme.changed.connect(self._tint)

    def add_end(self, widget: QWidget) -> None:
        """Put a small widget at the end of the field; while it is shown the key has no room."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._ends.append(widget)
        widget.installEventFilter(self)

    def show_keys(self, *, wanted: bool) -> None:
        """Show the key that leads here, or leave it out where room is short."""
        self._keys_wanted = wanted
        self._show_keys()

    def text(self) -> str:
        """Return what is being searched."""
        return self.field.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is not self.field:
            if kind in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
                self._show_keys()
            return False
        if kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("active", kind == QEvent.Type.FocusIn)
            self.style().unpolish(self)
            self.style().polish(self)
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _show_keys(self) -> None:
        room = all(widget.isHidden() for widget in self._ends)
        self._keys.setVisible(self._keys_wanted and room and bool(self._keys.text()))

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape:
            return False
        self.field.clear()
        self.left.emit()
        return True

    def _tint(self) -> None:
        self._glass.setPixmap(self._context.painter.pixmap("search", 16))
