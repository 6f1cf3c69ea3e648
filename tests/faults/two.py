"""R7: two at once on one file. There is one writer, and whoever is refused is told."""

from __future__ import annotations

import itertools
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from journeymapper.app.paths import HOME_VARIABLE
from journeymapper.storage.beside import beside
from journeymapper.storage.owners import Owner
from tests.faults.actor import desk_of, user_file
from tests.faults.each_call import make_templates
from tests.faults.judge import fresh, judge
from tests.faults.outcome import Outcome
from tests.faults.running import ROOT, Puppet, Stable, puppet

Trial = Callable[["Scene"], None]

ROUNDS = 10
RACERS = 4


class Scene:
    """One trial: its folder, and what is expected there."""

    def __init__(self, folder: Path, name: str, outcome: Outcome) -> None:
        self.folder = folder
        self.file = user_file(folder)
        self._name = name
        self._outcome = outcome

    def expect(self, true: bool, reason: str) -> None:
        """Count as wrong what does not hold."""
        self._outcome.expect(true, f"{self._name}: {reason}")

    def judge(self, worker: Puppet) -> None:
        """Judge what a process that has ended left."""
        judge(self.folder, worker.end(), self._outcome, self._name)

    def command(self, *arguments: str, elsewhere: str = "") -> subprocess.Popen[str]:
        """Start a sub-command of the app, with the same folders as the desk."""
        home = self.folder / elsewhere
        return subprocess.Popen(
            [sys.executable, "-m", "journeymapper", *arguments],
            cwd=ROOT,
            env=os.environ | {HOME_VARIABLE: str(home)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def refusal(self, *arguments: str) -> str:
        """Run a sub-command that has to be refused; returns what it said."""
        with self.command(*arguments) as process:
            said = process.communicate()[1]
        self.expect(process.returncode == 2, f"{arguments[0]} ended with {process.returncode}")
        return said

    def steps(self) -> list[str]:
        """Return the kinds of the steps in the file."""
        with desk_of(self.folder).look(self.file) as document:
            return [step.kind.value for step in document.history()]


def second_window(scene: Scene) -> None:
    """A second window is told where the file is open; the first goes on."""
    with puppet(scene.folder) as first, puppet(scene.folder) as second:
        first.do("open")
        said = second.do("open")
        scene.expect(said["said"] == "refused", "both have it open")
        scene.expect(socket.gethostname() in said.get("why", ""), f"it said {said}")
        for task in ("rename", "publish", "type"):
            scene.expect(first.do(task)["said"] == "done", f"the first could not {task}")
        scene.judge(first)


def copied_lock(scene: Scene) -> None:
    """A lock that came with the file from another computer is believed."""
    lock = beside(scene.file, "lock")
    lock.write_text(Owner("another-computer", 1, "", "").to_json())
    with puppet(scene.folder) as worker:
        said = worker.do("open")
    scene.expect("another-computer" in said.get("why", ""), f"it said {said}")
    scene.expect(lock.exists(), "the lock of the other is gone")


def killed_owner(scene: Scene) -> None:
    """The lock of a killed process is in nobody's way, and its work is taken up."""
    with puppet(scene.folder) as first:
        for task in ("open", "rename", "type"):
            first.do(task)
        scene.judge(first)


def race(scene: Scene) -> None:
    """Many want the file of a killed process at once: one gets it."""
    with puppet(scene.folder) as dead:
        dead.do("open")
    with ExitStack() as stack:
        racers = [stack.enter_context(puppet(scene.folder)) for _racer in range(RACERS)]
        for racer in racers:
            racer.tell("open")
        ends = [racer.answer()["said"] for racer in racers]
        scene.expect(ends.count("done") == 1, f"it was opened {ends.count('done')} times")


def race_for_untitled(scene: Scene) -> None:
    """Many want the same document without a file: one gets it."""
    with puppet(scene.folder) as dead:
        dead.do("create")
    with ExitStack() as stack:
        racers = [stack.enter_context(puppet(scene.folder)) for _racer in range(RACERS)]
        for racer in racers:
            racer.tell("resume")
        ends = [racer.answer() for racer in racers]
        done = sum(end["said"] == "done" for end in ends)
        scene.expect(done == 1, f"it was opened {done} times: {ends}")


def command_beside_a_window(scene: Scene) -> None:
    """A command that writes is refused while a window has the file; one that reads is not."""
    with puppet(scene.folder) as window:
        window.do("open")
        window.do("rename")
        before = scene.file.read_bytes()
        for name in ("undo", "redo"):
            said = scene.refusal(name, str(scene.file))
            scene.expect(socket.gethostname() in said, f"{name} said {said}")
        scene.expect(scene.file.read_bytes() == before, "the file was changed")
        with scene.command("info", str(scene.file)) as reader:
            reader.communicate()
        scene.expect(reader.returncode == 0, "it could not be read")
        scene.expect(window.do("publish")["said"] == "done", "the window could not publish")
        scene.judge(window)


def command_after_a_crash(scene: Scene) -> None:
    """A command never passes over what a crash left: it names ``recover``, which brings it back."""
    with puppet(scene.folder) as window:
        window.do("open")
        window.do("rename")
        story = window.end()
    said = scene.refusal("undo", str(scene.file))
    scene.expect("recover" in said, f"it said {said}")
    with scene.command("recover") as recover:
        recover.communicate()
    scene.expect(recover.returncode == 0, "it could not be recovered")
    assert story.kept is not None
    with desk_of(scene.folder).look(scene.file) as document:
        scene.expect(document.history()[-1].id == story.kept["id"], "recovered, and not there")


def commands(scene: Scene) -> None:
    """Many commands at once: each is done whole or refused, and no step is lost."""
    before = scene.steps()
    running = [scene.command("undo", str(scene.file)) for _racer in range(RACERS)]
    codes = []
    for process in running:
        with process:
            process.communicate()
        codes.append(process.returncode)
    scene.expect(set(codes) <= {0, 2} and 0 in codes, f"they ended with {codes}")
    undone = scene.steps()[len(before) :]
    could = min(codes.count(0), before.count("do") - before.count("undo"))
    scene.expect(undone == ["undo"] * could, f"{codes.count(0)} of them said so, {undone}")


def two_computers(scene: Scene) -> None:
    """The lock does not get through a sync program: the second to publish is told."""
    elsewhere = fresh(scene.folder / "elsewhere")
    with puppet(scene.folder) as first, puppet(elsewhere) as second:
        first.do("open")
        (elsewhere / "user").rmdir()
        (elsewhere / "user").symlink_to(scene.file.parent)
        beside(scene.file, "lock").unlink()
        scene.expect(second.do("open")["said"] == "done", "the second could not open it")
        first.do("rename")
        second.do("rename")
        scene.expect(second.do("publish")["said"] == "done", "nobody could publish")
        theirs = scene.file.read_bytes()
        for task in ("publish", "close"):
            scene.expect(first.do(task)["said"] == "refused", f"two silent writers: {task}")
        scene.expect(scene.file.read_bytes() == theirs, "the other’s state was overwritten")
        scene.expect(first.do("save_as", "mine.journey")["said"] == "done", "mine has no place")
        assert first.story.kept is not None
        with desk_of(scene.folder).look(scene.file.with_name("mine.journey")) as document:
            mine = document.history()[-1].id
        scene.expect(mine == first.story.kept["id"], "mine is not what was kept")


TRIALS: tuple[Trial, ...] = (
    second_window,
    copied_lock,
    killed_owner,
    race,
    race_for_untitled,
    command_beside_a_window,
    command_after_a_crash,
    commands,
    two_computers,
)


def run(folder: Path, short: bool) -> Iterator[Outcome]:
    """Do each so many times."""
    outcome = Outcome("R7", "two windows, commands, computers at once")
    with Stable() as stable:
        template = make_templates(stable, folder)["plain"]
    for number, trial in itertools.product(range(1 if short else ROUNDS), TRIALS):
        outcome.trials += 1
        scene = Scene(fresh(folder / "trial", template), f"{trial.__name__} {number}", outcome)
        trial(scene)
    yield outcome
