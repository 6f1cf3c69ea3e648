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
from tests.screenshots.pseudo import PseudoCatalogue
from tests.screenshots.scenes import SCENES, Scene
from tests.screenshots.walk import faults_of

SMALL, LARGE = (1366, 768), (1920, 1080)

LARGE_SCENES = [s for s in SCENES if s.name in ("01-map", "01b-map-all-rows", "08b-home")]
LIKE_PLAN = ("03-personas", "06-workshop", "14-answers")
"""Places that are made alike; one of them stands for all in other languages and scales."""

GRABS = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")
"""What the offscreen platform says when a menu opens."""


def judged(
    scene: Scene, folder: Path, size: tuple[int, int], catalogue: Catalogue, engine: TextEngine
) -> list[str]:
    with rig.opened(folder, size=size, catalogue=catalogue, engine=engine) as here:
        shown = scene.show(here)
        here.settle()
        found = [str(fault) for fault in faults_of(shown)]
        if shown is not here.window:
            shown.close()
        return found


def named(scene: Scene) -> str:
    return scene.name


@GRABS
@pytest.mark.parametrize("scene", SCENES, ids=named)
def test_nothing_is_cut_crossed_or_too_small(
    scene: Scene, tmp_path: Path, engine: TextEngine
) -> None:
    found = judged(scene, tmp_path, SMALL, ENGLISH, engine)
    assert not found, "\n".join(found)


@GRABS
@pytest.mark.parametrize("scene", LARGE_SCENES, ids=named)
def test_nor_on_a_large_screen(scene: Scene, tmp_path: Path, engine: TextEngine) -> None:
    found = judged(scene, tmp_path, LARGE, ENGLISH, engine)
    assert not found, "\n".join(found)


@GRABS
@pytest.mark.parametrize("scene", [s for s in SCENES if s.name not in LIKE_PLAN], ids=named)
def test_nor_in_a_language_of_long_words(scene: Scene, tmp_path: Path, engine: TextEngine) -> None:
    found = judged(scene, tmp_path, SMALL, PseudoCatalogue(), engine)
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
