"""Every state of the window as a careful eye would judge it: nothing cut, crossed or too small."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from journeymapper.text.catalogue import ENGLISH, Catalogue
from journeymapper.text.engine import TextEngine
from journeymapper.ui.main_window import MainWindow
from tests.screenshots import rig, scenes
from tests.screenshots.judge import judged
from tests.screenshots.pseudo import PseudoCatalogue
from tests.screenshots.rig import Stage
from tests.screenshots.scenes import SCENES, Scene

SMALL, LARGE = (1366, 768), (1920, 1080)

LARGE_SCENES = [
    s for s in SCENES if s.name in ("01-map", "01b-map-all-rows", "08b-home", "03-personas")
]
LIKE_PLAN = (
    "06-workshop",
    "14f-answers-questions",
    "14g-answers-results",
)
"""Places that are made alike; one of them stands for all in other languages and scales."""

GRABS = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")
"""What the offscreen platform says when a menu opens."""


class Stages:
    """One window at a time: building one dresses all that are open anew."""

    def __init__(self, folder: Path, engine: TextEngine) -> None:
        self._folder, self._engine = folder, engine
        self._name = ""
        self._stage: Stage | None = None

    def of(self, name: str, size: tuple[int, int], catalogue: Catalogue = ENGLISH) -> Stage:
        """Return the stage of a name; the one before is closed."""
        if self._stage is None or self._name != name:
            self.close()
            folder = self._folder / name
            folder.mkdir()
            self._name, self._stage = name, Stage(folder, size, catalogue, self._engine)
        return self._stage

    def close(self) -> None:
        if self._stage is not None:
            self._stage.close()
        self._stage = None


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory, engine: TextEngine) -> Iterator[Stages]:
    made = Stages(tmp_path_factory.mktemp("stages"), engine)
    yield made
    made.close()


@pytest.fixture
def small(stages: Stages) -> Stage:
    return stages.of("small", SMALL)


@pytest.fixture
def large(stages: Stages) -> Stage:
    return stages.of("large", LARGE)


@pytest.fixture
def long_words(stages: Stages) -> Stage:
    return stages.of("long", SMALL, PseudoCatalogue())


def named(scene: Scene) -> str:
    return scene.name


@GRABS
@pytest.mark.parametrize("scene", SCENES, ids=named)
def test_nothing_is_cut_crossed_or_too_small(scene: Scene, small: Stage) -> None:
    found = judged(small, scene)
    assert not found, "\n".join(found)


@GRABS
@pytest.mark.parametrize("scene", LARGE_SCENES, ids=named)
def test_nor_on_a_large_screen(scene: Scene, large: Stage) -> None:
    found = judged(large, scene)
    assert not found, "\n".join(found)


@GRABS
@pytest.mark.parametrize("scene", [s for s in SCENES if s.name not in LIKE_PLAN], ids=named)
def test_nor_in_a_language_of_long_words(scene: Scene, long_words: Stage) -> None:
    found = judged(long_words, scene)
    assert not found, "\n".join(found)


class Windows(QObject):
    """Notes every window that is shown, however shortly."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, MainWindow)
        ):
            self.shown.append(type(watched).__name__)
        return super().eventFilter(watched, event)


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    watch = Windows()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


def test_no_other_window_flashes_up(windows: Windows, tmp_path: Path, engine: TextEngine) -> None:
    with rig.opened(tmp_path, engine=engine) as here:
        place = scenes.map_of(here)
        here.window.binding.run("view.details")
        here.window.binding.run("rows.more")
        for key in here.window.places.keys():  # noqa: SIM118 - not a mapping
            here.window.show_place(key)
        here.window.show_place("map")
        here.settle()
        assert windows.shown == []
        assert here.window.isActiveWindow()
        assert QApplication.focusWidget() is place.canvas.view
