"""R6: the file goes, moves, or is written by another program while it is open.

A sync program that overwrites in place and one that replaces are among them.
"""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults.actor import FILE, desk_of, user_file, working_folder
from tests.faults.each_call import make_templates
from tests.faults.judge import fresh
from tests.faults.outcome import Outcome
from tests.faults.running import Puppet, Stable, puppet

Action = Callable[[Path, Path], None]
"""Does something to a file; given also another state of the same document."""


def unlink(path: Path, _other: Path) -> None:
    """It is deleted."""
    path.unlink()


def rename(path: Path, _other: Path) -> None:
    """It gets another name."""
    path.rename(path.with_name("moved.journey"))


def replace(path: Path, other: Path) -> None:
    """A sync program puts another state in its place."""
    part = path.with_name("incoming")
    shutil.copy(other, part)
    part.replace(path)


def overwrite(path: Path, other: Path) -> None:
    """A sync program writes another state into it."""
    with path.open("r+b") as file:
        file.write(other.read_bytes())
        file.truncate()


def overwrite_unseen(path: Path, other: Path) -> None:
    """The same, and its time is set back."""
    status = path.stat()
    overwrite(path, other)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def empty(path: Path, _other: Path) -> None:
    """It is emptied, as on a disk that came back from sleep."""
    os.truncate(path, 0)


def spoil(path: Path, _other: Path) -> None:
    """It is written over with something else."""
    path.write_bytes(b"<html>sign in to the wireless network</html>" * 99)


def folder(path: Path, _other: Path) -> None:
    """A folder takes its name."""
    path.unlink()
    path.mkdir()


def touch(path: Path, _other: Path) -> None:
    """A sync program writes the same content anew."""
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content)


ACTIONS = (unlink, rename, replace, overwrite, overwrite_unseen, empty, spoil, folder, touch)
HARMLESS = (touch,)

TO_THE_FILE = ("publish", "close", "save_as")
TO_THE_COPY = ("rename", "type", "undo", "publish", "close")
ROUNDS = 5


def run(folder: Path, short: bool) -> Iterator[Outcome]:
    """Do each of these to the user's file and to the working copy, before each way to write."""
    outcome = Outcome("R6", "file gone, moved, replaced, overwritten while open")
    with Stable() as stable:
        template = make_templates(stable, folder)["plain"]
        trial = folder / "trial"
        other = _another_state(stable, template, trial, folder / "other.journey")
    with puppet(trial) as worker:
        for _round in range(1 if short else ROUNDS):
            for action, task in itertools.product(ACTIONS, TO_THE_FILE):
                _begin(trial, template, worker, outcome)
                _file(trial, worker, action, task, other, outcome)
            for action, task in itertools.product(ACTIONS, TO_THE_COPY):
                if action is not touch:  # which replaces: nobody may do that to our own file
                    _begin(trial, template, worker, outcome)
                    _copy(trial, worker, action, task, other, outcome)
    yield outcome


def _another_state(stable: Stable, template: Path, trial: Path, other: Path) -> Path:
    """Make another state of the same document, of the same length: the harder to notice."""
    same = user_file(template).read_bytes()
    for seed in range(20):
        fresh(trial, template)
        stable.prepare(trial, "open", "rename", "close", seed=seed)
        found = user_file(trial).read_bytes()
        if len(found) == len(same) and found != same:
            return Path(shutil.copy(user_file(trial), other))
    raise AssertionError("every other state has another length")


def _begin(trial: Path, template: Path, worker: Puppet, outcome: Outcome) -> None:
    """Open the file and make a step that is kept and not yet in the file."""
    outcome.trials += 1
    fresh(trial, template)
    worker.anew()
    worker.do("open")
    worker.do("rename")


def _file(
    trial: Path, worker: Puppet, action: Action, task: str, other: Path, outcome: Outcome
) -> None:
    where = f"{action.__name__} the file, then {task}"
    action(user_file(trial), other)
    theirs = state_of(user_file(trial))
    done = worker.do(task)["said"] == "done"
    if action in HARMLESS:
        outcome.expect(done, f"{where}: it was refused")
    elif done:
        outcome.add("wrong", f"{where}: it said that it was done")
    else:
        outcome.expect(theirs == state_of(user_file(trial)), f"{where}: theirs was changed")
        worker.do("state")
        saved = worker.story.said[-2].get("state")
        outcome.expect(saved == "kept", f"{where}: then it said “{saved}”")
        rescued = worker.do("save_as", "rescued.journey")["said"]
        outcome.expect(rescued == "done", f"{where}: it could not be saved elsewhere")
    _expect_kept(trial, worker, done, outcome, where)


def _copy(
    trial: Path, worker: Puppet, action: Action, task: str, other: Path, outcome: Outcome
) -> None:
    """What can be saved elsewhere is; in any case nothing is said to be kept that is not."""
    where = f"{action.__name__} the working copy, then {task}"
    (copy,) = working_folder(trial).glob("[!.]*.journey")
    action(copy, other)
    before = worker.story.kept
    done = worker.do(task)["said"] == "done"
    if done and task not in ("publish", "close"):
        outcome.add("wrong", f"{where}: it said that it was done")
    outcome.expect(worker.story.kept == before or done, f"{where}: it said two things")
    if done:
        _expect_kept(trial, worker, True, outcome, where)
    elif action in (unlink, rename):
        rescued = worker.do("save_as", "rescued.journey")["said"]
        outcome.expect(rescued == "done", f"{where}: it could not be saved elsewhere")
        _expect_kept(trial, worker, False, outcome, where)


def _expect_kept(trial: Path, worker: Puppet, in_place: bool, outcome: Outcome, where: str) -> None:
    """The last state that was kept is in the file that was written last."""
    kept = worker.story.kept
    assert kept is not None
    path = user_file(trial).with_name(FILE if in_place else "rescued.journey")
    with desk_of(trial).look(path) as document:
        last = document.history()[-1]
    if last.id != kept["id"]:
        outcome.add("lost", f"{where}: {path.name} ends with step {last.seq}, kept {kept['seq']}")


def state_of(path: Path) -> object:
    """Return what is at a path, to be compared."""
    return path.read_bytes() if path.is_file() else path.exists()
