"""The first hour of the practice manager, with the mouse alone, except for words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from journeymapper.document.document import Document, SaveState
from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Project, Stage, Touchpoint
from journeymapper.domain.kinds import LaneKind, MomentOfTruth
from journeymapper.ui.canvas.palette import DragButton
from journeymapper.ui.canvas.spots import Spot, box_of, lane_of_kind
from journeymapper.ui.dialogs.export import ExportDialog
from journeymapper.ui.dialogs.start_map import StartMapDialog
from journeymapper.ui.places.map import MapPlace
from tests.screenshots import rig
from tests.screenshots.hands import Keyboard, Meanwhile, Mouse, button
from tests.screenshots.rig import Rig

PAIN = "Nobody says how long it takes, für “alle” – schade"
OWNER = "Praxis Dr. Müller & Söhne"

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")


class Story:
    """One sitting at the window."""

    def __init__(self, here: Rig, qtbot: QtBot) -> None:
        self.rig = here
        self.window = here.window
        self.qtbot = qtbot
        self.mouse = Mouse()
        self.keyboard = Keyboard()
        self.meanwhile = Meanwhile()
        qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def document(self) -> Document:
        document = self.window.session.document
        assert document is not None
        return document

    @property
    def map(self) -> MapPlace:
        place = self.window.places.current()
        assert isinstance(place, MapPlace)
        return place

    def step(self, name: str) -> Touchpoint:
        found = self.document.snapshot.table(Touchpoint).values()
        return next(step for step in found if step.name == name)

    def stage_of(self, name: str) -> str:
        return self.document.snapshot.get(Stage, self.step(name).stage).name

    def at(self, name: str, row: LaneKind, down: float = 0.5) -> QPointF:
        """Return a point of the viewport inside the cell of a step in a row, in view."""
        place = self.map
        layout = place.projection.layout
        assert layout is not None
        step = self.step(name)
        spot = Spot(lane_of_kind(layout, row), step.stage, step.id)
        box = box_of(layout, spot)
        assert box is not None
        view = place.canvas.view
        rect = view.board.to_view(box)
        point = QPointF(rect.center().x(), rect.top() + rect.height() * down)
        assert view.viewport().rect().contains(point.toPoint())
        return point

    def expect_file_dialog(self, path: Path) -> None:
        def answer(dialog: QFileDialog) -> None:
            field = dialog.findChild(QLineEdit, "fileNameEdit")
            assert isinstance(field, QLineEdit)
            self.mouse.click(field)
            field.selectAll()
            self.keyboard.write(str(path))
            self.mouse.click(button(dialog, "Save"))

        self.meanwhile.expect(QFileDialog, answer)

    def settled(self) -> None:
        """Wait until every dialog that was expected has come and gone."""
        self.qtbot.waitUntil(lambda: self.meanwhile.done or self.meanwhile.failed is not None)
        if self.meanwhile.failed is not None:
            raise self.meanwhile.failed
        if QApplication.focusWindow() is None:  # what a window manager does
            self.window.activateWindow()
            self.qtbot.waitUntil(self.window.isActiveWindow)


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot) -> Iterator[Story]:
    with rig.opened(tmp_path) as here:
        yield Story(here, qtbot)


def test_from_the_template_to_the_printed_map(first: Story, tmp_path: Path, qtbot: QtBot):
    start_from_the_template(first)
    drag_a_step_to_another_stage(first)
    drop_a_moment_of_truth(first)
    type_a_pain(first)
    take_it_back_and_bring_it_again(first)
    pdf = export_a_pdf(first)
    path = save(first)
    kept = first.document.snapshot
    first.mouse.click(button(first.window, "Home"))
    assert first.window.close()
    assert first.window.session.document is None
    text = words_of(pdf)
    assert "Nobody says how long it takes" in text
    assert "Waiting room" in text

    with rig.opened(tmp_path) as here:
        again = Story(here, qtbot)
        again.mouse.click(button(here.window, "Continue: Patient journey"))
        qtbot.waitUntil(lambda: here.window.session.document is not None)
        assert again.document.path == path
        assert again.document.snapshot == kept
        assert shown_words(again) >= {PAIN, "Waiting room", "Greeting"}
        assert again.stage_of("Greeting") == "Wait"
        assert again.document.save_state == SaveState.SAVED


def start_from_the_template(story: Story) -> None:
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
    assert isinstance(story.map, MapPlace)


def drag_a_step_to_another_stage(story: Story) -> None:
    viewport = story.map.canvas.view.viewport()
    assert story.stage_of("Greeting") == "Arrive"
    target = story.at("Called in", LaneKind.TOUCHPOINT)
    start = story.at("Greeting", LaneKind.TOUCHPOINT)
    story.mouse.drag(viewport, start, viewport, target - QPointF(20, 0))
    assert story.stage_of("Greeting") == "Wait"
    steps = queries.touchpoints(story.document.snapshot, story.step("Greeting").stage)
    assert [step.name for step in steps] == ["Waiting room", "Greeting", "Called in"]


def drop_a_moment_of_truth(story: Story) -> None:
    assert story.step("Waiting room").moment_of_truth == MomentOfTruth.NONE
    source = button(story.window, "Moment of truth")
    assert isinstance(source, DragButton)
    viewport = story.map.canvas.view.viewport()
    story.mouse.drag(source, None, viewport, story.at("Waiting room", LaneKind.TOUCHPOINT))
    assert story.step("Waiting room").moment_of_truth != MomentOfTruth.NONE


def type_a_pain(story: Story) -> None:
    viewport = story.map.canvas.view.viewport()
    story.mouse.click(viewport, story.at("Waiting room", LaneKind.PAIN))
    story.keyboard.write(PAIN)
    story.mouse.click(viewport, story.at("Cleaning", LaneKind.TOUCHPOINT))
    story.qtbot.waitUntil(lambda: PAIN in texts(story))


def take_it_back_and_bring_it_again(story: Story) -> None:
    story.mouse.click(button(story.window, "Undo"))
    assert PAIN not in texts(story)
    story.mouse.click(button(story.window, "Redo"))
    assert PAIN in texts(story)


def export_a_pdf(story: Story) -> Path:
    path = story.rig.files / "wall.pdf"

    def answer(dialog: ExportDialog) -> None:
        story.mouse.click(button(dialog, "Export"))
        story.qtbot.waitUntil(lambda: dialog.written == (path,), timeout=20_000)
        story.mouse.click(button(dialog, "Close"))

    story.meanwhile.expect(QMenu, lambda _menu: story.mouse.choose("Export"))
    story.meanwhile.expect(ExportDialog, answer)
    story.expect_file_dialog(path)
    story.mouse.click(story.window.activity.logo)
    story.settled()
    story.qtbot.waitUntil(path.exists)
    return path


def save(story: Story) -> Path:
    path = story.rig.files / "praxis.journey"
    story.meanwhile.expect(QMenu, lambda _menu: story.mouse.choose("Save"))
    story.expect_file_dialog(path)
    story.mouse.click(story.window.activity.logo)
    story.settled()
    story.qtbot.waitUntil(lambda: story.document.save_state == SaveState.SAVED)
    assert path.is_file()
    return path


def texts(story: Story) -> set[str]:
    return {card.text for card in story.document.snapshot.table(Card).values()}


def shown_words(story: Story) -> set[str]:
    """Return names and texts that stand on the map, as they are spoken."""
    layout = story.map.projection.layout
    assert layout is not None
    spoken = {group.entity for group in layout.cells}
    snapshot = story.document.snapshot
    names = {s.name for s in snapshot.table(Touchpoint).values() if s.id in spoken}
    return names | {c.text for c in snapshot.table(Card).values() if c.id in spoken}


def words_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(str(pdf))
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())
