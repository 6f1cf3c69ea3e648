"""The first hour of the practice manager, with the mouse alone, except for words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from journeymapper.document.document import SaveState
from journeymapper.domain.entities import Project, Touchpoint
from journeymapper.domain.kinds import LaneKind, MomentOfTruth
from journeymapper.ui.canvas.palette import DragButton
from journeymapper.ui.dialogs.export import ExportDialog
from journeymapper.ui.dialogs.start_map import StartMapDialog
from tests.screenshots import rig
from tests.screenshots.hands import button
from tests.screenshots.sitting import Sitting, words_of

PAIN = "Nobody says how long it takes, für “alle” – schade"
OWNER = "Praxis Dr. Müller & Söhne"

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot) -> Iterator[Sitting]:
    with rig.opened(tmp_path) as here:
        yield Sitting(here, qtbot)


def test_from_the_template_to_the_printed_map(first: Sitting, tmp_path: Path, qtbot: QtBot) -> None:
    start_from_the_template(first)
    drag_a_step_to_another_stage(first)
    drop_a_moment_of_truth(first)
    type_a_pain(first)
    take_it_back_and_bring_it_again(first)
    pdf = export_a_pdf(first)
    path = save(first)
    kept = first.document.snapshot
    first.window.close()
    assert first.window.session.document is None
    printed = words_of(pdf)
    assert "Nobody says how long it takes" in printed
    assert "Waiting room" in printed

    with rig.opened(tmp_path) as here:
        again = Sitting(here, qtbot)
        again.mouse.click(button(here.window, "Continue: Patient journey"))
        qtbot.waitUntil(lambda: here.window.session.document is not None)
        assert again.document.path == path
        assert again.document.snapshot == kept
        assert again.shown() >= {PAIN, "Waiting room", "Greeting"}
        assert again.steps_of("Wait") == ["Waiting room", "Greeting", "Called in"]
        assert again.document.save_state == SaveState.SAVED


def start_from_the_template(story: Sitting) -> None:
    def answer(dialog: StartMapDialog) -> None:
        story.mouse.click(button(dialog, "Dental practice"))
        story.mouse.click(dialog.organisation)
        story.keyboard.write(OWNER)
        story.mouse.click(button(dialog, "Start my map"))

    story.meanwhile.expect(StartMapDialog, answer)
    story.mouse.click(button(story.window, "Start my map"))
    story.settled()
    project = next(iter(story.document.snapshot.table(Project).values()))
    assert project.organisation == OWNER
    assert len(story.document.snapshot.table(Touchpoint)) == 14
    story.mouse.click(button(story.window, "Go to the map"))


def drag_a_step_to_another_stage(story: Sitting) -> None:
    viewport = story.map.canvas.view.viewport()
    assert story.stage_of("Greeting") == "Arrive"
    target = story.at("Called in", LaneKind.TOUCHPOINT) - QPointF(20, 0)
    story.mouse.drag(viewport, story.at("Greeting", LaneKind.TOUCHPOINT), viewport, target)
    assert story.steps_of("Wait") == ["Waiting room", "Greeting", "Called in"]


def drop_a_moment_of_truth(story: Sitting) -> None:
    assert story.step("Waiting room").moment_of_truth == MomentOfTruth.NONE
    source = button(story.window, "Moment of truth")
    assert isinstance(source, DragButton)
    viewport = story.map.canvas.view.viewport()
    story.mouse.drag(source, None, viewport, story.at("Waiting room", LaneKind.TOUCHPOINT))
    assert story.step("Waiting room").moment_of_truth != MomentOfTruth.NONE


def type_a_pain(story: Sitting) -> None:
    viewport = story.map.canvas.view.viewport()
    story.mouse.click(viewport, story.at("Waiting room", LaneKind.PAIN))
    story.keyboard.write(PAIN)
    story.mouse.click(viewport, story.at("Cleaning", LaneKind.TOUCHPOINT))
    story.qtbot.waitUntil(lambda: PAIN in story.texts())


def take_it_back_and_bring_it_again(story: Sitting) -> None:
    story.mouse.click(button(story.window, "Undo"))
    assert PAIN not in story.texts()
    story.mouse.click(button(story.window, "Redo"))
    assert PAIN in story.texts()


def export_a_pdf(story: Sitting) -> Path:
    path = story.rig.files / "wall.pdf"

    def answer(dialog: ExportDialog) -> None:
        story.mouse.click(button(dialog, "Export"))
        story.qtbot.waitUntil(lambda: dialog.written == (path,), timeout=20_000)
        story.mouse.click(button(dialog, "Close"))

    story.meanwhile.expect(QMenu, lambda _menu: story.mouse.choose("Export"))
    story.meanwhile.expect(ExportDialog, answer)
    expect_file_dialog(story, path)
    story.mouse.click(story.window.activity.logo)
    story.settled()
    assert path.is_file()
    return path


def save(story: Sitting) -> Path:
    path = story.rig.files / "praxis.journey"
    story.meanwhile.expect(QMenu, lambda _menu: story.mouse.choose("Save"))
    expect_file_dialog(story, path)
    story.mouse.click(story.window.activity.logo)
    story.settled()
    story.qtbot.waitUntil(lambda: story.document.save_state == SaveState.SAVED)
    assert path.is_file()
    return path


def expect_file_dialog(story: Sitting, path: Path) -> None:
    def answer(dialog: QFileDialog) -> None:
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(field, QLineEdit)
        story.mouse.click(field)
        field.selectAll()
        story.keyboard.write(str(path))
        story.mouse.click(button(dialog, "Save"))

    story.meanwhile.expect(QFileDialog, answer)
