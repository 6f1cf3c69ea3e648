"""The curves of several personas on one map, over each other."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeymapper.domain.entities import Persona
from journeymapper.drawing.map.small_curve import small_curve
from journeymapper.ui.paint.painter import paint_drawing
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.thumbnails import ink_of

_HEIGHT = 120


class CurvesView(QWidget):
    """The first curve is solid, the second dashed, the third dotted, as their samples show."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self._desk = desk
        self._map_id = ""
        self._people: tuple[str, ...] = ()
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        desk.context.theme.changed.connect(self.update)

    def show_curves(self, map_id: str, people: tuple[str, ...], said: str) -> None:
        """Show the curves of these personas on a map; ``said`` is what a reader says."""
        self._map_id, self._people = map_id, people
        self.setAccessibleName(said)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        desk = self._desk
        if desk.session.document is None or not self._map_id:
            return
        painter = QPainter(self)
        size = (float(self.width()), float(_HEIGHT))
        for rank, id_ in enumerate(self._people):
            persona = desk.snapshot.find(Persona, id_)
            if persona is None:
                continue
            role, tokens = desk.role(id_), desk.context.tokens
            drawing = small_curve(desk.snapshot, self._map_id, persona, rank, role, size, tokens)
            if drawing is not None:
                paint_drawing(painter, drawing, ink_of(desk.context))
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(300, _HEIGHT)
