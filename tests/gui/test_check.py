"""The map check beside the map: it counts, goes there, mends, and is told to be quiet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from journeymapper.analysis.checks import Check
from journeymapper.app.settings import IGNORED, KEEP_RECENT
from journeymapper.document.operations import maps, touchpoints
from journeymapper.domain import queries
from journeymapper.domain.entities import Channel, JourneyMap
from journeymapper.domain.kinds import LaneKind, MomentOfTruth
from journeymapper.domain.message import _
from journeymapper.ui.check.row import FindingRow
from tests.gui.map_world import World, begin, close_window, open_window


@pytest.fixture(scope="module")
def whole(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    world = open_window(qapp, tmp_path_factory.mktemp("check"))
    begin(world)
    yield world
    close_window(world)


@pytest.fixture
def world(whole: World) -> Iterator[World]:
    """The map with its check open, as it was at the beginning."""
    whole.place.check.set_shown(True)
    yield whole
    whole.place.canvas.editing.cancel()
    whole.place.table.abandon()
    whole.place.table.set_shown(False)
    whole.place.check.watch.bring_back()
    whole.document.go_back(whole.document.history()[0], _("Begin again"))


def found(world: World) -> list[tuple[Check, str]]:
    numbers = queries.numbers(world.document.snapshot, world.map_id)
    return [(f.check, numbers.get(f.place, "")) for f in world.place.check.watch.findings]


def row(world: World, check: Check, step: str = "") -> FindingRow:
    place = world.step(step).id if step else ""
    rows = world.place.check.panel.rows
    return next(r for r in rows if r.finding.check is check and place in ("", r.finding.place))


def press(found: FindingRow, words: str) -> None:
    next(b for b in found.buttons if b.text() == words).click()
    QApplication.processEvents()


def test_the_panel_and_the_bar_say_how_many_there_are(world: World) -> None:
    checks = [check for check, _number in found(world)]
    assert checks.count(Check.CHANNEL) == 6
    assert checks[:2] == [Check.NO_VOICE, Check.NO_MOMENTS]
    panel = world.place.check.panel
    assert panel.summary.text() == f"{len(checks)} things to look at"
    assert world.place.bar.check.text() == str(len(checks))
    assert panel.meter.words.text() == "All 8 statements are your team’s opinion."
    assert panel.personas.text() == "All 6 feelings of Anna are your team’s opinion."


def test_show_goes_to_the_step_on_the_map_and_in_the_table(world: World) -> None:
    press(row(world, Check.CHANNEL, "Form"), "Show")
    assert world.place.canvas.bench.cursor.steps == (world.step("Form").id,)
    world.run("view.table")
    press(row(world, Check.CHANNEL, "Review"), "Show")
    assert world.place.table.steps == (world.step("Review").id,)


def test_an_owner_is_chosen_from_a_menu(world: World) -> None:
    with world.document.step(_("Mark")) as tx:
        touchpoints.set_owner(tx, world.step("Form").id, None)
        touchpoints.set_moment_of_truth(tx, world.step("Form").id, MomentOfTruth.GENERAL)
    finding = row(world, Check.OWNER, "Form").finding
    assert finding.place == world.step("Form").id
    menu = world.place.check.repairs.menu(finding)
    assert [a.text() for a in menu.actions() if a.text()] == ["Front desk", "Somebody else…"]
    menu.actions()[0].trigger()
    assert world.step("Form").owner is not None
    assert (Check.OWNER, "2.3") not in found(world)
    assert world.undo_label() == "Owner: Front desk"


def test_a_place_that_is_not_there_yet_is_typed_in_the_details(world: World) -> None:
    finding = row(world, Check.CHANNEL, "Form").finding
    world.place.check.repairs.show(finding)
    world.place.check.repairs.menu(finding).actions()[-1].trigger()
    QApplication.processEvents()
    world.type("Paper")
    world.key(Qt.Key.Key_Return)
    names = [channel.name for channel in world.document.snapshot.table(Channel).values()]
    assert names == ["Paper"]
    world.place.check.set_shown(True)
    assert (Check.CHANNEL, "2.3") not in found(world)


def test_ideas_and_measures_are_written_where_they_are_missing(world: World) -> None:
    with world.document.step(_("Mark")) as tx:
        touchpoints.set_moment_of_truth(tx, world.step("Form").id, MomentOfTruth.GENERAL)
    press(row(world, Check.MEASURE, "Form"), "Write a measure")
    world.type("9 minutes")
    world.key(Qt.Key.Key_Return)
    card = world.card("9 minutes")
    assert card.touchpoint == world.step("Form").id
    lanes = queries.lanes(world.document.snapshot, world.map_id)
    assert next(lane for lane in lanes if lane.kind == LaneKind.METRIC).visible
    assert Check.MEASURE not in [check for check, _number in found(world)]


def test_what_was_due_holds_for_three_months_more(world: World) -> None:
    with world.document.step(_("Due")) as tx:
        maps.change_map(tx, world.map_id, valid_until="2026-01-01")
    press(row(world, Check.REVIEW), "It still holds")
    journey = world.document.snapshot.get(JourneyMap, world.map_id)
    assert journey.valid_until == "2026-08-12"
    assert Check.REVIEW not in [check for check, _number in found(world)]


def test_moments_are_chosen_in_the_table(world: World) -> None:
    press(row(world, Check.NO_MOMENTS), "Choose in the table")
    panel = world.place.table.panel
    assert world.place.table.in_front
    assert panel.model.columns[panel.view.currentIndex().column()].key == "moment"
    world.key(Qt.Key.Key_Space)
    assert Check.NO_MOMENTS not in [check for check, _number in found(world)]


def test_not_here_is_remembered_for_this_document_only(world: World) -> None:
    before = len(found(world))
    press(row(world, Check.CHANNEL, "Form"), "Not here")
    assert len(found(world)) == before - 1
    settings, doc_id = world.window.context.settings, world.document.doc_id
    key = f"channel:{world.step('Form').id}"
    assert settings.get(IGNORED) == ((doc_id, (key,)),)
    assert world.place.check.panel.back.text() == "Ask the 1 thing again that was put aside"
    world.place.check.panel.back.click()
    assert (len(found(world)), settings.get(IGNORED)) == (before, ())


def test_nothing_is_remembered_where_files_are_not(world: World) -> None:
    settings = world.window.context.settings
    settings.set(KEEP_RECENT, False)
    try:
        press(row(world, Check.CHANNEL, "Form"), "Not here")
        assert (Check.CHANNEL, "2.3") not in found(world)
        assert settings.get(IGNORED) == ()
    finally:
        settings.set(KEEP_RECENT, True)


def test_the_keyboard_opens_it_and_stays_in_the_list(world: World) -> None:
    world.run("view.check")
    assert not world.place.check.is_shown
    world.run("view.check")
    first = world.place.check.panel.rows[0]
    assert first.buttons[0].hasFocus()
    press(first, "Not here")
    assert world.place.check.panel.rows[0].buttons[0].hasFocus()
    world.key(Qt.Key.Key_Escape)
    assert world.place.canvas.view.hasFocus()


def test_details_and_check_share_the_room_of_a_small_window(world: World) -> None:
    world.place.set_details(True)
    assert not world.place.check.is_shown
    world.place.check.set_shown(True)
    assert world.place.inspector.isHidden()
    assert world.place.check.panel.mapTo(world.window, QPoint()).x() > 900
