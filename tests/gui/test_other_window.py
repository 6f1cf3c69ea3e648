"""Dragging between two windows of two programs: what leaves one arrives in the other as a copy."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QUrl
from PySide6.QtGui import QColor, QImage

from journeymapper.document.operations import maps
from journeymapper.document.operations import stages as stages_
from journeymapper.domain import indexes, queries
from journeymapper.domain.kinds import LaneKind, MapState
from journeymapper.domain.message import _
from journeymapper.ui.commands.clipboard.mime import FORMAT
from tests.gui.dragging import at_step, before_, bubble, other_map, pain, send, steps_of
from tests.gui.dropping import carry_away, carry_in, hover
from tests.gui.map_world import World
from tests.gui.other_window import formats_of, mime_from

_START = b'{"journey-mapper": 1, "document": "x", '

Move = QEvent.Type.MouseMove
Press = QEvent.Type.MouseButtonPress
Release = QEvent.Type.MouseButtonRelease


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """What a second program carries out of its window, by what is dragged there."""
    wishes = [
        {"carry": "step", "at": "Greeting"},
        {"carry": "card", "at": "Nobody looks up"},
        {"carry": "stage", "at": "Arrive"},
    ]
    ran = subprocess.run(
        [sys.executable, "-m", "tests.gui.other_window", str(tmp_path_factory.mktemp("second"))],
        input="".join(json.dumps(wish) + "\n" for wish in wishes),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    answers = [json.loads(line) for line in ran.stdout.splitlines()]
    assert {tuple(a["stages"]["Arrive"]) for a in answers} == {("Wrong day", "Greeting", "Form")}
    return {w["carry"]: a["carried"] for w, a in zip(wishes, answers, strict=True)}


def in_window(world: World, at: QPoint) -> QPoint:
    """A point of the viewport, in the window's coordinates."""
    return world.viewport.mapTo(world.window, at)


def said(world: World) -> str:
    return " ".join(world.window.status.texts())


def test_a_step_of_another_program_shows_where_it_would_land_and_is_one_step_there(
    world: World, carried: dict[str, dict[str, str]]
) -> None:
    mime, at = mime_from(carried["step"]), in_window(world, before_(world, "Rebooking"))
    before = world.document.snapshot
    assert carry_in(world.window, mime, at, drop=False)
    assert bubble(world) == "Copy, becomes 3.1"
    assert world.place.canvas.view.marks.bar is not None
    assert world.document.snapshot is before
    carry_away(world.window)
    assert bubble(world) == ""
    assert world.place.canvas.view.marks.bar is None
    history = len(world.document.history())
    assert carry_in(world.window, mime, at)
    assert world.stages()["Pay"] == ["Greeting", "Rebooking"]
    assert len(world.document.history()) == history + 1
    assert world.undo_label() == "Copy Greeting from another window"
    made = queries.touchpoints(world.document.snapshot, world.stage("Pay"))[0]
    (card,) = world.document.snapshot.select(indexes.CARDS_OF_PLACE, made.id)
    assert card.text == "Nobody looks up"
    assert "Ctrl+Z takes it back" in said(world)
    world.run("edit.undo")
    assert world.document.snapshot == before


def test_a_card_goes_into_the_cell_under_the_pointer_or_is_told_why_not(
    world: World, carried: dict[str, dict[str, str]]
) -> None:
    mime, before = mime_from(carried["card"]), world.document.snapshot
    steps = in_window(world, world.centre(world.spot("Form")))
    assert not carry_in(world.window, mime, steps, drop=False)
    assert bubble(world) == "This row is made from the steps; it takes no cards"
    assert not world.place.canvas.view.marks.allowed
    carry_away(world.window)
    assert world.document.snapshot is before
    cell = in_window(world, world.centre(world.spot("Form", LaneKind.PAIN)))
    assert carry_in(world.window, mime, cell)
    assert at_step(world, LaneKind.PAIN, "Form") == ["Nobody looks up"]


def test_a_stage_comes_with_its_steps_also_to_an_empty_map(
    world: World, carried: dict[str, dict[str, str]]
) -> None:
    mime = mime_from(carried["stage"])
    header = in_window(world, before_(world, "Review") - QPoint(20, 0))
    assert carry_in(world.window, mime, header)
    found = queries.stages(world.document.snapshot, world.map_id)
    assert [stage.name for stage in found] == ["Arrive", "Learn", "Arrive", "Pay"]
    with world.document.step(_("Another")) as tx:
        empty = maps.add_map(tx, "Empty")
    world.place.show_map(empty)
    middle = in_window(world, QPoint(400, 200))
    assert carry_in(world.window, mime, middle)
    assert world.stages() == {"Arrive": ["Wrong day", "Greeting", "Form"]}
    with world.document.step(_("Less")) as tx:
        stages_.delete_stage(tx, world.stage("Arrive"))
    assert carry_in(world.window, mime_from(carried["step"]), middle)
    assert world.steps() == ["Greeting"]


