"""What the mouse does: selects, begins the right gesture, scrolls at the edges."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from journeymapper.domain.errors import UserError
from journeymapper.drawing.display_list import Group
from journeymapper.ui.canvas import connector
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.editing import Editing
from journeymapper.ui.canvas.gestures.base import Gesture
from journeymapper.ui.canvas.gestures.connect import Connect
from journeymapper.ui.canvas.gestures.move_card import MoveCard
from journeymapper.ui.canvas.gestures.move_feeling import MoveFeeling
from journeymapper.ui.canvas.gestures.move_row import MoveRow
from journeymapper.ui.canvas.gestures.move_stage import MoveStage
from journeymapper.ui.canvas.gestures.move_step import MoveStep
from journeymapper.ui.canvas.gestures.pan import Pan
from journeymapper.ui.canvas.gestures.resize_row import ResizeRow
from journeymapper.ui.canvas.gestures.rubber import RubberBand
from journeymapper.ui.canvas.leaving import Leaving
from journeymapper.ui.canvas.reading import row_label
from journeymapper.ui.canvas.spots import Spot, part_of
from journeymapper.ui.canvas.taking import selected_cards, selected_steps
from journeymapper.ui.canvas.targets import spot_of_step
from journeymapper.ui.canvas.under_pointer import UnderPointer
from journeymapper.ui.commands import rows

_EDGE = 36
"""So near to the edge of the cells a drag scrolls, in px."""

_TICK_MS = 30

_CTRL = Qt.KeyboardModifier.ControlModifier

Menus = Callable[[Part, Spot | None, str, QPoint], object]
"""Opens the menu for a pane, a spot, a row; at a point of the screen."""


class Mouse(QObject):
    """One gesture at a time; without one, the pointer shows what could be taken."""

    def __init__(self, bench: Bench, editing: Editing, menus: Menus) -> None:
        super().__init__(bench.view)
        self._bench = bench
        self._editing = editing
        self._under = UnderPointer(bench)
        self.leaving = Leaving(bench)
        self._menus = menus
        self._pressed: QPointF | None = None
        self._ready: Gesture | None = None
        self._gesture: Gesture | None = None
        self._later: tuple[Spot, bool] | None = None
        self._space = False
        self._title = ""
        self._last = QPointF()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._scroll_at_edge)

    @property
    def gesture(self) -> Gesture | None:
        """The gesture under way, or None."""
        return self._gesture

    def hold_space(self, on: bool) -> None:
        """With the space bar held, the left button pushes the map."""
        self._space = on
        self._shape(Qt.CursorShape.OpenHandCursor if on else None)

    def hold_copy(self, on: bool) -> None:
        """With Ctrl held, what is dragged is copied."""
        if self._gesture is not None:
            before = self._gesture.shape
            self._gesture.copy(on=on, at=self._last)
            if self._gesture.shape is not before:
                self._shape(self._gesture.shape)

    def begin(self, gesture: Gesture, at: QPointF) -> None:
        """Begin a gesture from outside, such as a drag from the palette."""
        if self._editing.finish():
            self._start(gesture, at)

    def drag_to(self, at: QPointF) -> None:
        """Go on with the gesture under way."""
        self._last = at
        if self._gesture is not None:
            self._gesture.move(at)

    def drop(self, at: QPointF) -> None:
        """End the gesture under way; what it does may be refused."""
        gesture = self._end()
        if gesture is None:
            return
        try:
            gesture.release(at)
        except UserError as error:
            gesture.cancel()
            self._bench.session.failed.emit(error)

    def cancel(self) -> bool:
        """Break off the gesture under way; False when there was none."""
        gesture = self._end()
        if gesture is None:
            return False
        gesture.cancel()
        return True

    def press(self, event: QMouseEvent) -> None:
        """Take hold of what is under the pointer."""
        if not self._bench.ready or self._gesture is not None or not self._editing.finish():
            return
        at = event.position()
        self._pressed, self._last = at, at
        if event.button() == Qt.MouseButton.MiddleButton or self._space:
            self._start(Pan(self._bench), at)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._ready = self._take(at, event.modifiers())

    def move(self, event: QMouseEvent) -> None:
        """Go on with a gesture, begin it, or show what could be taken."""
        at = event.position()
        gesture = self._gesture
        if gesture is not None:
            self.hold_copy(bool(event.modifiers() & _CTRL))
            if self.leaving.wants(gesture, at):
                self._end()
                self.leaving.go(gesture)
            else:
                self.drag_to(at)
            return
        if self._ready is not None and self._pressed is not None:
            way = (at - self._pressed).manhattanLength()
            if way >= QApplication.startDragDistance():
                begun, self._ready, self._later = self._ready, None, None
                self._start(begun, self._pressed)
                self.hold_copy(bool(event.modifiers() & _CTRL))
                self.drag_to(at)
            return
        self._hover(at)

    def release(self, event: QMouseEvent) -> None:
        """End a gesture; without one, a click that could have become a drag selects."""
        self._pressed = self._ready = None
        title, self._title = self._title, ""
        later, self._later = self._later, None
        if later is not None and self._gesture is None:
            spot, toggles = later
            if toggles:
                self._bench.cursor.toggle(spot)
            else:
                self._bench.cursor.go_to(spot)
        if self._gesture is not None:
            self.hold_copy(bool(event.modifiers() & _CTRL))
            self.drop(event.position())
            self._hover(event.position())
        elif title:  # a click on it, not a drag
            self._menus(Part.TITLES, Spot(title), title, event.globalPosition().toPoint())

    def double_click(self, event: QMouseEvent) -> None:
        """Edit what is under the pointer."""
        if not self._bench.ready or event.button() != Qt.MouseButton.LeftButton:
            return
        seam = self._under.seam(event.position())
        if seam:
            self._fit(seam)
            return
        spot = self._under.spot(event.position())
        if spot is not None:
            self._ready = None
            self._bench.cursor.go_to(spot)
            self._editing.open(spot)

    def context_menu(self, event: QContextMenuEvent) -> None:
        """Open the menu for what is under the pointer, or for the current cell."""
        if not self._bench.ready:
            return
        cursor = self._bench.cursor
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            at = QPointF(event.pos())
            part = self._bench.board.part_at(at.x(), at.y())
            spot = self._under.spot(at)
            if spot is not None and spot not in cursor.selected:
                cursor.go_to(spot)
            self._menus(part, spot, self._under.row(at), event.globalPos())
        elif cursor.spot is not None:
            part = part_of(cursor.spot)
            corner = self._bench.view.mapToGlobal(QPoint(120, 80))
            self._menus(part, cursor.spot, cursor.spot.lane, corner)

    def leave(self) -> None:
        """Nothing is under the pointer any more."""
        self._set_hover(None)

    def _take(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> Gesture | None:
        """Select what is under the pointer; return the gesture that a drag would be."""
        bench = self._bench
        part = bench.board.part_at(at.x(), at.y())
        if part is Part.CORNER:
            corner = bench.view.viewport().mapToGlobal(at.toPoint())
            self._menus(part, None, "", corner)
            return None
        if part is Part.TITLES:
            return self._take_title(at)
        source = connector.step_at_handle(bench, at)
        if source:
            bench.cursor.go_to(spot_of_step(bench.snapshot, bench.layout, source))
            return Connect(bench, source)
        point = self._under.feeling(at)
        spot = self._under.spot(at)
        if spot is None:
            return RubberBand(bench) if part is Part.CELLS else None
        self._select(spot, modifiers)
        if point is not None:
            return MoveFeeling(bench, *point)
        return MoveStage(bench, spot.stage) if part is Part.HEADER else self._take_in_cell(at, spot)

    def _take_in_cell(self, at: QPointF, spot: Spot) -> Gesture:
        """Take a step or card, with all that is selected; beside them a frame is drawn."""
        bench = self._bench
        group = self._under.group(at)
        if group is not None and group.key.startswith("step:"):
            return MoveStep(bench, self._with(group.entity, selected_steps(bench)), group.entity)
        if group is not None:
            return MoveCard(bench, self._with(spot.card, selected_cards(bench)), spot.card)
        return RubberBand(bench)

    def _take_title(self, at: QPointF) -> Gesture | None:
        """Take a row by its lower edge to size it, else by its title to move it."""
        bench = self._bench
        seam = self._under.seam(at)
        if seam:
            return ResizeRow(bench, seam)
        lane = self._under.row(at)
        if not lane:
            return None
        bench.cursor.go_to(Spot(lane))
        self._title = lane
        return MoveRow(bench, lane)

    def _fit(self, lane: str) -> None:
        """Let a row be as high as it needs."""
        bench = self._bench
        self._ready = None
        title = row_label(bench.snapshot, bench.context.tokens, lane)
        with bench.session.guard():
            rows.set_height(bench.document, lane, None, title)

    def _select(self, spot: Spot, modifiers: Qt.KeyboardModifier) -> None:
        """Select at once, or, where a drag would carry the selection or copy, at the release."""
        cursor = self._bench.cursor
        self._later = None
        if modifiers & _CTRL:
            self._later = spot, True
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            cursor.go_to(spot, extend=True)
        elif len(cursor.selected) > 1 and {spot, spot.bare} & set(cursor.selected):
            self._later = spot, False
        else:
            cursor.go_to(spot)

    def _with(self, held: str, selected: tuple[str, ...]) -> tuple[str, ...]:
        """Return all that is selected when what is held is among it."""
        return selected if held in selected else (held,)

    def _start(self, gesture: Gesture, at: QPointF) -> None:
        self._gesture = gesture
        self._last = at
        self.leaving.begin()
        self._set_hover(None)
        self._shape(gesture.shape)
        if not self._bench.view.hasFocus():
            self._bench.view.setFocus(Qt.FocusReason.MouseFocusReason)
        gesture.start(at)
        if gesture.scrolls:
            self._timer.start()

    def _end(self) -> Gesture | None:
        gesture, self._gesture = self._gesture, None
        self._pressed = self._ready = self._later = None
        self._title = ""
        self._timer.stop()
        self._shape(Qt.CursorShape.OpenHandCursor if self._space else None)
        return gesture

    def _scroll_at_edge(self) -> None:
        view, at = self._bench.view, self._last
        pane = self._bench.board.pane(Part.CELLS)
        dx = _push(at.x(), pane.left(), pane.right())
        dy = _push(at.y(), pane.top(), pane.bottom())
        across, down = view.horizontalScrollBar(), view.verticalScrollBar()
        before = (across.value(), down.value())
        across.setValue(across.value() + dx)
        down.setValue(down.value() + dy)
        if before != (across.value(), down.value()) and self._gesture is not None:
            self._gesture.move(at)

    def _hover(self, at: QPointF) -> None:
        if not self._bench.ready:
            return
        if self._space:
            return
        group = self._under.group(at)
        near = connector.step_at_handle(self._bench, at)
        self._set_hover(group, connector.handle_to_show(self._bench, group, near))
        if near:
            self._shape(Qt.CursorShape.CrossCursor)
        elif self._under.feeling(at) is not None or self._under.seam(at):
            self._shape(Qt.CursorShape.SizeVerCursor)
        elif group is not None:
            self._shape(Qt.CursorShape.OpenHandCursor)
        else:
            self._shape(None)

    def _set_hover(self, group: Group | None, handle: tuple[float, float] | None = None) -> None:
        marks = self._bench.marks
        if marks.hover is not group or marks.handle != handle:
            marks.hover, marks.handle = group, handle
            self._bench.repaint()

    def _shape(self, shape: Qt.CursorShape | None) -> None:
        viewport = self._bench.view.viewport()
        if shape is None:
            viewport.unsetCursor()
        else:
            viewport.setCursor(shape)


def _push(value: float, low: int, high: int) -> int:
    """Return how far to scroll for a pointer at ``value`` within [low, high]."""
    if value < low + _EDGE:
        return -min(40, round((low + _EDGE - value) / 2) + 1)
    if value > high - _EDGE:
        return min(40, round((value - high + _EDGE) / 2) + 1)
    return 0
