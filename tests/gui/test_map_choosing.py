"""Another map in the file and one less, by keys and by mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton

from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap
from journeymapper.ui.dialogs.another_map import EMPTY, LIKE, TEMPLATE, AnotherMapDialog
from journeymapper.ui.dialogs.delete_map import DeleteMapDialog
from journeymapper.ui.widgets.labels import PlainLabel
from tests.gui.map_world import LEFT, NONE, World

D = TypeVar("D", AnotherMapDialog, DeleteMapDialog)


def titles(world: World) -> list[str]:
    return [found.title for found in queries.maps(world.document.snapshot)]


def soon(kind: type[D], do: Callable[[D], object]) -> None:
    """Do something in the next dialog."""

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        try:
            do(dialog)
        finally:
            if dialog.isVisible():  # it would wait for ever
                dialog.reject()

    QTimer.singleShot(0, found)


def key(dialog: QDialog, pressed: Qt.Key) -> None:
    """Press a key where the dialog has the keyboard."""
    QTest.keyClick(dialog.focusWidget(), pressed)


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, LEFT, NONE, button.rect().center())


def in_title_menu(world: World, words: str) -> QAction:
    """An entry of the menu behind the title of the map."""
    menus = world.place.bar.title.findChildren(QMenu)
    found = [a for menu in menus for a in menu.actions() if a.text().replace("&", "") == words]
    assert len(found) == 1
    return found[0]


def test_by_keys_a_map_like_this_one_then_it_is_deleted_again(world: World) -> None:
    said: list[str] = []

    def begin(dialog: AnotherMapDialog) -> None:
        key(dialog, Qt.Key.Key_Right)
        assert dialog.begin.value() == LIKE
        assert dialog.field.text() == "Patient journey (2)"
        key(dialog, Qt.Key.Key_Return)

    soon(AnotherMapDialog, begin)
    world.run("map.another")
    assert titles(world) == ["Patient journey", "Patient journey (2)"]
    assert world.place.bar.title.text() == "Patient journey (2)"
    assert world.undo_label() == "New map Patient journey (2)"
    assert world.stages()["Arrive"] == ["Wrong day", "Greeting", "Form"]
    assert world.texts() == {"Nobody looks up", "Opening hours first"}

    def agree(dialog: DeleteMapDialog) -> None:
        said.extend(label.text() for label in dialog.findChildren(PlainLabel))
        key(dialog, Qt.Key.Key_Return)

    soon(DeleteMapDialog, agree)
    world.run("map.delete")
    assert any("Patient journey (2)" in line and "6 steps and 0 cards" in line for line in said)
    assert titles(world) == ["Patient journey"]
    assert world.place.bar.title.text() == "Patient journey"
    world.run("edit.undo")
    assert titles(world) == ["Patient journey", "Patient journey (2)"]
    assert world.place.bar.title.text() == "Patient journey (2)"
    world.run("edit.undo")
    assert titles(world) == ["Patient journey"]
    world.run("edit.redo")
    assert world.place.bar.title.text() == "Patient journey (2)"


def test_by_mouse_from_the_title_an_empty_map_then_the_first_one_goes(world: World) -> None:
    first = world.map_id

    def begin(dialog: AnotherMapDialog) -> None:
        click(dialog.begin.button(EMPTY))
        assert not dialog.template.isEnabled()
        dialog.field.clear()
        assert not dialog.agree.isEnabled()
        QTest.keyClicks(dialog.field, "patient journey")
        click(dialog.agree)

    soon(AnotherMapDialog, begin)
    in_title_menu(world, "Another map in this file…").trigger()
    assert titles(world) == ["Patient journey", "patient journey (2)"]
    assert world.stages() == {}
    snapshot = world.document.snapshot
    people = [snapshot.get(JourneyMap, m).personas for m in (first, world.map_id)]
    assert people[0] == people[1]
    assert world.window.focusWidget() is world.place.empty_button
    world.place.show_map(first)
    soon(DeleteMapDialog, lambda dialog: click(dialog.keep))
    in_title_menu(world, "Delete this map…").trigger()
    assert world.map_id == first
    soon(DeleteMapDialog, lambda dialog: click(dialog.agree))
    in_title_menu(world, "Delete this map…").trigger()
    assert titles(world) == ["patient journey (2)"]
    assert world.place.bar.title.text() == "patient journey (2)"


def test_a_template_gives_its_title_unless_one_was_typed(world: World) -> None:
    def begin(dialog: AnotherMapDialog) -> None:
        assert dialog.begin.value() == TEMPLATE
        dialog.template.setCurrentIndex(1)
        suggested = dialog.field.text()
        dialog.template.setCurrentIndex(2)
        assert dialog.field.text() not in ("", suggested)
        dialog.field.selectAll()
        QTest.keyClicks(dialog.field, "Complaints")
        dialog.template.setCurrentIndex(1)
        assert dialog.field.text() == "Complaints"
        click(dialog.agree)

    soon(AnotherMapDialog, begin)
    world.run("map.another")
    assert titles(world) == ["Patient journey", "Complaints"]
    assert len(world.stages()) > 3
    world.run("edit.undo")
    assert titles(world) == ["Patient journey"]
    assert world.place.bar.title.text() == "Patient journey"


def test_the_only_map_of_a_file_stays(world: World) -> None:
    said: list[str] = []
    world.window.session.said.connect(lambda message: said.append(str(message)))
    world.run("map.delete")
    assert titles(world) == ["Patient journey"]
    assert said == ["This is the only map of the file. Begin another one, then delete this one."]
