"""Starting the process that is broken into, and hearing what it says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.faults.judge import Story

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 120.0
"""Seconds that a process may run."""


def command(folder: Path, *task: str, seed: int = 0, seeded: str = "") -> list[str]:
    """Return the command of a process that does these tasks."""
    more = ["--seeded", seeded] if seeded else []
    child = [sys.executable, "-m", "tests.faults.child", *task, "--in", str(folder)]
    return [*child, "--seed", str(seed), *more]


def environment() -> dict[str, str]:
    """Return an environment in which the same process does the same system calls."""
    return os.environ | {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}


def finish(argv: Sequence[str]) -> Story:
    """Run a process to its end and return what it said."""
    ended = subprocess.run(
        argv,
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=LONGEST,
        check=False,
    )
    return Story.read(ended.stdout)


class Child:
    """A process whose lines are read as they come."""

    def __init__(self, argv: Sequence[str]) -> None:
        self.process = subprocess.Popen(
            argv,
            cwd=ROOT,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.story = Story()

    def hear(self) -> dict[str, Any] | None:
        """Wait for the next line; None when the process has ended."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line.endswith(b"\n"):
            return None
        said: dict[str, Any] = json.loads(line)
        self.story.said.append(said)
        return said

    def tell(self, *words: str) -> dict[str, Any]:
        """Tell a puppet what to do and return how that ended."""
        assert self.process.stdin is not None
        self.process.stdin.write(" ".join(words).encode() + b"\n")
        self.process.stdin.flush()
        while (said := self.hear()) is not None:
            if said["said"] in ("done", "refused"):
                return said
        raise AssertionError(f"the process ended at {words}: {self.story.all('crashed')}")

    def kill(self) -> Story:
        """Kill it at once; returns all that it said."""
        self.process.kill()
        while self.hear() is not None:
            pass
        self._end()
        return self.story

    def _end(self) -> None:
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()
        self.process.wait()


@contextmanager
def puppet(folder: Path) -> Iterator[Child]:
    """Give a process that does what it is told, and kill it in the end."""
    child = Child(command(folder, "puppet"))
    try:
        yield child
    finally:
        if child.process.returncode is None:
            child.kill()
