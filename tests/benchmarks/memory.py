"""What a large journey takes in memory, beside the window without one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import content
from tests.benchmarks.measuring import Result, alternate, emit
from tests.benchmarks.places import ROOT, scratch

STEPS = 5000
RUNS = 3
"""Fewer than elsewhere: memory hardly differs from run to run."""


def rows() -> Iterator[Result]:
    """Yield the row; it needs /proc."""
    if not Path("/proc/self/status").exists():
        return
    made = content.journey(STEPS)
    with scratch() as folder:
        path = content.file_with(folder, made.fill)
        home = folder / "home"
        yield Result(
            "memory",
            "memory with a large journey open",
            f"{made.words}, window of 1366 x 768, {RUNS} runs",
            "the window with no file open",
            *alternate(lambda: _resident(home, path), lambda: _resident(home), runs=RUNS, warm=0),
            goal=2.0,
            unit="MB",
        )


def _resident(home: Path, *files: Path) -> float:
    """Return the bytes that a process holds when its window has been drawn."""
    shutil.rmtree(home, ignore_errors=True)
    environment = os.environ | {"JOURNEYMAPPER_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.benchmarks.memory_window", *map(str, files)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return float(done.stdout)


if __name__ == "__main__":
    emit(rows())
