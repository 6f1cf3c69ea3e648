"""Processes that are broken into, and what they say."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from tests.faults.judge import Story

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 60.0
"""Seconds of silence after which a process counts as stuck."""


class Talker:
    """A process that is told lines and says lines."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.child", *arguments],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": "0"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        self._rest = b""

    def tell(self, line: str) -> None:
        """Say a line to it."""
        self._stream("stdin").write(line.encode() + b"\n")

    def hear(self) -> dict[str, Any] | None:
        """Wait for its next line; None when it has ended."""
        while b"\n" not in self._rest:
            out = self._stream("stdout")
            if not select.select([out], [], [], LONGEST)[0]:
                raise TimeoutError("a process says nothing any more")
            more = os.read(out.fileno(), 1 << 16)
            if not more:
                return None
            self._rest += more
        line, _newline, self._rest = self._rest.partition(b"\n")
        said: dict[str, Any] = json.loads(line)
        return said

    def end(self) -> None:
        """Kill it and wait until it is gone."""
        if self.process.returncode is None:
            self.process.kill()
            for name in ("stdin", "stdout"):
                self._stream(name).close()
            self.process.wait()

    def _stream(self, name: str) -> IO[bytes]:
        stream: IO[bytes] = getattr(self.process, name)
        return stream


class Stable:
    """Starts processes quickly: each is a fork of one that has read all our code already."""

    def __init__(self) -> None:
        self._talker = Talker("stable")
        self.story = Story()
        self._child = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._talker.end()

    @property
    def pid(self) -> int:
        """The number of the process that forks."""
        return self._talker.process.pid

    def start(self, folder: Path, *tasks: str, **options: str | int) -> None:
        """Start a process that does these tasks in a folder; see `tests.faults.child`."""
        self.story = Story()
        more = [word for name, value in options.items() for word in (f"--{name}", str(value))]
        argv = [*tasks, "--in", str(folder), *more]
        self._talker.tell(json.dumps(argv))
        started = self._talker.hear()
        assert started is not None
        self._child = int(started["pid"])

    def hear(self) -> dict[str, Any] | None:
        """Wait for the next line of the process; None when it has ended."""
        try:
            said = self._talker.hear()
        except TimeoutError:
            os.kill(self._child, signal.SIGKILL)
            raise
        if said is None or said["said"] == "ended":
            return None
        self.story.said.append(said)
        return said

    def kill(self) -> Story:
        """Kill the process at once; returns all that it said."""
        os.kill(self._child, signal.SIGKILL)
        return self.rest()

    def rest(self) -> Story:
        """Wait until the process has ended; returns all that it said."""
        while self.hear() is not None:
            pass
        return self.story

    def finish(self, folder: Path, *tasks: str, **options: str | int) -> Story:
        """Run a process to its end and return what it said."""
        self.start(folder, *tasks, **options)
        return self.rest()

    def prepare(self, folder: Path, *tasks: str, seed: int = 0) -> None:
        """Run a process whose tasks have to succeed."""
        story = self.finish(folder, *tasks, seed=seed)
        assert story.all("end"), story.said[-1:]
        assert not story.was_refused, story.all("refused")


class Puppet:
    """A process with a desk of its own that does what it is told."""

    def __init__(self, folder: Path) -> None:
        self._talker = Talker("puppet", "--in", str(folder))
        self.story = Story()

    @property
    def pid(self) -> int:
        """Its number."""
        return self._talker.process.pid

    def do(self, *words: str) -> dict[str, Any]:
        """Tell it a task; returns ``done`` or ``refused`` with the reason."""
        self.tell(*words)
        return self.answer()

    def tell(self, *words: str) -> None:
        """Tell it a task and do not wait."""
        self._talker.tell(" ".join(words))

    def answer(self) -> dict[str, Any]:
        """Wait until its task has ended."""
        while (said := self._talker.hear()) is not None:
            self.story.said.append(said)
            if said["said"] in ("done", "refused"):
                return said
        raise AssertionError(f"the process ended: {self.story.all('crashed')}")

    def anew(self) -> None:
        """Let it forget everything, for another trial in the same folder."""
        self.story = Story()
        self.do("anew")

    def end(self) -> Story:
        """Kill it, if it is not dead; returns all that it said."""
        self._talker.end()
        return self.story


@contextmanager
def puppet(folder: Path) -> Iterator[Puppet]:
    """Give a puppet and kill it in the end."""
    made = Puppet(folder)
    try:
        yield made
    finally:
        made.end()
