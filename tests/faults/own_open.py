"""R8: nothing of ours opens a database file that this process has open: closing it frees its locks.

python -m tests.faults.own_open FOLDER
"""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.faults.actor import Actor
from tests.faults.judge import fresh
from tests.faults.outcome import Outcome
from tests.faults.running import ROOT

MAGIC = b"SQLite format 3\0"
_MOST_DESCRIPTORS = 256

SESSION = (
    *("create", "edit", "type", "save_as", "edit", "publish", "undo", "redo", "save_copy"),
    *("picture", "close", "open", "many", "state", "publish", "delete_cards", "close"),
    *("create", "type", "leave", "resume", "edit", "look", "save_as", "type", "close"),
)
"""A session that comes to every place where files are opened."""


def run(folder: Path, _short: bool) -> Iterator[Outcome]:
    """Watch a session; and once more with one such opening, which has to be noticed."""
    for name in ("", "--open"):
        outcome = Outcome("R8", "own opening of an open database", must_fail=bool(name))
        if name:
            outcome.what = "harness can fail: the working copy is opened once"
        command = [sys.executable, "-m", "tests.faults.own_open", str(fresh(folder / "trial"))]
        command += [name] if name else []
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        said = json.loads(done.stdout) if done.returncode == 0 else {}
        outcome.trials = said.get("opened", 0)
        outcome.note = done.stderr.decode()[-500:]
        for path in said.get("wrong", []):
            outcome.add("wrong", f"{path} was opened while it was open as a database")
        yield outcome


class Watch:
    """Hears of every file that Python opens, and looks whether it is open as a database."""

    def __init__(self, folder: Path) -> None:
        self.opened = 0
        self.wrong: list[str] = []
        self._folder = folder
        self._looking = False

    def hear(self, event: str, arguments: tuple[object, ...]) -> None:
        """Take note of an event of the interpreter."""
        if event != "open" or self._looking or not isinstance(arguments[0], str | os.PathLike):
            return
        path = Path(arguments[0])
        if path.is_relative_to(self._folder) and path.is_file():
            self.opened += 1
            self._looking = True
            if _is_open(path.stat()) and _is_database(path):
                self.wrong.append(str(path))
            self._looking = False


def _is_database(path: Path) -> bool:
    """Look with the eyes of another process: ours would free the locks."""
    command = ["head", "-c", "16", str(path)]
    return subprocess.run(command, capture_output=True, check=False).stdout == MAGIC


def _is_open(wanted: os.stat_result) -> bool:
    return any(_is(wanted, descriptor) for descriptor in range(3, _MOST_DESCRIPTORS))


def _is(wanted: os.stat_result, descriptor: int) -> bool:
    try:
        found = os.fstat(descriptor)
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and os.path.samestat(found, wanted)


class Session(Actor):
    """An actor that also looks around, as the home place of the window does."""

    def leave(self) -> None:
        """Close the document that has no file; it waits."""
        self.document.close()

    def look(self) -> None:
        """Look for what a crash left, and at the file, while a document is open."""
        self.desk.untitled()
        self.desk.unfinished()
        self.desk.backups(self.document.doc_id)


def main(folder: Path, *, once: bool) -> None:
    """Run the session and print what was opened."""
    watch = Watch(folder)
    sys.addaudithook(watch.hear)
    actor = Session(folder, lambda *_said, **_more: None, seed=8)
    for task in SESSION:
        getattr(actor, task)()
        if once and task == "many":
            actor.document._store.path.read_bytes()
    print(json.dumps({"opened": watch.opened, "wrong": watch.wrong}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), once="--open" in sys.argv)
