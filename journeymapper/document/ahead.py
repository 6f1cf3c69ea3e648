"""A large import made ahead: worked out and written beside the window, then one short step.

The rows go to the working copy in small pieces. They count for nothing before the step brings
their batch; if it never comes they are taken away again, at the latest with the next opening.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping

from journeymapper.document.tx import Tx
from journeymapper.domain.changes import Change
from journeymapper.domain.entities import ImportBatch, Question
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.laid import Brought, Laid
from journeymapper.domain.message import _
from journeymapper.domain.responses import AnswerRow, Responses, SheetRow
from journeymapper.domain.snapshot import Snapshot
from journeymapper.domain.sources import IdFactory
from journeymapper.storage.responses import cells_of
from journeymapper.storage.store import Store

PIECE = 1000
"""Sheets written in one go, with their answers: a few hundredths of a second."""

_BREATH = 0.005
"""Seconds between two pieces, in which whoever waits for the working copy gets it."""

Progress = Callable[[int, int], None]
"""Is told how many sheets lie there, and of how many."""


class Ahead:
    """One import. ``run`` is for a thread of its own, ``finish`` for the window's."""

    def __init__(
        self, store: Store, start: Snapshot, new_id: IdFactory, fill: Callable[[Tx], object]
    ) -> None:
        self._store, self._start, self._new_id, self._fill = store, start, new_id, fill
        self._changes: tuple[Change, ...] = ()
        self._known: dict[str, Question | None] = {}
        self._laid: dict[str, Laid] = {}

    def run(self, stopped: Callable[[], bool], progress: Progress = lambda _n, _of: None) -> bool:
        """Work the import out and write its rows; returns False when it was stopped.

        Raises RefusedError when it does not fit, WriteError when the disk does not take the
        rows; in both cases, and when it was stopped, no row stays.
        """
        tx = Tx(self._start, self._new_id)
        self._fill(tx)
        self._changes = tuple(tx.changes)
        for batch in tx.responses:
            for id_ in tx.snapshot.get(ImportBatch, batch).questions:
                self._known[id_] = self._start.find(Question, id_)
        try:
            for batch, brought in tx.responses.items():
                if not self._lay(batch, brought, stopped, progress):
                    self.drop()
                    return False
        except BaseException:
            self.drop()
            raise
        return True

    def finish(self, tx: Tx) -> None:
        """Make the import part of a step; raises RefusedError when what it needs has changed."""
        for id_, question in self._known.items():
            if tx.snapshot.find(Question, id_) != question:
                raise _changed_meanwhile()
        for change in self._changes:
            if tx.snapshot.find(change.kind, change.id) != change.before:
                raise _changed_meanwhile()
            if change.after is not None:
                (tx.insert if change.before is None else tx.update)(change.after)
        for batch, laid in self._laid.items():
            tx.bring(batch, laid)

    @property
    def rounds(self) -> tuple[str, ...]:
        """Return the ids of the rounds that the answers go into; known after ``run``."""
        found = (change.after for change in self._changes)
        return tuple(after.round for after in found if isinstance(after, ImportBatch))

    def drop(self) -> None:
        """Take the rows away again; not after a step that was written."""
        laid, self._laid = self._laid, {}
        for batch in laid:
            self._store.drop(batch)

    def _lay(
        self, batch: str, brought: Brought, stopped: Callable[[], bool], progress: Progress
    ) -> bool:
        if isinstance(brought, Laid):
            raise TypeError("rows can be laid but once")
        total = len(brought.sheets)
        self._laid[batch] = Laid(0, {})
        for done, piece in _pieces(brought):
            progress(done, total)
            if stopped():
                return False
            self._store.lay(batch, piece)
            time.sleep(_BREATH)
        self._laid[batch] = Laid(total, cells_of(brought))
        progress(total, total)
        return not stopped()


def _pieces(rows: Responses) -> Iterator[tuple[int, Responses]]:
    """Yield the rows in pieces, each with the number of sheets before it."""
    answers: Mapping[int, list[AnswerRow]] = _by_sheet(rows)
    for at in range(0, len(rows.sheets), PIECE):
        sheets: list[SheetRow] = list(rows.sheets[at : at + PIECE])
        yield at, Responses(sheets, [row for sheet in sheets for row in answers[sheet[0]]])


def _by_sheet(rows: Responses) -> Mapping[int, list[AnswerRow]]:
    found: dict[int, list[AnswerRow]] = {sheet[0]: [] for sheet in rows.sheets}
    for row in rows.answers:
        found[row[0]].append(row)
    return found


def _changed_meanwhile() -> RefusedError:
    return RefusedError(
        _("The questions were changed while the answers were being taken."),
        _("Nothing was taken. Look at the columns again, then take the answers."),
    )
