"""The floor for painting: the same cards as Qt's own items in Qt's own view."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
)

from journeymapper.drawing.display_list import Group, Text


class StockView(QGraphicsView):
    """A rectangle and a text for each card, where the map has them."""

    def __init__(self, groups: Iterable[Group], size: QSize) -> None:
        super().__init__()
        self._cards = QGraphicsScene()
        self.setScene(self._cards)
        self.items_: list[QGraphicsRectItem] = []
        font = QFont("Journey Sans")
        font.setPixelSize(12)
        ground, line = QBrush(QColor("#ffffff")), QPen(QColor("#b9b9b4"), 1)
        for group in groups:
            self.items_.append(self._card(group, font, ground, line))
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.resize(size)
        self.show()
        QApplication.processEvents()  # nothing is painted before the window is exposed

    def repaint_all(self, *, on: bool) -> None:
        """Paint the whole view after each move, or only the regions that Qt finds dirty."""
        modes = QGraphicsView.ViewportUpdateMode
        self.setViewportUpdateMode(modes.FullViewportUpdate if on else modes.MinimalViewportUpdate)

    def show_at(self, zoom: float, centre: QRectF) -> None:
        """Show the cards at a size, a part of them in the middle."""
        self.resetTransform()
        self.scale(zoom, zoom)
        self.centerOn(centre.center())

    def _card(self, group: Group, font: QFont, ground: QBrush, line: QPen) -> QGraphicsRectItem:
        box = group.box
        item = QGraphicsRectItem(0, 0, box.w, box.h)
        item.setPos(box.x, box.y)
        item.setBrush(ground)
        item.setPen(line)
        item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable)
        item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        words = QGraphicsSimpleTextItem(text_of(group), item)
        words.setFont(font)
        words.setPos(5, 5)
        self._cards.addItem(item)
        return item


def text_of(group: Group) -> str:
    """Return the text of a group as it is broken into lines."""
    lines: dict[float, list[str]] = {}
    for shape in group.shapes:
        if isinstance(shape, Text) and shape.run.ys:
            lines.setdefault(shape.y + shape.run.ys[0], []).append(shape.run.text)
    return "\n".join("".join(parts) for _y, parts in sorted(lines.items()))


def cards_of(groups: Iterable[Group]) -> list[Group]:
    """Return the groups that are steps or cards."""
    return [group for group in groups if group.key.startswith(("step:", "card:"))]
