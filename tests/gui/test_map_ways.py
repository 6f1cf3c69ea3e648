"""Ways between steps: shown, drawn by hand, written in the details, tried."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from journeymapper.domain import queries
from journeymapper.domain.entities import Connection, EndState, Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import EndKind
from journeymapper.drawing.display_list import Box
from journeymapper.ui.canvas import connector
from journeymapper.ui.canvas.reading import words_at
from journeymapper.ui.canvas.targets import step_group
from journeymapper.ui.commands import steps, ways
from journeymapper.ui.panels.ways import Ways
from tests.gui.map_world import World, begin


@pytest.fixture
def world(small_map: World) -> World:
    """The small journey with its ways shown, and an end."""
    found = begin(small_map)
    found.run("view.ways")
    ways.lead_to_new_end(found.document, found.step("Rebooking").id, "Stays", EndKind.SUCCESS)
    return found


@pytest.fixture
def panel(world: World) -> Ways:
    world.select(world.spot("Greeting"))
    world.run("step.ways")
    QApplication.processEvents()
    return world.place.inspector.step.ways


def led(world: World) -> set[tuple[str, str, float | None]]:
    """All connections: from, to, share; by name."""
    snapshot = world.document.snapshot
    steps = {t.id: t.name for t in snapshot.table(Touchpoint).values()}
    ends = {e.id: e.name for e in snapshot.table(EndState).values()}
    return {
        (steps[c.source], steps.get(c.target or "", "") or ends[c.end or ""], c.share)
        for c in snapshot.table(Connection).values()
    }


def handle(world: World, name: str) -> QPoint:
    board = world.place.canvas.view.board
    group = step_group(board, world.step(name).id)
    assert group is not None
    x, y = connector.handle_of(group)
    return world.point(Box(x, y, 0, 0))


def connection(world: World, source: str, target: str) -> str:
    table = world.document.snapshot.table(Connection).values()
    here, there = world.step(source).id, world.step(target).id
    return next(c.id for c in table if (c.source, c.target) == (here, there))


START = {("Rebooking", "Stays", None)}


def test_ways_are_hidden_at_first_and_shown_as_one_step_that_the_file_keeps(
    small_map: World,
) -> None:
    world = begin(small_map)
    layout = world.place.projection.layout
    assert layout is not None
    assert layout.band is None
    world.run("view.ways")
    assert world.place.projection.layout is not None
    assert world.place.projection.layout.band is not None
    assert queries.project(world.document.snapshot).more == ("ways",)
    assert world.undo_label() == "Show ways"
    world.run("edit.undo")
    assert world.place.projection.layout.band is None


def test_a_way_is_dragged_from_the_handle_of_a_step_to_a_step_or_an_end(world: World) -> None:
    spot = world.centre(world.spot("Web page"))
    world.drag(handle(world, "Greeting"), spot, drop=False)
    assert world.place.canvas.bubble.text() == "From 2.2 Greeting back to 1.2 Web page"
    assert led(world) == START
    world.drag(handle(world, "Greeting"), spot)
    assert led(world) == {*START, ("Greeting", "Web page", None), ("Greeting", "Form", None)}
    assert world.undo_label() == "From Greeting to Web page"
    world.run("edit.undo")
    assert led(world) == START
    (pill,) = connector.pills_of(world.place.canvas.bench)
    goal = pill.rect.center().toPoint()
    world.drag(handle(world, "Greeting"), goal, drop=False)
    assert world.place.canvas.bubble.text() == "Some of those at 2.2 Greeting end: Stays"
    world.drag(handle(world, "Greeting"), goal)
    assert led(world) == {*START, ("Greeting", "Stays", None), ("Greeting", "Form", None)}


def test_a_drop_that_makes_no_sense_says_why_and_escape_breaks_off(world: World) -> None:
    here = handle(world, "Greeting")
    for there, words in (
        (here - QPoint(0, 40), "A step cannot lead to itself"),
        (here + QPoint(0, 120), "Drop it on another step, or on an end below"),
    ):
        world.drag(here, there, drop=False)
        assert world.place.canvas.bubble.text() == words
        world.place.canvas.mouse.cancel()
        world.drag(here, there)
        assert led(world) == START
    before = len(world.document.history())
    world.drag(here, world.centre(world.spot("Review")), drop=False)
    world.key(Qt.Key.Key_Escape)
    marks = world.place.canvas.view.marks
    assert (marks.wire, marks.pills, marks.target) == (None, (), None)
    assert world.place.canvas.bubble.isHidden()
    assert len(world.document.history()) == before
    world.run("view.ways")
    assert connector.step_at_handle(world.place.canvas.bench, here.toPointF()) == ""


def test_the_keyboard_opens_the_details_where_the_ways_are(world: World, panel: Ways) -> None:
    assert panel.isVisible()
    assert QApplication.focusWidget() is panel.add
    assert panel.implied.text() == "Everybody goes on to 2.3 Form."
    world.select(world.spot("Rebooking"))
    assert panel.rows[0].target.text() == "Ends: Stays"
    assert not panel.entry.isChecked()
    panel.entry.click()
    assert world.step("Rebooking").entry
    assert world.undo_label() == "Enter at Rebooking"


def find(menu: QMenu, words: str) -> QAction:
    """Return the entry of a menu, or of one below it."""
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            for entry in below.actions():
                if entry.text() == words:
                    return entry
        elif action.text() == words:
            return action
    raise AssertionError(words)


def test_the_menu_adds_a_way_and_the_details_take_its_share(world: World, panel: Ways) -> None:
    panel.menu.aboutToShow.emit()
    find(panel.menu, "1.2 Web page").trigger()
    assert panel.sum.text() == (
        "!  Say how many go which way. One of them may stay open: it takes the rest."
    )
    QApplication.processEvents()
    world.type("9")
    world.key(Qt.Key.Key_Return)
    assert led(world) == {*START, ("Greeting", "Web page", 0.09), ("Greeting", "Form", None)}
    assert panel.rows[0].share.placeholderText() == "rest: 91"
    assert panel.sum.text() == "Adds up to 100 %."
    ways.write_share(world.document, connection(world, "Greeting", "Form"), "86 %")
    assert panel.sum.text() == "!  Adds up to 95 %: 5 % are missing."
    assert words_at(world.place.canvas.bench, world.spot("Greeting")) == (
        "2.2 Greeting, 2 Arrive, Steps, step; from here to 86 % 2.3 Form, 9 % 1.2 Web page"
    )


def test_a_share_that_is_none_is_refused_in_place_and_stays_typed(
    world: World, panel: Ways
) -> None:
    ways.lead(world.document, world.step("Greeting").id, target=world.step("Review").id)
    before = led(world)
    field = panel.rows[1].share
    field.setText("many")
    assert not field.typing.flush()
    assert field.typing.problem.text() == (
        "!  “many” at “Greeting” is no share: write 9 %, or 12 people."
    )
    field.setText("120")
    assert not field.typing.flush()
    assert "is not between 0 % and 100 %" in field.typing.problem.text()
    assert (field.text(), led(world)) == ("120", before)
    field.typing.restore()


def test_where_another_role_takes_over_the_way_leads_to_what_is_passed_on(
    world: World, panel: Ways
) -> None:
    review = world.step("Review")
    steps.set_new_owner(world.document, (review.id,), "Dentist")
    ways.lead(world.document, world.step("Greeting").id, target=review.id)
    row = panel.rows[1]
    assert (row.passed.isHidden(), row.handed.text()) == (True, "Passed on? See 1.1")
    row.handed.click()
    QApplication.processEvents()
    (hand_off,) = world.place.inspector.step.handoffs.rows[:1]
    assert hand_off.passed.hasFocus()
    spot = world.place.canvas.bench.cursor.spot
    assert spot is not None
    assert spot.touchpoint == review.id


def test_what_is_passed_on_is_said_and_ways_and_ends_are_taken_out(
    world: World, panel: Ways
) -> None:
    ways.lead(world.document, world.step("Greeting").id, target=world.step("Review").id)
    row = panel.rows[1]
    row.passed.setCurrentIndex(2)
    row.passed.activated.emit(2)
    row.kept.setCurrentIndex(1)
    row.kept.activated.emit(1)
    id_ = connection(world, "Greeting", "Review")
    found = world.document.snapshot.get(Connection, id_)
    assert (found.info_passed, found.state_kept) == (False, True)
    row.gone.click()
    assert world.document.snapshot.find(Connection, id_) is None
    assert world.undo_label() == "Remove a way from Greeting"
    with pytest.raises(RefusedError, match="There is an end called “stays”"):
        ways.lead_to_new_end(world.document, world.step("Form").id, "stays", EndKind.LOST)
    with pytest.raises(RefusedError, match="Give the end a name"):
        ways.lead_to_new_end(world.document, world.step("Form").id, " ", EndKind.LOST)
    (end,) = world.document.snapshot.table(EndState)
    ways.delete_end(world.document, end)
    assert {goal for _source, goal, _share in led(world)} == {"Form"}
    assert world.undo_label() == "Delete the end Stays"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9 %", (0.09, None)),
        ("9", (0.09, None)),
        ("0,5", (0.005, None)),
        ("33.3333%", (0.333333, None)),
        ("12 people", (None, 12)),
        ("  ", (None, None)),
        ("100", (1.0, None)),
    ],
)
def test_shares_and_counts_are_read_as_people_write_them(
    text: str, expected: tuple[float | None, int | None]
) -> None:
    assert ways.read_share(text, "Greeting") == expected


@pytest.mark.parametrize("text", ["-1", "101", "1.5 people", "nan", "inf", "12 %%x", "a few"])
def test_what_is_no_share_names_the_step(text: str) -> None:
    with pytest.raises(RefusedError, match="Greeting"):
        ways.read_share(text, "Greeting")
