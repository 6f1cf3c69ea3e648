"""A list beside what is open in it; where there is little room, one of the two is there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button

_SIDE, _NARROW = 424, 320
_WIDE_FROM, _BESIDE_FROM = 1180, 920
"""Widths, at 100 % text: of the list, of the list where there is less room; from which the list
is as wide as it likes, and from which it stands beside what is open."""

_UNBOUND = 16_777_215


class TwoPanes(QWidget):
    """``back`` goes from what is open to the list; it is there while only one of them is."""

    alone = Signal(bool)
    """What is open is there alone, or not any more."""
    left = Signal()
    """Somebody goes back to the list: write what is typed, then take the keys there."""

    def __init__(self, context: Context, side: QWidget, right: QWidget, back: str) -> None:
        super().__init__()
        self._context, self._side, self._right = context, side, right
        self._reading = False
        self.beside = True
        self.back = Button(context, back, "quiet", "arrow-left")
        self.back.clicked.connect(lambda _on=False: self.go_back())
        end = QVBoxLayout()
        end.setContentsMargins(0, 0, 0, 0)
        end.setSpacing(0)
        end.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        end.addWidget(right, 1)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(end, 1)

    def read(self) -> None:
        """Show what is open."""
        self._reading = True
        self._arrange()

    def read_on(self) -> None:
        """Somebody chose a line: where the list has gone the way back to it gets the keys."""
        self.read()
        if not self.beside:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Show the list."""
        self.forget()
        self._arrange()
        self.left.emit()

    def forget(self) -> None:
        """Nothing is open any more."""
        self._reading = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px, width = self._context.theme.px, self.width()
        self.beside = width >= px(_BESIDE_FROM)
        if self.beside:
            self._side.setFixedWidth(px(_SIDE if width >= px(_WIDE_FROM) else _NARROW))
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(_UNBOUND)
        self._side.setVisible(self.beside or not self._reading)
        self._right.setVisible(self.beside or self._reading)
        self.back.setVisible(not self.beside and self._reading)
        self.alone.emit(not self.beside and self._reading)
        # even what is hidden gets room when it has a stretch
        self._row.setStretch(0, int(not self.beside))
        self._row.setStretch(1, int(self.beside or self._reading))
