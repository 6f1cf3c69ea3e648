"""R2, R3, R9, R18: a fault at every single system call that changes the disk."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults import older
from tests.faults.actor import user_file, working_folder
from tests.faults.judge import Story, fresh, judge
from tests.faults.outcome import Outcome
from tests.faults.running import Stable
from tests.faults.strace import points, struck

ERRORS = ("ENOSPC", "EIO")


@dataclass(frozen=True)
class Scene:
    """What is done before, and the task in which every call fails once."""

    task: str
    before: tuple[str, ...] = ("open",)
    template: str = "plain"
    name: str = ""

    def __str__(self) -> str:
        if self.name:
            return self.name
        return self.task if self.template == "plain" else f"{self.task} ({self.template})"

    @property
    def argv(self) -> tuple[str, ...]:
        """The tasks, the last one marked."""
        return (*self.before, self.task)


EDITS = (
    Scene("rename"),
    Scene("type"),
    Scene("undo", ("open", "edit")),
    Scene("redo", ("open", "edit", "undo")),
    Scene("many"),
    Scene("picture"),
    Scene("delete_cards", ("open", "many")),
)
WHOLE = (
    Scene("create", (), "empty"),
    Scene("open", ()),
    Scene("open", (), "leftover"),
    Scene("close"),
    Scene("close", ("open", "edit"), name="close after an edit"),
)
PUBLISHING = (
    Scene("publish", ("open", "edit")),
    Scene("save_as", ("create",), "empty"),
    Scene("save_copy"),
)
LASTING = (Scene("rename"), Scene("type"), PUBLISHING[0], WHOLE[-1])
MIGRATION = (Scene("open", (), "older"), Scene("open", (), "older leftover"))


def faults(
    folder: Path,
    row: str,
    what: str,
    scenes: Sequence[Scene],
    kinds: Sequence[str],
    every: int = 1,
    seeded: str = "",
) -> Outcome:
    """Let every call (or each ``every``-th) of these scenes fail in each of these ways."""
    outcome = Outcome(row, what)
    trial, log = folder / "trial", folder / "calls"
    with Stable() as stable, older.known():
        templates = make_templates(stable, folder)
        for scene in scenes:
            fresh(trial, templates[scene.template])
            found = points(stable, log, trial, *scene.argv, seeded=seeded)
            outcome.counts[f"calls of {scene}"] = len(found)
            outcome.expect(bool(found), f"{scene}: no calls were found")
            for point, kind in itertools.product(found[::every], kinds):
                fresh(trial, templates[scene.template])
                story, came = struck(stable, log, point, kind, trial, *scene.argv, seeded=seeded)
                where = f"{scene}, {kind} at {point}"
                outcome.expect(came, f"{where}: the fault did not come")
                expect_words(outcome, story, kind, where)
                outcome.trials += 1
                judge(trial, story, outcome, where)
    return outcome


def expect_words(outcome: Outcome, story: Story, kind: str, where: str) -> None:
    """A process that was not killed goes on and says what happened."""
    if kind != "KILL":
        outcome.counts["told" if story.was_refused else "got over"] += 1
        outcome.expect(bool(story.all("end")), f"{where}: it did not go on")


def make_templates(stable: Stable, folder: Path) -> dict[str, Path]:
    """Make the folders to begin with, where they will be used."""
    trial = fresh(folder / "trial")
    made = {"empty": fresh(folder / "empty", trial)}
    stable.prepare(trial, "create", "save_as", "rename", "add_card", "close", seed=3)
    made["plain"] = fresh(folder / "plain", trial)
    stable.prepare(trial, "open", "type", "edit", seed=4)
    made["leftover"] = fresh(folder / "leftover", trial)
    for name, source in (("older", "plain"), ("older leftover", "leftover")):
        fresh(trial, made[source])
        for path in (user_file(trial), *working_folder(trial).glob("*.journey")):
            older.make_older(path)
        made[name] = fresh(folder / name, trial)
    return made


def killed(folder: Path, short: bool) -> Iterator[Outcome]:
    """R2."""
    what, every = "killed at each call of a step and of opening", _every(short)
    yield faults(folder, "R2", what, EDITS + WHOLE, ["KILL"], every)
    what = "harness can fail: history in a second transaction"
    broken = faults(folder, "R2", what, [Scene("rename")], ["KILL"], 1, "second")
    broken.must_fail = True
    yield broken


def refused(folder: Path, short: bool) -> Iterator[Outcome]:
    """R3."""
    what, every = "full or broken disk at each call of the same", _every(short)
    yield faults(folder, "R3", what, EDITS + WHOLE, ERRORS, every)
    yield faults(folder, "R3", "disk that stays broken from any call on", LASTING, ["EIO+"], every)


def publishing(folder: Path, short: bool) -> Iterator[Outcome]:
    """R9, publishing."""
    what, every = "killed, full, broken at each call of a publish", _every(short)
    yield faults(folder, "R9", what, PUBLISHING, ["KILL", *ERRORS], every)


def migrating(folder: Path, short: bool) -> Iterator[Outcome]:
    """R18, the mechanism: no format has been left behind yet."""
    what, every = "the same, of a migration (from a made-up format)", _every(short)
    yield faults(folder, "R18", what, MIGRATION, ["KILL", *ERRORS], every)


def _every(short: bool) -> int:
    return 9 if short else 1
