"""A drag that goes out of the window: the system carries it on, to another window or back."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QDrag

from journeymapper.domain.message import _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.gestures.base import Cargo, Gesture
from journeymapper.ui.commands.clipboard.mime import mime_of


class Leaving(QObject):
    """Hands a gesture to the system. Elsewhere it is a copy; back here it is the gesture again."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.view)
        self._bench = bench
        self._active = False
        self._cargo: Cargo | None = None
        self._source = bench.view.viewport()
        bench.session.changed.connect(self._forget)
        bench.session.closed.connect(self._forget)

    def begin(self) -> None:
        """A gesture begins: note whether the window is the active one."""
        self._active = self._bench.view.window().isActiveWindow()

    def wants(self, gesture: Gesture, at: QPointF) -> bool:
        """Say whether the pointer is out of the window now, or another came to the front."""
        if not gesture.leaves:
            return False
        window, viewport = self._bench.view.window(), self._bench.view.viewport()
        inside = window.frameGeometry().contains(viewport.mapToGlobal(at.toPoint()))
        return not inside or (self._active and not window.isActiveWindow())

    def go(self, gesture: Gesture) -> None:
        """Carry on as the system does, until the button is released somewhere or Esc is pressed."""
        gesture.cancel()
        bench = self._bench
        with bench.session.guard():
            cargo = gesture.cargo()
            if cargo is None:
                return
            drag = QDrag(self._source)
            drag.setMimeData(mime_of(cargo.taken.content, cargo.taken.text))
            drag.setPixmap(cargo.picture)
            drag.setHotSpot(cargo.grip)
            self._cargo = cargo
            done = drag.exec(Qt.DropAction.CopyAction)
            if done == Qt.DropAction.CopyAction and self._cargo is cargo:
                bench.session.report(_("Copied to the other window. Everything here stays."))

    def comes_back(self, source: QObject | None) -> Gesture | None:
        """Return the gesture that left, when a drag with this source is it."""
        if self._cargo is None or source is not self._source:
            return None
        gesture = self._cargo.again()
        gesture.by_system = True
        return gesture

    def landed(self) -> None:
        """What left was dropped here."""
        self._cargo = None

    def _forget(self, *_about: object) -> None:
        self._cargo = None
