"""The answers of an open document: counted when first asked for, and anew after they change."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.domain.answer_rules import AnswerRules, read_rules
from journeymapper.domain.changes import ChangeSet
from journeymapper.domain.counts import Counted, Counts, count_all, count_batch
from journeymapper.domain.entities import Answer, Channel, ImportBatch, Persona, Question, Sheet
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.laid import Brought
from journeymapper.domain.responses import Comment
from journeymapper.domain.snapshot import Snapshot
from journeymapper.storage.responses import Cells, Histograms, cells_of, histograms_of
from journeymapper.storage.store import Store

_IN_RULES = (Persona, Channel, Question)
"""What the rules of personas are about: when it changes, they may be others."""


class AnswerBook:
    """Counts and comments.

    Imported rows never change, so each batch is counted once; those that answer a question that
    the rule of a persona asks for are counted once more when that begins.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._imported: Histograms | None = None
        self._counts: Counts | None = None
        self._rules = AnswerRules()
        self._rules_known = False
        self._batches: dict[str, tuple[str, Counted]] = {}
        self._by_choice: dict[str, tuple[frozenset[str], Cells]] = {}

    def counts(self, snapshot: Snapshot) -> Counts:
        """Return the histograms of all answers that count now."""
        self._follow_rules(snapshot)
        if self._counts is None:
            if self._imported is None:
                self._imported = self._store.histograms()
            batches = [self._batch(one) for one in snapshot.table(ImportBatch).values()]
            self._counts = count_all(snapshot, self._rules, batches)
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
        if changes.touches(*_IN_RULES):
            self._rules_known = False

    def _follow_rules(self, snapshot: Snapshot) -> None:
        """Count anew where the rules are others than those that were counted by."""
        if not self._rules_known:
            rules, self._rules_known = read_rules(snapshot), True
            if rules != self._rules:
                self._rules, self._counts, self._batches = rules, None, {}

    def _batch(self, batch: ImportBatch) -> Counted:
        """Return what a batch brings by the rules of now; worked out once for each."""
        known = self._batches.get(batch.id)
        if known is None or known[0] != batch.round:
            cells = self._cells(batch)
            known = (batch.round, count_batch(cells, batch.round, self._rules))
            self._batches[batch.id] = known
        return known[1]

    def _cells(self, batch: ImportBatch) -> Cells:
        """Return the histograms of a batch, told apart by the choices that rules ask for."""
        asked = self._rules.asked.intersection(batch.questions)
        if not asked:
            return (self._imported or {}).get(batch.id, {})
        known = self._by_choice.get(batch.id)
        if known is None or known[0] != asked:
            cells = cells_of(self._store.responses(batch.id), asked)
            known = self._by_choice[batch.id] = (asked, cells)
        return known[1]
