"""What cards of the walk are made of: answers with their keys, faces, numbers, progress."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journeymapper.ui.cards import IconLabel
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.card_button import CardButton
from journeymapper.ui.widgets.faces import paint_face
from journeymapper.ui.widgets.labels import PlainLabel

_CIRCLE = 22
_SEGMENT = 8


def key_cap(keys: str) -> PlainLabel:
    """Return a small picture of a key."""
    label = PlainLabel(keys, "label", "text_secondary")
    label.setProperty("look", "key")
    return label


class Answer(CardButton):
    """One answer: perhaps an icon, its words, the key that gives it."""

    def __init__(self, context: Context, words: str, keys: str, icon: str = "") -> None:
        super().__init__(words, "answer")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(f"{words} ({keys})")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._words = PlainLabel(words, "body_large")
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(12, 6, 10, 6)
        row.setSpacing(8)
        if icon:
            row.addWidget(IconLabel(context, icon, 16, "text_secondary"))
        row.addWidget(self._words)
        self._cap = key_cap(keys)
        row.addWidget(self._cap)
        self.put(inside)

    def set_narrow(self, *, narrow: bool, words: str = "") -> None:
        """Leave out the key where there is little room; ``words`` are shorter ones."""
        self._cap.setVisible(not narrow)
        if words:
            self._words.setText(words)


class FaceAnswer(CardButton):
    """A face, its word and its key."""

    def __init__(self, context: Context, words: str, keys: str, value: int) -> None:
        super().__init__(words, "answer")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(f"{words} ({keys})")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(6, 7, 6, 6)
        column.setSpacing(3)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Face(context, value, 48), 0, centre)
        label = PlainLabel(words, "subheading")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(label)
        column.addWidget(key_cap(keys), 0, centre)
        self.put(inside)


class Face(QWidget):
    """A face of a value, ``side`` px wide; nothing for None."""

    def __init__(self, context: Context, value: int | None, side: int) -> None:
        super().__init__()
        self._context = context
        self._value = value
        self.setFixedSize(side, side)
        context.theme.changed.connect(self.update)

    def set_value(self, value: int | None) -> None:
        """Show another face."""
        self._value = value
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._value is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        paint_face(painter, self._context.theme, centre, self.width() / 2 - 0.5, self._value)
        painter.end()


class QuestionMark(QWidget):
    """The number of a question in a circle; a tick once it is answered."""

    def __init__(self, context: Context, number: int) -> None:
        super().__init__()
        self._context, self._number = context, number
        self._done = self._current = False
        side = context.theme.px(_CIRCLE)
        self.setFixedSize(side, side)
        context.theme.changed.connect(self.update)

    def show_state(self, *, done: bool, current: bool) -> None:
        """Show whether the question is answered, and whether keys answer it."""
        self._done, self._current = done, current
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = self._context.theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(box)
            side = box.width() * 0.62
            corner = box.center() - QPointF(side / 2, side / 2)
            icons = self._context.painter
            icons.paint(painter, "check", corner.x(), corner.y(), side, "on_accent")
        else:
            role = "accent" if self._current else "control_border"
            painter.setPen(QPen(colour(role), 2 if self._current else 1.25))
            painter.setBrush(colour("surface"))
            painter.drawEllipse(box)
            _number(painter, self, str(self._number), colour("accent" if self._current else "text"))
        painter.end()


class Badge(QWidget):
    """The number of a step on the tint of its stage."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._number, self._stage = "", 1
        self.setFixedSize(context.theme.px(58), context.theme.px(48))
        context.theme.changed.connect(self.update)

    def show_step(self, number: str, stage: int) -> None:
        """Show another number."""
        self._number, self._stage = number, stage
        self.setAccessibleName(number)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"stage.{self._stage}.tint"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        ink = theme.colour(f"stage.{self._stage}.ink")
        _number(painter, self, self._number, ink, theme.px(22))
        painter.end()


class Progress(QWidget):
    """A part for each step; those passed are filled, the one that is shown as far as it is."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._total, self._filled = 1, 0.0
        self.setFixedHeight(_SEGMENT)
        context.theme.changed.connect(self.update)

    def show_progress(self, total: int, filled: float) -> None:
        """Show ``filled`` of ``total`` parts."""
        self._total, self._filled = max(1, total), filled
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _SEGMENT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = self._context.theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = 3.0 if self._total <= 60 else 0.0
        width = (self.width() + gap) / self._total - gap
        for i in range(self._total):
            part = max(0.0, min(1.0, self._filled - i))
            x = i * (width + gap)
            box = QRectF(x + 0.5, 0.5, max(1.0, width - 1), self.height() - 1)
            painter.setPen(QPen(colour("accent" if part else "control_border"), 1))
            painter.setBrush(colour("surface"))
            painter.drawRoundedRect(box, 2, 2)
            if part:
                painter.setBrush(colour("accent"))
                painter.drawRoundedRect(
                    QRectF(box.x(), box.y(), box.width() * part, box.height()), 2, 2
                )
        painter.end()


def _number(painter: QPainter, on: QWidget, text: str, ink: QColor, size: int = 0) -> None:
    font = QFont(on.font())
    font.setBold(True)
    if size:
        font.setPixelSize(size)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(on.rect(), Qt.AlignmentFlag.AlignCenter, text)
