"""Small controls of the details: a switch, the scale of feelings, letters of severity."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from journeymapper.domain.kinds import Severity
from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box, Drawing, Group
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.words import SEVERITIES
from journeymapper.drawing.marks import severity_mark
from journeymapper.drawing.theme import feeling_role
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.commands.names import signed
from journeymapper.ui.context import Context
from journeymapper.ui.paint.painter import paint_drawing

FEELING_WORDS: tuple[tuple[int, Message], ...] = (
    (-4, _("awful")),
    (-1, _("not good")),
    (0, _("neither")),
    (3, _("good")),
    (5, _("great")),
)
"""Words for feelings up to a value."""


class Switch(QAbstractButton):
    """On or off, as a small slider."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context = context
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(40, 24)
        context.theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = self._context.theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(1, 3, 34, 18)
        on = self.isChecked()
        painter.setPen(QPen(colour("accent" if on else "control_border"), 1))
        painter.setBrush(colour("accent" if on else "sunken"))
        painter.drawRoundedRect(track, 9, 9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("on_accent" if on else "control_border"))
        painter.drawEllipse(QPointF(26 if on else 10, 12), 6, 6)
        painter.end()


class FeelingScale(QWidget):
    """Eleven fields from -5 to +5; a click, a drag or the arrow keys choose one."""

    chosen = Signal(int)

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context = context
        self._value: int | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(26)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        context.theme.changed.connect(self.update)

    def value(self) -> int | None:
        """Return the value shown, None for none."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a value without telling anybody."""
        self._value = value
        self.setAccessibleDescription(signed(value) if value is not None else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = self._context.theme.colour
        painter = QPainter(self)
        width = (self.width() - 4) / 11
        for i, value in enumerate(range(-5, 6)):
            painter.fillRect(QRectF(2 + i * width, 8, width - 1, 10), colour(feeling_role(value)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._value is not None:
            left = 2 + (self._value + 5) * width
            box = QRectF(left - 1.5, 3.5, width + 2, 19)
            ring = colour("focus" if self.hasFocus() else "text")
            painter.setPen(QPen(ring, 2))
            painter.setBrush(colour(feeling_role(self._value)))
            painter.drawRoundedRect(box, 4, 4)
        elif self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 4, -1, -4), 4, 4)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(self._at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: 1,
        }.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(max(-5, min(5, (self._value or 0) + step)))

    def _at(self, x: float) -> int:
        return max(-5, min(5, int((x - 2) / ((self.width() - 4) / 11)) - 5))

    def _choose(self, value: int) -> None:
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)


_RESTING = 0.7
"""How strongly a severity is painted that is not chosen: it can still be read."""


class SeverityButton(QAbstractButton):
    """One letter in its shape; quiet until it is chosen."""

    def __init__(self, bench: Bench, severity: Severity) -> None:
        super().__init__()
        self._context = bench.context
        self._bench = bench
        words = bench.say(SEVERITIES[severity])
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setFixedSize(24, 24)
        context = bench.context
        pen = Pen(context.engine, context.tokens, context.catalogue, condensed=False)
        shapes = severity_mark(pen, severity, 4, 4, 16)
        self._drawing = Drawing(24, 24, (Group("mark", Box(0, 0, 24, 24), shapes),))
        context.theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on:
            painter.setPen(QPen(self._context.theme.colour("text"), 1.5))
            painter.setBrush(QColor(Qt.GlobalColor.transparent))
            painter.drawRoundedRect(QRectF(1, 1, 22, 22), 5, 5)
        painter.setOpacity(1.0 if on or self.underMouse() or self.hasFocus() else _RESTING)
        paint_drawing(painter, self._drawing, self._bench.board.ink)
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(24, 24)


class SeverityChoice(QWidget):
    """The four letters; clicking the chosen one takes the rating away."""

    chosen = Signal(object)
    """A Severity."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.setAccessibleName(bench.say(_("How bad")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons = {severity: SeverityButton(bench, severity) for severity in SEVERITIES}
        for severity, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, severity=severity: self._click(severity))
            row.addWidget(button)

    def set_value(self, severity: Severity | None) -> None:
        """Show a severity without telling anybody; None where several differ."""
        for own, button in self.buttons.items():
            button.setChecked(own == severity)

    def _click(self, severity: Severity) -> None:
        on = self.buttons[severity].isChecked()
        self.set_value(severity if on else Severity.UNRATED)
        self.chosen.emit(severity if on else Severity.UNRATED)


def feeling_words(value: int) -> Message:
    """Return the words for a feeling."""
    return next(words for limit, words in FEELING_WORDS if value <= limit)
