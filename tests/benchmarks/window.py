"""The real window with a large journey open, for what is measured on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from journeymapper.ui.canvas.view import MapView
from tests.benchmarks import content
from tests.benchmarks.content import Content
from tests.screenshots import rig
from tests.screenshots.rig import Rig

SIZE = (1920, 1080)


@contextmanager
def showing(folder: Path, made: Content) -> Iterator[tuple[Rig, MapView]]:
    """Show a journey in a window of 1920 x 1080; give the window and the view of its map."""
    with rig.opened(folder, size=SIZE) as here:
        here.window.open(content.file_with(folder, made.fill))
        here.settle()
        view = here.window.findChild(MapView)
        assert isinstance(view, MapView)
        view.projection.finish()  # a long map is whole only after a while
        here.settle()
        assert view.projection.layout is not None
        yield here, view


def paint(widget: QWidget) -> None:
    """Paint the whole widget now."""
    widget.repaint()


def paint_due() -> None:
    """Paint what is due and nothing else."""
    QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)
    QApplication.processEvents()


def mouse(widget: QWidget, kind: QEvent.Type, at: QPointF) -> None:
    """Send a widget an event of the left button."""
    held = Qt.MouseButton.NoButton
    if kind != QEvent.Type.MouseButtonRelease:
        held = Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    event = QMouseEvent(
        kind, at, widget.mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)
