"""Keeps the search for garbage short: an open document is none, however large it is."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

from journeymapper.ui.session import Session


class Garbage(QObject):
    """Passes over what is there once a document is open and drawn, until it is closed.

    Looking through a map of 5,000 steps takes half a second, and would come at any moment.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(gc.freeze)
        session.opened.connect(self._soon.start)
        session.closed.connect(self._look_again)

    def _look_again(self) -> None:
        self._soon.stop()
        gc.unfreeze()


@contextmanager
def no_search() -> Iterator[None]:
    """Make very many things in a thread of its own, such as the rows of a file.

    A search in the midst would look at each of them, and the window would wait for it. None of
    them is garbage before the owner lets it go, so later searches pass over them too.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
