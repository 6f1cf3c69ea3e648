"""A window like the user's, with folders, a clock and a catalogue of its own."""

from __future__ import annotations

import datetime
import itertools
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from journeymapper.app import resources
from journeymapper.app.paths import Paths
from journeymapper.app.services import Services
from journeymapper.app.settings import THEME, SettingsFile
from journeymapper.document.desk import Desk
from journeymapper.document.example import fill_from_example, read_example
from journeymapper.document.tx import Tx
from journeymapper.domain.message import _
from journeymapper.domain.sources import Clock
from journeymapper.text.catalogue import ENGLISH, Catalogue
from journeymapper.text.engine import TextEngine
from journeymapper.ui.app import build
from journeymapper.ui.main_window import MainWindow

NOW = datetime.datetime(2026, 5, 12, 8, 14, tzinfo=datetime.UTC)
"""The instant at which everything here happens."""

TODAY = "2026-05-12"


class StandingClock:
    """A clock that stands still unless it is told that time passes."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime.datetime:
        return self.now

    def passes(self, seconds: float) -> None:
        """Go on by so many seconds."""
        self.now += datetime.timedelta(seconds=seconds)


@dataclass(frozen=True)
class Rig:
    """A window and the folder it lives in; the user's files are in ``files``."""

    window: MainWindow
    folder: Path
    services: Services
    clock: StandingClock

    @property
    def files(self) -> Path:
        """The folder of the user's own files."""
        return self.folder / "Maps"

    def settle(self) -> None:
        """Let everything happen that is waiting to happen, pictures drawn when idle too."""
        for _turn in range(40):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def application() -> QApplication:
    """Return the application, made when there is none."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication(["journeymapper"])


def services_in(folder: Path, clock: Clock = lambda: NOW) -> Services:
    """Return services whose folders are all under one; ids are counted."""
    paths = Paths.under(folder / "home")
    paths.make()
    numbers = itertools.count(1)
    return Services(paths, clock, lambda: f"{next(numbers):032x}", resources.find())


@contextmanager
def opened(
    folder: Path,
    *,
    theme: str = "light",
    size: tuple[int, int] = (1366, 768),
    catalogue: Catalogue = ENGLISH,
    engine: TextEngine | None = None,
) -> Iterator[Rig]:
    """Open a window of a size (logical px) in an empty folder; close it at the end."""
    clock = StandingClock()
    services = services_in(folder, clock)
    (folder / "Maps").mkdir(exist_ok=True)
    SettingsFile(services.paths.settings).set(THEME, theme)
    window = build(services, application(), engine, catalogue)
    rig = Rig(window, folder, services, clock)
    window.resize(*size)
    window.show()
    window.resize(*size)
    window.activateWindow()
    rig.settle()
    try:
        yield rig
    finally:
        window.close()
        window.deleteLater()
        rig.settle()


class Stage:
    """Windows for one state after the other, of one size and language."""

    def __init__(
        self, folder: Path, size: tuple[int, int], catalogue: Catalogue, engine: TextEngine
    ) -> None:
        self._folder = folder
        self._size = size
        self._catalogue = catalogue
        self._engine = engine
        self._kept: Rig | None = None
        self._open = ExitStack()

    @contextmanager
    def window(self, *, still: bool) -> Iterator[Rig]:
        """Give a fresh window; states in a row that leave all as it was share one.

        No window stays open behind a fresh one: whatever styles the application styles both.
        """
        if not still:
            self.close()
        if self._kept is None:
            self._kept = self._open.enter_context(self._fresh())
        yield self._kept
        if not still:
            self.close()

    def close(self) -> None:
        """Close what is still open."""
        self._kept = None
        self._open.close()

    @contextmanager
    def _fresh(self) -> Iterator[Rig]:
        size, catalogue, engine = self._size, self._catalogue, self._engine
        with (
            TemporaryDirectory(dir=self._folder) as folder,
            opened(Path(folder), size=size, catalogue=catalogue, engine=engine) as rig,
        ):
            yield rig


def example_file(rig: Rig, name: str = "dental.journey") -> Path:
    """Write the worked example as a file of the user's and return its path."""
    path = rig.files / name
    path.write_bytes(_example())
    return path


@cache
def _example() -> bytes:
    """Return the file of the worked example, which takes longer to make than to open.

    Its ids begin with e: those that a window counts never meet them.
    """
    found = resources.find()
    example = read_example(found.examples, found.templates)
    numbers = itertools.count(1)

    def fill(tx: Tx) -> None:
        fill_from_example(tx, example, created=TODAY)

    with TemporaryDirectory() as made:
        desk = Desk(Path(made) / "desk", lambda: NOW, lambda: f"e{next(numbers):031x}")
        document = desk.create(fill, _("Start"))
        path = Path(made) / "example.journey"
        document.save_as(path)
        document.close()
        return path.read_bytes()
