"""Writes the user's file beside the window, and waits for it where somebody must wait."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, Signal

from journeymapper.document.file_job import FileJob
from journeymapper.ui.busy import busy

Then = Callable[[FileJob], None]
"""What to do when a file is written or cannot be; called in the window's thread."""

_AT_ONCE = 0.15
"""Seconds to wait without a word: most files are written by then."""

_TURN_MS = 20


class FileWriter(QObject):
    """One job at a time; a job is never broken off."""

    _ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: FileJob | None = None
        self._then: Then | None = None
        self._ended.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Say whether a file is being written."""
        return self._job is not None

    def start(self, job: FileJob, then: Then) -> None:
        """Write beside the window; waits first for what is being written."""
        self.wait()
        self._job, self._then = job, then
        threading.Thread(target=self._run, args=(job,)).start()

    def wait(self) -> None:
        """Wait until nothing is written any more; the window is painted, but takes no input."""
        job = self._job
        if job is None:
            return
        if not job.wait(_AT_ONCE):
            with busy():
                while not job.wait(_TURN_MS / 1000):
                    flags = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
                    QCoreApplication.processEvents(flags, _TURN_MS)
        self._arrive(job)

    def write(self, job: FileJob) -> None:
        """Write and wait; raises UserError when the file cannot be written."""
        self.start(job, lambda _job: None)
        self.wait()
        job.finish()

    def _run(self, job: FileJob) -> None:
        job.run()
        self._ended.emit(job)

    def _arrive(self, job: FileJob) -> None:
        if job is not self._job:
            return
        then, self._job, self._then = self._then, None, None
        if then is not None:
            then(job)
