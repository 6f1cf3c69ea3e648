"""R2, R3, R9, R18: a fault at every single system call that changes the disk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults import older
from tests.faults.actor import user_file
from tests.faults.judge import fresh, judge
from tests.faults.outcome import Outcome
from tests.faults.running import command, finish
from tests.faults.strace import Point, points, struck

ERRORS = ("ENOSPC", "EIO")


@dataclass(frozen=True)
class Scene:
    """What is done before, and the task in which every call fails once."""

    task: str
    before: tuple[str, ...] = ("open",)
    template: str = "plain"

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
    Scene("close", ("open", "edit")),
)
PUBLISHING = (
    Scene("publish", ("open", "edit")),
    Scene("save_as", ("create",), "empty"),
    Scene("save_copy"),
)
MIGRATION = (Scene("open", (), "older"), Scene("open", (), "older leftover"))


def faults(
    folder: Path, row: str, what: str, scenes: Sequence[Scene], kinds: Sequence[str], every: int = 1
) -> Outcome:
    """Let every call (or each ``every``-th) of these scenes fail in each of these ways."""
    outcome = Outcome(row, what)
    templates = make_templates(folder)
    for scene in scenes:
        trial, log = folder / "trial", folder / "calls"
        argv = command(trial, *scene.argv)
        fresh(trial, templates[scene.template])
        found = points(log, argv)
        name = f"{scene.task} ({scene.template})" if scene.template != "plain" else scene.task
        outcome.counts[f"calls of {name}"] = len(found)
        outcome.expect(bool(found), f"{name}: no calls were found")
        for kind in kinds:
            for point in found[::every]:
                fresh(trial, templates[scene.template])
                _fault(outcome, trial, log, argv, point, kind, name)
    return outcome


def _fault(
    outcome: Outcome,
    trial: Path,
    log: Path,
    argv: Sequence[str],
    point: Point,
    kind: str,
    name: str,
) -> None:
    story, came = struck(log, argv, point, kind)
    where = f"{name}, {kind} at {point}"
    outcome.expect(came, f"{where}: the fault did not come")
    if kind != "KILL":
        told = story.was_refused or story.all("crashed")
        outcome.counts["told" if told else "got over silently"] += 1
        outcome.expect(bool(story.all("end")), f"{where}: it did not go on")
    judge(trial, story, outcome, where)


def make_templates(folder: Path) -> dict[str, Path]:
    """Make the folders to begin with, where they will be used."""
    trial = fresh(folder / "trial")
    made = {"empty": fresh(folder / "empty", trial)}
    finish(command(trial, "create", "save_as", "rename", "add_card", "close", seed=3))
    made["plain"] = fresh(folder / "plain", trial)
    finish(command(trial, "open", "type", "edit", seed=4))
    made["leftover"] = fresh(folder / "leftover", trial)
    for name, source in (("older", "plain"), ("older leftover", "leftover")):
        fresh(trial, made[source])
        older.make_older(user_file(trial))
        for copy in (trial / "working").glob("*.journey"):
            older.make_older(copy)
        made[name] = fresh(folder / name, trial)
    return made


def killed(folder: Path, short: bool) -> Iterator[Outcome]:
    """R2."""
    every = 7 if short else 1
    with older.known():
        yield faults(folder, "R2", "killed at each call", EDITS + WHOLE, ["KILL"], every)


def refused(folder: Path, short: bool) -> Iterator[Outcome]:
    """R3."""
    every = 7 if short else 1
    with older.known():
        what = "disk full and disk error at each call"
        yield faults(folder, "R3", what, EDITS + WHOLE, ERRORS, every)


def publishing(folder: Path, short: bool) -> Iterator[Outcome]:
    """R9, publishing."""
    every = 7 if short else 1
    with older.known():
        what = "killed, full or broken at each call of a publish"
        yield faults(folder, "R9", what, PUBLISHING, ["KILL", *ERRORS], every)


def migrating(folder: Path, short: bool) -> Iterator[Outcome]:
    """R18, the mechanism: migrations do not exist yet."""
    every = 7 if short else 1
    with older.known():
        what = "the same at each call of a migration (of a made-up format)"
        yield faults(folder, "R18", what, MIGRATION, ["KILL", *ERRORS], every)
