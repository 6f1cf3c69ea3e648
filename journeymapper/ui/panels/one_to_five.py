"""A number from 1 to 5, all seen at once; clicking the chosen one takes it away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.labels import PlainLabel

VALUES = (1, 2, 3, 4, 5)


class OneToFive(QFrame):
    """Five buttons between two words; arrow keys go along, Space chooses."""

    chosen = Signal(object)
    """The number, or None when it was taken away."""

    def __init__(self, context: Context, name: Message, low: Message, high: Message) -> None:
        super().__init__()
        say = context.say
        self.setAccessibleName(say(name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        box = QFrame()
        box.setObjectName("segmented")
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        inner = QHBoxLayout(box)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        self.buttons: dict[int, QPushButton] = {}
        for value in VALUES:
            button = QPushButton(str(value))
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setObjectName("one_digit")
            button.setFixedWidth(context.theme.px(30))
            words = _("{name}: {value} of 5", name=name, value=value)
            button.setAccessibleName(say(words))
            button.installEventFilter(self)
            button.clicked.connect(lambda on=False, value=value: self._click(value, on=on))
            inner.addWidget(button)
            self.buttons[value] = button
        row.addWidget(PlainLabel(say(low), "label", "text_secondary"))
        row.addWidget(box)
        row.addWidget(PlainLabel(say(high), "label", "text_secondary"))
        row.addStretch(1)

    def value(self) -> int | None:
        """Return the number that is chosen, None for none."""
        return next((value for value, one in self.buttons.items() if one.isChecked()), None)

    def set_value(self, value: int | None) -> None:
        """Show a number without telling anybody; None for none, or where several differ."""
        for own, button in self.buttons.items():
            button.setChecked(own == value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                step = -step
            here = next((v for v, one in self.buttons.items() if one is watched), 0)
            beside = self.buttons.get(here + step)
            if step and beside is not None:
                beside.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _click(self, value: int, *, on: bool) -> None:
        self.set_value(value if on else None)
        self.chosen.emit(value if on else None)
