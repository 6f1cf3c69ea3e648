"""Ctrl+K: everything by a few letters, without the mouse."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from journeymapper.app.settings import RECENT
from journeymapper.document.operations import maps, stages, touchpoints
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import _
from journeymapper.ui.commands.printing import note_printed
from journeymapper.ui.finder.dialog import FinderDialog
from journeymapper.ui.finder.find import everything
from journeymapper.ui.finder.things import Kind
from journeymapper.ui.places.map_numbers import NumbersButton
from tests.gui.map_world import World, begin
from tests.screenshots.hands import Meanwhile, give_back

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def world(small_map: World) -> World:
    return begin(small_map)


def during(world: World, work: Callable[[FinderDialog], object]) -> None:
    """Press Ctrl+K and work in the dialog; it is closed afterwards."""
    meanwhile = Meanwhile()

    def act(dialog: FinderDialog) -> None:
        deadline = QDeadlineTimer(5000)
        while QApplication.focusWidget() is not dialog.search.field:
            assert not deadline.hasExpired()
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        work(dialog)
        if dialog.isVisible():
            dialog.reject()

    meanwhile.expect(FinderDialog, act)
    world.key(Qt.Key.Key_K, CTRL)
    give_back()
    if meanwhile.failed is not None:
        raise meanwhile.failed
    assert meanwhile.done


def find(world: World, typed: str, *keys: Qt.Key) -> list[str]:
    """Open the field, type, press keys; returns what was listed after the typing."""
    listed: list[str] = []

    def work(dialog: FinderDialog) -> None:
        world.type(typed)
        listed.extend(thing.words for thing in dialog.model.things)
        for key in keys:
            world.key(key)

    during(world, work)
    return listed


def here(world: World) -> str:
    spot = world.place.canvas.bench.cursor.spot
    reader = world.place.canvas.access.cells.of(spot)
    return reader.words if reader is not None else ""


def test_numbers_lead_to_steps_and_stages_a_word_to_its_card(world: World) -> None:
    listed = find(world, "2.2", Qt.Key.Key_Return)
    assert listed[0] == "2.2 Greeting"
    assert here(world) == "2.2 Greeting, 2 Arrive, Steps, step"
    assert world.place.canvas.view.hasFocus()
    assert world.place.canvas.view.marks.focus
    find(world, "3", Qt.Key.Key_Return)
    assert here(world) == "Stage 3 Pay"
    find(world, "looks up", Qt.Key.Key_Return)
    assert here(world) == "2.2 Greeting, 2 Arrive, Pains, Nobody looks up, High"


def test_a_card_in_a_hidden_row_leads_to_its_step_and_says_so(world: World) -> None:
    world.run("rows.more")
    world.select(world.spot("Form", LaneKind.METRIC))
    world.type("Seven of ten")
    world.key(Qt.Key.Key_Return)
    world.run("rows.more")
    find(world, "seven", Qt.Key.Key_Return)
    assert here(world).startswith("2.3 Form, 2 Arrive, Steps")
    assert any("row with this text is hidden" in text for text in world.window.status.texts())


def test_a_command_is_done(world: World) -> None:
    world.select(world.spot("Greeting"))
    find(world, "moment", Qt.Key.Key_Return)
    assert here(world).endswith("Steps, moment of truth")
    find(world, "take back", Qt.Key.Key_Return)
    assert here(world).endswith("Steps, step")


def test_every_kind_but_only_what_can_be_used_now_is_offered(world: World) -> None:
    assert {thing.kind for thing in everything(world.window)} >= set(Kind) - {Kind.FILE}
    world.select(world.spot("Greeting"))
    assert "Undo" not in find(world, "undo", Qt.Key.Key_Escape)
    world.run("step.moment_of_truth")
    assert "Undo" in find(world, "undo", Qt.Key.Key_Escape)
    world.window.session.close()
    listed = find(world, "", Qt.Key.Key_Escape)
    assert "New map" in listed
    assert "Save" not in listed
    assert "Find anything" not in listed


def test_arrows_choose_and_esc_changes_nothing(world: World) -> None:
    world.select(world.spot("Review"))
    find(world, "2", Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert here(world).startswith("2.1 Wrong day")
    find(world, "2.3", Qt.Key.Key_Escape)
    assert here(world).startswith("2.1 Wrong day")


def test_enter_does_nothing_while_nothing_fits(world: World) -> None:
    world.select(world.spot("Review"))

    def work(dialog: FinderDialog) -> None:
        world.type("zzz")
        world.key(Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert "“zzz”" in dialog.note
        assert dialog.search.field.accessibleDescription() == dialog.note

    during(world, work)


def test_a_step_of_another_map_and_a_persona_are_found(world: World) -> None:
    with world.document.step(_("Add a map")) as tx:
        other = maps.add_map(tx, "Emergency")
        touchpoints.add_touchpoint(tx, stages.add_stage(tx, other, "Call"), "Ambulance")
    find(world, "ambu", Qt.Key.Key_Return)
    assert world.map_id == other
    assert here(world).startswith("1.1 Ambulance")
    find(world, "Patient jour", Qt.Key.Key_Return)
    assert world.map_id != other
    find(world, "walter", Qt.Key.Key_Return)
    assert world.window.places.current().key == "personas"


def test_a_recent_file_is_opened(world: World, tmp_path: Path) -> None:
    world.window.session.save_as(tmp_path / "linden.journey")
    path = world.window.context.settings.get(RECENT)[0].path
    begin(world)
    find(world, "linden", Qt.Key.Key_Return)
    assert world.document.path == path


def test_the_key_works_while_one_types_and_keeps_the_text(world: World) -> None:
    world.select(world.spot("Greeting"))
    world.key(Qt.Key.Key_F2)
    world.type("Hello")
    find(world, "1.1", Qt.Key.Key_Return)
    assert "Hello" in world.steps()
    assert here(world).startswith("1.1 Review")


class Greedy(QLineEdit):
    """A text box that claims every key before the window sees it."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def test_a_text_box_does_not_take_the_key_for_itself(world: World) -> None:
    box = Greedy(world.window)
    box.setText("greet")
    box.show()
    box.setFocus()
    assert find(world, "2.1", Qt.Key.Key_Escape) == ["2.1 Wrong day"]
    assert box.text() == "greet"
    box.deleteLater()


