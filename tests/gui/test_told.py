"""Only what people told us: on the map and in the table, and typing loses nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from journeymapper.document.operations import cards, feelings, projects
from journeymapper.domain import queries
from journeymapper.domain.entities import Persona
from journeymapper.domain.kinds import LaneKind, People, SourceKind
from journeymapper.domain.message import _
from journeymapper.ui.places.map_bar import PersonaChip
from tests.gui.map_world import World, begin, close_window, open_window


@pytest.fixture(scope="module")
def whole(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    world = open_window(qapp, tmp_path_factory.mktemp("told"))
    begin(world)
    yield world
    close_window(world)


@pytest.fixture
def world(whole: World) -> Iterator[World]:
    """One feeling and one pain were told by patients; the filter is on."""
    anna = queries.personas(whole.document.snapshot)[0].id
    pains = lane(whole, LaneKind.PAIN)
    with whole.document.step(_("Ask")) as tx:
        projects.set_project(tx, people=People.PATIENT)
        feelings.set_feeling_source(tx, whole.step("Form").id, anna, SourceKind.SURVEY, 31)
        cards.add_card(
            tx, pains, "Too long", touchpoint=whole.step("Form").id, source=SourceKind.INTERVIEW
        )
    whole.run("view.only_told")
    whole.place.canvas.view.setFocus()
    yield whole
    whole.place.canvas.editing.cancel()
    whole.place.table.abandon()
    whole.place.table.set_shown(False)
    whole.place.told.show(only=False)
    whole.document.go_back(whole.document.history()[0], _("Begin again"))


def lane(world: World, kind: LaneKind) -> str:
    lanes = queries.lanes(world.document.snapshot, world.map_id)
    return next(one.id for one in lanes if one.kind == kind)


def drawn(world: World) -> set[str]:
    layout = world.place.projection.layout
    assert layout is not None
    keys = {group.key.partition(":")[0] + ":" + group.entity for group in layout.cells}
    return {key for key in keys if key.startswith(("card:", "feeling:"))}


def test_only_what_was_told_is_drawn_and_the_banner_says_so(world: World) -> None:
    anna = queries.personas(world.document.snapshot)[0].id
    told = queries.feeling_of(world.document.snapshot, world.step("Form").id, anna)
    assert told is not None
    assert drawn(world) == {f"feeling:{told.id}", f"card:{world.card('Too long').id}"}
    banner = world.place.told.banner
    assert banner.isVisible()
    assert banner.words.whole() == "Only what patients told us is shown: 2 of 9 statements."
    banner.off.click()
    assert len(drawn(world)) == 9
    assert not banner.isVisible()


def test_the_menu_speaks_of_those_who_are_served(world: World) -> None:
    action = world.window.binding.action("view.only_told")
    assert action.text().replace("&", "") == "Only what patients told us"
    assert action.isChecked()
    with world.document.step(_("Serve")) as tx:
        projects.set_project(tx, people=People.GUEST)
    assert action.text().replace("&", "") == "Only what guests told us"


def test_the_table_shows_the_same(world: World) -> None:
    world.run("view.table")
    model = world.place.table.panel.model
    pains = model.column_of(lane(world, LaneKind.PAIN))
    shown = [str(model.index(r, pains).data()) for r in range(model.rowCount())]
    assert shown == ["", "", "", "", "Too long", ""]
    felt = model.column_of("feeling")
    assert [str(model.index(r, felt).data()) for r in range(6)] == ["", "", "", "", "0", ""]


def test_typing_goes_on_and_takes_nothing_that_is_out_of_sight(world: World) -> None:
    world.select(world.spot("Greeting", LaneKind.PAIN))
    world.type("Cold")
    world.key(Qt.Key.Key_Return)
    assert {"Cold", "Nobody looks up"} <= world.texts()
    assert "Kept as your team’s opinion." in " ".join(world.window.status.texts())
    world.key(Qt.Key.Key_Delete)
    assert {"Cold", "Nobody looks up"} <= world.texts()


def test_clearing_and_writing_in_the_table_leave_what_is_out_of_sight(world: World) -> None:
    world.run("view.table")
    panel, pains = world.place.table.panel, lane(world, LaneKind.PAIN)
    place = panel.model.column_of(pains)
    panel.view.setCurrentIndex(panel.model.index(3, place))
    world.run("edit.delete")
    world.type("Cold")
    world.key(Qt.Key.Key_Return)
    here = queries.cards_at(world.document.snapshot, pains, world.step("Greeting").id)
    assert [card.text for card in here] == ["Nobody looks up", "Cold"]


def test_words_written_while_one_types_stay_one_card(world: World) -> None:
    world.run("view.table")
    panel, pains = world.place.table.panel, lane(world, LaneKind.PAIN)
    panel.view.setCurrentIndex(panel.model.index(3, panel.model.column_of(pains)))
    world.type("Co")
    panel.flush()
    world.type("ld")
    world.key(Qt.Key.Key_Return)
    here = queries.cards_at(world.document.snapshot, pains, world.step("Greeting").id)
    assert [card.text for card in here] == ["Nobody looks up", "Cold"]


def test_a_persona_says_how_much_of_it_was_told(world: World) -> None:
    chips = world.place.bar.findChildren(PersonaChip)
    chip = next(one for one in chips if one.isVisible() and one.accessibleName() == "Anna")
    QApplication.sendEvent(chip, QEvent(QEvent.Type.ToolTip))
    assert "Patients told us 1 of 6 of these feelings." in chip.toolTip()


def test_where_a_feeling_comes_from_is_chosen_in_the_details(world: World) -> None:
    world.place.set_details(True)
    world.select(world.spot("Greeting"))
    row = world.place.inspector.step.feelings.rows[0]
    source = row.source
    source.setCurrentIndex(source.findText("Patients told us"))
    source.activated.emit(source.currentIndex())
    row.n.setFocus()
    row.n.setText("12")
    row.n.textEdited.emit("12")
    row.n.typing.flush()
    anna = next(iter(world.document.snapshot.table(Persona)))
    known = queries.feeling_of(world.document.snapshot, world.step("Greeting").id, anna)
    assert known is not None
    assert (known.source, known.n, known.value) == (SourceKind.INTERVIEW, 12, 0)
    assert f"feeling:{known.id}" in drawn(world)
    row.n.setText("some")
    row.n.typing.flush()
    assert row.n.typing.problem.text() == "!  “some” is not a whole number."
    row.n.typing.restore()
    world.place.set_details(None)
