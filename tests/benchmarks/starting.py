"""From nothing to a drawn window with a journey open, beside an empty window of Qt."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks import content
from tests.benchmarks.measuring import Result, alternate, emit, timed
from tests.benchmarks.places import ROOT, scratch

STEPS = 500

FLOOR = """
import os, sqlalchemy
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView
application = QApplication([])
scene = QGraphicsScene()
view = QGraphicsView(scene)
view.resize(1366, 768)
view.show()
application.processEvents()
os._exit(0)
"""

OURS = "tests.benchmarks.starting_window"


def rows() -> Iterator[Result]:
    """Yield the row."""
    made = content.journey(STEPS)
    with scratch() as folder:
        path = content.file_with(folder, made.fill)
        home = folder / "home"
        ours = [sys.executable, "-m", OURS, str(path)]
        floor = [sys.executable, "-c", FLOOR]
        yield Result(
            "starting",
            "start with a file, window drawn",
            f"{made.words}, {STEPS * 5:,} filled cells, 1366 x 768",
            "a process that imports QtWidgets and sqlalchemy and shows an empty QGraphicsView",
            *alternate(lambda: _ours(ours, home), lambda: _run(floor, home)),
            goal=1.5,
        )


def _ours(command: Sequence[str], home: Path) -> float:
    shutil.rmtree(home, ignore_errors=True)  # the process before ended without closing
    return _run(command, home)


def _run(command: Sequence[str], home: Path) -> float:
    environment = os.environ | {"JOURNEYMAPPER_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # who installs a program compiles it once
    return timed(lambda: subprocess.run(command, cwd=ROOT, env=environment, check=True))


if __name__ == "__main__":
    emit(rows())
