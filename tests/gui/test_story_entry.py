"""A scribe enters a map of ten steps by keys alone, from the first button of Home on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Channel, Feeling
from journeymapper.domain.kinds import LaneKind
from journeymapper.ui.dialogs.start_map import StartMapDialog
from tests.gui.test_story_keyboard import go_to_row, tab_to
from tests.screenshots import rig
from tests.screenshots.sitting import Sitting

JOURNEY = {
    "Learn": {"Review": 2, "Web page": 1},
    "Arrive": {"Wrong day": -3, "Greeting": -2, "Form": 0, "Waiting room": -1},
    "Treatment": {"Called in": 1, "Cleaning": 3},
    "Pay": {"Rebooking": -4, "Invoice": 0},
}
PAINS = {"Greeting": "Nobody looks up", "Rebooking": "No slot for two months"}


@pytest.fixture
def scribe(tmp_path: Path, qtbot: QtBot) -> Iterator[Sitting]:
    with rig.opened(tmp_path) as here:
        yield Sitting(here, qtbot)


def test_a_map_of_ten_steps_by_keys_alone(scribe: Sitting) -> None:
    begin_blank(scribe)
    enter_stages_and_steps(scribe)
    enter_feelings(scribe)
    enter_pains(scribe)
    enter_a_channel(scribe)

    snapshot, map_id = scribe.document.snapshot, scribe.map.projection.map_id
    entered = {
        stage.name: {
            step.name: next(f.value for f in queries.feelings(snapshot, step.id))
            for step in queries.touchpoints(snapshot, stage.id)
        }
        for stage in queries.stages(snapshot, map_id)
    }
    assert entered == JOURNEY
    pains = {card.touchpoint: card.text for card in snapshot.table(Card).values()}
    assert pains == {scribe.step(name).id: text for name, text in PAINS.items()}
    (channel,) = scribe.step("Form").channels
    assert snapshot.get(Channel, channel).name == "Tablet"


def begin_blank(scribe: Sitting) -> None:
    def answer(dialog: StartMapDialog) -> None:
        focused = QApplication.focusWidget
        scribe.qtbot.waitUntil(lambda: dialog.isAncestorOf(focused() or dialog))
        scribe.keyboard.press("Down", "Down")
        assert dialog.template() == ""
        tab_to(scribe, "Name of your practice")
        scribe.keyboard.write("Linden Dental Practice")
        scribe.keyboard.press("Return")

    scribe.meanwhile.expect(StartMapDialog, answer)
    scribe.keyboard.press("Space")
    scribe.settled()


def enter_stages_and_steps(scribe: Sitting) -> None:
    keyboard = scribe.keyboard
    for stage, steps in JOURNEY.items():
        keyboard.press("Space" if stage == "Learn" else "Ctrl+Shift+Return")
        keyboard.write(stage)
        keyboard.press("Return")
        for step in steps:
            keyboard.press("Ctrl+Return")
            keyboard.write(step)
            keyboard.press("Return")


def enter_feelings(scribe: Sitting) -> None:
    go_to_row(scribe, LaneKind.FEELING, "Down")
    scribe.keyboard.press("Home")
    for steps in JOURNEY.values():
        for value in steps.values():
            scribe.keyboard.write(f"{value}")
            scribe.keyboard.press("Return")
    assert len(scribe.document.snapshot.table(Feeling)) == 10


def enter_pains(scribe: Sitting) -> None:
    for name, text in PAINS.items():
        scribe.keyboard.press("Ctrl+F")
        scribe.keyboard.write(name)
        scribe.keyboard.press("Return", "Esc")
        go_to_row(scribe, LaneKind.PAIN, "Down")
        scribe.keyboard.write(text)
        scribe.keyboard.press("Return")


def enter_a_channel(scribe: Sitting) -> None:
    scribe.keyboard.press("Ctrl+F")
    scribe.keyboard.write("2.3")
    scribe.keyboard.press("Return", "Esc", "Ctrl+I", "F6", "F6")
    tab_to(scribe, "Where it happens")
    scribe.keyboard.write("Tablet")
    scribe.keyboard.press("Return")
