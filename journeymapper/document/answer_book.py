"""The answers of an open document: counted when first asked for, and anew after they change."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.domain.changes import ChangeSet
from journeymapper.domain.counts import Counts, count_answers
from journeymapper.domain.entities import Answer, ImportBatch, Sheet
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.laid import Brought
from journeymapper.domain.responses import Comment
from journeymapper.domain.snapshot import Snapshot
from journeymapper.storage.responses import Histograms, histograms_of
from journeymapper.storage.store import Store


class AnswerBook:
    """Counts and comments. Imported rows never change, so each batch is counted once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._imported: Histograms | None = None
        self._counts: Counts | None = None

    def counts(self, snapshot: Snapshot) -> Counts:
        """Return the histograms of all answers that count now."""
        if self._counts is None:
            if self._imported is None:
                self._imported = self._store.histograms()
            self._counts = count_answers(snapshot, self._imported)
        return self._counts

    def comments(self, snapshot: Snapshot) -> tuple[Comment, ...]:
        """Return all that was written, typed answers first, each round in the order of sheets."""
        sheets = snapshot.table(Sheet)
        typed = sorted(
            (a for a in snapshot.table(Answer).values() if a.text.strip()),
            key=lambda a: (sheets[a.sheet].round, sheets[a.sheet].number, a.id),
        )
        found = [
            Comment(
                answer.id,
                sheets[answer.sheet].round,
                answer.question,
                answer.text,
                sheets[answer.sheet].date,
                sheets[answer.sheet].respondent.value,
            )
            for answer in typed
        ]
        for batch in sorted(snapshot.table(ImportBatch).values(), key=sort_key):
            found += (
                Comment(c.key, batch.round, c.question, c.text, c.date, c.respondent)
                for c in self._store.comments(batch.id)
            )
        return tuple(found)

    def note(self, changes: ChangeSet, brought: Mapping[str, Brought]) -> None:
        """Follow a step, and the rows that it brought."""
        if brought and self._imported is not None:
            self._imported |= histograms_of(brought)
        if changes.touches(Answer, Sheet, ImportBatch):
            self._counts = None
