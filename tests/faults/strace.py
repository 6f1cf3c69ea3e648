"""System calls of a process: counted, made to fail one at a time, or killed at."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.faults.judge import Story
from tests.faults.running import Stable
from tests.faults.tools import ToolMissingError, tool

CHANGING = (
    "openat",
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "unlink",
    "unlinkat",
    "ftruncate",
    "fallocate",
    "mkdir",
    "chmod",
    "fchmod",
    "fchmodat",
    "copy_file_range",
    "sendfile",
)
"""Every system call with which a process can change what is on a disk."""

SEED = 7
"""The same process does the same calls."""

_MARKS = ('\\"begin\\"', '\\"end\\"')


@dataclass(frozen=True)
class Point:
    """One system call of a process: its name, and the how-manieth of this name it is."""

    call: str
    number: int

    def __str__(self) -> str:
        return f"{self.call} {self.number}"


@contextmanager
def attached(stable: Stable, log: Path, calls: Sequence[str], *more: str) -> Iterator[None]:
    """Write these calls of the processes that are started inside to a file."""
    options = ["-f", "-o", str(log), "-e", f"trace={','.join(calls)}", *more]
    tracer = subprocess.Popen(
        [tool("strace"), "-p", str(stable.pid), *options], stderr=subprocess.PIPE, text=True
    )
    assert tracer.stderr is not None
    with tracer.stderr:
        first = tracer.stderr.readline()
        if "attached" not in first:
            tracer.wait()
            raise ToolMissingError(f"strace may not attach: {first.strip()}")
        try:
            yield
        finally:
            tracer.send_signal(signal.SIGINT)
            tracer.stderr.read()
            tracer.wait()


def points(stable: Stable, log: Path, folder: Path, *tasks: str, seeded: str = "") -> list[Point]:
    """Run a process and return the changing calls between its marks ``begin`` and ``end``."""
    with attached(stable, log, (*CHANGING, "writev")):
        stable.finish(folder, *tasks, seed=SEED, seeded=seeded)
    counts: dict[str, int] = dict.fromkeys(CHANGING, 0)
    found: list[Point] = []
    inside = False
    for line in log.read_text(errors="replace").splitlines():
        number, _space, rest = line.partition(" ")
        call = rest.strip().partition("(")[0]
        if call == "writev":
            inside = _inside(line, inside)
        elif call in counts and int(number) != stable.pid:
            counts[call] += 1
            if inside and _changes(line):
                found.append(Point(call, counts[call]))
    return found


def _inside(line: str, inside: bool) -> bool:
    if any(mark in line for mark in _MARKS):
        return _MARKS[0] in line
    return inside


def _changes(line: str) -> bool:
    """Opening a file only to read it changes nothing."""
    return "openat(" not in line or "O_CREAT" in line or "O_RDWR" in line


def struck(
    stable: Stable, log: Path, point: Point, fault: str, folder: Path, *tasks: str, seeded: str = ""
) -> tuple[Story, bool]:
    """Run a process with a fault at a point: ``KILL`` or the name of an error.

    After an error with a ``+`` the same call fails ever after. Returns what the process said
    and whether the fault came.
    """
    error = fault.rstrip("+")
    what = "signal=SIGKILL" if fault == "KILL" else f"error={error}"
    when = f"{point.number}+" if fault != error else str(point.number)
    inject = f"inject={point.call}:{what}:when={when}"
    with attached(stable, log, (point.call,), "-e", inject):
        story = stable.finish(folder, *tasks, seed=SEED, seeded=seeded)
    seen = "killed by SIGKILL" if fault == "KILL" else "(INJECTED)"
    return story, seen in log.read_text(errors="replace")
