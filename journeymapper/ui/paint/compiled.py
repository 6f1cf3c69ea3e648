"""Shapes turned into ready calls: what Qt needs is made once, painting only replays it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QGlyphRun, QPainter

from journeymapper.drawing.display_list import Box, Icon, Path, Picture, Rect, Shape, Text
from journeymapper.ui.paint.ink import Ink, icon_scale, path_of

Call = Callable[[QPainter], None]
"""Paints one shape. The painter stands at the origin of the group, antialiased."""

_HAIRLINE = 1.5
_SMOOTH = QPainter.RenderHint.Antialiasing


def compiled(shapes: Iterable[Shape], ink: Ink) -> tuple[Call, ...]:
    """Return the calls that paint these shapes, in order."""
    return tuple(_call(shape, ink) for shape in shapes)


def rectf(box: Box) -> QRectF:
    """Return a box as Qt's rectangle."""
    return QRectF(box.x, box.y, box.w, box.h)


def _call(shape: Shape, ink: Ink) -> Call:
    match shape:
        case Rect():
            return _rect(shape, ink)
        case Path():
            return _path(shape, ink)
        case Text():
            return _text(shape, ink)
        case Icon():
            return _icon(shape, ink)
        case Picture():
            return _picture(shape, ink)


def _rect(rect: Rect, ink: Ink) -> Call:
    box = rectf(rect.box)
    if not rect.stroke and not rect.radius:
        return _plain(box, ink.brush(rect.fill))
    pen, brush = ink.pen(rect.stroke, rect.width, rect.dash), ink.brush(rect.fill)
    radius = max(0.0, min(rect.radius, box.width() / 2, box.height() / 2))

    def paint(painter: QPainter) -> None:
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawRoundedRect(box, radius, radius)

    return paint


def _plain(box: QRectF, brush: QBrush) -> Call:
    """A filled area without soft edges, so that neighbours meet without a seam.

    A hairline keeps them where the map is shown small: without, it would be lost.
    """
    is_line = min(box.width(), box.height()) <= _HAIRLINE

    def paint(painter: QPainter) -> None:
        if is_line and painter.worldTransform().m11() < 1:
            painter.fillRect(box, brush)
            return
        painter.setRenderHint(_SMOOTH, False)
        painter.fillRect(box, brush)
        painter.setRenderHint(_SMOOTH, True)

    return paint


def _path(path: Path, ink: Ink) -> Call:
    pen = ink.pen(path.stroke, path.width, path.dash, round_ends=path.round_ends)
    straight = _straight(path)
    if straight is not None:

        def rule(painter: QPainter) -> None:
            painter.setRenderHint(_SMOOTH, False)
            painter.setPen(pen)
            painter.drawLine(straight)
            painter.setRenderHint(_SMOOTH, True)

        return rule
    outline, brush = path_of(path.segments), ink.brush(path.fill)

    def paint(painter: QPainter) -> None:
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawPath(outline)

    return paint


def _straight(path: Path) -> QLineF | None:
    """Return an upright or level hairline, which is drawn on whole pixels."""
    if len(path.segments) != 2 or path.round_ends or path.width > 1.5:
        return None
    (move, *start), (line, *end) = path.segments
    if move != "M" or line != "L":
        return None
    x1, y1, x2, y2 = (float(value) for value in (*start, *end))
    return QLineF(x1, y1, x2, y2) if x1 == x2 or y1 == y2 else None


def _text(text: Text, ink: Ink) -> Call:
    run = text.run
    glyphs = QGlyphRun()
    glyphs.setRawFont(ink.raw.raw_font(run.font, run.size))
    glyphs.setGlyphIndexes(list(run.glyphs))
    glyphs.setPositions([QPointF(x, y) for x, y in zip(run.xs, run.ys, strict=True)])
    colour, at = ink.colour(text.colour), QPointF(text.x, text.y)

    def paint(painter: QPainter) -> None:
        painter.setPen(colour)
        painter.drawGlyphRun(at, glyphs)

    return paint


def _icon(icon: Icon, ink: Ink) -> Call:
    outline, pen = ink.icon(icon.name), ink.icon_pen(icon.colour)
    scale = icon_scale(icon.size)

    def paint(painter: QPainter) -> None:
        painter.save()
        painter.translate(icon.x, icon.y)
        painter.scale(scale, scale)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)
        painter.restore()

    return paint


def _picture(picture: Picture, ink: Ink) -> Call:
    box = rectf(picture.box)
    image = ink.image(picture.attachment)
    if image.isNull():
        return _plain(box, ink.brush("sunken"))
    scale = min(box.width() / image.width(), box.height() / image.height())
    target = QRectF(0, 0, image.width() * scale, image.height() * scale)
    target.moveCenter(box.center())

    def paint(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
        painter.drawImage(target, image)

    return paint
