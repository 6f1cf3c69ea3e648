"""How cells look: dots of owners, icons of places, marks of severity, colours of feelings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap, QPolygonF

from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.kinds import Severity
from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Box, Drawing, Group
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.words import SEVERITIES
from journeymapper.drawing.marks import severity_mark
from journeymapper.drawing.theme import feeling_role
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.commands.names import stage_name
from journeymapper.ui.paint.painter import paint_drawing
from journeymapper.ui.panels.form import dot_icon
from journeymapper.ui.table.columns import Column, channels_of, is_moment, owner_of
from journeymapper.ui.table.of_rows import CardsColumn
from journeymapper.ui.table.sight import Sight

SIDE = 16
"""Side of the pictures in cells, in px."""


class CellLooks:
    """Pictures are made once for each theme."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._icons: dict[tuple[str, str], QIcon] = {}

    def icon(self, column: Column, sight: Sight, step: Touchpoint) -> QIcon | None:
        """Return the picture before the text of a cell."""
        match column.key:
            case "owner":
                owner = owner_of(sight, step)
                if owner is None:
                    return None
                return self._dot(self._bench.layout.frame.owner_dot(owner))
            case "channels":
                for channel in channels_of(sight, step):
                    name = self._bench.context.tokens.channel_icon(
                        channel.icon or channel.kind.value
                    )
                    return self._bench.context.icon(name)
            case "moment" if is_moment(step):
                return self._made("diamond", "text", self._diamond)
            case "feeling":
                known = sight.feeling(step)
                return self._dot(feeling_role(known.value)) if known is not None else None
        if isinstance(column, CardsColumn):
            worst = column.worst(sight, step)
            if worst != Severity.UNRATED:
                return self._made("severity", worst.value, lambda: self._mark(worst))
        return None

    def font(self, column: Column) -> QFont | None:
        """Return the font of a column that differs from the others."""
        if column.key != "name":
            return None
        font = QFont(self._bench.view.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def colour(self, column: Column, sight: Sight, step: Touchpoint) -> QColor | None:
        """Return the colour of a text; what stands across a stage is quieter."""
        if isinstance(column, CardsColumn) and column.is_across(sight, step):
            return self._bench.context.theme.colour("text_secondary")
        return None

    def tip(self, column: Column, sight: Sight, step: Touchpoint) -> str:
        """Return what to know about a cell besides its text."""
        text = column.text(sight, step)
        if not isinstance(column, CardsColumn) or not text:
            return text
        if column.is_across(sight, step):
            name = stage_name(sight.snapshot, step.stage)
            return sight.say(_("For the whole stage {name}: {text}", name=name, text=text))
        return self.reading(column, sight, step)

    def reading(self, column: Column, sight: Sight, step: Touchpoint) -> str:
        """Return a cell as it is read out."""
        if not isinstance(column, CardsColumn):
            return column.text(sight, step)
        said = list(column.figures(sight, step))
        for card in column.cards(sight, step):
            if card.severity == Severity.UNRATED:
                said.append(card.text)
            else:
                bad = SEVERITIES[card.severity]
                said.append(sight.say(_("{text}: {bad}", text=card.text, bad=bad)))
        return "\n".join(said)

    def _dot(self, role: str) -> QIcon:
        return self._made("dot", role, lambda: dot_icon(self._bench.context, role))

    def _made(self, kind: str, name: str, make: Callable[[], QIcon]) -> QIcon:
        key = (f"{self._bench.context.theme.name} {kind}", name)
        if key not in self._icons:
            icon = self._icons[key] = make()
            same = icon.pixmap(QSize(SIDE, SIDE), 2.0)
            icon.addPixmap(same, QIcon.Mode.Selected)  # Qt would tint it
        return self._icons[key]

    def _diamond(self) -> QIcon:
        pixmap, painter = _canvas()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._bench.context.theme.colour("text"))
        middle, half = SIDE / 2, 5.5
        points = ((0, -half), (half, 0), (0, half), (-half, 0))
        painter.drawPolygon(QPolygonF([QPointF(middle + x, middle + y) for x, y in points]))
        painter.end()
        return QIcon(pixmap)

    def _mark(self, severity: Severity) -> QIcon:
        context = self._bench.context
        pen = Pen(context.engine, context.tokens, context.catalogue, condensed=False)
        shapes = severity_mark(pen, severity, 0, 0, SIDE)
        drawing = Drawing(SIDE, SIDE, (Group("mark", Box(0, 0, SIDE, SIDE), shapes),))
        pixmap, painter = _canvas()
        paint_drawing(painter, drawing, self._bench.board.ink)
        painter.end()
        return QIcon(pixmap)


def _canvas() -> tuple[QPixmap, QPainter]:
    pixmap = QPixmap(SIDE * 2, SIDE * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return pixmap, painter
