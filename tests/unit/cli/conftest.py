"""A command line in this process: services of its own in a folder of its own."""

import datetime
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from journeymapper.app import resources
from journeymapper.app.paths import Paths
from journeymapper.app.services import Services
from journeymapper.cli.main import main
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document
from journeymapper.document.operations.projects import set_project
from journeymapper.domain.message import _
from journeymapper.domain.sources import new_id

_PRELUDE = """
import os, sys
from pathlib import Path
from journeymapper.document.desk import Desk
from journeymapper.document.operations.projects import set_project
from journeymapper.document.templates import fill_blank
from journeymapper.domain.message import _
from journeymapper.domain.sources import new_id, now
desk, name = Desk(Path(sys.argv[1]), now, new_id), sys.argv[2]
"""

NOW = datetime.datetime(2026, 5, 12, 9, 30, tzinfo=datetime.UTC)


@dataclass
class Result:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it said, read as JSON."""
        return json.loads(self.out)

    @property
    def complaint(self) -> str:
        """The one line of a command that could not use its input."""
        assert self.code == 2, self
        assert self.out == ""
        assert self.err.startswith("journeymapper: ")
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1
        return self.err.removeprefix("journeymapper: ").strip()


class Shell:
    """Runs commands; ``folder`` is where files go, everything of the app's own lies elsewhere."""

    def __init__(self, home: Path, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        paths = Paths.under(home)
        paths.make()
        self.services = Services(paths, lambda: NOW, new_id, resources.find())
        self._capture = capture

    def run(self, *argv: object) -> Result:
        """Run a command and return what came of it."""
        self._capture.readouterr()
        code = main([str(part) for part in argv], self.services)
        said = self._capture.readouterr()
        return Result(code, said.out, said.err)

    def ok(self, *argv: object) -> Result:
        """Run a command that has to end well and in silence on stderr."""
        result = self.run(*argv)
        assert (result.code, result.err) == (0, "")
        return result

    def example(self, name: str = "practice.journey") -> Path:
        """Make the worked example and return its path."""
        path = self.folder / name
        self.ok("new", path, "--sample")
        return path

    def desk(self) -> Desk:
        """Return the desk whose working copies the commands see."""
        return Desk(self.services.paths.working, self.services.clock, self.services.new_id)

    def opened(self, path: Path) -> Document:
        """Open a file as a window would."""
        return self.desk().open(path)

    def files(self) -> list[str]:
        """Return the names of all files in the folder, hidden ones too."""
        return sorted(path.name for path in self.folder.iterdir())

    def crash_while_editing(self, path: Path | None) -> None:
        """Change the title in another process that ends before it writes the file."""
        code = _PRELUDE + (
            "document = desk.open(Path(name)) if name else desk.create(fill_blank, _('Begin'))\n"
            "with document.step(_('Work')) as tx:\n"
            "    set_project(tx, title='Crashed')\n"
            "os._exit(9)\n"
        )
        ended = subprocess.run(self._process(code, path), check=False, timeout=60)
        assert ended.returncode == 9

    def edit_copy(self, path: Path, copy: Path, title: str) -> None:
        """Copy a file and change the title in the copy, as another computer would."""
        shutil.copy(path, copy)
        desk = Desk(self.folder.parent / "elsewhere", self.services.clock, new_id)
        document = desk.open(copy)
        with document.step(_("Work elsewhere")) as tx:
            set_project(tx, title=title)
        document.close()

    @contextmanager
    def held_open_elsewhere(self, path: Path) -> Iterator[None]:
        """Hold a file open in another process."""
        code = _PRELUDE + (
            "document = desk.open(Path(name))\nprint('open', flush=True)\ninput()\n"
            "document.close()\n"
        )
        process = subprocess.Popen(
            self._process(code, path), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        with process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"open\n"
            yield
            process.communicate(b"\n", timeout=60)
        assert process.returncode == 0

    def _process(self, code: str, path: Path | None) -> list[str]:
        working = str(self.services.paths.working)
        return [sys.executable, "-c", code, working, "" if path is None else str(path)]

    def log(self) -> str:
        """Return what the log says of failures of ours."""
        path = self.services.paths.logs / "journeymapper.log"
        return path.read_text("utf-8") if path.exists() else ""

    def left_behind(self) -> list[Path]:
        """Return the files that remain among the working copies."""
        return [p for p in self.services.paths.working.rglob("*") if p.is_file()]


@pytest.fixture
def shell(tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Return a shell with empty folders."""
    return Shell(tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("files"), capsys)
