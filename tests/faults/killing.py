"""R1: killed at any moment, in every phase of the work."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.faults import older
from tests.faults.each_call import make_templates
from tests.faults.judge import Story, fresh, judge
from tests.faults.outcome import Outcome
from tests.faults.running import Stable

WHAT = "killed at any moment"
PHASES = ("edit", "undo", "publish", "recovery", "migration", "close")
TEMPLATES = {"recovery": "leftover", "migration": "older"}
"""Phases that are in the opening of a file of a certain kind."""

KILLS = 300
KILLS_SHORT = 12
EDITS_WANTED = 500
_OCCURRENCES = 3
"""A process is killed in the first, second or third time that it comes to a phase."""


def run(folder: Path, short: bool) -> Iterator[Outcome]:
    """Kill; and once more with the history in a second transaction, which has to be noticed."""
    with Stable() as stable, older.known():
        yield killed(stable, folder, KILLS_SHORT if short else KILLS)
        broken = killed(stable, folder, 10 if short else 40, "second", ("edit", "undo"))
    broken.what, broken.must_fail = "harness can fail: history in a second transaction", True
    yield broken


def killed(
    stable: Stable, folder: Path, kills: int, seeded: str = "", phases: tuple[str, ...] = PHASES
) -> Outcome:
    """Kill so many processes, spread evenly over the phases."""
    outcome = Outcome("R1", WHAT)
    chance = Random(20260301)
    trial, templates = folder / "trial", make_templates(stable, folder)
    longest = durations(stable, fresh(trial, templates["plain"]))
    for number in range(kills):
        phase = phases[number % len(phases)]
        fresh(trial, templates[TEMPLATES.get(phase, "plain")])
        story = killed_once(stable, trial, phase, chance, longest, seeded)
        outcome.counts["edits"] += story.edits
        outcome.counts[f"in {last_phase(story, phase)}"] += 1
        outcome.trials += 1
        judge(trial, story, outcome, f"{phase} {number}")
    if not seeded and kills >= KILLS:
        edits = outcome.counts["edits"]
        outcome.expect(edits >= EDITS_WANTED, f"only {edits} edits were acknowledged")
    return outcome


def killed_once(
    stable: Stable,
    trial: Path,
    phase: str,
    chance: Random,
    longest: dict[str, float],
    seeded: str,
) -> Story:
    """Start a process and kill it in a phase; returns what it had said."""
    wanted = "recovery" if phase in TEMPLATES else phase
    often = 1 if phase in TEMPLATES else chance.randint(1, _OCCURRENCES)
    stable.start(trial, "session", seed=chance.randrange(1 << 30), seeded=seeded)
    while often and (said := stable.hear()) is not None:
        often -= said["said"] == "phase" and said["name"] == wanted
    time.sleep(chance.uniform(0, longest[wanted]))
    return stable.kill()


def last_phase(story: Story, phase: str) -> str:
    """Return the phase that was under way when the end came."""
    phases = [line["name"] for line in story.all("phase")]
    return phase if phase in TEMPLATES and len(phases) == 1 else phases[-1]


def durations(stable: Stable, trial: Path) -> dict[str, float]:
    """Return how many seconds each phase takes at most, from one run."""
    stable.start(trial, "session", seed=1)
    longest: dict[str, float] = {}
    phase, begun = "", time.monotonic()
    while longest.keys() != {"", *PHASES} - {"migration"}:
        said = stable.hear()
        assert said is not None, stable.story.all("crashed")
        if said["said"] == "phase":
            longest[phase] = max(longest.get(phase, 0.0), time.monotonic() - begun)
            phase, begun = said["name"], time.monotonic()
    stable.kill()
    return longest
