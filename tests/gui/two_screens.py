"""A process with two screens: shows the walk on the projector and tells where everything is."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.walk_world import WalkWorld, close_world, open_world

SCREENS = (
    {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768},
    {"name": "projector", "x": 1366, "y": 0, "width": 1024, "height": 768},
)


def main() -> None:
    """Show it, take the screen away, and tell in one line of JSON each."""
    application = QApplication(["two screens"])
    world = open_world(application, Path(sys.argv[1]))
    world.begin()
    world.click(world.parts.page.side.project)
    tell(world)
    projector = world.parts.projector
    assert projector is not None
    application.screenRemoved.emit(projector.screen())
    QApplication.processEvents()
    tell(world)
    close_world(world)


def tell(world: WalkWorld) -> None:
    """Print which windows are shown, where, and what the status bar says."""
    focus = QApplication.focusWidget()
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    print(
        json.dumps(
            {
                "windows": {w.windowTitle(): where(w) for w in shown},
                "keys": focus is not None and world.window.isAncestorOf(focus),
                "said": world.window.status.texts(),
            }
        ),
        flush=True,
    )


def where(widget: QWidget) -> list[object]:
    """The screen of a window and its size."""
    return [widget.screen().name(), widget.width(), widget.height()]


if __name__ == "__main__":
    main()
