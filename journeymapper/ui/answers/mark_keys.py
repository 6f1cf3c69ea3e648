"""The large keys of a question: to read what can be pressed, and to click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from journeymapper.ui.answers.marks import Mark, shown_key
from journeymapper.ui.answers.result_panel import plain
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.faces import paint_face

_HEIGHT = 68
_GAP = 8
_RADIUS = 6.0
_FACE = 11.0
_STAR = 14


class MarkKey(QAbstractButton):
    """One answer: its key large, what it means below; a face or a star above it."""

    def __init__(self, context: Context, mark: Mark) -> None:
        super().__init__()
        self._context, self.mark = context, mark
        self._note = ""
        self.show_mark(mark)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(context.theme.px(_HEIGHT))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_mark(self, mark: Mark) -> None:
        """Stand for another answer."""
        self.mark = mark
        self._note = plain(self._context, mark.note)
        self.setAccessibleName(f"{shown_key(mark)} {self._note}".strip())
        self.setToolTip(self._note)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60, self._context.theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(34, self._context.theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, colour = self._context.theme.px, self._context.theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -1.5)
        edge = colour("text_tertiary" if self.underMouse() else "control_border")
        down = self.isDown() or self.isChecked()
        painter.setPen(QPen(colour("accent") if self.isChecked() else edge, 1))
        painter.setBrush(colour("accent_soft" if down else "surface"))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.setPen(QPen(edge, 2))
        bottom = box.bottom() - 0.5
        painter.drawLine(QPointF(_RADIUS, bottom), QPointF(self.width() - _RADIUS, bottom))
        font = QFont(self.font())
        font.setPixelSize(px(22))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colour("text"))
        upper = QRect(0, px(6), self.width(), px(34))
        self._paint_key(painter, upper)
        if self._note:
            font.setPixelSize(px(12))
            font.setWeight(QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(colour("text_secondary"))
            metrics = painter.fontMetrics()
            mode = Qt.TextElideMode.ElideRight
            text = metrics.elidedText(self._note, mode, self.width() - 8)
            lower = QRect(2, px(38), self.width() - 4, px(22))
            painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def _paint_key(self, painter: QPainter, area: QRect) -> None:
        px, key = self._context.theme.px, shown_key(self.mark)
        centre = Qt.AlignmentFlag.AlignCenter
        if self.mark.face is None and not self.mark.stars:
            painter.drawText(area, centre, key)
            return
        middle = area.center().x()
        width = painter.fontMetrics().horizontalAdvance(key)
        side = px(2 * _FACE) if self.mark.face is not None else px(_STAR)
        left = middle - (width + side + 6) / 2
        painter.drawText(QRect(int(left), area.y(), width + 2, area.height()), centre, key)
        if self.mark.face is not None:
            at = QPointF(left + width + 6 + side / 2, area.center().y())
            paint_face(painter, self._context.theme, at, side / 2, self.mark.face)
        else:
            top = area.center().y() - side / 2
            role = "text_secondary"
            self._context.painter.paint(painter, "star", left + width + 6, top, side, role)


class MarkKeys(QWidget):
    """The keys of one question in a row; ``chosen`` brings a value."""

    chosen = Signal(float)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[Mark, ...] = ()
        self._keys: list[MarkKey] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)

    @property
    def keys(self) -> tuple[MarkKey, ...]:
        """The keys that are shown."""
        return tuple(self._keys[: len(self._shown)])

    def show_marks(self, marks: Sequence[Mark], value: float | None) -> None:
        """Show these keys; ``value`` is the answer that is there already."""
        if tuple(marks) != self._shown:
            self._shown = tuple(marks)
            while len(self._keys) < len(marks):
                self._keys.append(self._key(marks[len(self._keys)]))
            for i, key in enumerate(self._keys):
                wanted = i < len(marks)
                if key.isHidden() == wanted:
                    key.setVisible(wanted)
                if wanted:
                    key.show_mark(marks[i])
        for key in self.keys:
            if key.isChecked() != (key.mark.value == value):
                key.setChecked(key.mark.value == value)

    def _key(self, mark: Mark) -> MarkKey:
        key = MarkKey(self._context, mark)
        key.clicked.connect(lambda _on=False: self.chosen.emit(key.mark.value))
        self._row.addWidget(key)
        return key
