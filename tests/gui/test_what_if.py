"""Other shares tried on a copy, and a new end named: dialogs on a small journey."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from journeymapper.document.desk import Desk
from journeymapper.domain.entities import Connection, Touchpoint
from journeymapper.domain.kinds import EndKind
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands import ways
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.dialogs.new_end import NewEndDialog
from journeymapper.ui.dialogs.what_if import WhatIfDialog
from journeymapper.ui.panels.chooser import Chooser
from journeymapper.ui.widgets.choice import Choice, Tick
from journeymapper.ui.widgets.slider import Slider
from tests.gui.map_world import close_window, fill, open_window, services_in
from tests.unit.drawing.ways_world import journey, to

HALF = journey(to("greeting", "rebook", 0.5), to("greeting", "goes", 0.5))


@pytest.fixture(scope="module")
def context(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    opened = open_window(qapp, tmp_path_factory.mktemp("home"))
    yield opened.place.context
    close_window(opened)


def trying(context: Context, snapshot: Snapshot) -> WhatIfDialog:
    return WhatIfDialog(context, snapshot, "map", None)


def test_other_shares_are_tried_on_a_copy(context: Context) -> None:
    tried = trying(context, HALF)
    assert tried.now.text() == (
        "Of 100 patients, 50 end well."
        " Most visited: 1.1 Recommendation, 100 visits of 100 patients."
        " On the way somebody else takes over 1.0 times, on average."
    )
    assert tried.results()[1] == ("end well", "50", "50")
    assert not tried.keep.isEnabled()
    on, gone = tried.rows.values()
    gone.slider.setValue(200)
    assert tried.results()[1] == ("end well", "50", "80  (+30)")
    assert (on.number.text(), gone.number.text()) == ("80 %", "20 %")
    assert ("visits at 3.2 Invoice", "50", "80  (+30)") in tried.results()
    assert tried.keep.isEnabled()
    assert tried.shares() == {"greeting-rebook": 0.8, "greeting-goes": 0.2}
    tried.deleteLater()


def test_a_wheel_that_passes_over_scrolls_and_chooses_nothing(context: Context) -> None:
    choice, chooser, slider = Choice(context, "Who"), Chooser(context, "Where"), Slider("Share")
    for one in (choice, chooser):
        one.addItems(["Anna", "Ben", "Cleo"])
    page = QWidget()
    column = QVBoxLayout(page)
    for control in (choice, chooser, slider):
        column.addWidget(control)
    column.addSpacing(500)
    scroll = QScrollArea()
    scroll.setWidget(page)
    scroll.resize(300, 200)
    scroll.show()
    for control in (choice, chooser, slider):
        before = scroll.verticalScrollBar().value()
        at = control.mapTo(scroll, control.rect().center())
        handle = scroll.windowHandle()
        assert handle is not None
        QTest.wheelEvent(handle, QPointF(at), QPoint(0, -60))
        assert scroll.verticalScrollBar().value() > before
    assert (choice.currentText(), chooser.currentText(), slider.value()) == ("Anna", "Anna", 0)
    scroll.close()
    scroll.deleteLater()


def test_enter_presses_the_button_with_the_keyboard_else_the_primary_one(
    context: Context,
) -> None:
    pressed: list[str] = []
    dialog = DialogFrame(context, "Ask", None, QSize(300, 200))
    line, tick = QLineEdit(), Tick(context, "Names too")
    dialog.body.addWidget(line)
    dialog.body.addWidget(tick)
    no, yes = dialog.add_button("No"), dialog.add_button("Yes", "primary")
    for button in (no, yes):
        button.clicked.connect(lambda _on=False, button=button: pressed.append(button.text()))
    dialog.show()
    for widget in (line, no, tick):
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Return)
    assert pressed == ["Yes", "No", "Yes"]
    assert not tick.isChecked()
    dialog.close()
    dialog.deleteLater()


def test_a_number_that_is_none_is_refused_beside_its_field(context: Context) -> None:
    tried = trying(context, HALF)
    row = next(iter(tried.rows.values()))
    for text, words in (("x", "is no share"), ("3 people", "Write a share here")):
        row.number.setText(text)
        row.number.editingFinished.emit()
        assert words in row.problem.text()
    assert tried.shares() == {}
    row.number.setText("75")
    row.number.editingFinished.emit()
    assert tried.shares() == {"greeting-rebook": 0.75, "greeting-goes": 0.25}
    tried.deleteLater()


def test_a_net_that_cannot_be_counted_with_says_why(context: Context) -> None:
    trap = journey(to("page", "greeting"), to("greeting", "page"))
    tried = trying(context, trap)
    assert tried.problem.text() == ("!  From “1.1 Recommendation” nobody ever comes to an end.")
    assert not tried.keep.isEnabled()
    tried.deleteLater()


def test_people_who_were_counted_are_not_replaced_unsaid(context: Context) -> None:
    on, gone = to("greeting", "rebook"), to("greeting", "goes")
    tried = trying(context, journey(replace(on, count=24), replace(gone, count=6)))
    assert tried.counted.isHidden()
    list(tried.rows.values())[1].slider.setValue(100)
    assert not tried.counted.isHidden()
    assert tried.counted.text() == (
        "Keeping these shares replaces the people counted at “2.1 Greeting”."
    )
    tried.deleteLater()
    shared = trying(context, HALF)
    next(iter(shared.rows.values())).slider.setValue(100)
    assert shared.counted.isHidden()
    shared.deleteLater()


def test_what_was_tried_is_kept_as_one_step(tmp_path: Path) -> None:
    services = services_in(tmp_path)
    services.paths.make()
    desk = Desk(services.paths.working, services.clock, services.new_id)
    document = desk.create(fill, _("Begin"))
    steps = {t.name: t.id for t in document.snapshot.table(Touchpoint).values()}
    gone = ways.lead_to_new_end(document, steps["Greeting"], "Goes", EndKind.LOST)
    on = next(c for c in document.snapshot.table(Connection) if c != gone)
    history = len(document.history())
    ways.keep_shares(document, {gone: 0.25, on: 0.75})
    assert len(document.history()) == history + 1
    assert document.snapshot.get(Connection, gone).share == 0.25
    document.undo()
    assert document.snapshot.get(Connection, gone).share is None
    document.close()


def test_the_dialog_of_a_new_end_waits_for_a_name(context: Context) -> None:
    dialog = NewEndDialog(context, None)
    assert not dialog.ready.isEnabled()
    dialog.name.setText(" Goes elsewhere ")
    assert dialog.ready.isEnabled()
    assert (dialog.end_name(), dialog.kind()) == ("Goes elsewhere", EndKind.LOST)
    dialog.deleteLater()
