"""Small pictures of maps: drawn live for what is open, kept as files for recent files."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from journeymapper.domain import queries
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Drawing
from journeymapper.drawing.map.thumbnail import thumbnail
from journeymapper.drawing.tokens import Tokens
from journeymapper.ui.context import Context
from journeymapper.ui.paint.ink import Ink
from journeymapper.ui.paint.painter import paint_drawing

_KEPT_SIZE = (296, 140)
_RATIO = 2.0
_QUICKLY = 80
"""Packed as little as helps: somebody waits for the window to close."""
_ICON = 22.0
_THEMES = ("light", "dark", "high_contrast")


def ink_of(context: Context, theme: str = "") -> Ink:
    """Return what painting needs, in the present theme or a named one; pictures stay empty."""
    chosen = context.tokens.theme(theme) if theme else context.theme.theme
    return Ink(chosen, context.icons, context.engine.fonts, lambda _attachment: b"")


def drawing_of(tokens: Tokens, snapshot: Snapshot, width: float, height: float) -> Drawing | None:
    """Return the small picture of a document's first map, None when it has no map."""
    maps = queries.maps(snapshot)
    return thumbnail(snapshot, maps[0].id, width, height, tokens) if maps else None


class ThumbnailStore:
    """The pictures of recent files, one for each theme, under the identity of the document."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._folder = context.services.paths.thumbnails

    def keep(self, doc_id: str, snapshot: Snapshot) -> None:
        """Draw and write the pictures; a disk that refuses leaves no picture."""
        drawing = drawing_of(self._context.tokens, snapshot, *_KEPT_SIZE)
        if drawing is None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError:
            logging.getLogger(__name__).warning("no folder for small pictures")
            return
        for theme in _THEMES:
            self._paint(drawing, theme).save(str(self._file(doc_id, theme)), "PNG", _QUICKLY)

    def find(self, doc_id: str) -> QPixmap | None:
        """Return the picture in the present theme, or None."""
        file = self._file(doc_id, self._context.theme.name)
        pixmap = QPixmap(str(file)) if file.is_file() else QPixmap()
        if pixmap.isNull():
            return None
        pixmap.setDevicePixelRatio(_RATIO)
        return pixmap

    def clear(self) -> None:
        """Delete all pictures."""
        for file in self._folder.glob("*.png"):
            file.unlink(missing_ok=True)

    def _paint(self, drawing: Drawing, theme: str) -> QPixmap:
        width, height = _KEPT_SIZE
        ink = ink_of(self._context, theme)
        pixmap = QPixmap(round(width * _RATIO), round(height * _RATIO))
        pixmap.setDevicePixelRatio(_RATIO)
        pixmap.fill(ink.colour("surface"))
        painter = QPainter(pixmap)
        paint_drawing(painter, drawing, ink, QRectF(0, 0, width, height))
        painter.end()
        return pixmap

    def _file(self, doc_id: str, theme: str) -> Path:
        return self._folder / f"{doc_id}-{theme}.png"


class Thumbnail(QWidget):
    """Shows a drawing or a kept picture, fitted and centred; nothing until it has one."""

    def __init__(self, context: Context, *, framed: bool = True) -> None:
        super().__init__()
        self._context = context
        self._framed = framed
        self._drawing: Drawing | None = None
        self._pixmap: QPixmap | None = None
        self._shown: QPixmap | None = None
        self._icon = ""
        self._find: Callable[[], QPixmap | None] = lambda: None
        context.theme.changed.connect(self._look)

    @property
    def has_drawing(self) -> bool:
        """Say whether there is a drawing to show."""
        return self._drawing is not None

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Show a drawing in the present theme."""
        self._drawing = drawing
        self.update()

    def show_kept(self, find: Callable[[], QPixmap | None]) -> None:
        """Show a kept picture; ``find`` is asked again when the theme changes."""
        self._find = find
        self._look()

    def _look(self) -> None:
        self._pixmap, self._shown = self._find(), None
        self.update()

    def show_icon(self, name: str) -> None:
        """Show an icon where there is nothing to draw yet."""
        self._icon = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._paint_ground(painter)
        if self._drawing is not None:
            box = _fitted(self._drawing.width, self._drawing.height, room)
            paint_drawing(painter, self._drawing, ink_of(self._context), box)
        elif self._pixmap is not None:
            size = self._pixmap.deviceIndependentSize()
            box = _fitted(size.width(), size.height(), room)
            painter.drawPixmap(box.topLeft(), self._scaled(box.size()))
        elif self._icon:
            corner = room.center() - QPointF(_ICON / 2, _ICON / 2)
            icons = self._context.painter
            icons.paint(painter, self._icon, corner.x(), corner.y(), _ICON, "text_tertiary")
        painter.end()

    def _paint_ground(self, painter: QPainter) -> QRectF:
        """Paint a frame of its own, or the upper part of a card; return the room inside."""
        colour = self._context.theme.colour
        whole = QRectF(self.rect())
        if self._framed:
            painter.setPen(colour("line"))
            painter.setBrush(colour("surface"))
            painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            return whole.adjusted(6, 6, -6, -6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("canvas"))
        painter.drawRoundedRect(whole.adjusted(0, 0, 0, 8), 7, 7)
        painter.setPen(colour("line"))
        painter.drawLine(QLineF(0, whole.bottom() - 0.5, whole.right(), whole.bottom() - 0.5))
        return whole.adjusted(8, 11, -8, -10)

    def _scaled(self, size: QSizeF) -> QPixmap:
        """Return the picture at the size shown, averaged; made once for each size."""
        assert self._pixmap is not None
        ratio = self.devicePixelRatioF()
        wanted = QSize(round(size.width() * ratio), round(size.height() * ratio))
        if self._shown is None or self._shown.size() != wanted:
            self._shown = self._pixmap.scaled(
                wanted,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._shown.setDevicePixelRatio(ratio)
        return self._shown


def _fitted(width: float, height: float, room: QRectF) -> QRectF:
    """Return the largest box of these proportions in the middle of the room."""
    if width <= 0 or height <= 0:
        return QRectF()
    scale = min(room.width() / width, room.height() / height)
    w, h = width * scale, height * scale
    return QRectF(room.x() + (room.width() - w) / 2, room.y() + (room.height() - h) / 2, w, h)