def test_another_map_takes_steps_at_its_name(
    world: World, carried: dict[str, dict[str, str]]
) -> None:
    there = other_map(world, MapState.FUTURE)
    button = world.place.bar.states.button("future")
    at = button.mapTo(world.window, button.rect().center())
    assert carry_in(world.window, mime_from(carried["step"]), at)
    assert steps_of(world, there) == ["Door", "Greeting"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "damaged"),
        (b"\xff\x00 no JSON", "damaged"),
        (b"[" * 100_000, "damaged"),
        (_START + b'"roots": [], "entities": []}', "damaged"),
        (b'{"journey-mapper": 99, "document": "x"}', "newer"),
        (_START + b'"roots": ["a"], "entities": [["Project", "a", {"title": "Mine"}]]}', "damaged"),
        (_START + b'"lines": [["pain", [[["a", {"severity": "../../etc"}]]]]]}', "damaged"),
    ],
)
def test_what_is_no_parcel_is_refused_in_words_and_changes_nothing(
    world: World, data: bytes, words: str
) -> None:
    mime = QMimeData()
    mime.setData(FORMAT, QByteArray(data))
    before = world.document.snapshot
    at = in_window(world, world.centre(world.spot("Form", LaneKind.DOING)))
    assert not carry_in(world.window, mime, at)
    assert world.document.snapshot is before
    assert words in said(world)


def test_what_leaves_the_window_is_a_copy_and_what_comes_back_is_the_move_again(
    world: World,
) -> None:
    start, before = world.centre(world.spot("Review")), world.document.snapshot
    for outside in (QPoint(world.window.width() + 60, 300), QPoint(300, -200)):
        send(world, Press, start)
        send(world, Move, start + QPoint(30, 0))
        send(world, Move, outside)
        assert world.place.canvas.mouse.gesture is None
        assert world.document.snapshot is before
    drops, back = world.place.drops(), before_(world, "Rebooking")
    at = world.viewport.mapToGlobal(back)
    for ctrl, words, label in (
        (False, "Review becomes 3.1, before Rebooking", "Move Review"),
        (True, "Copy, becomes 3.1", "Copy Review"),
    ):
        assert drops.enter(QMimeData(), world.viewport, at)
        assert drops.move(at, copy=ctrl)
        assert bubble(world) == words
        drops.drop(at, copy=ctrl)
        assert world.undo_label() == label
        world.run("edit.undo")
        assert world.document.snapshot == before
        send(world, Press, start)
        send(world, Move, start + QPoint(30, 0))
        send(world, Move, outside)
    world.run("edit.redo")
    assert not drops.enter(QMimeData(), world.viewport, at)


def test_a_text_becomes_a_card_and_a_table_is_to_be_pasted(world: World) -> None:
    at = in_window(world, world.centre(world.spot("Form", LaneKind.PAIN)))
    mime = QMimeData()
    mime.setText("Too long\nToo small")
    assert carry_in(world.window, mime, at)
    assert at_step(world, LaneKind.PAIN, "Form") == ["Too long", "Too small"]
    mime.setText("a\tb")
    assert not carry_in(world.window, mime, at, drop=False)
    assert "press Ctrl+V" in bubble(world)
    carry_away(world.window)


def test_the_table_and_home_say_where_to_drop(
    world: World, carried: dict[str, dict[str, str]]
) -> None:
    mime, before = mime_from(carried["step"]), world.document.snapshot
    world.run("view.table")
    assert not carry_in(world.window, mime, QPoint(500, 300))
    assert "Show the map first" in said(world)
    world.run("view.table")
    world.window.show_place("home")
    button = world.window.activity.button("map")
    assert not carry_in(world.window, mime, QPoint(500, 300), drop=False)
    hover(world.window, mime, button.mapTo(world.window, button.rect().center()))
    assert world.window.places.current() is world.place
    at = in_window(world, before_(world, "Rebooking"))
    assert hover(world.window, mime, at)
    carry_away(world.window)
    assert world.document.snapshot is before


def picture_of_a_file(folder: Path, name: str, colour: str) -> QMimeData:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    image.save(str(folder / name))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder / name))])
    return mime


def test_a_picture_goes_on_a_card_or_makes_one_where_pictures_are_shown(
    world: World, tmp_path: Path
) -> None:
    mime = picture_of_a_file(tmp_path, "desk.png", "green")
    cell = in_window(world, world.centre(world.spot("Form", LaneKind.DOING)))
    pains = in_window(world, world.centre(pain(world)))
    assert not carry_in(world.window, mime, pains, drop=False)
    assert "shows no pictures" in bubble(world)
    carry_away(world.window)
    assert carry_in(world.window, mime, cell)
    assert world.undo_label() == "Add a picture"
    (card,) = (c for c in world.place.canvas.bench.cursor.selected if c.card)
    other = picture_of_a_file(tmp_path, "form.png", "red")
    assert carry_in(world.window, other, in_window(world, world.centre(card)))
    assert world.undo_label().startswith("Picture on")


@pytest.mark.parametrize("names", [("letter.docx",), ("a.png", "b.png"), ("x.journey", "y.pdf")])
def test_other_files_get_one_clear_sentence(
    world: World, tmp_path: Path, names: tuple[str, ...]
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    before = world.document
    assert carry_in(world.window, mime, QPoint(500, 300))
    words = world.window.problem.text()
    assert "a picture on a cell of the map" in words
    assert ("letter.docx" if len(names) == 1 else "2 files") in words
    assert world.document is before
    world.window.problem.clear()


def test_formats_travel_as_the_clipboard_has_them(carried: dict[str, dict[str, str]]) -> None:
    assert set(carried["step"]) == {FORMAT, "text/plain"}
    assert mime_from(carried["stage"]).text() == "Arrive\tWrong day\tGreeting\tForm"
    assert formats_of(mime_from(carried["card"])) == carried["card"]
