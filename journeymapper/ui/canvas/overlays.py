"""What is painted over the map: selection, hover, and what a gesture shows on its way."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from journeymapper.drawing.display_list import Box, Group
from journeymapper.ui.canvas import wires
from journeymapper.ui.canvas.board import Board, Part
from journeymapper.ui.canvas.lifted import RADIUS, REACH, LiftedPicture
from journeymapper.ui.canvas.spots import framed

CARD_RADIUS = RADIUS
TINT = {"light": 0.06, "dark": 0.10, "high_contrast": 0.18}
"""How strongly the column of the selected step is tinted, by theme."""


@dataclass
class Marks:
    """Everything that lies over the map at the moment. Boxes are in the map's coordinates.

    While ``editing`` the editor has the border, and what is selected goes without.
    ``target`` is what something is dropped on, ``slot`` where it will land (``sheer`` lets
    what is there show through), ``bar`` the insertion bar (x, top, bottom) with ``allowed``
    telling whether it may. ``band`` is where a row would go (top, height). ``lifted`` follows
    the pointer at ``lifted_at`` (viewport) and stands for ``count`` things. ``rubber`` is the
    frame that is being drawn (viewport). ``handle`` is where ways begin (on the map), ``wire``
    the way that is being drawn and ``pills`` the ends for it (viewport).
    """

    selected: tuple[tuple[Box, Part], ...] = ()
    column: Box | None = None
    focus: bool = False
    editing: bool = False
    hover: Group | None = None
    target: Box | None = None
    slot: Box | None = None
    sheer: bool = False
    bar: tuple[float, float, float] | None = None
    allowed: bool = True
    band: tuple[float, float] | None = None
    lifted: Group | None = None
    lifted_at: QPointF | None = None
    count: int = 1
    rubber: QRectF | None = None
    handle: tuple[float, float] | None = None
    wire: tuple[QPointF, QPointF] | None = None
    pills: tuple[wires.Pill, ...] = ()
    picture: LiftedPicture = field(default_factory=LiftedPicture)

    def end_gesture(self) -> None:
        """Take away what a gesture showed."""
        self.target = self.slot = self.bar = self.lifted = self.lifted_at = self.rubber = None
        self.band = None
        self.wire = None
        self.pills = ()
        self.allowed = True
        self.sheer = False
        self.count = 1


def areas_of(board: Board, marks: Marks) -> frozenset[tuple[object, QRect]]:
    """Return where marks lie in the viewport, each with how it looks.

    Marks that stand in two such sets need not be painted anew.
    """
    found: list[tuple[object, QRectF]] = []
    ring = marks.focus and len(marks.selected) == 1
    found += [((ring, part), board.to_view(box, part)) for box, part in marks.selected]
    boxes = {"column": marks.column, "target": marks.target, ("slot", marks.sheer): marks.slot}
    found += [(key, board.to_view(box)) for key, box in boxes.items() if box is not None]
    if marks.hover is not None and marks.lifted is None:
        part = _part_of(marks.hover)
        found.append(("hover", board.to_view(framed(marks.hover), part)))
    if marks.bar is not None:
        x, top, bottom = marks.bar
        found.append((("bar", marks.allowed), board.to_view(Box(x, top, 0, bottom - top))))
    if marks.lifted is not None and marks.lifted_at is not None:
        size = QSizeF(marks.lifted.box.w, marks.lifted.box.h) * board.zoom
        found.append((("lifted", id(marks.lifted)), QRectF(marks.lifted_at, size)))
    if marks.rubber is not None:
        found.append(("rubber", marks.rubber))
    if marks.band is not None:
        found.append(("band", _band_of(board, marks.band)))
    if marks.handle is not None:
        found.append(("handle", wires.handle_rect(board, marks.handle)))
    if marks.wire is not None:
        start, end = marks.wire
        ends = (start.x(), start.y(), end.x(), end.y())
        found.append((("wire", ends), wires.wire_rect(marks.wire)))
    found += [(("pill", pill.words, pill.hot), pill.rect) for pill in marks.pills]
    reach = REACH * max(1.0, board.zoom)
    return frozenset(
        (key, area.adjusted(-reach, -reach, reach, reach).toAlignedRect()) for key, area in found
    )


def paint_marks(painter: QPainter, board: Board, marks: Marks) -> None:
    """Paint all marks; those on the map stay inside their panes."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if marks.column is not None:
        _paint_column(painter, board, marks.column)
    if marks.hover is not None and marks.lifted is None:
        _paint_hover(painter, board, marks.hover)
    if marks.slot is not None:
        _paint_slot(painter, board, marks.slot, sheer=marks.sheer)
    if marks.target is not None:
        _paint_frame(painter, board, marks.target, Part.CELLS, focus=False)
    for box, part in marks.selected if not marks.editing else ():
        _paint_frame(painter, board, box, part, focus=marks.focus and len(marks.selected) == 1)
    if marks.band is not None:
        _paint_band(painter, board, marks.band)
    if marks.bar is not None:
        _paint_bar(painter, board, marks)
    if marks.lifted is not None and marks.lifted_at is not None:
        marks.picture.paint(
            painter, marks.lifted, marks.lifted_at, marks.count, board.zoom, board.ink
        )
    if marks.rubber is not None:
        painter.setPen(QPen(board.ink.colour("accent"), 1))
        painter.setBrush(board.ink.tint("accent", 0.12))
        painter.drawRect(marks.rubber)
    if marks.handle is not None:
        wires.paint_handle(painter, board, marks.handle)
    wires.paint_pills(painter, board, marks.pills)
    if marks.wire is not None:
        wires.paint_wire(painter, board, marks.wire)


