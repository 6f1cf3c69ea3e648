"""R1: killed at any moment, in every phase of the work."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.faults import older
from tests.faults.actor import user_file
from tests.faults.judge import Story, fresh, judge
from tests.faults.outcome import Outcome
from tests.faults.running import Child, command, finish

WHAT = "killed at any moment"
PHASES = ("edit", "undo", "publish", "recovery", "migration", "close")
KILLS = 300
KILLS_SHORT = 12
EDITS_WANTED = 500
_OCCURRENCES = 3
"""A process is killed in the first, second or third time that it comes to a phase."""


def run(folder: Path, short: bool) -> Iterator[Outcome]:
    """Kill; and once more with the history in a second transaction, which has to be noticed."""
    with older.known():
        yield killed(folder, KILLS_SHORT if short else KILLS)
        broken = killed(folder, 10 if short else 40, "second", ("edit", "undo"))
    broken.what, broken.must_fail = "harness can fail: history in a second transaction", True
    yield broken


def killed(
    folder: Path, kills: int, seeded: str = "", phases: tuple[str, ...] = PHASES
) -> Outcome:
    """Kill so many processes, spread evenly over the phases."""
    outcome = Outcome("R1", WHAT)
    chance = Random(20260301)
    trial, templates = folder / "trial", make_templates(folder)
    longest = durations(fresh(trial, templates["edit"]))
    for number in range(kills):
        phase = phases[number % len(phases)]
        fresh(trial, templates.get(phase, templates["edit"]))
        story = killed_once(trial, phase, chance, longest, seeded)
        outcome.counts["edits"] += story.edits
        outcome.counts[f"in {last_phase(story, phase)}"] += 1
        judge(trial, story, outcome, f"{phase} {number}")
    if not seeded and kills >= KILLS:
        few = outcome.counts["edits"]
        outcome.expect(few >= EDITS_WANTED, f"only {few} edits were acknowledged")
    return outcome


def killed_once(
    trial: Path, phase: str, chance: Random, longest: dict[str, float], seeded: str
) -> Story:
    """Start a process and kill it in a phase; returns what it had said."""
    wanted = "recovery" if phase == "migration" else phase
    often = 1 if phase == "migration" else chance.randint(1, _OCCURRENCES)
    child = Child(command(trial, "session", seed=chance.randrange(1 << 30), seeded=seeded))
    while often and (said := child.hear()) is not None:
        often -= said["said"] == "phase" and said["name"] == wanted
    time.sleep(chance.uniform(0, longest[wanted]))
    return child.kill()


def last_phase(story: Story, phase: str) -> str:
    """Return the phase that was under way when the end came."""
    phases = story.all("phase")
    if phase == "migration" and len(phases) == 1 and not story.all("opened"):
        return "migration"
    return str(phases[-1]["name"]) if phases else "start"


def make_templates(folder: Path) -> dict[str, Path]:
    """Make the folders to begin with: a file, one with a leftover, one of an older format.

    They are made where they will be used, for working copies know where their file is.
    """
    trial = fresh(folder / "trial")
    finish(command(trial, "create", "save_as", "many", "close"))
    made = {"edit": _kept_aside(trial, folder / "plain")}
    finish(command(trial, "open", "type", "edit", "edit", seed=2))
    made["recovery"] = _kept_aside(trial, folder / "leftover")
    fresh(trial, made["edit"])
    older.make_older(user_file(trial))
    made["migration"] = _kept_aside(trial, folder / "older")
    return made


def _kept_aside(trial: Path, template: Path) -> Path:
    return fresh(template, trial)


def durations(trial: Path) -> dict[str, float]:
    """Return how many seconds each phase takes at most, from one run."""
    child = Child(command(trial, "session", seed=1))
    longest: dict[str, float] = {}
    phase, begun = "", time.monotonic()
    while longest.keys() != {"edit", "undo", "publish", "recovery", "close"}:
        said = child.hear()
        assert said is not None, child.story.all("crashed")
        if said["said"] == "phase":
            if phase:
                longest[phase] = max(longest.get(phase, 0.0), time.monotonic() - begun)
            phase, begun = said["name"], time.monotonic()
    child.kill()
    return longest
