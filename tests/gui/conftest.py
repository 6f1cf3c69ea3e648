"""What tests with a window share: a whole window on folders of its own, closed at the end."""

from __future__ import annotations

import datetime
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.app import resources
from journeymapper.app.paths import Paths
from journeymapper.app.services import Services
from journeymapper.app.settings import THEME, SettingsFile
from journeymapper.document.desk import Desk
from journeymapper.document.example import fill_from_example, read_example
from journeymapper.domain.message import _
from journeymapper.domain.sources import new_id
from journeymapper.text.engine import TextEngine
from journeymapper.ui.app import build
from journeymapper.ui.main_window import MainWindow
from tests.gui.comment_world import Bare
from tests.gui.map_world import World, again, close_window, open_window

MakeWindow = Callable[..., MainWindow]


class Clock:
    """A clock that stands still until a test turns it."""

    def __init__(self) -> None:
        self.time = datetime.datetime(2026, 5, 15, 8, 14, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        return self.time


@pytest.fixture(autouse=True)
def _greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Times of day are those of UTC, wherever the tests run."""
    with monkeypatch.context() as zone:
        zone.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Bare]:
    """A window with nothing in it, for the parts of one file's tests."""
    made = Bare(tmp_path_factory.mktemp("app"), qapp)
    yield made
    made.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def services(tmp_path: Path, clock: Clock) -> Services:
    made = Services(Paths.under(tmp_path / "app"), clock, new_id, resources.find())
    made.paths.make()
    SettingsFile(made.paths.settings).set(THEME, "light")
    return made


@pytest.fixture(scope="session")
def engine(qapp: QApplication) -> TextEngine:
    """One for all windows: they say the same words again and again."""
    return TextEngine(resources.find().fonts, qapp)


@pytest.fixture
def make_window(
    services: Services, qapp: QApplication, qtbot: QtBot, engine: TextEngine
) -> Iterator[MakeWindow]:
    """Make windows one after the other, as somebody does who starts the app again."""
    made: list[MainWindow] = []

    def make(size: tuple[int, int] | None = (1366, 768)) -> MainWindow:
        window = build(services, qapp, engine)
        made.append(window)
        if size is not None:
            window.resize(*size)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield make
    for window in made:
        if window.session.is_stopped:  # it would ask
            window.session.close()
        window.close()
        window.deleteLater()
    made.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    return make_window()


@pytest.fixture(scope="session")
def example() -> bytes:
    """The file of the worked example, which takes much longer to make than to open."""
    found = resources.find()
    example = read_example(found.examples, found.templates)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "patients.journey"
        document = Desk(Path(folder) / "desk", Clock(), new_id).create(
            lambda tx: fill_from_example(tx, example, created="2026-05-15"), _("Open the example")
        )
        document.save_as(path)
        document.close()
        return path.read_bytes()


@pytest.fixture
def open_example(tmp_path: Path, example: bytes) -> Callable[[MainWindow], Path]:
    """Give a function that opens the worked example in a window, from a file; returns the file."""

    def open_(window: MainWindow) -> Path:
        path = tmp_path / "Maps" / "patients.journey"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(example)
        window.open(path)
        assert window.session.document is not None
        return path

    return open_


@pytest.fixture(scope="module")
def small_map(qapp: QApplication) -> Iterator[World]:
    """The small journey in a window; one serves all tests of a file."""
    memory = Path("/dev/shm")  # noqa: S108  # where there is one: disks are tested elsewhere
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        opened = open_window(qapp, Path(folder))
        opened.window.show_place("map")
        yield opened
        close_window(opened)


@pytest.fixture
def world(small_map: World) -> World:
    """The same as it was at the beginning."""
    return again(small_map)