def _paint_column(painter: QPainter, board: Board, column: Box) -> None:
    alpha = TINT.get(board.ink.theme.name, 0.06)
    rect = board.to_view(column)
    painter.setClipRect(board.pane(Part.CELLS))
    painter.fillRect(rect, board.ink.tint("accent", alpha))
    painter.setClipping(False)


def _paint_hover(painter: QPainter, board: Board, group: Group) -> None:
    part = _part_of(group)
    painter.setClipRect(board.pane(part))
    rect = board.to_view(framed(group), part)
    painter.setPen(QPen(board.ink.colour("text_tertiary"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = CARD_RADIUS * board.zoom
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    if board.zoom >= 0.6:
        _paint_grip(painter, board, rect)
    painter.setClipping(False)


def _paint_grip(painter: QPainter, board: Board, rect: QRectF) -> None:
    """Six dots in the lower corner at the end side of a card."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(board.ink.brush("text_tertiary"))
    zoom = board.zoom
    middle = QPointF(rect.right() - 9 * zoom, rect.bottom() - 12 * zoom)
    for dx in (-2.0, 2.0):
        for dy in (-4.0, 0.0, 4.0):
            painter.drawEllipse(middle + QPointF(dx * zoom, dy * zoom), zoom, zoom)


def _paint_slot(painter: QPainter, board: Board, slot: Box, *, sheer: bool) -> None:
    painter.setClipRect(board.pane(Part.CELLS) | board.pane(Part.HEADER))
    pen = QPen(board.ink.colour("accent"), 1)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(board.ink.tint("accent_soft", 0.6 if sheer else 1.0))
    radius = CARD_RADIUS * board.zoom
    painter.drawRoundedRect(board.to_view(slot).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setClipping(False)


def _paint_frame(painter: QPainter, board: Board, box: Box, part: Part, *, focus: bool) -> None:
    painter.setClipRect(board.pane(part).adjusted(-2, -2, 0, 0))
    rect = board.to_view(box, part)
    radius = CARD_RADIUS * board.zoom
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(board.ink.colour("accent"), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    if focus:
        painter.setPen(QPen(board.ink.colour("focus"), 2))
        painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), radius + 3, radius + 3)
    painter.setClipping(False)


def _paint_bar(painter: QPainter, board: Board, marks: Marks) -> None:
    """The insertion bar with its round head; grey where nothing can be put."""
    if marks.bar is None:
        return
    x, top, bottom = marks.bar
    colour = board.ink.colour("accent" if marks.allowed else "text_tertiary")
    line = board.to_view(Box(x, top, 0, bottom - top))
    head = line.topLeft()
    painter.fillRect(QRectF(head.x() - 1.5, head.y(), 3, line.height()), colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(head, 4.5, 4.5)


def _band_of(board: Board, band: tuple[float, float]) -> QRectF:
    """Return a row in the viewport, from its title to the end of the cells."""
    rect = board.to_view(Box(0, band[0], 0, band[1]), Part.TITLES)
    rect.setWidth(board.title_width + board.pane(Part.CELLS).width())
    return rect


def _paint_band(painter: QPainter, board: Board, band: tuple[float, float]) -> None:
    """Where a row would go: tinted, with the insertion bar above it."""
    painter.setClipRect(board.pane(Part.TITLES) | board.pane(Part.CELLS))
    rect = _band_of(board, band)
    painter.fillRect(rect, board.ink.tint("accent", 0.10))
    painter.fillRect(QRectF(rect.x(), rect.y() - 1.5, rect.width(), 3), board.ink.colour("accent"))
    painter.setClipping(False)


def _part_of(group: Group) -> Part:
    parts = {"stage": Part.HEADER, "row": Part.TITLES}
    return parts.get(group.key.partition(":")[0], Part.CELLS)
