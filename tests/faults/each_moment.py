"""The same as `each_call` without any tool: at each file call and each statement of the program."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

from tests.faults import older
from tests.faults.each_call import Scene, expect_words, make_templates
from tests.faults.judge import fresh, judge
from tests.faults.outcome import Outcome
from tests.faults.running import Stable


def faults(
    folder: Path, row: str, scenes: Sequence[Scene], kinds: Sequence[str], every: int = 1
) -> Outcome:
    """Put each fault at each (or each ``every``-th) moment of these scenes."""
    outcome = Outcome(row, "faults at each moment")
    trial = folder / "trial"
    with Stable() as stable, older.known():
        templates = make_templates(stable, folder)
        for scene, kind in itertools.product(scenes, kinds):
            fresh(trial, templates[scene.template])
            (end,) = stable.finish(trial, *scene.argv, fault=kind).all("end")
            outcome.expect(end["moments"] > 1, f"{scene}: no moments were found")
            for moment in range(1, end["moments"] + 1, every):
                outcome.trials += 1
                fresh(trial, templates[scene.template])
                story = stable.finish(trial, *scene.argv, fault=kind, moment=moment)
                where = f"{scene}, {kind} at moment {moment}"
                came = story.was_refused or not story.all("end")
                outcome.counts["faults that came" if came else "faults got over"] += 1
                expect_words(outcome, story, kind, where)
                judge(trial, story, outcome, where)
    return outcome
