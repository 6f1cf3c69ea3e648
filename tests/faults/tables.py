"""R14: damaged tables: each is read, or refused with one sentence, and the document stays.

python -m tests.faults.tables FIRST COUNT      (in a process of its own: memory)
"""

from __future__ import annotations

import io
import json
import os
import pickle
import resource
import signal
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from random import Random

from journeymapper.document.taking import take
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Project
from journeymapper.domain.errors import UserError
from journeymapper.domain.snapshot import Snapshot
from journeymapper.importing.answers.found import found_in, to_look_at
from journeymapper.importing.answers.guess import guess
from journeymapper.importing.answers.reading import Known, read
from journeymapper.importing.tables.reading import read_table
from journeymapper.importing.tables.refusing import TableError
from journeymapper.importing.tables.table import Table
from tests.faults.mutations import cut_anywhere, nasty_number, some_bytes
from tests.faults.outcome import Outcome
from tests.faults.running import ROOT
from tests.unit.importing.answer_files import MESSY, ods_of, xlsx_of
from tests.unit.importing.xls_files import xls_of

TABLES = 8000
TABLES_SHORT = 300
CHUNK = 300
SECONDS = 6.0
MEGABYTES = 700

_ROWS = [line.split(";") for line in MESSY.decode("cp1252").splitlines() if line]
SOUND: Mapping[str, bytes] = {
    "csv": MESSY,
    "xlsx": xlsx_of([[int(c) if c.isdecimal() else c for c in row] for row in _ROWS]),
    "ods": ods_of([[int(c) if c.isdecimal() else c for c in row] for row in _ROWS]),
    "xls": xls_of([[int(c) if c.isdecimal() else c for c in row] for row in _ROWS]),
}
"""One of each kind that has nothing wrong with it."""


def doubled(content: bytearray, chance: Random) -> None:
    """Put a piece of it in again somewhere."""
    at, length = chance.randrange(len(content)), chance.randrange(1, 200)
    place = chance.randrange(len(content))
    content[place:place] = content[at : at + length]


def taken_out(content: bytearray, chance: Random) -> None:
    """Leave a piece out."""
    at = chance.randrange(len(content))
    del content[at : at + chance.randrange(1, 200)]


def marks(content: bytearray, chance: Random) -> None:
    """Put in what steers tables: quotes, separators, ends of lines, NUL."""
    for _mark in range(chance.randrange(1, 8)):
        at = chance.randrange(len(content))
        content[at:at] = chance.choice((b'"', b";", b",", b"\n", b"\r", b"\0", b"\xff", b"<"))


MUTATIONS: tuple[Callable[[bytearray, Random], None], ...] = (
    some_bytes,
    nasty_number,
    cut_anywhere,
    doubled,
    taken_out,
    marks,
)


def mutated(number: int) -> tuple[str, bytes]:
    """Return the kind and the bytes of a damaged table; the number decides all of it."""
    chance = Random(number)
    kind = list(SOUND)[number % len(SOUND)]
    change = chance.choice(MUTATIONS)
    if kind in ("xlsx", "ods") and chance.random() < 0.6:
        return kind, _inside(SOUND[kind], change, chance)
    content = bytearray(SOUND[kind])
    change(content, chance)
    return kind, bytes(content)


def _inside(data: bytes, change: Callable[[bytearray, Random], None], chance: Random) -> bytes:
    """Damage one text of a workbook and pack it soundly, so that the damage is reached."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([n for n, text in texts.items() if len(text) > 8])
    text = bytearray(texts[name])
    change(text, chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in texts.items():
            archive.writestr(member, bytes(text) if member == name else content)
    return out.getvalue()


def read_apart(data: bytes) -> Table:
    """Read a table as the app does, in a process that may end in the middle; raises TableError.

    It is a fork of this one: to start another for each table would take hours.
    """
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(round(SECONDS))  # ends also a reader that never comes back
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # some tell at length what they met
        said: object
        try:
            said = read_table(data)
        except Exception as error:  # noqa: BLE001 - the other process tells them apart
            said = error
        with os.fdopen(theirs, "wb") as out:
            pickle.dump(said, out)
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as found:
        content = found.read()
    _child, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM:
        raise TimeoutError("the reader never came back")
    if not content:
        raise TableError("damaged")
    table = pickle.loads(content)  # noqa: S301 - from our own process
    if isinstance(table, Exception):
        raise table
    assert isinstance(table, Table)
    return table


def tried(data: bytes, reading: Callable[[bytes], Table] = read_table) -> str:
    """Read a table as the import does, up to the step; returns what came of it.

    Anything else than a sentence for people goes out as it is raised.
    """
    snapshot = Snapshot.of([Project("p", "Visit")])
    ids = count()
    try:
        table = reading(data)
        mapping = guess(table)
        answers = read(table, mapping, Known())
        found_in(table, mapping, answers)
        to_look_at(table, mapping, answers)
        for problem in answers.problems:
            assert str(problem.message)
        take(Tx(snapshot, lambda: f"i{next(ids)}"), answers.intake("x.csv", mapping), "2026-05-12")
    except TableError as error:
        return "refused" if str(error.said()) else "refused without a word"
    except UserError as error:
        return "refused by its columns" if str(error) else "refused without a word"
    return "read with problems" if answers.problems else "read"


def run(folder: Path, short: bool) -> Iterator[Outcome]:  # noqa: ARG001 - all in memory
    """Damage so many tables and count what came of them."""
    outcome = Outcome("R14", "damaged tables")
    tables = TABLES_SHORT if short else TABLES
    for first in range(0, tables, CHUNK):
        command = [sys.executable, "-m", "tests.faults.tables", str(first), str(CHUNK)]
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
        said = [json.loads(line) for line in done.stdout.splitlines()]
        for line in said:
            if "wrong" in line:
                outcome.add("wrong", line["wrong"])
        counts = said[-1].get("counts", {}) if said else {}
        outcome.trials += counts.pop("tables", 0)
        outcome.counts.update(counts)
        outcome.expect(bool(counts), f"the process for {first} ended: {done.returncode}")
    yield outcome


def main(first: int, number: int) -> None:
    """Try so many; print what is wrong and the numbers."""
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    counts: Counter[str] = Counter()
    for trial in range(first, first + number):
        kind, data = mutated(trial)
        counts["tables"] += 1
        begun = time.monotonic()
        try:
            counts[f"{kind} {tried(data, read_apart)}"] += 1
        except BaseException as error:  # noqa: BLE001 - exactly this must not happen
            print(json.dumps({"wrong": f"{kind} {trial}: {error!r}"}), flush=True)
        if time.monotonic() - begun > SECONDS:
            print(json.dumps({"wrong": f"{kind} {trial} took too long"}), flush=True)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if used > MEGABYTES:
        print(json.dumps({"wrong": f"{used} MB were used"}), flush=True)
    print(json.dumps({"counts": counts}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
