"""The history beside the map, used as people use it: keys, clicks, names, going back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymapper.app.settings import HISTORY_SHOWN
from journeymapper.document.document import Document
from journeymapper.document.operations.projects import set_project
from journeymapper.domain import queries
from journeymapper.domain.changes import StepKind
from journeymapper.domain.entities import Version
from journeymapper.domain.message import _
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.history.naming import NameDialog
from journeymapper.ui.history.panel import HistoryPanel
from journeymapper.ui.main_window import MainWindow

OpenExample = Callable[[MainWindow], Path]
MakeWindow = Callable[..., MainWindow]
Control = Qt.KeyboardModifier.ControlModifier


def document_of(window: MainWindow) -> Document:
    assert window.session.document is not None
    return window.session.document


def rename(window: MainWindow, *titles: str) -> None:
    for title in titles:
        with document_of(window).step(_("Rename to {title}", title=title)) as tx:
            set_project(tx, title=title)


def title_of(window: MainWindow) -> str:
    return queries.project(document_of(window).snapshot).title


@pytest.fixture
def panel(window: MainWindow, open_example: OpenExample) -> HistoryPanel:
    open_example(window)
    rename(window, "One", "Two", "Three")
    QTest.keyClick(window, Qt.Key.Key_H, Control)
    assert window.history.panel is not None
    return window.history.panel


def in_dialog(do: Callable[[DialogFrame], None]) -> None:
    """Do something in the next modal dialog."""

    def now() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DialogFrame)
        do(dialog)

    QTimer.singleShot(0, now)


def test_the_key_opens_it_with_the_newest_change_selected(
    window: MainWindow, panel: HistoryPanel
) -> None:
    assert panel.isVisible()
    assert panel.width() == 300
    assert QApplication.focusWidget() is panel.list
    step = panel.chosen()
    assert step is not None
    assert str(step.label) == "Rename to Three"
    assert not panel.back.isEnabled()
    assert window.binding.action("view.history").isChecked()


def test_the_same_key_closes_it(window: MainWindow, panel: HistoryPanel) -> None:
    QTest.keyClick(panel.list, Qt.Key.Key_H, Control)
    assert not panel.isVisible()
    assert not window.binding.action("view.history").isChecked()


def test_going_back_by_keyboard_is_one_change_that_can_be_undone(
    window: MainWindow, panel: HistoryPanel
) -> None:
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert title_of(window) == "One"
    newest = document_of(window).history()[-1]
    assert newest.kind == StepKind.DO
    assert str(newest.label) == "Back to 15 May 08:14, after: Rename to One"
    assert any("as it was today 08:14" in text for text in window.status.texts())
    assert panel.chosen() == newest
    QTest.keyClick(window, Qt.Key.Key_Z, Control)
    assert title_of(window) == "Three"


def test_going_back_by_the_button(window: MainWindow, panel: HistoryPanel) -> None:
    panel.choose(document_of(window).history()[-2])
    QTest.mouseClick(panel.back, Qt.MouseButton.LeftButton)
    assert title_of(window) == "Two"


def test_going_back_to_what_is_so_changes_nothing(window: MainWindow, panel: HistoryPanel) -> None:
    document_of(window).undo()
    document_of(window).redo()
    count = len(document_of(window).history())
    panel.choose(document_of(window).history()[-3])
    panel.go_back()
    assert len(document_of(window).history()) == count
    assert any("Nothing is different" in text for text in window.status.texts())


def test_a_point_gets_a_name_another_one_and_none(window: MainWindow, panel: HistoryPanel) -> None:
    panel.choose(document_of(window).history()[-2])

    def type_name(name: str) -> Callable[[DialogFrame], None]:
        def do(dialog: DialogFrame) -> None:
            assert isinstance(dialog, NameDialog)
            dialog.field.setText(name)
            QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)

        return do

    def names() -> list[str]:
        return [v.name for v in document_of(window).snapshot.table(Version).values()]

    in_dialog(type_name("Before the meeting"))
    QTest.mouseClick(panel.name, Qt.MouseButton.LeftButton)
    assert names() == ["Before the meeting"]
    assert panel.name.text() == "Rename this version…"
    assert str(panel.list.currentIndex().data()) == "Before the meeting"
    in_dialog(type_name("After lunch"))
    panel.name_point()
    assert names() == ["After lunch"]
    in_dialog(lambda dialog: dialog._forget())  # type: ignore[attr-defined]
    panel.name_point()
    assert names() == []


def test_a_name_is_needed_and_esc_gives_none(window: MainWindow, panel: HistoryPanel) -> None:
    def empty(dialog: DialogFrame) -> None:
        assert isinstance(dialog, NameDialog)
        dialog.field.setText("   ")
        assert not dialog.agree.isEnabled()
        dialog.reject()

    in_dialog(empty)
    panel.name_point()
    assert not document_of(window).snapshot.table(Version)


def test_finding_a_change(panel: HistoryPanel) -> None:
    before = panel.model.rowCount()
    QTest.keyClicks(panel.search.field, "two")
    assert [str(panel.model.index(r).data()) for r in range(1, panel.model.rowCount())] == [
        "Rename to Two"
    ]
    QTest.keyClicks(panel.search.field, "xyz")
    assert panel.note.text() == "No change has these words."
    QTest.keyClick(panel.search.field, Qt.Key.Key_Escape)
    assert panel.model.rowCount() == before
    assert not panel.note.isVisible()


def test_it_follows_the_work(window: MainWindow, panel: HistoryPanel) -> None:
    chosen = panel.chosen()
    rename(window, "Four")
    assert str(panel.model.index(1).data()) == "Rename to Four"
    assert panel.chosen() == chosen
    assert panel.back.isEnabled()


def test_a_new_map_says_what_will_be_listed(window: MainWindow) -> None:
    window.flows.example()
    window.binding.run("view.history")
    panel = window.history.panel
    assert panel is not None
    assert panel.note.text().startswith("Every change you make is listed here")


def test_esc_gives_the_keyboard_back_to_the_map(window: MainWindow, panel: HistoryPanel) -> None:
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.places.current().isAncestorOf(focused)
    assert panel.isVisible()


def test_f6_reaches_it(window: MainWindow, panel: HistoryPanel) -> None:
    stops = []
    for _turn in range(8):
        window.binding.run("view.next_area")
        stops.append(QApplication.focusWidget())
    assert any(stop is not None and panel.isAncestorOf(stop) for stop in stops)


def test_it_is_remembered_and_not_shown_at_home(
    window: MainWindow, panel: HistoryPanel, make_window: MakeWindow
) -> None:
    path = document_of(window).path
    assert path is not None
    window.show_place("home")
    assert not panel.isVisible()
    window.show_place("map")
    assert panel.isVisible()
    window.close()
    again = make_window()
    assert again.history.panel is None
    again.open(path)
    assert again.history.panel is not None
    assert again.history.panel.isVisible()
    assert again.context.settings.get(HISTORY_SHOWN)


def test_where_there_is_room_for_one_panel_the_last_one_stays(
    window: MainWindow, panel: HistoryPanel
) -> None:
    window.binding.run("view.details")
    assert not panel.isVisible()
    window.binding.run("view.history")
    assert panel.isVisible()
    assert not window.binding.action("view.details").isChecked()


def test_a_file_that_is_only_looked_at_shows_its_history_and_changes_nothing(
    window: MainWindow, panel: HistoryPanel
) -> None:
    path = document_of(window).path
    assert path is not None
    window.session.close()
    window.session.view(path)
    panel.choose(document_of(window).history()[1])
    assert not panel.back.isEnabled()
    assert not panel.name.isEnabled()
    panel.go_back()
    assert title_of(window) == "Three"
