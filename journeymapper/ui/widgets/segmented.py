"""A choice of few, all seen at once: "Today | Future"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy


class Segmented(QFrame):
    """One of several values, each with its words. Arrow keys change the choice."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]], value: str) -> None:
        super().__init__()
        self.setObjectName("segmented")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for key, words in options:
            button = QPushButton(words)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.installEventFilter(self)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self.set_value(value)

    def value(self) -> str:
        """Return the chosen value."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def set_value(self, value: str) -> None:
        """Choose without telling anybody; the chosen button alone is a stop of the Tab key."""
        self._buttons[value].setChecked(True)
        for key, button in self._buttons.items():
            policy = Qt.FocusPolicy.StrongFocus if key == value else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def button(self, key: str) -> QPushButton:
        """Return the button of a value."""
        return self._buttons[key]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            if step:
                self._step(
                    -step if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else step
                )
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        keys = [key for key, button in self._buttons.items() if button.isEnabled()]
        place = keys.index(self.value()) + by
        if 0 <= place < len(keys):
            self.set_value(keys[place])
            self._buttons[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(keys[place])
