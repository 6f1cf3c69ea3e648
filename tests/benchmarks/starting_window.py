"""The app as it starts with a file, until its map is drawn; then the process ends at once."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from journeymapper.app import log, resources
from journeymapper.app.paths import Paths
from journeymapper.app.services import Services
from journeymapper.domain.sources import new_id, now
from journeymapper.ui.app import build
from journeymapper.ui.canvas.view import MapView


class Watch(QObject):
    """Knows whether the map has been painted."""

    painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.painted = True
        return super().eventFilter(watched, event)


def main(path: Path) -> None:
    """Do what `journeymapper.ui.app.run` does before it waits for the user."""
    services = Services(Paths.find(os.environ), now, new_id, resources.find())
    application = QApplication(["journeymapper"])
    services.paths.make()
    log.set_up(services.paths.logs)
    window = build(services, application)
    window.show()
    window.open(path)
    view = window.findChild(MapView)
    assert isinstance(view, MapView)
    watch = Watch()
    view.viewport().installEventFilter(watch)
    while not watch.painted:
        application.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    os._exit(0)
