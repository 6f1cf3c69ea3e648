"""Drawings as parts of a page: charts, marks and dots, painted in the theme of the window."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeymapper.domain.evidence import Grade
from journeymapper.domain.kinds import Severity
from journeymapper.drawing.display_list import Box, Drawing, Group
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.marks import evidence_dots, severity_mark
from journeymapper.ui.context import Context
from journeymapper.ui.paint.ink import Ink
from journeymapper.ui.paint.painter import paint_drawing, pixmap_of


def pen_of(context: Context) -> Pen:
    """Return what writes on drawings of this window."""
    return Pen(context.engine, context.tokens, context.catalogue)


def ink_of(context: Context) -> Ink:
    """Return the colours of the present theme; charts hold no pictures."""
    return Ink(context.theme.theme, context.icons, context.engine.fonts, _no_pictures)


def _no_pictures(_id: str) -> bytes:
    return b""


def mark(context: Context, band: str, size: float) -> Drawing:
    """Return the mark of a severity with a little room around it."""
    shapes = severity_mark(pen_of(context), Severity(band), 2, 2, size)
    box = Box(0, 0, size + 4, size + 4)
    return Drawing(box.w, box.h, (Group(f"mark:{band}", box, shapes),))


def dots(grade: Grade) -> Drawing:
    """Return the four dots of evidence."""
    box = Box(0, 0, 43, 10)
    return Drawing(box.w, box.h, (Group("dots", box, evidence_dots(grade, 1, 1, 8)),))


def mark_icon(context: Context, band: str, size: float = 14.0) -> QIcon:
    """Return the mark of a severity as an icon in the present theme."""
    return _icon(context, mark(context, band, size))


def dots_icon(context: Context, grade: Grade) -> QIcon:
    """Return the four dots of evidence as an icon in the present theme."""
    return _icon(context, dots(grade))


def _icon(context: Context, drawing: Drawing) -> QIcon:
    icon = QIcon()
    for ratio in (1.0, 2.0):
        picture = pixmap_of(drawing, ink_of(context), ratio)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # not tinted where it is chosen
            icon.addPixmap(picture, mode)
    return icon


class Drawn(QWidget):
    """Shows one drawing in its size; ``words`` stand for it."""

    def __init__(self, context: Context, drawing: Drawing | None = None, words: str = "") -> None:
        super().__init__()
        self._context = context
        self._ink = ink_of(context)
        self._drawing: Drawing | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        context.theme.changed.connect(self._dress)
        self.show_drawing(drawing, words)

    def show_drawing(self, drawing: Drawing | None, words: str = "") -> None:
        """Show another drawing, or none."""
        self._drawing = drawing
        self.setAccessibleName(words)
        scale = self._context.theme.scale
        size = (drawing.width, drawing.height) if drawing is not None else (0.0, 0.0)
        self.setFixedSize(QSize(round(size[0] * scale), round(size[1] * scale)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        painter = QPainter(self)
        painter.scale(self._context.theme.scale, self._context.theme.scale)
        paint_drawing(painter, self._drawing, self._ink)
        painter.end()

    def _dress(self) -> None:
        self._ink = ink_of(self._context)
        self.show_drawing(self._drawing, self.accessibleName())
