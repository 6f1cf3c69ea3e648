"""Painting groups and whole drawings with QPainter."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from journeymapper.drawing.display_list import Drawing, Group
from journeymapper.ui.paint.compiled import compiled, rectf
from journeymapper.ui.paint.ink import Ink


def paint_group(painter: QPainter, group: Group, ink: Ink) -> None:
    """Paint one group at its place."""
    at = QPointF(group.box.x, group.box.y)
    painter.translate(at)
    if group.clip is None:
        for call in compiled(group.shapes, ink):
            call(painter)
    else:
        painter.save()
        painter.setClipRect(rectf(group.clip), Qt.ClipOperation.IntersectClip)
        for call in compiled(group.shapes, ink):
            call(painter)
        painter.restore()
    painter.translate(-at)


def paint_drawing(
    painter: QPainter, drawing: Drawing, ink: Ink, target: QRectF | None = None
) -> None:
    """Paint a drawing, fitted into ``target`` with its proportions kept."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if target is not None and drawing.width and drawing.height:
        scale = min(target.width() / drawing.width, target.height() / drawing.height)
        painter.translate(target.topLeft())
        painter.scale(scale, scale)
    for group in drawing.painted():
        paint_group(painter, group, ink)
    painter.restore()


def pixmap_of(drawing: Drawing, ink: Ink, ratio: float = 1.0, background: str = "") -> QPixmap:
    """Return a drawing as a picture for a screen with ``ratio`` device pixels per px."""
    pixmap = QPixmap(round(drawing.width * ratio), round(drawing.height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(ink.colour(background) if background else Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_drawing(painter, drawing, ink)
    painter.end()
    return pixmap
