"""The sign of the app: the drawing of its icon, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from journeymapper.ui.context import Context

_GROUND = "#3A4CC0"
_LINE = "#FFFFFF"
_SIDES = (16, 24, 32, 48, 64, 128, 256)


def logo_renderer(context: Context) -> QSvgRenderer:
    """Return the drawing of the icon, tinted by the present theme."""
    drawing = context.services.resources.app_icon.read_text(encoding="utf-8")
    theme = context.theme.theme
    tinted = drawing.replace(_LINE, theme.colour("on_accent"))
    tinted = tinted.replace(_GROUND, theme.colour("accent"))
    return QSvgRenderer(QByteArray(tinted.encode()))


def window_icon(context: Context) -> QIcon:
    """Return the icon for the title bar and the task bar."""
    renderer = QSvgRenderer(str(context.services.resources.app_icon))
    icon = QIcon()
    for side in _SIDES:
        pixmap = QPixmap(side, side)
        pixmap.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


class Logo(QWidget):
    """The sign, ``side`` px wide and high."""

    def __init__(self, context: Context, side: int) -> None:
        super().__init__()
        self._context = context
        self.setFixedSize(side, side)
        self._renderer = logo_renderer(context)
        context.theme.changed.connect(self._tint)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._renderer.render(painter, QRectF(self.rect()))
        painter.end()

    def _tint(self) -> None:
        self._renderer = logo_renderer(self._context)
        self.update()
