"""A document on disk: every verb, undo, redo, closing and reopening, against a model.

The model is the row of states that were seen; it knows nothing of how undo works.
"""

from __future__ import annotations

import itertools
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from journeymapper.document import document as document_module
from journeymapper.document import inverse, operations
from journeymapper.document.desk import Desk
from journeymapper.document.tx import Tx
from journeymapper.domain.changes import Change
from journeymapper.domain.entities import ENTITIES, PrintRun, Version
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from tests.property.test_verbs import STARTS, assert_whole
from tests.property.verbs import DRAWERS

MACHINE = settings(max_examples=80, stateful_step_count=30)
UNSHRUNK = settings(MACHINE, max_examples=100, phases=[Phase.generate])
"""For a failure that is wanted: the shortest way to it is not."""


def begin(tx: Tx) -> None:
    operations.add_project(tx, title="Visit")
    operations.add_stage(tx, operations.add_map(tx, "Visit"), "Arrive")


class DocumentMachine(RuleBasedStateMachine):
    """``past`` and ``future`` are the states that undo and redo must lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=fast_folder()))
        self.instants = itertools.count()
        self.ids = itertools.count()
        self.desk = Desk(self.folder / "working", self.clock, self.new_id)
        self.document = self.desk.create(begin, _("Start"))
        self.document.save_as(self.folder / "visit.journey")
        self.start = self.document.snapshot
        self.states = {0: self.start}
        self.past: list[Snapshot] = []
        self.future: list[Snapshot] = []

    def clock(self) -> datetime:
        return datetime(2026, 5, 9, tzinfo=UTC) + timedelta(seconds=next(self.instants))

    def new_id(self) -> str:
        return f"id-{next(self.ids):06}"

    def teardown(self) -> None:
        if hasattr(self, "document"):
            self.document.close()
        shutil.rmtree(self.folder)

    @rule(data=st.data(), grow=st.booleans())
    def run_a_verb(self, data: Any, grow: bool) -> None:
        before = self.document.snapshot
        name = data.draw(st.sampled_from(STARTS if grow else tuple(operations.OPERATIONS)))
        call = DRAWERS[name](data.draw, before)
        if call is None:
            return
        with self.document.step(_("Test")) as tx:
            operations.OPERATIONS[name](tx, *call[0], **call[1])
            changed = bool(tx.changes)
        if changed:
            self.past.append(before)
            self.future.clear()

    @rule(data=st.data())
    def type_into_a_name(self, data: Any) -> None:
        """Typing several times into one field is one step."""
        before = self.document.snapshot
        call = DRAWERS["rename_stage"](data.draw, before)
        if call is None:
            return
        steps = len(self.document.history())
        for letters in ("a", "ab", "abc"):
            with self.document.step(_("Type"), merge=("stage", call[0][0])) as tx:
                operations.rename_stage(tx, call[0][0], letters)
        if len(self.document.history()) > steps:
            self.past.append(before)
            self.future.clear()

    @rule()
    def undo(self) -> None:
        before = self.document.snapshot
        assert (self.document.undo() is not None) == bool(self.past)
        if self.past:
            self.future.append(before)
            assert self.document.snapshot == self.past.pop()

    @rule()
    def redo(self) -> None:
        before = self.document.snapshot
        assert (self.document.redo() is not None) == bool(self.future)
        if self.future:
            self.past.append(before)
            assert self.document.snapshot == self.future.pop()

    @rule()
    def fail_in_a_step(self) -> None:
        before = self.document.snapshot
        steps = len(self.document.history())
        with pytest.raises(UserError), self.document.step(_("Fail")) as tx:
            operations.delete_role(tx, operations.add_role(tx, "Nobody") + "?")
        assert self.document.snapshot == before
        assert len(self.document.history()) == steps

    @rule()
    def publish(self) -> None:
        self.document.publish()

    @precondition(lambda self: self.document.history()[-1].seq % 3 == 0)
    @rule()
    def reopen(self) -> None:
        before = self.document.snapshot
        self.document.close()
        self.document = self.desk.open(self.folder / "visit.journey")
        assert self.document.snapshot == before

    @precondition(lambda self: len(self.past) > 4)
    @rule()
    def undo_all_and_redo_all(self) -> None:
        now, count = self.document.snapshot, len(self.past)
        while self.document.undo() is not None:
            pass
        assert self.document.snapshot == self.start
        for _turn in range(count):
            assert self.document.redo() is not None
        assert self.document.snapshot == now
        while self.document.redo() is not None:
            pass
        for _again in self.future:
            self.document.undo()
        assert self.document.snapshot == now

    @rule(data=st.data())
    def go_back(self, data: Any) -> None:
        """Go back to any point: its state, but for the names of versions and what was printed."""
        before = self.document.snapshot
        step = self.document.history()[data.draw(st.sampled_from(sorted(self.states)))]
        if self.document.go_back(step, _("Go back")) is not None:
            self.past.append(before)
            self.future.clear()
        assert without_lasting(self.document.snapshot) == without_lasting(self.states[step.seq])

    @invariant()
    def remember(self) -> None:
        self.states[self.document.history()[-1].seq] = self.document.snapshot

    @invariant()
    def history_counts(self) -> None:
        steps = self.document.history()
        assert [step.seq for step in steps] == list(range(len(steps)))

    @invariant()
    def state_is_whole(self) -> None:
        assert_whole(self.document.snapshot)


def without_lasting(snapshot: Snapshot) -> Snapshot:
    kinds = [kind for kind in ENTITIES if kind not in (Version, PrintRun)]
    return Snapshot.of(e for kind in kinds for e in snapshot.table(kind).values())


def fast_folder() -> str | None:
    """Return a folder in memory where there is one: durability is tested elsewhere."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108


def test_any_row_of_verbs_undo_redo_and_reopen_equals_the_model() -> None:
    run_state_machine_as_test(DocumentMachine, settings=MACHINE)


def test_an_inverse_in_the_wrong_order_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine can fail: a document that undoes first things first does not pass."""

    def first_things_first(changes: tuple[Change, ...], now: Snapshot) -> tuple[Change, ...]:
        return inverse.inverse_of(tuple(reversed(changes)), now)

    monkeypatch.setattr(document_module, "inverse_of", first_things_first)
    with pytest.raises(Exception):  # noqa: B017 - whatever notices it first
        run_state_machine_as_test(DocumentMachine, settings=UNSHRUNK)
