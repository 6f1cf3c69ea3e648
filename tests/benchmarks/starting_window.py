"""The app as it starts with a file, until its map is drawn; then the process ends at once."""

from __future__ import annotations

import os
import sys

from journeymapper.__main__ import load_qt, main

load_qt()  # as main() does, and before anything of Qt is named

from PySide6.QtCore import QEvent, QObject  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402


class Watch(QObject):
    """Knows whether the map has been painted."""

    painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.painted = True
        return super().eventFilter(watched, event)


def until_painted(application: QApplication) -> int:
    """Wait for no user: end when the viewport of the map has been painted."""
    view = next(w for w in application.allWidgets() if w.objectName() == "map_view")
    watch = Watch()
    view.viewport().installEventFilter(watch)  # type: ignore[attr-defined]
    while not watch.painted:
        application.processEvents()
    os._exit(0)


if __name__ == "__main__":
    QApplication.exec = until_painted  # type: ignore[assignment, method-assign]
    sys.exit(main(sys.argv[1:]))
