"""Writing a user's file beside the work: begun and finished by the window, done by any thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

from journeymapper.storage.files import FileIdentity

Work = Callable[[Callable[[], object]], FileIdentity]
"""Writes the file; calls what it is given once, when later steps are no longer part of it."""


class FileJob:
    """One writing of a file.

    ``run`` is for a thread of its own and touches nothing that the window uses; ``finish`` is
    for the thread of the window and says how it went. Both can be called again.
    """

    def __init__(
        self,
        work: Work,
        settle: Callable[[FileIdentity], None],
        give_up: Callable[[], None] = lambda: None,
    ) -> None:
        self._work = work
        self._settle = settle
        self._give_up = give_up
        self._turn = threading.Lock()
        self._copied = threading.Event()
        self._done = threading.Event()
        self._is_finished = False
        self._identity: FileIdentity | None = None
        self._error: BaseException | None = None

    @property
    def is_copying(self) -> bool:
        """Say whether a step that is written now may still become part of the file."""
        return not self._copied.is_set()

    @property
    def is_finished(self) -> bool:
        """Say whether the window took note of how it went."""
        return self._is_finished

    def wait(self, seconds: float) -> bool:
        """Wait until it is done, so long at most; returns whether it is."""
        return self._done.wait(seconds)

    def run(self) -> None:
        """Write the file. Never raises; where another thread runs it, wait for that."""
        with self._turn:
            if self._done.is_set():
                return
            try:
                self._identity = self._work(self._copied.set)
            except BaseException as error:  # noqa: BLE001 - it is raised by finish
                self._error = error
            finally:
                self._copied.set()
                self._done.set()

    def finish(self) -> None:
        """Take note of what was written; raises what went wrong. Runs the job if nobody did."""
        self.run()
        if self._is_finished:
            return
        self._is_finished = True
        if self._identity is None:
            self._give_up()
            raise self._error or RuntimeError("the file was not written")
        self._settle(self._identity)
