"""The same hour without a mouse: every way there has a key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from journeymapper.document.document import SaveState
from journeymapper.domain.entities import Feeling, Project, Touchpoint
from journeymapper.domain.kinds import LaneKind, MomentOfTruth
from journeymapper.ui.canvas.spots import kind_of_row
from journeymapper.ui.dialogs.export import ExportDialog
from journeymapper.ui.dialogs.start_map import StartMapDialog
from tests.screenshots import rig
from tests.screenshots.sitting import Sitting, words_of

PAIN = "Greeted by nobody, twice"
OWNER = "Linden Dental Practice"
TABS = 40
"""More than there are stops in any dialog."""


pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot) -> Iterator[Sitting]:
    with rig.opened(tmp_path) as here:
        yield Sitting(here, qtbot)


def test_the_whole_way_by_keys(first: Sitting, tmp_path: Path, qtbot: QtBot) -> None:
    start_from_the_template(first)
    move_a_step_to_another_stage(first)
    mark_a_moment_of_truth(first)
    set_a_feeling(first)
    type_a_pain(first)
    take_it_back_and_bring_it_again(first)
    add_and_name_a_step(first)
    pdf = export_a_pdf(first)
    path = save(first)
    kept = first.document.snapshot
    first.keyboard.press("Ctrl+W")
    qtbot.waitUntil(lambda: first.window.session.document is None)
    first.keyboard.press("Ctrl+Q")
    qtbot.waitUntil(lambda: not first.window.isVisible())
    printed = words_of(pdf)
    assert PAIN in printed
    assert "Ask at the desk" in printed

    with rig.opened(tmp_path) as here:
        again = Sitting(here, qtbot)
        tab_to(again, "Continue: Patient journey")
        again.keyboard.press("Space")
        qtbot.waitUntil(lambda: here.window.session.document is not None)
        assert again.document.path == path
        assert again.document.snapshot == kept
        assert again.shown() >= {PAIN, "Waiting room", "Greeting", "Ask at the desk"}


def tab_to(story: Sitting, name: str) -> None:
    """Go from stop to stop until the one of a name has the keyboard."""
    for _stop in range(TABS):
        found = QApplication.focusWidget()
        if found is not None and found.accessibleName().startswith(name):
            return
        text = getattr(found, "text", str)()
        if isinstance(text, str) and text.replace("&", "").startswith(name):
            return
        story.keyboard.press("Tab")
    raise AssertionError(f"no stop of the Tab key is “{name}”")


def start_from_the_template(story: Sitting) -> None:
    def answer(_dialog: StartMapDialog) -> None:
        tab_to(story, "Dental practice")
        story.keyboard.press("Space")
        tab_to(story, "Name of your practice")
        story.keyboard.write(OWNER)
        story.keyboard.press("Return")

    story.meanwhile.expect(StartMapDialog, answer)
    tab_to(story, "Start my map")
    story.keyboard.press("Space")
    story.settled()
    project = next(iter(story.document.snapshot.table(Project).values()))
    assert project.organisation == OWNER
    assert len(story.document.snapshot.table(Touchpoint)) == 14
    assert story.map.walk.walking
    story.keyboard.press("Esc")
    assert QApplication.focusWidget() is story.map.canvas.view


def find(story: Sitting, words: str) -> None:
    story.keyboard.press("Ctrl+F")
    story.keyboard.write(words)
    story.keyboard.press("Return", "Esc")
    assert QApplication.focusWidget() is story.map.canvas.view


def row(story: Sitting) -> LaneKind | None:
    """Return the row in which the cursor stands."""
    place = story.map
    spot, layout = place.canvas.bench.cursor.spot, place.projection.layout
    assert spot is not None
    assert layout is not None
    return kind_of_row(layout, spot.lane)


def go_to_row(story: Sitting, kind: LaneKind, key: str) -> None:
    for _row in range(TABS):
        if row(story) == kind:
            return
        story.keyboard.press(key)
    raise AssertionError(f"{key} does not lead to {kind}")


def move_a_step_to_another_stage(story: Sitting) -> None:
    find(story, "3.2")
    assert story.map.canvas.bench.cursor.steps == (story.step("Greeting").id,)
    story.keyboard.press("Alt+Right")
    assert story.steps_of("Wait") == ["Greeting", "Waiting room", "Called in"]


def mark_a_moment_of_truth(story: Sitting) -> None:
    find(story, "Waiting room")
    assert story.step("Waiting room").moment_of_truth == MomentOfTruth.NONE
    story.keyboard.press("Ctrl+M")
    assert story.step("Waiting room").moment_of_truth != MomentOfTruth.NONE


def set_a_feeling(story: Sitting) -> None:
    find(story, "Greeting")
    go_to_row(story, LaneKind.FEELING, "Down")
    story.keyboard.write("-3")
    story.keyboard.press("Return")
    step = story.step("Greeting").id
    values = {f.value for f in story.document.snapshot.table(Feeling).values()}
    assert step in {f.touchpoint for f in story.document.snapshot.table(Feeling).values()}
    assert values == {-3}


def type_a_pain(story: Sitting) -> None:
    find(story, "Greeting")
    go_to_row(story, LaneKind.PAIN, "Down")
    story.keyboard.write(PAIN)
    story.keyboard.press("Return")
    assert PAIN in story.texts()


def take_it_back_and_bring_it_again(story: Sitting) -> None:
    story.keyboard.press("Ctrl+Z")
    assert PAIN not in story.texts()
    story.keyboard.press("Ctrl+Y")
    assert PAIN in story.texts()


def add_and_name_a_step(story: Sitting) -> None:
    find(story, "Greeting")
    story.keyboard.press("Ctrl+Return")
    story.keyboard.write("Ask at the desk")
    story.keyboard.press("Return")
    assert story.steps_of("Wait")[:2] == ["Greeting", "Ask at the desk"]


def export_a_pdf(story: Sitting) -> Path:
    path = story.rig.files / "wall.pdf"

    def answer(dialog: ExportDialog) -> None:
        tab_to(story, "Export")
        story.keyboard.press("Space")
        story.qtbot.waitUntil(lambda: dialog.written == (path,), timeout=20_000)
        story.keyboard.press("Esc")

    story.meanwhile.expect(ExportDialog, answer)
    expect_file_dialog(story, path)
    story.keyboard.press("Ctrl+E")
    story.settled()
    assert path.is_file()
    return path


def save(story: Sitting) -> Path:
    path = story.rig.files / "linden.journey"
    expect_file_dialog(story, path)
    story.keyboard.press("Ctrl+S")
    story.settled()
    story.qtbot.waitUntil(lambda: story.document.save_state == SaveState.SAVED)
    assert path.is_file()
    return path


def expect_file_dialog(story: Sitting, path: Path) -> None:
    def answer(_dialog: QFileDialog) -> None:
        story.keyboard.press("Ctrl+A")
        story.keyboard.write(str(path))
        story.keyboard.press("Return")

    story.meanwhile.expect(QFileDialog, answer)
