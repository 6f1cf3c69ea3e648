"""The projector follows the card; the sheets to ask with are real files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.domain.kinds import Frequency
from journeymapper.ui.commands import walking
from journeymapper.ui.walk.facts import pain_lane
from journeymapper.ui.walk.guide import Question
from journeymapper.ui.walk.projector import Projector
from tests.gui.walk_world import CTRL, WalkWorld, close_world, open_world
from tests.screenshots.sitting import words_of

Key = Qt.Key


@pytest.fixture(scope="module")
def shown(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WalkWorld]:
    world = open_world(qapp, tmp_path_factory.mktemp("projector"))
    yield world
    close_world(world)


@pytest.fixture
def walk(shown: WalkWorld) -> WalkWorld:
    shown.begin()
    return shown


class Opener(QObject):
    """Takes note of what would be opened with another program."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def opener() -> Iterator[Opener]:
    found = Opener()
    QDesktopServices.setUrlHandler("file", found, "open")  # type: ignore[arg-type]  # takes text
    yield found
    QDesktopServices.unsetUrlHandler("file")


def project(walk: WalkWorld, qtbot: QtBot) -> Projector:
    walk.click(walk.parts.page.side.project)
    projector = walk.parts.projector
    assert projector is not None
    qtbot.waitUntil(projector.isActiveWindow)
    return projector


def test_on_the_only_screen_the_keys_are_answered_there(walk: WalkWorld, qtbot: QtBot) -> None:
    projector = project(walk, qtbot)
    assert projector.alone
    assert projector.isFullScreen()
    walk.key(Key.Key_Return, Key.Key_2, Key.Key_3)
    walk.type("Nobody knows us, 3 of 4 times")
    walk.key(Key.Key_Return)
    assert walk.feelings()[0] == -2
    assert walk.pains()[0] == (Frequency.OFTEN, "Nobody knows us, 3 of 4 times")
    assert (walk.guide.place, walk.guide.question) == (1, Question.HAVE)
    walk.key(Key.Key_F2)
    walk.type("Web page")
    walk.key(Key.Key_Return)
    assert walk.here() == "Web page"
    walk.key(Key.Key_Z, held=CTRL)
    assert walk.here() == "Practice web page"
    walk.key(Key.Key_Escape)
    assert walk.parts.projector is None
    assert walk.card.isVisible()
    assert walk.here() == "Practice web page"


def test_light_and_dark_are_the_projectors_own(walk: WalkWorld, qtbot: QtBot) -> None:
    projector = project(walk, qtbot)
    window = walk.window.context.theme.name
    before = projector.theme
    walk.key(Key.Key_D, held=CTRL)
    assert {before, projector.theme} == {"light", "dark"}
    assert walk.window.context.theme.name == window
    walk.place.walk.stop()
    assert walk.parts.projector is None


def test_on_the_only_screen_it_covers_everything_private(walk: WalkWorld, qtbot: QtBot) -> None:
    projector = project(walk, qtbot)
    assert projector.geometry() == walk.window.screen().geometry()
    inside = [projector, *projector.findChildren(QWidget)]
    texts = {w.windowTitle() for w in inside} | {w.accessibleName() for w in inside}
    assert "The step in play" in texts
    path = walk.document.path
    assert path is not None
    assert not any(path.stem in text or path.parent.name in text for text in texts)
    projector.close()


def test_a_screen_that_is_plugged_in_takes_it_and_nothing_typed_is_lost(
    walk: WalkWorld, qtbot: QtBot
) -> None:
    first = project(walk, qtbot)
    walk.key(Key.Key_F2)
    walk.type("Signpost")
    (screen,) = QGuiApplication.screens()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.screenAdded.emit(screen)
    second = walk.parts.projector
    assert second is not None
    assert second is not first
    assert second.isFullScreen()
    assert walk.here() == "Signpost"
    second.close()


def test_the_questionnaire_is_made_and_opened(
    walk: WalkWorld, qtbot: QtBot, opener: Opener
) -> None:
    worst = walk.step("Called in").id
    lane = pain_lane(walk.document.snapshot, walk.guide.map_id)
    walking.write_pain(walk.document, lane, worst, None, "Half an hour, 3 of 5 times")
    walk.guide.go_to(walk.guide.order[-1])
    walk.guide.next()
    finish = walk.parts.page.finish
    made: list[Path] = []
    for number, button in enumerate((finish.ask, finish.count)):
        path = walk.folder / f"sheet-{number}.pdf"
        QTimer.singleShot(0, lambda path=path: choose(path))
        walk.click(button)
        qtbot.waitUntil(lambda: not walk.parts.asking.busy)
        made.append(path)
    assert opener.opened == made
    questions, count = (words_of(path) for path in made)
    assert "How was your visit?" in questions
    assert "Rebooking at the desk" in questions
    assert "Count it for one week" in count
    assert "What goes wrong: Half an hour, 3 of 5 times" in count


def choose(path: Path) -> None:
    """Answer the dialog that asks for a place."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()
