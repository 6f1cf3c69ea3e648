"""Dialogs of the window: export, keys, settings, problems; work beside the window."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
)
from pytestqt.qtbot import QtBot

from journeymapper.app.actions import ACTIONS
from journeymapper.app.settings import SETTINGS, TEXT_SIZE
from journeymapper.document.operations.cards import add_card
from journeymapper.document.operations.projects import set_project
from journeymapper.domain import queries
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import _
from journeymapper.ui.background import Background, Stop
from journeymapper.ui.dialogs.export import ExportDialog
from journeymapper.ui.dialogs.problem import ProblemBar, ReportDialog
from journeymapper.ui.dialogs.settings import SettingsDialog
from journeymapper.ui.dialogs.shortcuts import ShortcutsDialog
from journeymapper.ui.file_chooser import file_name
from journeymapper.ui.looks import Looks
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.choice import Choice, Tick

OpenExample = Callable[[MainWindow], Path]


@pytest.fixture
def export(window: MainWindow, open_example: OpenExample, qtbot: QtBot) -> Iterator[ExportDialog]:
    open_example(window)
    assert window.session.document is not None
    dialog = ExportDialog(window.context, window.session.document, window)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.preview.sheets), timeout=20_000)
    yield dialog
    dialog.reject()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete.value)


def _choose(box: Choice, data: object) -> None:
    box.setCurrentIndex(next(i for i in range(box.count()) if box.itemData(i) == data))


def test_export_shows_the_sheets_before(export: ExportDialog) -> None:
    assert export.preview.text().startswith("Sheet 1 of ")
    assert export.go.isEnabled()


def test_another_paper_lays_the_sheets_out_anew(export: ExportDialog, qtbot: QtBot) -> None:
    _choose(export.form.paper, "single")
    qtbot.waitUntil(lambda: export.preview.text() == "Sheet 1 of 1", timeout=20_000)
    single = export.preview.sheets[0]
    _choose(export.form.paper, "a2")
    qtbot.waitUntil(
        lambda: bool(export.preview.sheets) and export.preview.sheets[0] is not single,
        timeout=20_000,
    )
    assert export.preview.sheets[0].width_pt == pytest.approx(594 * 72 / 25.4)


def test_a_paper_that_is_too_small_names_one_that_would_do(
    window: MainWindow, open_example: OpenExample, qtbot: QtBot
) -> None:
    open_example(window)
    document = window.session.document
    assert document is not None
    (journey,) = queries.maps(document.snapshot)
    rows = queries.lanes(document.snapshot, journey.id)
    pains = next(row for row in rows if row.kind == LaneKind.PAIN)
    step = queries.touchpoints_of_map(document.snapshot, journey.id)[0]
    with document.step(_("Add a pain")) as tx:
        add_card(tx, pains.id, "A long story about a pain. " * 60, touchpoint=step.id)
    dialog = ExportDialog(window.context, document, window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.said.isVisible, timeout=20_000)
    assert "It fits on A2" in dialog.said.text()
    assert not dialog.go.isEnabled()
    _choose(dialog.form.paper, "a2")
    qtbot.waitUntil(lambda: bool(dialog.preview.sheets), timeout=20_000)
    assert dialog.go.isEnabled()
    assert not dialog.said.isVisible()


@pytest.mark.parametrize(("suffix", "head"), [(".pdf", b"%PDF"), (".png", b"\x89PNG")])
def test_the_file_is_written_and_named(
    export: ExportDialog, qtbot: QtBot, tmp_path: Path, suffix: str, head: bytes
) -> None:
    out = tmp_path / f"map{suffix}"
    export.form.kind.set_value(suffix)
    export.export_to(out)
    assert export.working
    qtbot.waitUntil(lambda: not export.working, timeout=60_000)
    assert export.written
    assert export.written[0].read_bytes().startswith(head)
    assert tmp_path.name in export.said.text()


def test_a_stopped_export_writes_nothing(export: ExportDialog, tmp_path: Path) -> None:
    out = tmp_path / "map.pdf"
    out.write_bytes(b"the old one")
    export.export_to(out)
    stop = next(b for b in export.findChildren(Button) if b.text() == "Stop")
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert not export.working
    export.done(0)
    assert out.read_bytes() == b"the old one"


def test_a_folder_that_is_not_there_is_explained(
    export: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    export.export_to(tmp_path / "gone" / "map.pdf")
    qtbot.waitUntil(lambda: not export.working, timeout=20_000)
    assert "gone" in export.said.text()
    assert export.written == ()


def test_save_asks_for_a_place_the_first_time(window: MainWindow, tmp_path: Path) -> None:
    window.flows.example()
    target = tmp_path / "mine"

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(target))
        QDialog.accept(dialog)

    QTimer.singleShot(0, answer)
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    document = window.session.document
    assert document is not None
    assert document.path == target.with_suffix(".journey")
    assert target.with_suffix(".journey").is_file()


def test_undo_of_an_earlier_sitting_asks_first(
    window: MainWindow, open_example: OpenExample
) -> None:
    path = open_example(window)
    document = window.session.document
    assert document is not None
    with document.step(_("Rename the project")) as tx:
        set_project(tx, title="Changed")
    window.session.close()
    window.open(path)
    asked: list[str] = []

    def answer(*, yes: bool) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        asked.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.accept() if yes else dialog.reject()

    QTimer.singleShot(0, lambda: answer(yes=False))
    window.binding.run("edit.undo")
    assert window.windowTitle().startswith("Changed")
    assert any("Rename the project" in text for text in asked)
    QTimer.singleShot(0, lambda: answer(yes=True))
    window.binding.run("edit.undo")
    assert not window.windowTitle().startswith("Changed")


def test_keys_lists_every_action_that_has_one(window: MainWindow, qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(window.context, window)
    qtbot.addWidget(dialog)
    keys = [label.text() for label in dialog.findChildren(QLabel)]
    missing = [a.id for a in ACTIONS if a.shortcuts and a.shortcuts[0] not in keys]
    assert missing == []


def test_dialogs_are_as_high_as_what_they_hold(window: MainWindow, qtbot: QtBot) -> None:
    for kind in (SettingsDialog, ShortcutsDialog):
        dialog = kind(window.context, window)
        qtbot.addWidget(dialog)
        dialog.show()
        (scroll,) = dialog.findChildren(QScrollArea)
        assert scroll.verticalScrollBar().maximum() == 0
        content = dialog.body.parentWidget()
        assert content is not None
        assert content.height() == dialog.body.totalHeightForWidth(content.width())


def test_settings_count_at_once(window: MainWindow, qtbot: QtBot) -> None:
    dialog = SettingsDialog(window.context, window)
    qtbot.addWidget(dialog)
    dialog.changed.connect(window.looks.apply)
    shown = len(dialog.findChildren(Choice)) + len(dialog.findChildren(Tick))
    assert shown == sum(setting.label is not None for setting in SETTINGS)
    size = next(b for b in dialog.findChildren(Choice) if b.accessibleName() == "Size of text")
    size.setCurrentIndex(size.count() - 1)
    assert window.context.settings.get(TEXT_SIZE) == 150
    assert window.context.theme.scale == 1.5


def test_less_movement_counts_at_once_and_can_be_taken_back(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    usual = qapp.cursorFlashTime()
    qapp.setEffectEnabled(Qt.UIEffect.UI_General, True)
    window.looks = Looks(qapp, window.context.tokens, window.context.settings)
    dialog = SettingsDialog(window.context, window)
    qtbot.addWidget(dialog)
    dialog.changed.connect(window.looks.apply)
    less = next(box for box in dialog.findChildren(Tick) if box.text() == "Less movement")
    less.click()
    assert qapp.cursorFlashTime() == 0
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_General)
    less.click()
    assert qapp.cursorFlashTime() == usual
    assert qapp.isEffectEnabled(Qt.UIEffect.UI_General)
    qapp.setEffectEnabled(Qt.UIEffect.UI_General, False)


def test_the_problem_bar_says_what_to_do_and_offers_it(window: MainWindow, qtbot: QtBot) -> None:
    done: list[str] = []
    bar = ProblemBar(window.context)
    qtbot.addWidget(bar)
    bar.show_error(
        UserError(_("The disk is full."), _("Save elsewhere.")),
        (("Save elsewhere…", lambda: done.append("saved")),),
    )
    assert bar.text() == "The disk is full. Save elsewhere."
    button = next(b for b in bar.findChildren(Button) if b.text() == "Save elsewhere…")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["saved"]
    assert bar.isHidden()


def test_a_fault_of_our_own_is_told_without_words_of_the_map(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = ReportDialog(window.context, "KeyError\n  layout.py:12 place", window)
    qtbot.addWidget(dialog)
    lines = dialog.findChild(QPlainTextEdit)
    assert lines is not None
    assert lines.toPlainText().startswith("KeyError")
    assert lines.isReadOnly()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Patient journey", "Patient journey"),
        ("Who? What: <this> / that", "Who What this that"),
        ("...", "map"),
        ("", "map"),
        ("x" * 300, "x" * 80),
    ],
)
def test_titles_become_names_that_every_computer_takes(title: str, name: str) -> None:
    assert file_name(title) == name


def test_only_the_newest_work_counts(qtbot: QtBot) -> None:
    owner = QObject()
    work = Background(owner)
    gate = threading.Event()
    seen: list[object] = []
    work.done.connect(seen.append)

    def slow(_stop: Stop) -> str:
        gate.wait(10)
        return "old"

    work.start(slow)
    work.start(lambda _stop: "new")
    gate.set()
    qtbot.waitUntil(lambda: seen == ["new"])
    work.finish()
    QApplication.processEvents()
    assert seen == ["new"]
    assert not work.busy


def test_work_that_the_user_can_mend_is_told(qtbot: QtBot) -> None:
    owner = QObject()
    work = Background(owner)

    def fail(_stop: Stop) -> None:
        raise UserError(_("No room."))

    with qtbot.waitSignal(work.failed) as told:
        work.start(fail)
    assert str(told.args[0]) == "No room."
    work.finish()
