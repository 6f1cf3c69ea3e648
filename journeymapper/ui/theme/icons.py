"""Line icons as pictures for buttons and menus, tinted by the theme."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

from journeymapper.drawing.icons import GRID, LINE, IconSet
from journeymapper.ui.paint.ink import path_of
from journeymapper.ui.theme.holder import ThemeHolder

_SIDES = (16, 18, 32, 36)
"""Sides in device pixels that a QIcon holds ready, for buttons and menus at 100 and 200 %."""


class IconPainter:
    """Makes icons of the icon set in colours of the present theme."""

    def __init__(self, icons: IconSet, holder: ThemeHolder) -> None:
        self._icons = icons
        self._holder = holder
        self._made: dict[tuple[object, ...], QIcon] = {}
        self._paths: dict[str, QPainterPath] = {}

    def icon(self, name: str, role: str = "text_secondary") -> QIcon:
        """Return an icon; an empty name gives an empty icon."""
        if not name:
            return QIcon()
        key = (name, role, self._holder.name)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._make(name, role)
        return found

    def beside(self, name: str, role: str, side: int, gap: int, mirrored: bool) -> QIcon:
        """Return an icon with a gap towards the words; ``mirrored``: they are read leftwards."""
        if not gap:
            return self.icon(name, role)
        key = (name, role, self._holder.name, side, gap, mirrored)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._make(name, role, gap / side, mirrored)
        return found

    def pixmap(self, name: str, side: int, role: str = "text_secondary") -> QPixmap:
        """Return an icon as a picture, ``side`` px wide, as sharp as the screen."""
        ratio = QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]
        pixmap = _empty(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        self.paint(painter, name, 0, 0, side, role)
        painter.end()
        return pixmap

    def paint(
        self, painter: QPainter, name: str, x: float, y: float, side: float, role: str
    ) -> None:
        """Paint an icon with its top left corner at (x, y), ``side`` units wide."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(x, y)
        painter.scale(side / GRID, side / GRID)
        pen = QPen(self._holder.colour(role), LINE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path(name))
        painter.restore()

    def _path(self, name: str) -> QPainterPath:
        found = self._paths.get(name)
        if found is None:
            found = self._paths[name] = path_of(self._icons.segments(name))
        return found

    def _make(self, name: str, role: str, gap: float = 0.0, mirrored: bool = False) -> QIcon:
        icon = QIcon()
        modes = ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, "text_tertiary"))
        for mode, tint in modes:
            for side in _SIDES:
                beside = round(side * gap)
                pixmap = _empty(side + beside, side)
                painter = QPainter(pixmap)
                if mode == QIcon.Mode.Disabled:
                    painter.setOpacity(0.6)
                self.paint(painter, name, beside if mirrored else 0, 0, side, tint)
                painter.end()
                icon.addPixmap(pixmap, mode)
        return icon


def _empty(width: int, height: int) -> QPixmap:
    pixmap = QPixmap(width, height)
    pixmap.fill(QColor(Qt.GlobalColor.transparent))
    return pixmap
