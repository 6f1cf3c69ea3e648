"""Long work outside the window's thread; only the newest result counts."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from journeymapper.domain.errors import UserError

Stop = threading.Event
"""Set when the result is not wanted any more; long work looks at it now and then."""


class Background(QObject):
    """Runs functions one after the other; starting the next one stops the one before.

    A function is given its `Stop` and runs in a thread of its own: it must not touch widgets.
    ``done`` brings its result, ``failed`` a UserError; both arrive in the window's thread. Any
    other error is raised there.
    """

    done = Signal(object)
    failed = Signal(object)
    _ended = Signal(object, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._turn = threading.Lock()
        self._newest: Stop | None = None
        self._threads: list[threading.Thread] = []
        self._ended.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Say whether a result is still wanted and not there yet."""
        return self._newest is not None

    def start(self, do: Callable[[Stop], object]) -> None:
        """Run ``do``; what was started before is not wanted any more."""
        self.cancel()
        stop = self._newest = Stop()
        thread = threading.Thread(target=self._run, args=(do, stop))
        self._threads = [t for t in self._threads if t.is_alive()]
        self._threads.append(thread)
        thread.start()

    def cancel(self) -> None:
        """Want no result any more."""
        if self._newest is not None:
            self._newest.set()
            self._newest = None

    def wait(self) -> None:
        """Wait for the threads to end, without stopping them."""
        for thread in self._threads:
            thread.join()

    def finish(self) -> None:
        """Cancel and wait for the threads to end; before the owner goes."""
        self.cancel()
        self.wait()

    def _run(self, do: Callable[[Stop], object], stop: Stop) -> None:
        result: object = None
        error: BaseException | None = None
        with self._turn:
            if not stop.is_set():
                try:
                    result = do(stop)
                except BaseException as raised:  # noqa: BLE001 - it is raised in the window
                    error = raised
        self._ended.emit(stop, result, error)

    def _arrive(self, stop: Stop, result: object, error: BaseException | None) -> None:
        if stop is not self._newest:
            return
        self._newest = None
        if error is None:
            self.done.emit(result)
        elif isinstance(error, UserError):
            self.failed.emit(error)
        else:
            raise error
