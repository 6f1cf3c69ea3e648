"""R4: the power goes, between any two system calls."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from tests.faults import older
from tests.faults.disk_model import Disk
from tests.faults.each_call import make_templates
from tests.faults.judge import Story, fresh, judge
from tests.faults.outcome import Outcome
from tests.faults.recording import Call, Replay, recorded
from tests.faults.running import Stable

STATES = 5000
STATES_SHORT = 150

SCENES = {
    "plain": (
        *("open", "edit", "type", "picture", "undo", "publish", "redo", "many", "close"),
        *("open", "delete_cards", "edit", "publish", "undo", "type", "close"),
    ),
    "leftover": ("open", "edit", "publish", "edit", "close"),
    "empty": ("create", "edit", "type", "save_as", "edit", "publish", "edit", "close"),
}
"""The work that is recorded, by the template that it begins with."""


def run(folder: Path, short: bool) -> Iterator[Outcome]:
    """Lose power; and once more when nothing waits for the disk, which has to be noticed."""
    states = STATES_SHORT if short else STATES
    with fast_folder(folder) as fast, Stable() as stable, older.known():
        yield lose_power(stable, fast, states)
        broken = lose_power(stable, fast, 60 if short else 300, "no-sync")
    broken.what, broken.must_fail = "harness can fail: nothing waits for the disk", True
    yield broken


@contextmanager
def fast_folder(folder: Path) -> Iterator[Path]:
    """Give a folder in memory where there is one: here, real disks only take time."""
    place = Path("/dev/shm")  # noqa: S108
    if place.is_dir():
        with tempfile.TemporaryDirectory(dir=place, prefix="faults-") as fast:
            yield Path(fast)
    else:
        yield folder


def lose_power(stable: Stable, folder: Path, states: int, seeded: str = "") -> Outcome:
    """Record each scene, and judge so many states that a power loss in it may leave."""
    outcome = Outcome("R4", "power lost between any two calls")
    chance = Random(20260302)
    templates = make_templates(stable, folder)
    for scene, tasks in SCENES.items():
        trial = fresh(folder / "trial", templates[scene])
        files = content(trial)
        calls = recorded(stable, folder / "calls", trial, *tasks, seeded=seeded)
        wanted = states * len(tasks) // sum(map(len, SCENES.values())) + 1
        points = sum(1 for _ in Replay(Disk(files), trial).steps(calls))
        outcome.counts[f"calls of {scene}"] = points
        often = [0] * points
        for _state in range(wanted):
            often[chance.randrange(points)] += 1
        _judge_states(Replay(Disk(files), trial), calls, often, chance, outcome)
    return outcome


def _judge_states(
    replay: Replay, calls: list[Call], often: list[int], chance: Random, outcome: Outcome
) -> None:
    story = Story()
    trial = Path(replay.folder)
    for number, said in enumerate(replay.steps(calls)):
        if said is not None:
            story.said.append(said)
        for _state in range(often[number]):
            fresh(trial)
            for path, data in replay.disk.after_power_loss(chance).items():
                Path(path).parent.mkdir(parents=True, exist_ok=True)
                Path(path).write_bytes(data)
            last = story.said[-1]["said"] if story.said else "start"
            outcome.trials += 1
            judge(trial, story, outcome, f"call {number}, after “{last}”")


def content(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder by path."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
