"""Comparing maps, versions and personas in the place of the map."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from journeymapper.document import operations
from journeymapper.domain import queries
from journeymapper.domain.entities import Touchpoint, Version
from journeymapper.domain.message import _
from journeymapper.ui.commands import maps, versions
from journeymapper.ui.compare.panel import ComparePanel
from journeymapper.ui.compare.paper import write
from tests.gui.map_world import World, again


@pytest.fixture
def world(small_map: World) -> World:
    """The small journey without named versions: those outlive every way back."""
    with small_map.document.step(_("Forget")) as tx:
        for version in tuple(tx.snapshot.table(Version)):
            operations.delete_version(tx, version)
    return again(small_map)


def compare(world: World) -> ComparePanel:
    world.run("view.compare")
    assert world.place.compare.shown
    return world.place.compare.panel


def sentences(panel: ComparePanel) -> list[str]:
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def begin_future(world: World) -> str:
    """A future without the form, where Anna feels better at the greeting."""
    future = maps.start_future(world.document, world.map_id, "Patient journey, future")
    steps = queries.touchpoints_of_map(world.document.snapshot, future)
    greeting, form = (next(t.id for t in steps if t.name == n) for n in ("Greeting", "Form"))
    anna = queries.personas(world.document.snapshot)[0].id
    with world.document.step(_("Better")) as tx:
        operations.delete_touchpoint(tx, form)
        operations.set_feeling(tx, greeting, anna, 3)
    return future


def test_today_and_future_are_compared_and_a_sentence_leads_to_its_place(world: World) -> None:
    today, future = world.map_id, begin_future(world)
    panel = compare(world)
    assert sentences(panel) == ["2.2 Greeting: Anna +3, before 0", "2.3 Form is gone"]
    assert panel.averages.text() == (
        "Average feeling 1.0, before 0.3. What is remembered 0.5, before −2.0."
    )
    panel.list.setFocus()
    panel.list.setCurrentRow(1)
    marked = panel.picture.marked
    panel.list.setCurrentRow(0)
    assert None not in (marked, panel.picture.marked)
    assert marked != panel.picture.marked
    world.key(Qt.Key.Key_Return)
    assert (world.place.compare.shown, world.map_id) == (False, future)
    spot = world.place.canvas.bench.cursor.spot
    assert spot is not None
    assert world.document.snapshot.get(Touchpoint, spot.touchpoint).name == "Greeting"
    assert today != future


def test_a_version_is_compared_with_now_and_undo_is_seen_at_once(world: World) -> None:
    document = world.document
    now = world.place.context.services.clock()
    versions.name_point(document, document.history()[-1], "First round", now)
    with document.step(_("Rename")) as tx:
        operations.rename_touchpoint(tx, world.step("Form").id, "Tablet")
    panel = compare(world)
    assert panel.bar.before.moment.currentText() == "Patient journey at “First round”"
    assert sentences(panel) == ["2.3 Tablet was called “Form”"]
    world.run("edit.undo")
    assert sentences(panel) == []
    assert panel.heading.text() == "Nothing differs between the two."
    world.key(Qt.Key.Key_Escape)
    assert not world.place.compare.shown


def test_with_one_map_two_personas_are_compared(world: World) -> None:
    panel = compare(world)
    assert sentences(panel)[0] == "1.1 Review: Walter not noted, Anna +2"
    panel.bar.before.persona.setCurrentIndex(0)
    panel.bar.before.persona.activated.emit(0)
    assert sentences(panel) == []
    assert panel.heading.text().startswith("Both sides are the same.")


def test_while_one_compares_the_map_cannot_be_changed(world: World) -> None:
    begin_future(world)
    world.select(world.spot("Form"))
    compare(world)
    for action in ("edit.delete", "step.add_after", "rows.more", "view.future"):
        assert not world.window.binding.action(action).isEnabled(), action
    world.run("view.compare")
    assert world.window.binding.action("edit.delete").isEnabled()


def test_the_comparison_becomes_a_document(world: World, tmp_path: Path) -> None:
    begin_future(world)
    panel = compare(world)
    for shape in ("overlay", "stacked"):
        panel.bar.shape.button(shape).click()
        picture, compared = panel.picture_of(), panel._compared
        assert picture is not None
        assert compared is not None
        out = tmp_path / f"{shape}.pdf"
        write(world.place.context, world.document, compared, picture, panel.found, out)
        assert out.read_bytes().startswith(b"%PDF")
