"""R5: a disk that is really full, on a small disk of our own.

unshare --map-root-user --mount python -m tests.faults.full_disk FOLDER
"""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from journeymapper.domain.errors import UserError
from tests.faults.actor import Actor, user_file, working_folder
from tests.faults.judge import Story, fresh, judge
from tests.faults.outcome import Outcome
from tests.faults.running import ROOT
from tests.faults.tools import tool

SIZE = 8 << 20
"""Bytes on the small disk."""

ROOMS = (0, 4, 40, 200, 500, 900, 1500)
"""KB that are left when the work begins."""

ON_IT = ("user", "data", "both")
"""What lies on the small disk: the user's file as on a stick, our own folder, or both."""

TASKS = ("rename", "type", "undo", "publish", "save_copy", "delete_cards", "close")
"""What is tried when nothing more fits."""


def run(folder: Path, short: bool) -> Iterator[Outcome]:
    """Fill the disk, try everything, make room, go on."""
    rooms = ROOMS[::3] if short else ROOMS
    outcome = Outcome("R5", "disk really full, then room again")
    command = [tool("unshare"), "--map-root-user", "--mount", sys.executable]
    done = subprocess.run(
        [*command, "-m", "tests.faults.full_disk", str(folder), *map(str, rooms)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    tool("mount")
    if done.returncode == 0:
        found = json.loads(done.stdout)
        outcome.counts.update(found.pop("counts"))
        vars(outcome).update(found)
    else:
        outcome.note = f"NOT RUN: {done.stderr[-1000:]}"
    yield outcome


def main(folder: Path, rooms: list[int]) -> None:
    """Run all trials; print the numbers."""
    disk = folder / "disk"
    disk.mkdir()
    mount = [tool("mount"), "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)]
    subprocess.run(mount, check=True)
    outcome = Outcome("R5", "")
    for on_it, room in itertools.product(ON_IT, rooms):
        trial(folder, disk, on_it, room, outcome)
    kept = ("trials", "lost", "torn", "corrupt", "wrong", "reasons", "counts")
    print(json.dumps({name: getattr(outcome, name) for name in kept}))


def trial(folder: Path, disk: Path, on_it: str, room: int, outcome: Outcome) -> None:
    """Work on a disk that fills up; what is on it is decided by links."""
    where = f"{on_it} on a disk with {room} KB left"
    place = fresh_on(folder / "trial", disk, on_it)
    worker = Worker(place)
    worker.do("create", "save_as", "rename", "add_card")
    ballast = disk / "ballast"
    fill(ballast, room << 10)
    full_of_edits = worker.until_refused()
    outcome.counts["edits until full"] += full_of_edits
    for task in TASKS:
        worker.try_to(task)
    outcome.counts["refused"] += len(worker.story.all("refused"))
    _expect_truth(worker, place, outcome, where)
    ballast.unlink()
    try:
        worker.do(*(["open"] if worker.is_closed else []), "rename", "publish", "undo", "close")
    except UserError as error:
        outcome.add("wrong", f"{where}: with room again: {error}")
    worker.story.said = [line for line in worker.story.said if line["said"] != "refused"]
    outcome.trials += 1
    judge(place, worker.story, outcome, where)


class Worker:
    """An actor in this process, with what it said."""

    def __init__(self, folder: Path) -> None:
        self.story = Story()
        self.actor = Actor(folder, self._say, seed=6)
        self.is_closed = False

    def do(self, *tasks: str) -> None:
        """Do tasks that have to succeed."""
        for task in tasks:
            getattr(self.actor, task)()
            self.is_closed = task == "close"

    def try_to(self, task: str) -> bool:
        """Do a task; returns whether it succeeded."""
        if self.is_closed:
            return False
        try:
            self.do(task)
        except UserError as error:
            self._say("refused", type=type(error).__name__, why=str(error))
            return False
        return True

    def until_refused(self) -> int:
        """Edit until nothing more fits, at most a while; returns how many steps did."""
        for number in range(200):
            if not self.try_to("add_card"):
                return number
        return 200

    def _say(self, said: str, **more: object) -> None:
        self.story.said.append({"said": said, **more})


def _expect_truth(worker: Worker, folder: Path, outcome: Outcome, where: str) -> None:
    """What was refused for want of room was told so; what is not in the file is not “saved”."""
    for line in worker.story.all("refused"):
        told = "no room" in line["why"] or "permission" in line["why"]
        outcome.expect(told, f"{where}: it said {line['why']}")
    if not worker.is_closed:
        worker.do("state")
        state = worker.story.said[-1]["state"]
        with worker.actor.desk.look(user_file(folder)) as document:
            is_in_file = document.history()[-1].id == worker.actor.document.history()[-1].id
        outcome.expect((state == "saved") <= is_in_file, f"{where}: “saved”, and it is not")


def fresh_on(folder: Path, disk: Path, on_it: str) -> Path:
    """Make the folder of a trial, parts of which lie on the small disk."""
    for path in disk.iterdir():
        subprocess.run(["rm", "-r", str(path)], check=True)
    fresh(folder)
    for name in ("user", "data"):
        if on_it in (name, "both"):
            place = disk / name
            (folder / name).rename(folder / f"{name}.away")
            place.mkdir()
            (folder / name).symlink_to(place)
    working_folder(folder).mkdir(parents=True, exist_ok=True)
    return folder


def fill(ballast: Path, room: int) -> None:
    """Fill a disk until so many bytes are left."""
    free = os.statvfs(ballast.parent)
    size = free.f_bavail * free.f_frsize - room
    with ballast.open("wb") as file:
        file.write(bytes(max(0, size)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(room) for room in sys.argv[2:]])
