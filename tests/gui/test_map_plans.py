"""Plans on the map: under ideas, in the details of a step, and begun from a card."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from journeymapper.document import operations
from journeymapper.domain.entities import Card, Persona, Plan, Touchpoint
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands.plan_turns import before_plan, start_plan, version_before
from journeymapper.ui.commands.plans import set_plan
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.places.map import MapPlace
from journeymapper.ui.places.map_plans import offer_plan

OpenExample = Callable[[MainWindow], Path]


@pytest.fixture
def place(window: MainWindow, open_example: OpenExample) -> MapPlace:
    open_example(window)
    window.show_place("map")
    place = window.places.current()
    assert isinstance(place, MapPlace)
    place.canvas.settle()
    return place


def the_card(snapshot: Snapshot, text: str) -> Card:
    return next(card for card in snapshot.table(Card).values() if card.text == text)


def the_step(snapshot: Snapshot, name: str) -> str:
    return next(t.id for t in snapshot.table(Touchpoint).values() if t.name == name)


def test_a_step_shows_its_plans_and_a_click_opens_one(window: MainWindow, place: MapPlace) -> None:
    snapshot = place.canvas.bench.snapshot
    place.actions_.show_place(the_step(snapshot, "Rebooking at the desk"))
    window.binding.run("view.details")
    (button,) = place.inspector.step.plans.buttons
    assert button.accessibleName() == "Keep agreed return dates. Plan: Mara, 15 May"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.places.current().key == "plan"
    window.show_place("map")
    place.actions_.show_place(the_step(snapshot, "Arrival on the wrong day"))
    assert not place.inspector.step.plans.isVisible()  # that plan was given up


def test_an_idea_becomes_a_plan_and_says_so(window: MainWindow, place: MapPlace) -> None:
    bench = place.canvas.bench
    card = the_card(bench.snapshot, "Pass the return date to the desk")
    menu = QMenu()
    offer_plan(menu, bench, card)
    (make,) = menu.actions()
    assert make.text() == "Make a plan"
    make.trigger()
    assert window.places.current().key == "plan"
    plan = next(p for p in bench.snapshot.table(Plan).values() if p.card == card.id)
    assert (plan.title, plan.solution) == (card.text, card.text)
    window.show_place("map")
    place.canvas.settle()
    assert bench.layout.frame.planned[card.id].plan == plan.id
    menu.clear()
    offer_plan(menu, bench, card)
    assert [action.text() for action in menu.actions()] == ["Open the plan"]
    window.binding.run("edit.undo")
    place.canvas.settle()
    assert card.id not in bench.layout.frame.planned
    menu.deleteLater()


def test_a_pain_is_what_happens(place: MapPlace) -> None:
    bench = place.canvas.bench
    card = the_card(bench.snapshot, "Codes not explained")
    menu = QMenu()
    offer_plan(menu, bench, card)
    menu.actions()[0].trigger()
    plan = next(p for p in bench.snapshot.table(Plan).values() if p.card == card.id)
    assert (plan.happens, plan.solution, plan.touchpoint) == (card.text, "", card.touchpoint)
    menu.deleteLater()


def test_the_curve_before_a_plan_and_now(place: MapPlace) -> None:
    document = place.session.document
    assert document is not None
    step = the_step(document.snapshot, "Called in")
    with document.step(_("Prepare")) as tx:
        mara = operations.add_participant(tx, "Mara B.")
        plan = operations.add_plan(
            tx, "Hang a clock", owner=mara, happens="No word", intended="A word", touchpoint=step
        )
    name = str(before_plan("Hang a clock"))
    start_plan(document, plan, "2026-05-20", name)
    with document.step(_("Better now")) as tx:
        anna = next(p.id for p in tx.snapshot.table(Persona).values() if p.short == "Anna")
        operations.set_feeling(tx, step, anna, 2)
    set_plan(document, plan, title="Say how long it takes")
    version = version_before(document.snapshot, plan, "Before the new title")
    assert version is not None
    place.session.compare_wanted.emit(place.projection.map_id, version)
    assert place.compare.shown
    assert [str(found.words) for found in place.compare.panel.found] == [
        "4.2 Called in: Anna +2, before −3"
    ]
    place.compare.stop()
