"""One share that can be tried: a slider and a number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from journeymapper.analysis.flow_weights import percent
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands.ways import read_share
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.slider import Slider

NUMBER = 72
"""How wide the field of a number is, at 100 % text."""

_STEPS = 1000
"""Positions of a slider: tenths of a percent."""


class ShareRow(QWidget):
    """One way with its share, by slider or by number."""

    moved = Signal(float)

    def __init__(self, context: Context, words: str) -> None:
        super().__init__()
        self.words = PlainLabel(words, "body", wrap=True)
        self.slider = Slider(words)
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 20)
        self.slider.setSingleStep(_STEPS // 100)
        self.number = QLineEdit()
        self.number.setFixedWidth(context.theme.px(NUMBER))
        self.number.setAccessibleName(words)
        self.problem = PlainLabel("", "label", wrap=True)
        self.problem.hide()
        self._name, self._say = words, context.say
        self._share = 0.0
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.words, 0, 0)
        grid.addWidget(self.slider, 0, 1)
        grid.addWidget(self.number, 0, 2)
        grid.addWidget(self.problem, 1, 0, 1, 3)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        self.slider.valueChanged.connect(lambda value: self._move(value / _STEPS))
        self.number.editingFinished.connect(self._typed)

    def share(self) -> float:
        """Return the share, 0 to 1."""
        return self._share

    def put(self, share: float) -> None:
        """Show a share without telling anybody."""
        self._share = share
        self.slider.blockSignals(True)
        self.slider.setValue(round(share * _STEPS))
        self.slider.blockSignals(False)
        self.number.setText(percent(share))
        self.problem.hide()

    def _move(self, share: float) -> None:
        self.put(share)
        self.moved.emit(share)

    def _typed(self) -> None:
        if self.number.text() == percent(self._share):
            self.problem.hide()
            return
        try:
            share, count = read_share(self.number.text(), self._name)
        except UserError as error:
            self._complain(error.message)
            return
        if share is None or count is not None:
            self._complain(_("Write a share here, such as 9 %."))
            return
        self._move(share)

    def _complain(self, message: Message) -> None:
        self.problem.setText(f"!  {self._say(message)}")
        self.problem.show()
