"""R12 and R13: any row of verbs, with crashes in between, against a model that knows no undo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from journeymapper.document import document as document_module
from journeymapper.document import inverse
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document
from journeymapper.document.operations import add_participant
from journeymapper.domain.changes import Change, Initiator
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.storage import row_changes, rows, store
from tests.faults.outcome import Outcome
from tests.property.test_document import DocumentMachine

EXAMPLES = 1000
EXAMPLES_SHORT = 25
STEPS = 30

Machine = type[DocumentMachine]


def machine(counts: Counter[str]) -> Machine:
    """Return the machine of the property tests with two more ways for things to go wrong."""

    class CrashingMachine(DocumentMachine):
        """Its process may end at any time; each step's stored inverse is tried in the database."""

        @rule()
        def crash(self) -> None:
            """End without a word, and begin again."""
            before, last = self.document.snapshot, self.document.history()[-1]
            self.document._store._database.raw.close()
            (self.folder / ".visit.journey.lock").unlink()
            self.desk = Desk(self.folder / "working", self.clock, self.new_id)
            self.document = self.desk.open(self.folder / "visit.journey")
            assert self.document.snapshot == before
            assert self.document.history()[-1] == last
            counts["crashes"] += 1

        @rule()
        def participant(self) -> None:
            """What somebody else did stays, whatever is taken back before or after."""
            with self.document.step(_("Join"), initiator=Initiator.PARTICIPANT) as tx:
                add_participant(tx, "Ann")
            change = self.document._store.changes_of(self.document.history()[-1].seq)
            for states in (self.past, self.future):
                states[:] = [state.with_changes(change) for state in states]
            self.start = self.start.with_changes(change)
            counts["steps of participants"] += 1

        @invariant()
        def the_stored_inverse_leads_back(self) -> None:
            """Apply it inside a savepoint, look, and take that back."""
            last = self.document.history()[-1]
            before = self.states.get(last.seq - 1)
            if before is not None and last.seq not in self.__dict__.setdefault("tried", set()):
                self.__dict__["tried"].add(last.seq)
                assert stored_inverse(self.document, last.seq) == before
                counts["inverses"] += 1

    return CrashingMachine


def stored_inverse(document: Document, seq: int) -> Snapshot:
    """Return what the rows would be without the last step, by the history alone."""
    changes = document._store.changes_of(seq)
    with document._store._database.using() as raw:
        raw.execute("SAVEPOINT try")
        try:
            for change in reversed(changes):
                store._run_row(raw, *row_changes.row_statement(change.inverse))
            return Snapshot(rows.all_rows(raw))
        finally:
            raw.execute("ROLLBACK TO try")
            raw.execute("RELEASE try")


def run(_folder: Path, short: bool) -> Iterator[Outcome]:
    """Run it; and once more with inverses in the wrong order, which has to be noticed."""
    examples = EXAMPLES_SHORT if short else EXAMPLES
    model = Outcome("R12", "verbs, undo, redo, crashes against a model")
    inverses = Outcome("R13", "the stored inverse of each step leads back")
    check(examples, model)
    inverses.trials = model.counts["inverses"]
    yield model
    yield inverses
    broken = Outcome("R12", "harness can fail: inverses in the wrong order", must_fail=True)
    with patch.object(document_module, "inverse_of", first_things_first):
        check(100, broken, phases=(Phase.generate,))
    yield broken


def first_things_first(changes: tuple[Change, ...], now: Snapshot) -> tuple[Change, ...]:
    """Undo what was done first before what was done last: wrong."""
    return inverse.inverse_of(tuple(reversed(changes)), now)


def check(examples: int, outcome: Outcome, phases: Sequence[Phase] = tuple(Phase)) -> None:
    """Try so many rows of verbs."""
    chosen = settings(
        derandomize=True,
        database=None,
        deadline=None,
        phases=phases,
        max_examples=examples,
        stateful_step_count=STEPS,
        suppress_health_check=list(HealthCheck),
    )
    outcome.trials = examples
    try:
        run_state_machine_as_test(machine(outcome.counts), settings=chosen)
    except Exception as error:  # noqa: BLE001 - whatever notices it
        outcome.add("wrong", repr(error)[:2000])
