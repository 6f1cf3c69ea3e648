"""The future map: begun as a copy, shown in place of today's, taken back."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap
from tests.gui.map_world import World

START = "Start from a copy of today’s map"


def answer(words: str) -> None:
    """Press a button of the next dialog."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        button = next(b for b in dialog.findChildren(QPushButton) if b.text() == words)
        button.click()

    QTimer.singleShot(0, press)


def titles(world: World) -> list[str]:
    return [found.title for found in queries.maps(world.document.snapshot)]


def test_future_offers_a_copy_of_today_and_one_undo_takes_it_back(world: World) -> None:
    answer(START)
    world.place.bar.states.button("future").click()
    assert titles(world) == ["Patient journey", "Patient journey, future"]
    assert world.place.bar.title.text() == "Patient journey, future"
    assert world.place.bar.states.value() == "future"
    assert world.steps()[-1] == "Rebooking"
    assert world.undo_label() == "Future of Patient journey"
    world.run("edit.undo")
    assert titles(world) == ["Patient journey"]
    assert world.place.bar.states.value() == "current"


def test_no_future_is_begun_by_saying_no(world: World) -> None:
    answer("Not now")
    world.run("view.future")
    assert titles(world) == ["Patient journey"]
    assert world.place.bar.states.value() == "current"


def test_the_key_goes_to_and_fro_and_each_map_keeps_its_own_steps(world: World) -> None:
    today = world.map_id
    answer(START)
    world.run("view.future")
    world.place.actions_.show_step(
        queries.touchpoints_of_map(world.document.snapshot, world.map_id)[0].id
    )
    world.run("edit.delete")
    assert world.steps()[0] == "Web page"
    world.run("view.future")
    assert (world.map_id, world.steps()[0]) == (today, "Review")
    world.run("view.future")
    assert world.document.snapshot.get(JourneyMap, world.map_id).based_on == today
