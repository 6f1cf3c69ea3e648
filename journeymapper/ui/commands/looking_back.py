"""Looking through the answers that are here for people to call back: long, so beside the window.

job = LookBack(document, at)
if job.run(stopped, progress):    # in a thread of its own
    n = job.finish()              # in the window's
"""

from __future__ import annotations

from collections.abc import Callable

from journeymapper.document.document import Document
from journeymapper.document.raising import heed_rows, heed_sheet
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import (
    Alert,
    AlertRoute,
    AlertRule,
    Answer,
    ImportBatch,
    Question,
    Sheet,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import _

Progress = Callable[[int, int], None]
"""Is told how many people's answers were looked at, and of how many."""

_EVERY = 200
"""So often it is told."""

_READ = (Alert, AlertRoute, AlertRule, Answer, ImportBatch, Question, Sheet)
"""What is looked at: while it stays the same, what was found holds."""


class LookBack:
    """One look. Nothing is in the document before ``finish``, which is one step."""

    def __init__(self, document: Document, at: str) -> None:
        """``at`` is a UTC instant; raises RefusedError where nothing can be written."""
        self._document, self._at, self._start = document, at, document.snapshot
        self._job = document.ahead(self._fill)
        self._stopped: Callable[[], bool] = lambda: False
        self._progress: Progress = lambda _done, _total: None
        self._done = self._raised = 0
        batches = self._start.table(ImportBatch).values()
        self._batches = sorted(batches, key=sort_key)
        self.total = len(self._start.table(Sheet)) + sum(batch.rows for batch in batches)

    def run(self, stopped: Callable[[], bool], progress: Progress) -> bool:
        """Look through everything; returns False when it was stopped."""
        self._stopped, self._progress = stopped, progress
        try:
            return self._job.run(stopped)
        except _StoppedError:
            return False

    def finish(self) -> int:
        """Put on the list whom it found, as one step; returns how many.

        Raises RefusedError when answers, rules or the list have changed meanwhile.
        """
        snapshot = self._document.snapshot
        if any(snapshot.table(kind) != self._start.table(kind) for kind in _READ):
            raise RefusedError(
                _("Answers or rules were changed while they were looked through."),
                _("Nobody was put on the list. Look through them again."),
            )
        if self._raised:
            with self._document.step(_("Look through all answers")) as tx:
                self._job.finish(tx)
        return self._raised

    def _fill(self, tx: Tx) -> None:
        for sheet in sorted(tx.snapshot.table(Sheet)):
            self._tell()
            self._raised += len(heed_sheet(tx, sheet, self._at))
        for batch in self._batches:
            rows = self._document.responses(batch.id)
            self._raised += len(heed_rows(tx, rows, self._at, self._tell))
        self._progress(self.total, self.total)

    def _tell(self) -> None:
        if self._done % _EVERY == 0:
            if self._stopped():
                raise _StoppedError
            self._progress(self._done, self.total)
        self._done += 1


class _StoppedError(Exception):
    """Nobody wants the result any more."""