def printed_and_changed(world: World) -> None:
    """Wall sheets of 12 May; since then Form stands before Greeting, and Review is gone."""
    note_printed(world.document, world.map_id, "wall", {"a": "b"}, datetime.date(2026, 5, 12))
    form, arrive = world.step("Form").id, world.stage("Arrive")
    with world.document.step(_("Move")) as tx:
        touchpoints.move_touchpoint(tx, form, arrive, 1)
        touchpoints.delete_touchpoint(tx, world.step("Review").id)


def test_numbers_of_printed_sheets_are_found_when_they_are_chosen(world: World) -> None:
    listed: dict[str, list[str]] = {}
    said: dict[str, str] = {}

    def work(dialog: FinderDialog) -> None:
        numbers = dialog.printed
        assert numbers is not None
        assert numbers.isVisible()
        for index in (0, 1):
            numbers.choice.setCurrentIndex(index)
            numbers.choice.activated.emit(index)
            for typed in ("2.2", "1.1"):
                dialog.search.field.setText(typed)
                key = f"{typed} {index}"
                listed[key] = [thing.words for thing in dialog.model.things]
                said[key] = dialog.said
        dialog.search.field.setText("2.2")
        world.key(Qt.Key.Key_Return)

    during(world, check_hidden)
    printed_and_changed(world)
    during(world, work)
    assert listed == {
        "2.2 0": ["2.2 Form", "2.3 Greeting"],
        "1.1 0": ["1.1 Web page"],
        "2.2 1": ["2.3 Greeting"],
        "1.1 1": [],
    }
    assert said["2.2 1"] == "2.2 on the sheets of 12 May is now 2.3 Greeting."
    assert said["1.1 0"] == "The step that is 1.1 on the sheets of 12 May was deleted since."
    assert here(world).startswith("2.3 Greeting")


def check_hidden(dialog: FinderDialog) -> None:
    assert dialog.printed is not None
    assert not dialog.printed.isVisible()


def test_the_search_field_offers_the_numbers_of_printed_sheets(world: World) -> None:
    field = world.place.bar.search.field
    (button,) = world.place.bar.search.findChildren(NumbersButton)
    assert not button.isVisible()
    printed_and_changed(world)
    assert button.isVisible()
    field.setText("2.2")
    assert here(world).startswith("2.2 Form")
    told = "2.2 on the sheets of 12 May is now 2.3 Greeting."
    assert told in world.window.status.texts()
    menu = button.menu()
    assert menu is not None
    now, printed = menu.actions()
    assert [now.text(), printed.text()] == [
        "Numbers as on the map now",
        "Numbers as printed on 12 May",
    ]
    printed.trigger()
    assert here(world).startswith("2.3 Greeting")
    assert button.isChecked()
    assert button.accessibleName() == "Numbers as printed on 12 May"
    world.run("view.table")
    for typed, numbers in (("2.2", ["2.3"]), ("1.1", [])):
        field.setText(typed)
        model = world.place.table.panel.model
        header = Qt.Orientation.Vertical
        assert [model.headerData(i, header) for i in range(model.rowCount())] == numbers
    world.run("view.table")
    world.run("edit.undo")
    assert not button.isVisible()
    assert world.window.session.numbering.chosen(world.document.snapshot, world.map_id) is None
