"""The rows of the long plan in short, with nothing but Python; `make faults` has them in full."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import damage, hostile, killing, listeners, model, older, own_open, two, vanishing
from tests.faults.each_call import EDITS, MIGRATION, PUBLISHING, WHOLE, Scene
from tests.faults.each_moment import faults
from tests.faults.outcome import Outcome
from tests.faults.running import Stable
from tests.faults.two import Scene as Two


def assert_holds(outcome: Outcome) -> None:
    assert outcome.trials
    assert outcome.reasons == []
    assert outcome.holds


def test_killed_at_any_moment(tmp_path: Path) -> None:
    with Stable() as stable, older.known():
        outcome = killing.killed(stable, tmp_path, 18)
    assert outcome.counts["edits"] > 50
    assert_holds(outcome)


def test_a_history_in_a_second_transaction_would_be_noticed(tmp_path: Path) -> None:
    with Stable() as stable, older.known():
        outcome = killing.killed(stable, tmp_path, 16, "second", ("edit", "undo"))
    assert outcome.torn


@pytest.mark.parametrize("scene", EDITS + WHOLE, ids=str)
def test_killed_at_each_moment_of_a_step_and_of_opening(tmp_path: Path, scene: Scene) -> None:
    assert_holds(faults(tmp_path, "R2", [scene], ["KILL"], 3 if scene.task == "many" else 1))


@pytest.mark.parametrize("scene", WHOLE, ids=str)
def test_a_broken_disk_at_each_moment_of_opening(tmp_path: Path, scene: Scene) -> None:
    assert_holds(faults(tmp_path, "R3", [scene], ["EIO", "ENOSPC"]))


@pytest.mark.parametrize("scene", PUBLISHING, ids=str)
def test_faults_at_each_moment_of_a_publish(tmp_path: Path, scene: Scene) -> None:
    assert_holds(faults(tmp_path, "R9", [scene], ["KILL", "EIO", "ENOSPC"]))


@pytest.mark.parametrize("scene", MIGRATION, ids=str)
def test_faults_at_each_moment_of_a_migration(tmp_path: Path, scene: Scene) -> None:
    assert_holds(faults(tmp_path, "R18", [scene], ["KILL", "EIO"]))


def test_a_file_that_goes_or_is_written_by_others(tmp_path: Path) -> None:
    (outcome,) = vanishing.run(tmp_path, True)
    assert_holds(outcome)
