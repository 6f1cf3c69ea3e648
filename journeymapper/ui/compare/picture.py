"""The drawing of a comparison, to scroll in; one place can be marked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from journeymapper.drawing.compare.compared import Picture
from journeymapper.drawing.display_list import Box, Group
from journeymapper.ui.context import Context
from journeymapper.ui.paint.ink import Ink
from journeymapper.ui.paint.painter import paint_group

_AROUND = 24


class _Sheet(QWidget):
    """Paints what is in view."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._groups: tuple[Group, ...] = ()
        self._ink: Ink | None = None
        self.marked: Box | None = None

    def show_picture(self, picture: Picture | None, ink: Ink | None) -> None:
        self._groups = picture.drawing.painted() if picture is not None else ()
        self._ink, self.marked = ink, None
        scale = self._context.theme.scale
        width, height = (
            (picture.drawing.width, picture.drawing.height) if picture is not None else (1.0, 1.0)
        )
        self.setFixedSize(QSize(round(width * scale), round(height * scale)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._context.theme.colour("surface"))
        if self._ink is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            scale = self._context.theme.scale
            painter.scale(scale, scale)
            seen = QRectF(event.rect()).adjusted(-40, -40, 40, 40)
            area = QRectF(seen.x() / scale, seen.y() / scale, seen.width(), seen.height())
            for group in self._groups:
                if area.intersects(_rect(group.box).adjusted(-8, -12, 8, 12)):
                    paint_group(painter, group, self._ink)
            if self.marked is not None:
                painter.setPen(QPen(self._context.theme.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(_rect(self.marked).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


class PictureView(QScrollArea):
    """Arrow keys scroll; ``mark`` shows a place."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._sheet = _Sheet(context)
        self._picture: Picture | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidget(self._sheet)

    @property
    def marked(self) -> Box | None:
        """The place that is marked, in units of the drawing."""
        return self._sheet.marked

    def room(self) -> float:
        """Return how much width there is, in units of the drawing."""
        return self.viewport().width() / self._context.theme.scale

    def show_picture(self, picture: Picture | None, ink: Ink | None) -> None:
        """Show a drawing in these colours, or none."""
        self._picture = picture
        self._sheet.show_picture(picture, ink)

    def mark(self, id_: str) -> None:
        """Mark the place of an id and bring it into view; nothing without such a place."""
        box = self._picture.spots.get(id_) if self._picture is not None else None
        self._sheet.marked = box
        self._sheet.update()
        if box is None:
            return
        scale = self._context.theme.scale
        middle = (box.x + box.w / 2) * scale
        half = round(box.w * scale / 2) + _AROUND
        top = round(box.y * scale)
        self.ensureVisible(round(middle), top, half, 0)
        self.ensureVisible(round(middle), round((box.y + box.h) * scale), half, 0)
        self.ensureVisible(round(middle), top, half, 0)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.w, box.h)
