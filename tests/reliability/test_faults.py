"""Faults at each moment, with nothing but Python; `make faults` has them at each system call."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import killing, older
from tests.faults.each_call import Scene
from tests.faults.each_moment import faults
from tests.faults.outcome import Outcome
from tests.faults.running import Stable

SCENES = (
    ("a step", Scene("rename"), ("KILL",), 1),
    ("typing", Scene("type"), ("KILL",), 2),
    ("undo", Scene("undo", ("open", "edit")), ("KILL",), 1),
    ("beginning", Scene("create", (), "empty"), ("KILL", "EIO"), 12),
    ("opening", Scene("open", ()), ("KILL", "EIO"), 3),
    ("recovery", Scene("open", (), "leftover"), ("KILL", "EIO"), 3),
    ("closing", Scene("close", ("open", "edit")), ("KILL", "ENOSPC"), 4),
    ("publishing", Scene("publish", ("open", "edit")), ("KILL", "EIO"), 3),
    ("saving as", Scene("save_as", ("create",), "empty"), ("KILL", "ENOSPC"), 4),
    ("saving a copy", Scene("save_copy"), ("KILL", "EIO"), 5),
    ("migration", Scene("open", (), "older"), ("KILL", "EIO"), 4),
    ("migration of a leftover", Scene("open", (), "older leftover"), ("KILL",), 5),
)
"""What is done, the faults in it, and at each how-manieth moment."""


def assert_holds(outcome: Outcome) -> None:
    assert outcome.trials
    assert outcome.reasons == []
    assert outcome.holds


@pytest.mark.parametrize(
    ("scene", "kinds", "every"), [s[1:] for s in SCENES], ids=[s[0] for s in SCENES]
)
def test_the_old_state_or_the_new(
    fast_path: Path, scene: Scene, kinds: tuple[str, ...], every: int
) -> None:
    assert_holds(faults(fast_path, "short", [scene], kinds, every))


def test_killed_at_any_moment(fast_path: Path) -> None:
    with Stable() as stable, older.known():
        outcome = killing.killed(stable, fast_path, 12)
    assert outcome.counts["edits"] > 50
    assert_holds(outcome)


def test_a_history_in_a_second_transaction_would_be_noticed(fast_path: Path) -> None:
    """The harness can fail: with steps in two halves it does."""
    with Stable() as stable, older.known():
        tries = (  # when a process dies is up to the machine
            killing.killed(stable, fast_path, 16, "second", ("edit", "undo")) for _try in range(4)
        )
        assert any(outcome.torn for outcome in tries)
