"""R10: damaged documents, each opened, read to the last word, and sometimes written to.

python -m tests.faults.damage FOLDER FIRST COUNT      (in a process of its own: memory)
"""

from __future__ import annotations

import json
import resource
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from journeymapper.document.document import Document
from journeymapper.domain.errors import UserError
from journeymapper.domain.snapshot import Snapshot
from tests.faults.actor import Actor, desk_of, user_file, working_folder
from tests.faults.judge import fresh, images
from tests.faults.mutations import MUTATIONS
from tests.faults.outcome import Outcome
from tests.faults.power import fast_folder
from tests.faults.replay import TornError, replayed
from tests.faults.running import ROOT
from tests.reliability.make_format import format_file

DOCUMENTS = 20_000
DOCUMENTS_SHORT = 600
CHUNK = 1000
SECONDS = 6.0
MEGABYTES = 500
WRITTEN = 8
"""Each so-manieth document is opened to be changed, not only to be read."""


def run(folder: Path, short: bool) -> Iterator[Outcome]:
    """Damage so many documents and count what came of them."""
    outcome = Outcome("R10", "damaged documents")
    documents = DOCUMENTS_SHORT if short else DOCUMENTS
    with fast_folder(folder) as fast:
        for first in range(0, documents, CHUNK):
            chunk(fresh(fast / "trial"), first, min(CHUNK, documents - first), outcome)
    yield outcome


def chunk(folder: Path, first: int, count: int, outcome: Outcome) -> None:
    """Damage so many documents in a process of its own."""
    command = [sys.executable, "-m", "tests.faults.damage", str(folder), str(first), str(count)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    said = [json.loads(line) for line in done.stdout.splitlines()]
    for line in said:
        if "wrong" in line:
            outcome.add("wrong", line["wrong"])
    found = said[-1].get("counts", {}) if said else {}
    outcome.trials += found.pop("documents", 0)
    outcome.counts.update(found)
    outcome.expect(bool(found), f"the process for {first} to {first + count} ended: {done}")


def main(folder: Path, first: int, count: int) -> None:
    """Open so many damaged documents; print what is wrong and the numbers."""
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    worker = Worker(folder)
    for number in range(first, first + count):
        worker.open_damaged(number)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if used > MEGABYTES:
        worker.tell(f"{used} MB were used between {first} and {first + count}")
    print(json.dumps({"counts": worker.counts}))


class Worker:
    """Damages two sound documents, a small one and one with tiny pages."""

    def __init__(self, folder: Path) -> None:
        self.counts: Counter[str] = Counter()
        self._folder = folder
        self._path = user_file(folder)
        actor = Actor(folder, lambda *_said, **_more: None, seed=5)
        for task in ("create", "save_as", "many", "type", "picture", "undo", "redo", "close"):
            getattr(actor, task)()
        self._sound = [(self._path.read_bytes(), self._read()), self._old()]

    def open_damaged(self, number: int) -> None:
        """Open one; the number decides which and how it is damaged."""
        chance = Random(number)
        sound, snapshot = self._sound[number % 2]
        kind = chance.choice(sorted(MUTATIONS))
        damaged = bytearray(sound)
        MUTATIONS[kind](damaged, chance)
        self._path.write_bytes(damaged)
        self.counts["documents"] += 1
        begun = time.monotonic()
        try:
            self._open(number, damaged, snapshot)
        except UserError:
            self.counts["refused"] += 1
            if self._path.read_bytes() != damaged:
                self.tell(f"{kind} {number}: it was refused and changed")
        except Exception as error:  # noqa: BLE001 - exactly this must not happen
            self.tell(f"{kind} {number}: {error!r}")
        if time.monotonic() - begun > SECONDS:
            self.tell(f"{kind} {number}: it took {time.monotonic() - begun:.1f} s")
        left = [*working_folder(self._folder).iterdir()]
        if left or len([*self._path.parent.iterdir()]) > 1:
            self.tell(f"{kind} {number}: left behind {left}")
            fresh(self._folder)

    def tell(self, wrong: str) -> None:
        """Print what is wrong."""
        print(json.dumps({"wrong": wrong}), flush=True)

    def _open(self, number: int, damaged: bytearray, sound: Snapshot) -> None:
        desk = desk_of(self._folder)
        if number % WRITTEN == 0:
            document = desk.open(self._path)
            try:
                self._look(document, damaged, sound)
                document.undo()
                document.redo()
            finally:
                self._close(document)
        else:
            with desk.look(self._path) as document:
                self._look(document, damaged, sound)

    def _close(self, document: Document) -> None:
        """Close; damage that shows only now keeps the working copy, which is right."""
        try:
            document.close()
        except UserError:
            self.counts["kept, for they could not be written"] += 1
            document.put_away()
            for left in working_folder(self._folder).iterdir():
                left.unlink()
            raise

    def _look(self, document: Document, damaged: bytearray, sound: Snapshot) -> None:
        for step in document.history():
            document._store.changes_of(step.seq)
        if document.snapshot == sound:
            self.counts["read as they were"] += 1
            return
        self.counts["read otherwise"] += 1
        other = self._folder / "look"
        other.write_bytes(damaged)
        with closing(sqlite3.connect(other)) as raw:
            try:
                differs = replayed(raw) != images(document.snapshot)
            except (TornError, ValueError):
                differs = True
        self.counts["of these, known from the history"] += differs

    def _read(self) -> Snapshot:
        with desk_of(self._folder).look(self._path) as document:
            return document.snapshot

    def _old(self) -> tuple[bytes, Snapshot]:
        content = format_file(1).read_bytes()
        self._path.write_bytes(content)
        return content, self._read()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
