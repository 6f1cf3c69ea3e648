"""The map's place in the window: bar, rows, zoom, search, palette, what the status bar says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from journeymapper.document.templates import fill_blank
from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import _
from journeymapper.ui.canvas.gestures.palette_drop import NewThing
from journeymapper.ui.canvas.spots import Spot
from tests.gui.map_world import LEFT, World, begin


@pytest.fixture
def world(small_map: World) -> World:
    return begin(small_map)


def test_more_rows_shows_all_twelve_and_is_a_step(world: World) -> None:
    assert len(world.place.canvas.bench.layout.rows) == 5
    world.run("rows.more")
    assert len(world.place.canvas.bench.layout.rows) == 12
    assert world.undo_label() == "More rows"
    assert world.window.binding.action("rows.more").isChecked()
    world.run("rows.more")
    assert len(world.place.canvas.bench.layout.rows) == 5


def test_the_bar_below_names_the_rows_that_are_hidden(world: World) -> None:
    bar = world.place.rows_bar
    assert bar.texts()[0] == "7 more rows"
    assert bar.texts()[1].startswith("Thinking, Their words")


def test_the_five_rows_fill_the_height(world: World) -> None:
    layout, room = world.place.canvas.bench.layout, world.place.canvas.view.room()
    assert room.height() - 5 <= layout.height <= room.height()


def test_zoom_keeps_what_is_in_the_corner(small_map: World) -> None:
    world = begin(small_map, (700, 420))
    view = world.place.canvas.view
    view.horizontalScrollBar().setValue(120)
    corner = view.board.to_map(view.board.title_width + 1, view.board.header_height + 1)
    world.run("view.zoom_in")
    assert view.zoom == pytest.approx(1.1)
    after = view.board.to_map(view.board.title_width + 1, view.board.header_height + 1)
    assert after == pytest.approx(corner, abs=12)
    world.run("view.actual_size")
    assert view.zoom == 1.0


def test_fit_width_shows_all_columns(small_map: World) -> None:
    world = begin(small_map, (640, 420))
    view = world.place.canvas.view
    assert view.horizontalScrollBar().maximum() > 0
    world.run("view.fit_width")
    assert view.horizontalScrollBar().maximum() == 0
    world.run("view.fit_width")
    assert view.horizontalScrollBar().maximum() > 0


def test_the_strip_names_the_stage_that_is_out_of_view_and_goes_there(small_map: World) -> None:
    world = begin(small_map, (640, 420))
    assert world.place.strip.words == "3 Pay, 1 step  ›"
    world.place.strip.follow()
    assert world.place.strip.words == "‹  1 Learn, 2 steps"


def test_a_step_is_found_by_its_number(world: World) -> None:
    world.run("map.find")
    world.type("2.3")
    assert world.place.canvas.bench.cursor.spot == world.spot("Form")


def test_a_word_is_found_wherever_it_stands_and_enter_goes_on(world: World) -> None:
    world.run("map.find")
    world.type("re")
    cursor = world.place.canvas.bench.cursor
    found = [cursor.spot]
    for _time in range(2):
        world.key(Qt.Key.Key_Return)
        found.append(cursor.spot)
    assert found[0] == world.spot("Review")
    assert found[1] == world.spot("Greeting")
    assert found[2] == world.spot("Rebooking")
    world.key(Qt.Key.Key_Escape)
    assert world.place.canvas.view.hasFocus()


def test_a_second_persona_is_shown_and_hidden(world: World) -> None:
    walter = next(p.id for p in queries.personas(world.document.snapshot) if p.name == "Walter")
    world.place.bar.persona_toggled.emit(walter, True)
    shown = world.place.canvas.bench.layout.frame.personas
    assert [p.name for p in shown] == ["Anna", "Walter"]
    world.place.bar.persona_toggled.emit(walter, False)
    assert [p.name for p in world.place.canvas.bench.layout.frame.personas] == ["Anna"]


def test_the_map_is_renamed_in_its_title(world: World) -> None:
    world.place.bar.title.rename()
    world.type("Our journey")
    world.key(Qt.Key.Key_Return)
    assert world.place.bar.title.text() == "Our journey"
    assert world.document.snapshot.get(JourneyMap, world.map_id).title == "Our journey"


def test_the_fact_says_how_much_rests_on_people_asked(world: World) -> None:
    fact = world.place.fact()
    assert fact is not None
    assert "team’s opinion" in str(fact)
    world.place.canvas.bench.cursor.select((world.spot("Form"), world.spot("Review")))
    assert str(world.place.fact()) == "2 selected"


def test_an_empty_map_offers_the_first_stage(world: World) -> None:
    world.window.session.new(fill_blank, _("Begin"))
    world.place.empty_button.click()
    world.type("Arrive")
    world.key(Qt.Key.Key_Return)
    assert list(world.stages()) == ["Arrive"]
    assert world.stages()["Arrive"] == [""]


def test_clicks_on_the_palette_add_at_the_cursor(world: World) -> None:
    world.select(world.spot("Form"))
    world.place.palette_.buttons[NewThing.PAIN].click()
    world.type("Asked twice")
    world.key(Qt.Key.Key_Return)
    assert world.card("Asked twice").touchpoint == world.step("Form").id
    world.select(world.spot("Form"))
    world.place.palette_.buttons[NewThing.STEP].click()
    world.type("Lift")
    world.key(Qt.Key.Key_Return)
    assert world.stages()["Arrive"][-1] == "Lift"


def test_a_second_pain_at_the_same_step_is_one_more_card(world: World) -> None:
    world.select(world.spot("Greeting"))
    world.place.palette_.buttons[NewThing.PAIN].click()
    world.type("Loud")
    world.key(Qt.Key.Key_Return)
    lane = world.spot("Greeting", LaneKind.PAIN).lane
    found = queries.cards_at(world.document.snapshot, lane, world.step("Greeting").id)
    assert [card.text for card in found] == ["Nobody looks up", "Loud"]
    world.key(Qt.Key.Key_Up)
    assert world.place.canvas.bench.cursor.spot == Spot(
        lane, world.stage("Arrive"), world.step("Greeting").id, found[0].id
    )
    world.run("move.down")
    found = queries.cards_at(world.document.snapshot, lane, world.step("Greeting").id)
    assert [card.text for card in found] == ["Loud", "Nobody looks up"]


def test_a_frame_drawn_with_the_mouse_selects_what_it_touches(world: World) -> None:
    start = world.centre(world.spot("Review", LaneKind.PAIN))
    end = world.centre(world.spot("Web page", LaneKind.PAIN))
    world.drag(start, end)
    assert len(world.place.canvas.bench.cursor.selected) == 2


def test_ctrl_and_a_click_adds_to_the_selection(world: World) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    world.select(world.spot("Review"))
    QTest.mouseClick(world.viewport, LEFT, ctrl, world.centre(world.spot("Form")))
    assert set(world.place.canvas.bench.cursor.steps) == {
        world.step("Review").id,
        world.step("Form").id,
    }


def test_far_away_steps_are_marks_and_nothing_breaks(world: World) -> None:
    view = world.place.canvas.view
    for zoom in (0.1, 0.3, 0.5, 1.0, 3.0):
        view.set_zoom(zoom)
        assert not view.grab().isNull()
    world.run("view.actual_size")


def test_the_map_is_shown_in_every_theme(world: World) -> None:
    colours = set()
    for theme in ("dark", "high_contrast", "light"):
        world.window.looks.choose(theme)
        image = world.place.canvas.view.grab().toImage()
        colours.add(image.pixelColor(QPoint(400, 70)).name())
    assert len(colours) == 3


def test_closing_the_document_leaves_an_empty_view(world: World) -> None:
    world.select(world.spot("Form"))
    world.type("Half a word")
    world.window.session.close()
    assert not world.place.canvas.bench.ready
    assert world.place.fact() is None
    begin(world)


def test_larger_text_makes_the_map_larger_and_is_still_100_percent(world: World) -> None:
    looks, view = world.window.looks, world.place.canvas.view
    world.window.context.theme.choose("light", 1.5)
    try:
        assert view.zoom == 1.0
        assert view.board.zoom == 1.5
        assert world.place.bar.zoom.text() == "100 %"
    finally:
        world.window.context.theme.choose("light", 1.0)
    assert looks.holder.scale == 1.0


@pytest.mark.parametrize("width", [640, 683, 800, 1024, 1366, 1920])
def test_nothing_in_the_bars_overlaps_or_is_cut(small_map: World, width: int) -> None:
    world = begin(small_map, (width, 500))
    for bar in (world.place.bar, world.place.rows_bar):
        shown = [
            child
            for child in bar.findChildren(QAbstractButton)
            if child.isVisible() and child.text()
        ]
        boxes = [QRect(child.mapTo(bar, QPoint(0, 0)), child.size()) for child in shown]
        for place, box in enumerate(boxes):
            assert bar.rect().contains(box), shown[place].text()
            assert box.width() >= shown[place].minimumSizeHint().width() - 1, shown[place].text()
            assert not any(box.intersects(other) for other in boxes[place + 1 :])
