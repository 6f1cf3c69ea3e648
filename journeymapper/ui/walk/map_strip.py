"""The map below the card: it grows with each answer; a click goes to a step."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Drawing
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.growing import GrowingMap, growing
from journeymapper.ui.context import Context
from journeymapper.ui.paint.painter import paint_drawing
from journeymapper.ui.thumbnails import ink_of


class MapStrip(QWidget):
    """Paints a growing map, scrolled so that the current step is in view."""

    chosen = Signal(str)
    """A step was clicked."""

    def __init__(self, context: Context, least: int) -> None:
        super().__init__()
        self._context = context
        self._least = least
        self._wanted: tuple[Snapshot, GrowingMap] | None = None
        self._drawing: Drawing | None = None
        self._left = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(context.say(_("The map so far")))
        self.setMouseTracking(True)
        self._ink = ink_of(context)
        context.theme.changed.connect(self._tint)

    @property
    def drawing(self) -> Drawing | None:
        """What is shown."""
        return self._drawing

    def show_map(self, snapshot: Snapshot, what: GrowingMap) -> None:
        """Show a map as it is now."""
        known = self._wanted
        if known is None or known[0] is not snapshot or known[1] != what:
            self._wanted = (snapshot, what)
            self._draw()

    def forget(self) -> None:
        """Show nothing."""
        self._wanted = self._drawing = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, self._least + 40)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self._left, 0)
        paint_drawing(painter, self._drawing, self._ink)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        step = self._step_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and step:
            self.chosen.emit(step)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand = bool(self._step_at(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def _tint(self) -> None:
        self._ink = ink_of(self._context)
        self.update()

    def _draw(self) -> None:
        if self._wanted is None or self.width() < 2:
            return
        snapshot, what = self._wanted
        context = self._context
        pen = Pen(context.engine, context.tokens, context.catalogue)
        self._drawing = growing(snapshot, what, pen, self.width(), self.height())
        self._left = self._scrolled(self._drawing, what.current)
        self.update()

    def _scrolled(self, drawing: Drawing, current: str) -> float:
        """How far the drawing begins left of the widget, so that a step is in the middle."""
        box = next((g.box for g in drawing.groups if g.key == f"step:{current}"), None)
        most = max(0.0, drawing.width - self.width())
        return max(0.0, min(most, box.x + box.w / 2 - self.width() / 2)) if box else 0.0

    def _step_at(self, at: QPointF) -> str:
        if self._drawing is None:
            return ""
        x, y = at.x() + self._left, at.y()
        for group in self._drawing.groups:
            if group.key.startswith(("step:", "face:")) and group.box.contains(x, y):
                return group.entity
        return ""
