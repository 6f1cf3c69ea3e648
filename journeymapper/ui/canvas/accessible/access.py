"""Ties the map to the screen reader: what it asks is answered, what happens it is told."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from shiboken6 import isValid

from journeymapper.domain.message import _
from journeymapper.ui.canvas.accessible.cell import SET_FOCUS, CellReader
from journeymapper.ui.canvas.accessible.cells import Cells, key_of
from journeymapper.ui.canvas.accessible.map_list import MapList
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.editing import Editing
from journeymapper.ui.canvas.spots import Spot, box_of, spot_at
from journeymapper.ui.commands.names import map_title


class MapAccess(QObject):
    """One for each view; its cells are gone before the view is.

    Tells only while a reader listens, or has asked before.
    """

    def __init__(self, bench: Bench, editing: Editing) -> None:
        super().__init__(bench.view)
        self._bench = bench
        self._editing = editing
        self._selected: tuple[Spot, ...] = ()
        self.cells = Cells(bench, self, QAccessible.updateAccessibility)
        self._list = MapList(bench.view, self.cells, self._spot_at)
        QAccessible.registerAccessibleInterface(self._list)
        self._arrival = QTimer(self)
        self._arrival.setSingleShot(True)
        self._arrival.setInterval(0)
        self._arrival.timeout.connect(self._tell_focus)
        bench.view.installEventFilter(self)
        bench.view.destroyed.connect(partial(_forget, self.cells, self._list))
        bench.projection.shown.connect(self._on_shown)
        bench.cursor.moved.connect(self._on_moved)

    def list_(self) -> QAccessibleInterface | None:
        """Return the list that holds the cells."""
        return self._list if isValid(self._list) else None

    def window(self) -> QWindow | None:
        """Return the window that the map is in."""
        return self._bench.view.window().windowHandle()

    def rect_of(self, spot: Spot) -> QRect:
        """Return where a spot is on the screen; empty while it is out of sight."""
        bench = self._bench
        box = box_of(bench.layout, spot) if bench.ready and bench.view.isVisible() else None
        if box is None:
            return QRect()
        part = Part.CELLS if spot.lane else Part.HEADER
        seen = bench.board.to_view(box, part).toAlignedRect() & bench.board.pane(part)
        at = bench.view.viewport().mapToGlobal(seen.topLeft())
        return QRect(at, seen.size()) if seen.isValid() else QRect()

    def is_current(self, spot: Spot) -> bool:
        """Say whether the keyboard is in this spot."""
        here = self._bench.cursor.spot
        return here is not None and key_of(here) == key_of(spot) and self._bench.view.hasFocus()

    def is_selected(self, spot: Spot) -> bool:
        """Say whether a spot is selected."""
        return any(key_of(one) == key_of(spot) for one in self._bench.cursor.selected)

    def name_of_action(self, action: str) -> str:
        """Return what an action does, in words."""
        say = self._bench.say
        return say(_("Go to this cell")) if action == SET_FOCUS else say(_("Edit"))

    def do(self, action: str, spot: Spot) -> None:
        """Go to a spot or write in it, as soon as whoever asks has been answered."""
        QTimer.singleShot(0, self, partial(self._do, action, key_of(spot)))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The view's own arrival is told first, by Qt; the cell in it a moment later."""
        if event.type() == QEvent.Type.FocusIn and self._listened:
            self._arrival.start()
        return False

    @property
    def _listened(self) -> bool:
        return QAccessible.isActive() or self.cells.asked

    def _do(self, action: str, key: str) -> None:
        reader = self.cells.by_key(key)
        if reader is None or not self._bench.ready or not self._editing.finish():
            return
        self._bench.view.setFocus()
        self._bench.cursor.go_to(reader.spot)
        if action != SET_FOCUS:
            self._editing.open(reader.spot)

    def _on_shown(self) -> None:
        if self._bench.projection.previewing:
            return
        self._bench.view.setAccessibleName(self._title())
        self.cells.follow()

    def _on_moved(self) -> None:
        if not self._listened:
            return
        before, self._selected = self._selected, self._bench.cursor.selected
        for spot in before:
            if spot not in self._selected:
                self._tell(self.cells.made(spot), QAccessible.Event.SelectionRemove)
        self._tell_focus()
        if len(self._selected) > 1:
            for spot in self._selected:
                if spot not in before:
                    self._tell(self.cells.of(spot), QAccessible.Event.SelectionAdd)

    def _tell_focus(self) -> None:
        if self._bench.view.hasFocus():
            self._tell(self.cells.of(self._bench.cursor.spot), QAccessible.Event.Focus)

    def _tell(self, reader: CellReader | None, what: QAccessible.Event) -> None:
        if reader is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(reader, what))

    def _title(self) -> str:
        if not self._bench.ready:
            return self._bench.say(_("Map"))
        title = map_title(self._bench.snapshot, self._bench.projection.map_id)
        return self._bench.say(_("Map: {title}", title=title))

    def _spot_at(self, point: QPoint) -> Spot | None:
        bench = self._bench
        if not bench.ready:
            return None
        at = bench.view.viewport().mapFromGlobal(point)
        if not bench.view.viewport().rect().contains(at):
            return None
        return spot_at(bench.snapshot, bench.layout, *bench.on_map(at.toPointF()))


def _forget(cells: Cells, _above: MapList, *_view: QObject) -> None:
    """Forget the cells when the view goes; this room's own object may be gone by then.

    The connection keeps, until its end, what Qt knows and nobody else owns: cells and list.
    """
    cells.clear()
