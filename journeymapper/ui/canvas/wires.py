"""What is painted while ways are drawn: the handle of a step, the wire, the ends to drop on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journeymapper.drawing.display_list import Box
from journeymapper.ui.canvas.board import Board, Part

HANDLE = 6.0
"""Radius of the handle, in px of the map."""


@dataclass(frozen=True)
class Pill:
    """An end of the journey that something can be dropped on; ``hot`` under the pointer."""

    rect: QRectF
    words: str
    end: str
    hot: bool = False


def handle_rect(board: Board, at: tuple[float, float]) -> QRectF:
    """Return the handle around a point of the map, in the viewport."""
    x, y = at
    return board.to_view(Box(x - HANDLE, y - HANDLE, 2 * HANDLE, 2 * HANDLE))


def paint_handle(painter: QPainter, board: Board, at: tuple[float, float]) -> None:
    """Paint the round handle at the lower edge of a step, with an arrow in it."""
    rect = handle_rect(board, at)
    middle, unit = rect.center(), rect.width() / 12
    painter.setClipRect(board.pane(Part.CELLS))
    painter.setPen(QPen(board.ink.colour("accent"), 1.5))
    painter.setBrush(board.ink.brush("surface"))
    painter.drawEllipse(rect)
    painter.drawLine(middle + QPointF(0, -3) * unit, middle + QPointF(0, 3) * unit)
    for side in (-2.2, 2.2):
        painter.drawLine(middle + QPointF(side, 0.8) * unit, middle + QPointF(0, 3) * unit)
    painter.setClipping(False)


def paint_wire(painter: QPainter, board: Board, wire: tuple[QPointF, QPointF]) -> None:
    """Paint the line from a handle to the pointer."""
    start, end = wire
    painter.setPen(QPen(board.ink.colour("accent"), 2))
    painter.setBrush(board.ink.brush("accent"))
    painter.drawLine(start, end)
    painter.drawEllipse(start, 3.5, 3.5)
    painter.drawEllipse(end, 3.5, 3.5)


def paint_pills(painter: QPainter, board: Board, pills: Sequence[Pill]) -> None:
    """Paint the ends to drop on."""
    for pill in pills:
        painter.setPen(QPen(board.ink.colour("accent"), 2 if pill.hot else 1))
        painter.setBrush(board.ink.brush("accent_soft" if pill.hot else "surface"))
        radius = pill.rect.height() / 2
        painter.drawRoundedRect(pill.rect, radius, radius)
        painter.setPen(board.ink.colour("text"))
        painter.drawText(pill.rect, Qt.AlignmentFlag.AlignCenter, pill.words)


def wire_rect(wire: tuple[QPointF, QPointF]) -> QRectF:
    """Return what a wire covers."""
    return QRectF(wire[0], wire[1]).normalized()
