"""What is being dragged, as a picture: painted once, moved often."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from journeymapper.drawing.display_list import Group
from journeymapper.ui.paint.ink import Ink
from journeymapper.ui.paint.painter import paint_group

RADIUS = 6.0
REACH = 14.0
"""How far shadows and the mark with the count reach beyond the card, in px at 100 %."""

_STACK = 4.0
"""How far the second of several things shows behind the first."""


class LiftedPicture:
    """Two hard shadows, the card, and, of several things, a second one and how many they are."""

    def __init__(self) -> None:
        self._key: object = None
        self._pixmap = QPixmap()

    def paint(
        self, painter: QPainter, group: Group, at: QPointF, count: int, zoom: float, ink: Ink
    ) -> None:
        """Paint it with the corner of the card at a point of the viewport."""
        ratio = painter.device().devicePixelRatioF()
        key = (id(group.shapes), group.box.w, group.box.h, count, zoom, ratio, ink)
        if key != self._key:
            self._pixmap = picture_of(group, count, zoom, ratio, ink)
            self._key = key
            self._group = group  # kept, so that no other can have its id
        corner = at - QPointF(REACH, REACH) * zoom
        painter.drawPixmap(QPointF(round(corner.x()), round(corner.y())), self._pixmap)


def picture_of(group: Group, count: int, zoom: float, ratio: float, ink: Ink) -> QPixmap:
    """Return the picture; the card in it begins ``REACH`` px of the map from its corner."""
    width, height = group.box.w + 2 * REACH, group.box.h + 2 * REACH
    scale = zoom * ratio
    pixmap = QPixmap(math.ceil(width * scale), math.ceil(height * scale))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(zoom, zoom)
    painter.translate(REACH, REACH)
    _paint(painter, group, count, ink)
    painter.end()
    return pixmap


def _paint(painter: QPainter, group: Group, count: int, ink: Ink) -> None:
    box = QRectF(0, 0, group.box.w, group.box.h)
    border = QPen(ink.colour("accent"), 1)
    painter.setPen(Qt.PenStyle.NoPen)
    dark = ink.theme.name != "light"
    for drop, alpha in ((5, 0.30 if dark else 0.07), (2, 0.45 if dark else 0.10)):
        painter.setBrush(ink.tint("text", alpha) if not dark else QColor.fromRgbF(0, 0, 0, alpha))
        painter.drawRoundedRect(box.translated(0, drop), RADIUS, RADIUS)
    painter.setBrush(ink.brush("surface"))
    if count > 1:
        painter.setPen(border)
        behind = box.translated(_STACK, _STACK).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(behind, RADIUS, RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.translate(-group.box.x, -group.box.y)
    paint_group(painter, group, ink)
    painter.translate(group.box.x, group.box.y)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(border)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    if count > 1:
        _paint_count(painter, box.topRight(), count, ink)


def _paint_count(painter: QPainter, at: QPointF, count: int, ink: Ink) -> None:
    """How many things are carried, in a round mark at the corner."""
    font = painter.font()
    font.setPixelSize(12)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    words = str(count)
    width = max(20.0, painter.fontMetrics().horizontalAdvance(words) + 12.0)
    mark = QRectF(at.x() - width + 8, at.y() - 10, width, 20)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.brush("accent"))
    painter.drawRoundedRect(mark, 10, 10)
    painter.setPen(ink.colour("on_accent"))
    painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, words)
