"""A window like the user's, with folders, a clock and a catalogue of its own."""

from __future__ import annotations

import datetime
import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

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


def example_file(rig: Rig, name: str = "dental.journey") -> Path:
    """Write the worked example as a file of the user's and return its path."""
    files = rig.services.resources
    example = read_example(files.examples, files.templates)

    def fill(tx: Tx) -> None:
        fill_from_example(tx, example, created=TODAY)

    desk = Desk(rig.folder / "other", rig.services.clock, rig.services.new_id)
    document = desk.create(fill, _("Start"))
    path = rig.files / name
    document.save_as(path)
    document.close()
    return path
