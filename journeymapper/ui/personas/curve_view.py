"""The persona's curve on a map, as small as the side needs it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeymapper.drawing.map.small_curve import small_curve
from journeymapper.ui.paint.painter import paint_drawing
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.thumbnails import ink_of

_HEIGHT = 56


class CurveView(QWidget):
    """Paints what the document holds; ``map_id`` "" is no map."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self._desk = desk
        self._map_id = ""
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        desk.context.theme.changed.connect(self.update)

    def show_map(self, map_id: str, said: str) -> None:
        """Show the curve on a map; ``said`` is what a reader says."""
        self._map_id = map_id
        self.setAccessibleName(said)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        desk = self._desk
        if not (desk.ready and self._map_id):
            return
        role, rank = desk.role(desk.persona_id), desk.rank(desk.persona_id)
        size = (float(self.width()), float(_HEIGHT))
        tokens = desk.context.tokens
        drawing = small_curve(desk.snapshot, self._map_id, desk.persona, rank, role, size, tokens)
        if drawing is None:
            return
        painter = QPainter(self)
        paint_drawing(painter, drawing, ink_of(desk.context))
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)
