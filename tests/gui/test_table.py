"""The map as a table: writing, choosing, clearing, ordering and filtering, like a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymapper.document.operations import cards, people, touchpoints
from journeymapper.domain import queries
from journeymapper.domain.entities import Role
from journeymapper.domain.kinds import LaneKind, MomentOfTruth, Severity, TimeUnit
from journeymapper.domain.message import _
from journeymapper.export.table import csv_file
from journeymapper.ui.table.filters import Quick
from journeymapper.ui.table.panel import TablePanel
from tests.gui.map_world import World, begin, close_window, open_window

Key = Qt.Key


@pytest.fixture(scope="module")
def whole(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    world = open_window(qapp, tmp_path_factory.mktemp("table"))
    begin(world)
    world.run("view.table")
    yield world
    close_window(world)


@pytest.fixture
def world(whole: World) -> Iterator[World]:
    """The table of the small journey, as it was at the beginning."""
    table = whole.place.table
    table.set_shown(True)
    table.take_focus()
    yield whole
    table.abandon()
    whole.document.go_back(whole.document.history()[0], _("Begin again"))
    table.set_shown(True)
    table.panel.show_all()
    table.panel.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)


@pytest.fixture
def panel(world: World) -> TablePanel:
    return world.place.table.panel


def column(panel: TablePanel, key: str) -> int:
    found = panel.model.column_of(key)
    assert found >= 0
    return found


def lane(world: World, kind: LaneKind) -> str:
    lanes = queries.lanes(world.document.snapshot, world.map_id)
    return next(one.id for one in lanes if one.kind == kind)


def stand(world: World, panel: TablePanel, step: str, key: str) -> None:
    row = panel.model.row_of(world.step(step).id)
    panel.view.setCurrentIndex(panel.model.index(row, column(panel, key)))


def select(world: World, panel: TablePanel, key: str, *names: str) -> None:
    stand(world, panel, names[0], key)
    for name in names[1:]:
        row = panel.model.row_of(world.step(name).id)
        index = panel.model.index(row, column(panel, key))
        panel.view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)


def shown(panel: TablePanel, key: str) -> list[str]:
    place = column(panel, key)
    return [str(panel.model.index(r, place).data()) for r in range(panel.model.rowCount())]


def owner(world: World, step: str) -> str:
    role = world.document.snapshot.find(Role, world.step(step).owner)
    return role.name if role is not None else ""


def steps_done(world: World) -> int:
    return len(world.document.history())


def test_rows_are_the_steps_with_their_numbers(world: World, panel: TablePanel) -> None:
    model = panel.model
    heads = [model.headerData(r, Qt.Orientation.Vertical) for r in range(model.rowCount())]
    assert heads == ["1.1", "1.2", "2.1", "2.2", "2.3", "3.1"]
    assert shown(panel, "name") == world.steps()
    assert shown(panel, "feeling") == ["+2", "+2", "0", "0", "0", "−2"]


def test_typing_replaces_and_enter_goes_down(world: World, panel: TablePanel) -> None:
    stand(world, panel, "Greeting", "name")
    world.type("Hello")
    world.key(Key.Key_Return)
    assert world.steps()[3] == "Hello"
    assert panel.view.currentIndex().row() == 4


def test_tab_goes_across_and_escape_leaves_it_as_it_was(world: World, panel: TablePanel) -> None:
    stand(world, panel, "Form", "name")
    before = steps_done(world)
    world.key(Key.Key_F2)
    world.type("x")
    panel.flush()
    assert world.steps()[4] == "x"
    world.key(Key.Key_Escape)
    assert world.steps()[4] == "Form"
    world.type("Sheet")
    world.key(Key.Key_Tab)
    assert (world.steps()[4], panel.view.currentIndex().column()) == ("Sheet", 2)
    assert steps_done(world) == before + 3  # written, taken back, written


def test_a_wrong_number_stays_and_changes_nothing(world: World, panel: TablePanel) -> None:
    stand(world, panel, "Form", "feeling")
    before = steps_done(world)
    world.type("9")
    world.key(Key.Key_Return)
    assert panel.editing.active
    assert panel.editing.editor.problem == "Type a number from −5 to +5."
    assert steps_done(world) == before
    world.key(Key.Key_Backspace)
    world.type("-4")
    world.key(Key.Key_Return)
    assert shown(panel, "feeling")[4] == "−4"


def test_a_choice_goes_to_all_selected_cells_as_one_step(world: World, panel: TablePanel) -> None:
    select(world, panel, "owner", "Review", "Greeting", "Rebooking")
    before = steps_done(world)
    world.type("Doctor")
    world.key(Key.Key_Return)
    names = [owner(world, name) for name in world.steps()]
    assert names == ["Doctor", "Front desk", "Front desk", "Doctor", "Front desk", "Doctor"]
    assert steps_done(world) == before + 1
    world.run("edit.undo")
    assert {owner(world, name) for name in world.steps()} == {"Front desk"}
    assert shown(panel, "owner") == ["Front desk"] * 6


def test_a_name_that_is_half_typed_is_not_written_nor_lost(world: World, panel: TablePanel) -> None:
    with world.document.step(_("Before")) as tx:
        touchpoints.rename_touchpoint(tx, world.step("Form").id, "Paper")
    stand(world, panel, "Greeting", "owner")
    world.type("Doc")
    world.window.session.flush.emit()
    assert owner(world, "Greeting") == "Front desk"
    world.window.session.undo()  # as its button does, while the keyboard stays where it is
    assert "Form" in world.steps()
    assert panel.editing.editor.text() == "Doc"
    world.type("tor")
    world.window.session.leaving.emit()
    assert owner(world, "Greeting") == "Doctor"
    assert len(world.document.snapshot.table(Role)) == 2


@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")
def test_a_choice_is_made_from_the_list_with_the_keyboard(world: World, panel: TablePanel) -> None:
    with world.document.step(_("Two")) as tx:
        people.add_role(tx, "Doctor")
    select(world, panel, "owner", "Greeting", "Form")
    world.key(Key.Key_F2)
    world.key(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert panel.editing.active
    listed = panel.editing.editor.listed
    assert listed.isVisible()
    QTest.keyClick(listed, Key.Key_Down)
    QTest.keyClick(listed, Key.Key_Return)
    assert not panel.editing.active
    assert {owner(world, "Greeting"), owner(world, "Form")} == {"Doctor"}


def test_names_are_each_steps_own(world: World, panel: TablePanel) -> None:
    select(world, panel, "name", "Review", "Greeting")
    world.type("Once")
    world.key(Key.Key_Return)
    assert world.steps().count("Once") == 1


def test_a_stage_moves_the_step(world: World, panel: TablePanel) -> None:
    stand(world, panel, "Form", "stage")
    world.type("pay")
    world.key(Key.Key_Return)
    assert world.stages()["Pay"] == ["Rebooking", "Form"]
    stand(world, panel, "Form", "stage")
    world.type("Nowhere")
    world.key(Key.Key_Return)
    assert panel.editing.editor.problem == "There is no stage “Nowhere” on this map."


def test_places_and_moments_are_typed_or_toggled(world: World, panel: TablePanel) -> None:
    stand(world, panel, "Review", "channels")
    world.type("Web, Friends")
    world.key(Key.Key_Return)
    assert shown(panel, "channels")[0] == "Web, Friends"
    select(world, panel, "moment", "Review", "Form")
    world.key(Key.Key_Space)
    assert [i for i, text in enumerate(shown(panel, "moment")) if text == "Yes"] == [0, 4]
    world.run("step.moment_of_truth")
    assert "Yes" not in shown(panel, "moment")


def test_waits_share_one_unit(world: World, panel: TablePanel) -> None:
    for key, typed in (("promised", "5"), ("actual", "2 hours")):
        stand(world, panel, "Form", key)
        world.type(typed)
        world.key(Key.Key_Return)
    step = world.step("Form")
    assert (step.wait_promised, step.wait_actual) == (5, 120)
    assert step.wait_unit == TimeUnit.MINUTES
    assert shown(panel, "actual")[4] == "120 minutes"


def test_each_line_is_a_card_and_cards_that_stay_keep_their_mark(
    world: World, panel: TablePanel
) -> None:
    pains = lane(world, LaneKind.PAIN)
    stand(world, panel, "Greeting", pains)
    world.key(Key.Key_F2)
    editor = panel.editing.editor.focus_field
    world.key(Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    world.type("Cold")
    world.key(Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert editor.hasFocus()
    world.key(Key.Key_Return)
    here = queries.cards_at(world.document.snapshot, pains, world.step("Greeting").id)
    assert [(c.text, c.severity) for c in here] == [
        ("Cold", Severity.UNRATED),
        ("Nobody looks up", Severity.HIGH),
    ]
    assert shown(panel, pains)[3] == "Cold\nNobody looks up"


def test_a_card_of_several_lines_stays_one_card(world: World, panel: TablePanel) -> None:
    card = world.card("Nobody looks up")
    with world.document.step(_("Write")) as tx:
        cards.set_card_text(tx, card.id, "Nobody\nlooks up")
    stand(world, panel, "Greeting", lane(world, LaneKind.PAIN))
    world.key(Key.Key_F2)
    world.key(Key.Key_End)
    world.type("!")
    world.key(Key.Key_Return)
    assert world.card("Nobody\nlooks up!").id == card.id


def test_a_text_across_the_stage_is_shown_and_written_at_each_step(
    world: World, panel: TablePanel
) -> None:
    ideas = lane(world, LaneKind.IDEA)
    assert shown(panel, ideas)[:3] == ["Opening hours first", "Opening hours first", ""]
    stand(world, panel, "Web page", ideas)
    world.type("Hours on top")
    world.key(Key.Key_Return)
    assert shown(panel, ideas)[:2] == ["Hours on top", "Hours on top"]
    assert world.card("Hours on top").stage == world.stage("Learn")


def test_delete_empties_the_selected_cells_as_one_step(world: World, panel: TablePanel) -> None:
    select(world, panel, "owner", "Review", "Form")
    row = panel.model.row_of(world.step("Greeting").id)
    pains = lane(world, LaneKind.PAIN)
    for key in (pains, "feeling", "name"):
        index = panel.model.index(row, column(panel, key))
        panel.view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    before = steps_done(world)
    world.run("edit.delete")
    assert (owner(world, "Review"), owner(world, "Form")) == ("", "")
    assert shown(panel, pains)[3] == shown(panel, "feeling")[3] == ""
    assert world.steps()[3] == "Greeting"
    assert steps_done(world) == before + 1
    world.run("edit.undo")
    assert world.card("Nobody looks up").severity == Severity.HIGH


def test_order_is_only_how_it_is_seen(world: World, panel: TablePanel) -> None:
    panel.view.sortByColumn(column(panel, "feeling"), Qt.SortOrder.AscendingOrder)
    assert shown(panel, "feeling")[0] == "−2"
    assert panel.model.headerData(0, Qt.Orientation.Vertical) == "3.1"
    panel.view.sortByColumn(column(panel, lane(world, LaneKind.PAIN)), Qt.SortOrder(1))
    assert shown(panel, "name")[0] == "Greeting"  # empty cells come last, whichever way
    panel.bar.journey.click()
    assert shown(panel, "name") == world.steps() == [
        "Review", "Web page", "Wrong day", "Greeting", "Form", "Rebooking",
    ]  # fmt: skip


def test_rows_stay_under_ones_hands_until_a_filter_is_chosen_anew(
    world: World, panel: TablePanel
) -> None:
    with world.document.step(_("Nobody")) as tx:
        for name in ("Review", "Form"):
            touchpoints.set_owner(tx, world.step(name).id, None)
        touchpoints.set_moment_of_truth(tx, world.step("Form").id, MomentOfTruth.FIRST)
    panel.bar.chips[Quick.NO_OWNER].click()
    assert shown(panel, "name") == ["Review", "Form"]
    assert panel.bar.count.whole() == "2 of 6 steps"
    stand(world, panel, "Form", "owner")
    world.type("Front desk")
    world.key(Key.Key_Return)
    assert shown(panel, "owner") == ["", "Front desk"]
    panel.bar.chips[Quick.MOMENTS].click()
    assert panel.model.rowCount() == 0
    panel.show_all_button.click()
    assert panel.model.rowCount() == 6


def test_the_search_field_filters_by_words_and_numbers(world: World, panel: TablePanel) -> None:
    world.run("map.find")
    world.type("looks up")
    assert shown(panel, "name") == ["Greeting"]
    world.place.bar.search.field.setText("2")
    assert shown(panel, "name") == ["Wrong day", "Greeting", "Form"]
    world.key(Key.Key_Escape)
    assert panel.model.rowCount() == 6
    assert panel.view.hasFocus()


def test_the_same_step_stays_selected_on_the_map(world: World, panel: TablePanel) -> None:
    select(world, panel, "owner", "Form", "Greeting")
    cursor = world.place.canvas.bench.cursor
    assert set(cursor.steps) == {world.step("Form").id, world.step("Greeting").id}
    world.run("view.table")
    assert world.viewport.isVisible()
    world.select(world.spot("Rebooking", LaneKind.FEELING))
    world.run("view.table")
    assert panel.steps == (world.step("Rebooking").id,)
    assert panel.view.currentIndex().column() == column(panel, "feeling")


def test_new_steps_are_named_in_the_table(world: World, panel: TablePanel) -> None:
    stand(world, panel, "Greeting", "owner")
    world.run("step.add_after")
    world.type("Smile")
    world.key(Key.Key_Return)
    assert world.steps()[3:5] == ["Greeting", "Smile"]
    stand(world, panel, "Smile", "name")
    world.run("move.up")
    assert world.steps()[3:5] == ["Smile", "Greeting"]


def test_blocks_are_copied_and_pasted_as_one_step(world: World, panel: TablePanel) -> None:
    stand(world, panel, "Review", "name")
    before = steps_done(world)
    QApplication.clipboard().setText("A\tWeb\tDoctor\r\nB\t\tNurse\r\n")
    panel.paste()
    assert world.steps()[:2] == ["A", "B"]
    assert shown(panel, "owner")[:2] == ["Doctor", "Nurse"]
    assert steps_done(world) == before + 1
    select(world, panel, "owner", "A", "B")
    panel.copy()
    assert QApplication.clipboard().text() == "Doctor\nNurse"
    stand(world, panel, "A", "feeling")
    QApplication.clipboard().setText("3\n77")
    panel.paste()
    assert shown(panel, "feeling")[:2] == ["+2", "+2"]  # all of it or nothing
    world.window.problem.clear()


def test_the_file_for_spreadsheets_runs_nothing(world: World, panel: TablePanel) -> None:
    with world.document.step(_("Write")) as tx:
        touchpoints.rename_touchpoint(tx, world.step("Review").id, '=HYPERLINK("x")')
    text = csv_file(panel.rows()).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0][:3] == ["Number", "Stage", "Step"]
    assert rows[1][1:3] == ["1 Learn", '\'=HYPERLINK("x")']
    assert rows[6][rows[0].index("Anna feels")] == "-2"
