"""The import contracts of pyproject.toml break when a rule is broken, and only then."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT

LAYERS = (
    {"ui", "cli"},
    {"document", "export", "importing", "app"},
    {"drawing"},
    {"storage", "analysis"},
    {"text"},
    {"domain"},
)
"""The rooms from top to bottom: each may import what stands below it, with exceptions."""

NARROWER = {"document": {"drawing", "text"}, "storage": {"text"}}
"""What a room may not import although it stands below; storage is for document alone."""

ROOMS = sorted(set[str]().union(*LAYERS))

OUTSIDE = {
    "PySide6": {"ui", "text"},
    "shiboken6": {"ui", "text"},
    "sqlalchemy": {"storage"},
    "sqlite3": {"storage"},
    "numpy": {"analysis"},
    "networkx": {"analysis"},
    "reportlab": set[str](),
}
"""What each outside package is for."""

Judge = subprocess.Popen[str]


class Sketch:
    """A copy of the house with empty rooms, judged by the real contracts."""

    def __init__(self, folder: Path, judge: Judge) -> None:
        self.folder = folder
        self.judge = judge
        shutil.copy(ROOT / "pyproject.toml", folder)
        for place in ("", *ROOMS, "export/pdf"):
            self.write(f"{place}/__init__.py".lstrip("/"), "")

    def write(self, path: str, text: str) -> None:
        """Put ``text`` into the file ``path`` of the sketched package."""
        file = self.folder / "journeymapper" / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def broken(self) -> list[str]:
        """Return the names of the contracts that do not hold."""
        assert self.judge.stdin is not None
        assert self.judge.stdout is not None
        self.judge.stdin.write(f"{self.folder}\n")
        self.judge.stdin.flush()
        names = json.loads(self.judge.stdout.readline())
        assert isinstance(names, list)
        return names


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    """Return a process that judges what it is told to."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.architecture.judge"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture
def sketch(tmp_path: Path, judge: Judge) -> Sketch:
    """Return a house that keeps all rules."""
    return Sketch(tmp_path, judge)


def test_the_command_judges_as_the_tests_do(sketch: Sketch) -> None:
    sketch.write("domain/late.py", "def late():\n    import journeymapper.ui, PySide6\n")
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-logo", "--no-cache"]
    done = subprocess.run(command, cwd=sketch.folder, capture_output=True, text=True, check=False)
    said = [line.removesuffix(" BROKEN") for line in done.stdout.splitlines() if "BROKEN" in line]
    assert done.returncode == 1
    assert said == sketch.broken()
    assert len(said) == 2


def test_all_that_is_allowed_passes(sketch: Sketch) -> None:
    for room in ROOMS:
        allowed = set(ROOMS) - _forbidden(room) - {room}
        names = [f"journeymapper.{other}" for other in sorted(allowed)]
        names += [package for package, rooms in OUTSIDE.items() if room in rooms]
        sketch.write(f"{room}/all.py", "".join(f"import {name}\n" for name in names))
    sketch.write("export/pdf/canvas.py", "import reportlab.pdfgen\n")
    sketch.write("cli/recover.py", "import journeymapper.storage.recovery\n")
    sketch.write("storage/recovery.py", "")
    sketch.write("__main__.py", "import journeymapper.ui, journeymapper.storage, PySide6\n")
    assert sketch.broken() == []


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_imports_what_is_not_below_it(sketch: Sketch, room: str) -> None:
    unbroken = []
    for other in sorted(_forbidden(room)):
        sketch.write(f"{room}/late.py", f"def late():\n    import journeymapper.{other}\n")
        if not sketch.broken():
            unbroken.append(other)
    assert unbroken == []


@pytest.mark.parametrize("package", sorted(OUTSIDE))
def test_outside_packages_stay_in_their_room(sketch: Sketch, package: str) -> None:
    for room in sorted(set(ROOMS) - OUTSIDE[package]):
        sketch.write(f"{room}/outside.py", f"import {package}\n")
    wrong = sketch.broken()
    assert len(wrong) == 1
    listed = _sources_of(wrong[0])
    assert listed == {f"journeymapper.{room}" for room in set(ROOMS) - OUTSIDE[package]}


def test_a_new_room_needs_a_place_in_the_layers(sketch: Sketch) -> None:
    sketch.write("helpers.py", "")
    assert sketch.broken() == ["Rooms import downwards only; siblings never import each other"]


def test_every_room_of_the_plan_stands() -> None:
    assert [room for room in ROOMS if not (PACKAGE / room / "__init__.py").is_file()] == []


def _forbidden(room: str) -> set[str]:
    """Return the rooms whose import into ``room`` the contracts must refuse."""
    level = next(index for index, rooms in enumerate(LAYERS) if room in rooms)
    refused = set[str]().union(*LAYERS[: level + 1], NARROWER.get(room, set())) - {room}
    return refused if room == "document" else refused | ({"storage"} - {room})


def _sources_of(contract: str) -> set[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    return {
        name for entry in contracts if entry["name"] == contract for name in entry["source_modules"]
    }
