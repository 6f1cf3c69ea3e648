"""Small painted things: dots of evidence, bars of shares, the line of a curve."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QSizePolicy, QWidget

from journeymapper.domain.evidence import Grade
from journeymapper.drawing.display_list import Box, Drawing, Group
from journeymapper.drawing.marks import DOTS, evidence_dots
from journeymapper.drawing.outlines import circle
from journeymapper.ui.context import Context
from journeymapper.ui.paint.painter import pixmap_of
from journeymapper.ui.thumbnails import ink_of

_DOTS = QSize(42, 8)
_SQUARE = QSize(14, 14)
_GAP = 6
"""Room between the dots and their words."""

_DASHES: tuple[list[float], ...] = ([], [2.2, 1.6], [0.6, 1.2])
_WHOLE = 0.999
"""Shares that add up to this leave no track to show."""

_NOTICED = (
    QEvent.Type.Enter,
    QEvent.Type.Leave,
    QEvent.Type.FocusIn,
    QEvent.Type.FocusOut,
)


class SureButton(QPushButton):
    """Four dots and the words for how sure a statement is; opens what says more."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._grade = Grade.E
        self._quiet = False
        self.setProperty("look", "sure")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        context.theme.changed.connect(self._tint)

    def show_grade(self, grade: Grade, words: str, name: str) -> None:
        """Show a grade; ``name`` is what a reader says."""
        if (grade, words) != (self._grade, self.text()) or self.icon().isNull():
            self._grade = grade
            self.setText(words)
            self._tint()
        self.setAccessibleName(name)

    def set_quiet(self) -> None:
        """Be seen only while the pointer or the keys are at the statement."""
        self._quiet = True
        self._tint()
        part = self.parentWidget()
        watched = [] if part is None else [part, self, *part.findChildren(QPlainTextEdit)]
        for widget in watched:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _NOTICED:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        part = self.parentWidget()
        focused = QApplication.focusWidget()
        near = part is not None and (
            part.underMouse() or part.isAncestorOf(focused or self.window())
        )
        if near or not self._quiet:
            super().paintEvent(event)

    def _tint(self) -> None:
        if self._quiet:
            self.setIconSize(_SQUARE)
            self.setIcon(QIcon(square_dots(self._context, self._grade, self.devicePixelRatioF())))
            return
        gap = _GAP if self.text() else 0
        ratio = self.devicePixelRatioF()
        self.setIconSize(QSize(_DOTS.width() + gap, _DOTS.height()))
        self.setIcon(QIcon(dots_pixmap(self._context, self._grade, ratio, gap)))


def square_dots(context: Context, grade: Grade, ratio: float) -> QPixmap:
    """Return the four dots two by two, for where there is little room."""
    side = _SQUARE.width() / 2
    box = Box(0, 0, 2 * side, 2 * side)
    ink, line = "text_secondary", 1.0
    shapes = tuple(
        circle(x, y, side / 2 - 0.75, ink)
        if place < DOTS[grade]
        else circle(x, y, side / 2 - 0.75 - line / 2, "", ink, line)
        for place, (x, y) in enumerate(
            (
                (side / 2, side / 2),
                (1.5 * side, side / 2),
                (side / 2, 1.5 * side),
                (1.5 * side,) * 2,
            )
        )
    )
    return pixmap_of(Drawing(box.w, box.h, (Group("dots", box, shapes),)), ink_of(context), ratio)


def dots_pixmap(context: Context, grade: Grade, ratio: float, gap: float = 0) -> QPixmap:
    """Return the four dots of a grade as a picture, with a gap after them."""
    box = Box(0, 0, _DOTS.width() + gap, _DOTS.height())
    drawing = Drawing(box.w, box.h, (Group("dots", box, evidence_dots(grade, 0, 0)),))
    return pixmap_of(drawing, ink_of(context), ratio)


class ShareBar(QWidget):
    """Parts beside each other: filled dark, half dark, or only outlined; the rest is the track."""

    def __init__(self, context: Context, height: int) -> None:
        super().__init__()
        self._context = context
        self._parts: tuple[tuple[float, float], ...] = ()
        self.setFixedHeight(height)
        self.setMinimumWidth(40)
        context.theme.changed.connect(self.update)

    def show_parts(self, parts: Sequence[tuple[float, float]]) -> None:
        """Show shares, each with how full its part is: 1 dark, 0 only an outline."""
        self._parts = tuple(parts)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._context.theme.colour
        whole = QRectF(self.rect())
        if sum(share for share, _full in self._parts) < _WHOLE:
            painter.setPen(QPen(colour("line_strong"), 1))
            painter.setBrush(colour("sunken"))
            painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.setPen(QPen(colour("text_secondary"), 1))
        x = 0.0
        for share, full in self._parts:
            width = share * whole.width()
            box = QRectF(x, 0, width, whole.height()).adjusted(0.5, 0.5, -1.5, -0.5)
            x += width
            if box.width() > 0:
                painter.setBrush(faded(self._context, full))
                painter.drawRoundedRect(box, 2, 2)
        painter.end()


def faded(context: Context, full: float) -> QColor:
    """Return the colour of evidence, 1 as it is to 0 invisible."""
    ink = context.theme.colour("text_secondary")
    ink.setAlphaF(full)
    return ink


class LineSample(QWidget):
    """A piece of a persona's curve: its colour and its dashes."""

    def __init__(self, context: Context, role: str, rank: int) -> None:
        super().__init__()
        self._context, self._role, self._rank = context, role, rank
        self.setFixedSize(30, 10)
        context.theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._context.theme.colour(self._role), 2.25)
        if _DASHES[self._rank]:
            pen.setDashPattern(_DASHES[self._rank])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(1.5, 5), QPointF(28.5, 5))
        painter.end()
