"""A persona's portrait: the picture, or the figure that is drawn for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from journeymapper.domain.entities import Persona
from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Box, Drawing, Group
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.persona_card.avatar import portrait
from journeymapper.ui.paint.ink import Ink
from journeymapper.ui.paint.painter import paint_drawing
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.words import name_of


class PortraitView(QAbstractButton):
    """A portrait of a side in px. It is only looked at until ``offer`` makes a button of it."""

    def __init__(self, desk: CardDesk, side: int, ground: str = "surface") -> None:
        super().__init__()
        self._desk, self._ground = desk, ground
        self._drawing: Drawing | None = None
        self._shown: object = None
        self.setFixedSize(side, side)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEnabled(False)
        desk.context.theme.changed.connect(self.update)

    def offer(self) -> None:
        """Be a button: a click or Space asks for another portrait."""
        self.setEnabled(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._desk.portrait_wanted)

    def show_persona(self, persona: Persona, place: int) -> None:
        """Show the portrait of a persona at a place among all."""
        words = _("Portrait of {name}", name=name_of(persona))
        self.setAccessibleName(self._desk.say(words))
        look = (persona.portrait, persona.short, persona.name, persona.age_group)
        wanted = (*look, persona.colour, persona.kind, place)
        if wanted == self._shown:
            return
        self._shown = wanted
        context, side = self._desk.context, float(self.width())
        pen = Pen(context.engine, context.tokens, context.catalogue)
        shapes = portrait(pen, persona, side, place, self._ground)
        box = Box(0, 0, side, side)
        self._drawing = Drawing(side, side, (Group("portrait", box, shapes, persona.id),))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._drawing is None or self._desk.session.document is None:
            return
        context = self._desk.context
        pictures = self._desk.document.blob
        ink = Ink(context.theme.theme, context.icons, context.engine.fonts, pictures)
        painter = QPainter(self)
        paint_drawing(painter, self._drawing, ink)
        painter.end()

    def sizeHint(self) -> QSize:
        return self.size()
