"""The drawing of a comparison, to scroll in; row titles stay, one place can be marked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from journeymapper.drawing.compare.compared import Picture
from journeymapper.drawing.display_list import Box, Group
from journeymapper.ui.canvas.overlays import TINT
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
                self._mark(painter, self.marked, self._ink)
        painter.end()

    def _mark(self, painter: QPainter, place: Box, ink: Ink) -> None:
        """Tint a column, and draw a border round the card in it, or round a stage."""
        accent = self._context.theme.colour("accent")
        tint = QColor(accent)
        tint.setAlphaF(TINT.get(self._context.theme.name, 0.06))
        painter.fillRect(_rect(place), tint)
        cards = (g.box for g in self._groups if "step:" in g.key and _holds(place, g.box))
        painter.setPen(QPen(accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(_rect(next(cards, place)).adjusted(1, 1, -1, -1), 6, 6)
        for group in self._groups:
            if "tag:" in group.key and _holds(place, group.box):
                paint_group(painter, group, ink)


class _Pinned(QWidget):
    """Lies over the drawing and paints what stays at its start."""

    def __init__(self, view: PictureView, context: Context) -> None:
        super().__init__(view.viewport())
        self._view, self._context = view, context
        self._picture: Picture | None = None
        self._ink: Ink | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_picture(self, picture: Picture | None, ink: Ink | None) -> None:
        self._picture, self._ink = picture, ink
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture, ink = self._picture, self._ink
        if picture is None or ink is None or not self._view.horizontalScrollBar().value():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._context.theme.scale
        painter.translate(0, -self._view.verticalScrollBar().value())
        painter.scale(scale, scale)
        for group in picture.headings:
            painter.fillRect(_rect(group.box), self._context.theme.colour("surface"))
            paint_group(painter, group, ink)
        painter.setClipRect(QRectF(0, 0, picture.pinned_width, picture.drawing.height))
        for group in picture.pinned:
            paint_group(painter, group, ink)
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
        self._pinned = _Pinned(self, context)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._pinned.update)

    @property
    def marked(self) -> Box | None:
        """The place that is marked, in units of the drawing."""
        return self._sheet.marked

    def room(self) -> tuple[float, float]:
        """Return how much width and height there is, in units of the drawing."""
        scale = self._context.theme.scale
        below = self.horizontalScrollBar().sizeHint().height()
        return self.viewport().width() / scale, (self.height() - below) / scale

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pinned.resize(self.viewport().size())
        self._pinned.raise_()

    def show_picture(self, picture: Picture | None, ink: Ink | None) -> None:
        """Show a drawing in these colours, or none."""
        self._picture = picture
        self._sheet.show_picture(picture, ink)
        self._pinned.show_picture(picture, ink)

    def mark(self, id_: str) -> None:
        """Mark the place of an id and bring it into view; nothing without such a place."""
        box = self._picture.spots.get(id_) if self._picture is not None else None
        self._sheet.marked = box
        self._sheet.update()
        if box is None:
            return
        scale = self._context.theme.scale
        middle = (box.x + box.w / 2) * scale
        titles = self._picture.pinned_width if self._picture is not None else 0.0
        half = round(box.w * scale / 2) + _AROUND + round(titles * scale)
        top = round(box.y * scale)
        self.ensureVisible(round(middle), top, half, 0)
        self.ensureVisible(round(middle), round((box.y + box.h) * scale), half, 0)
        self.ensureVisible(round(middle), top, half, 0)


def _holds(place: Box, card: Box) -> bool:
    """Say whether a card stands in a place."""
    return place.x <= card.x and card.right <= place.right and place.y <= card.y <= place.bottom


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.w, box.h)
