"""What others do to a file: other programs, other windows, bad disks, people with bad intent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import damage, hostile, listeners, model, own_open, two, vanishing
from tests.faults.each_call import make_templates
from tests.faults.judge import fresh
from tests.faults.outcome import Outcome
from tests.faults.running import Stable
from tests.faults.two import TRIALS, Trial


def assert_holds(outcome: Outcome) -> None:
    assert outcome.trials
    assert (outcome.reasons == []) != outcome.must_fail
    assert outcome.holds


def test_a_file_that_goes_or_is_written_by_others(fast_path: Path) -> None:
    for outcome in vanishing.run(fast_path, True):
        assert_holds(outcome)


def test_no_opening_of_an_open_database(fast_path: Path) -> None:
    for outcome in own_open.run(fast_path, True):
        assert_holds(outcome)


def test_damaged_documents(fast_path: Path) -> None:
    outcome = Outcome("R10", "damaged documents")
    damage.chunk(fresh(fast_path / "trial"), 0, 200, outcome)
    assert_holds(outcome)


def test_hostile_schemas(fast_path: Path) -> None:
    for outcome in hostile.run(fast_path, True):
        assert_holds(outcome)


def test_verbs_and_crashes_against_a_model() -> None:
    outcome = Outcome("R12", "model")
    model.check(10, outcome)
    assert outcome.counts["crashes"] > 5
    assert outcome.counts["inverses"] > 20
    assert_holds(outcome)


def test_listeners_that_fail(fast_path: Path) -> None:
    for outcome in listeners.run(fast_path, True):
        assert_holds(outcome)


WITH_COMMANDS = ("command_beside_a_window", "command_after_a_crash", "commands")
"""These have tests of their own among those of the command line."""


@pytest.mark.parametrize(
    "trial", [t for t in TRIALS if t.__name__ not in WITH_COMMANDS], ids=lambda t: t.__name__
)
def test_two_at_once(fast_path: Path, trial: Trial) -> None:
    outcome = Outcome("R7", "two at once", trials=1)
    with Stable() as stable:
        template = make_templates(stable, fast_path)["plain"]
    trial(two.Scene(fresh(fast_path / "trial", template), "once", outcome))
    assert_holds(outcome)
