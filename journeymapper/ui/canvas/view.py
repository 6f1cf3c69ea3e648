"""The view: a window onto the board with scroll bars, zoom, the cursor's frame and events."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from journeymapper.drawing.display_list import Box
from journeymapper.ui.canvas.board import Board, Part
from journeymapper.ui.canvas.cursor import Cursor
from journeymapper.ui.canvas.handlers import KeyHandler, MouseHandler
from journeymapper.ui.canvas.overlays import Marks, areas_of, paint_marks
from journeymapper.ui.canvas.projection import Projection
from journeymapper.ui.canvas.spots import box_of, frame_of, part_of
from journeymapper.ui.paint.ink import Ink

SMALL = (0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.25, 0.33, 0.4, 0.5, 0.6, 0.75, 0.9)
ZOOMS = (*SMALL, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 3.0)
"""The sizes that zooming in and out steps through; Ctrl+wheel moves smoothly between."""

_LINE = 24
"""How far one notch of the scroll bars goes, in px."""


class MapView(QAbstractScrollArea):
    """Shows a projection. What the mouse and the keys do is decided by their handlers."""

    zoomed = Signal()
    scrolled = Signal()
    resized = Signal()

    def __init__(self, projection: Projection, ink: Ink) -> None:
        super().__init__()
        self.setObjectName("map_view")
        self.projection = projection
        self.board = Board(ink)
        self.cell_cursor = Cursor(projection)
        self.marks = Marks()
        self.mouse: MouseHandler | None = None
        self.keys: KeyHandler | None = None
        self._by_keyboard = False
        self._base = 1.0
        self._marked: frozenset[tuple[object, QRect]] = frozenset()
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        viewport = self.viewport()
        viewport.setMouseTracking(True)
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        projection.in_view = self.board.in_view
        projection.shown.connect(self._show)
        self.cell_cursor.moved.connect(self._mark_selection)
        if projection.layout is not None:
            self._show()

    @property
    def zoom(self) -> float:
        """The present size; 1.0 is 100 %, which is larger where text is larger."""
        return self.board.zoom / self._base

    def set_base(self, base: float) -> None:
        """Let 100 % be ``base`` px of the screen for each px of the map."""
        zoom, self._base = self.zoom, base
        self.set_zoom(zoom)

    def set_ink(self, ink: Ink) -> None:
        """Show the map in another theme."""
        self.board.set_ink(ink)
        self.viewport().update()

    def set_zoom(self, zoom: float, around: QPointF | None = None) -> None:
        """Show the map larger or smaller; the point ``around`` (viewport) stays where it is."""
        zoom = max(ZOOMS[0], min(ZOOMS[-1], zoom)) * self._base
        if zoom == self.board.zoom:
            return
        around = around or QPointF(self.board.pane(Part.CELLS).topLeft())
        x, y = self.board.to_map(around.x(), around.y())
        self.board.set_zoom(zoom)
        self._update_bars()
        self.horizontalScrollBar().setValue(round(x * zoom - around.x()))
        self.verticalScrollBar().setValue(round(y * zoom - around.y()))
        self._take_scroll()
        self.projection.follow_view()
        self._mark_selection(scroll=False)
        self.viewport().update()
        self.zoomed.emit()

    def zoom_step(self, by: int) -> None:
        """Go to the next size of the ladder."""
        larger = [z for z in ZOOMS if z > self.zoom + 0.001]
        smaller = [z for z in ZOOMS if z < self.zoom - 0.001]
        if by > 0 and larger:
            self.set_zoom(larger[0])
        elif by < 0 and smaller:
            self.set_zoom(smaller[-1])

    def room(self) -> QSize:
        """Return how much of a map fits at 100 %, in px of the map."""
        return (self.viewport().size().toSizeF() / self._base).toSize()

    def reveal(self, box: Box, part: Part = Part.CELLS, *, margin: int = 12) -> None:
        """Scroll as little as needed to show a box of the map."""
        pane = self.board.pane(part)
        rect = self.board.to_view(box, part).toAlignedRect()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if part in (Part.CELLS, Part.HEADER):
            across.setValue(
                across.value()
                + _needed(rect.left(), rect.right(), pane.left(), pane.right(), margin)
            )
        if part in (Part.CELLS, Part.TITLES):
            down.setValue(
                down.value() + _needed(rect.top(), rect.bottom(), pane.top(), pane.bottom(), margin)
            )

    def reveal_cursor(self) -> None:
        """Scroll so that the current cell can be seen."""
        layout, spot = self.projection.layout, self.cell_cursor.spot
        if layout is not None and spot is not None:
            box = box_of(layout, spot)
            if box is not None:
                self.reveal(box, part_of(spot))
            if self.projection.layout is not layout:  # what came into view made rows higher
                self.reveal_cursor()

    def _show(self) -> None:
        layout = self.projection.layout
        if layout is None:
            self.viewport().update()
            return
        if self.marks.hover is not None:  # what was there may be elsewhere now
            self.marks.hover = None
            self.update_marks()
        self.board.resize(self.viewport().size())
        changed = self.board.show(layout)
        self._update_bars()
        self.viewport().update(changed)
        self._mark_selection(scroll=False)

    def update_marks(self) -> None:
        """Paint anew where marks were and where they are now."""
        now = areas_of(self.board, self.marks)
        for _look, area in now ^ self._marked:
            self.viewport().update(area)
        self._marked = now

    def _mark_selection(self, *, scroll: bool = True) -> None:
        layout = self.projection.layout
        before = (self.marks.selected, self.marks.column)
        self.marks.selected, self.marks.column = (), None
        if layout is not None and not self.projection.previewing:
            frames = []
            for spot in self.cell_cursor.selected:
                box = frame_of(layout, spot)
                if box is not None:
                    frames.append((box, part_of(spot)))
            self.marks.selected = tuple(frames)
            self.marks.column = self._column()
        if scroll:
            self.reveal_cursor()
        if (self.marks.selected, self.marks.column) != before:
            self.update_marks()

    def _column(self) -> Box | None:
        """Return the column of the selected step."""
        layout, spot = self.projection.layout, self.cell_cursor.spot
        if layout is None or spot is None or not spot.touchpoint:
            return None
        for column in layout.columns:
            if column.touchpoint == spot.touchpoint:
                top = layout.header_height
                return Box(column.x, top, column.w, layout.height - top)
        return None

    def _update_bars(self) -> None:
        content, size = self.board.content, self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, content.width() - size.width()))
        down.setRange(0, max(0, content.height() - size.height()))
        across.setPageStep(max(1, self.board.pane(Part.CELLS).width()))
        down.setPageStep(max(1, self.board.pane(Part.CELLS).height()))
        across.setSingleStep(_LINE)
        down.setSingleStep(_LINE)
        self._take_scroll()

    def _take_scroll(self) -> None:
        scroll = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        if scroll != self.board.scroll:
            self.board.scroll = scroll
            self.projection.follow_view()
            self.scrolled.emit()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._take_scroll()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        exposed = event.rect()
        if self.projection.layout is None:
            painter.fillRect(exposed, self.board.ink.colour("canvas"))
        else:
            self.board.paint(painter, exposed)
            painter.setClipRect(exposed)
            paint_marks(painter, self.board, self.marks)
            self.projection.rest.go_on_soon()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.board.resize(self.viewport().size())
        self._update_bars()
        self.projection.follow_view()
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / 120
            self.set_zoom(self.zoom * 1.1**notches, event.position())
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            bar = self.horizontalScrollBar()
            delta = event.angleDelta().y() or event.angleDelta().x()
            bar.setValue(bar.value() - delta)
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and self.mouse is not None:
            self.mouse.leave()
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.set_by_keyboard(False)
        if self.mouse is not None:
            self.mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.mouse is not None:
            self.mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.mouse is not None:
            self.mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.mouse is not None:
            self.mouse.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.mouse is not None:
            self.mouse.context_menu(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.keys is None or not self.keys.press(event):
            event.ignore()
        else:
            self.set_by_keyboard(True)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self.keys is None or not self.keys.release(event):
            super().keyReleaseEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.keys is not None and event.commitString():
            self.keys.write(event.commitString())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        self.set_by_keyboard(by_key or self._by_keyboard)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.marks.focus = False
        self.update_marks()

    def set_by_keyboard(self, on: bool) -> None:
        """Show the focus ring, or not: it is for those who came by key."""
        self._by_keyboard = on
        shown = on and self.hasFocus()
        if shown != self.marks.focus:
            self.marks.focus = shown
            self.update_marks()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes through the row first; at its end it leaves the view."""
        somewhere = self.projection.layout is not None and self.cell_cursor.spot is not None
        if somewhere and self.cell_cursor.step_across(1 if forwards else -1):
            return True
        return super().focusNextPrevChild(forwards)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)


def _needed(start: int, end: int, low: int, high: int, margin: int) -> int:
    """Return how far to scroll so that [start, end] lies within [low, high]."""
    if start - margin < low:
        return start - margin - low
    if end + margin > high:
        return min(end + margin - high, start - margin - low)
    return 0
