"""System calls of a process: counted, made to fail one at a time, or killed at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.judge import Story
from tests.faults.running import finish
from tests.faults.tools import tool

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

_MARKS = ('\\"begin\\"', '\\"end\\"')


@dataclass(frozen=True)
class Point:
    """One system call of a process: its name, and the how-manieth of this name it is."""

    call: str
    number: int

    def __str__(self) -> str:
        return f"{self.call} {self.number}"


def traced(log: Path, calls: Sequence[str], *more: str) -> list[str]:
    """Return the beginning of a command that writes a process's system calls to a file."""
    options = ["-f", "-qq", "--seccomp-bpf", "-o", str(log), "-e", f"trace={','.join(calls)}"]
    return [tool("strace"), *options, *more]


def points(log: Path, argv: Sequence[str]) -> list[Point]:
    """Run a process and return the changing calls between its marks ``begin`` and ``end``."""
    finish([*traced(log, (*CHANGING, "writev")), *argv])
    counts: dict[str, int] = dict.fromkeys(CHANGING, 0)
    found: list[Point] = []
    inside = False
    for line in log.read_text(errors="replace").splitlines():
        call = line.partition(" ")[2].strip().partition("(")[0]
        if call == "writev":
            inside = _inside(line, inside)
        elif call in counts:
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


def struck(log: Path, argv: Sequence[str], point: Point, fault: str) -> tuple[Story, bool]:
    """Run a process with a fault at a point: ``KILL`` or the name of an error.

    Returns what it said and whether the fault came.
    """
    what = "signal=SIGKILL" if fault == "KILL" else f"error={fault}"
    inject = f"inject={point.call}:{what}:when={point.number}"
    story = finish([*traced(log, (point.call,), "-e", inject), *argv])
    seen = "killed by SIGKILL" if fault == "KILL" else "(INJECTED)"
    return story, any(seen in line for line in _last_lines(log))


def _last_lines(log: Path) -> Iterator[str]:
    with log.open(errors="replace") as lines:
        yield from lines
