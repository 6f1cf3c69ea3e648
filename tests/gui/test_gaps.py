"""The place Gaps: what is first, the way to the map, living with a gap, files beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.document.templates import fill_blank
from journeymapper.domain.entities import GapDecision, GapSighting, Plan
from journeymapper.domain.kinds_plan import Trigger
from journeymapper.domain.message import _
from journeymapper.domain.plans import gap_keys
from journeymapper.ui.commands import steps
from journeymapper.ui.gaps.what_if import GapWhatIf
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.places.gaps import GapsPlace

OpenExample = Callable[[MainWindow], Path]
LEFT = Qt.MouseButton.LeftButton


def shown(window: MainWindow, qtbot: QtBot) -> GapsPlace:
    window.show_place("gaps")
    qtbot.waitUntil(lambda: window.gaps.is_current, timeout=20_000)
    place = window.places.current()
    assert isinstance(place, GapsPlace)
    return place


@pytest.fixture
def place(window: MainWindow, open_example: OpenExample, qtbot: QtBot) -> GapsPlace:
    open_example(window)
    return shown(window, qtbot)


def test_the_three_worst_places_and_the_way_to_the_map(
    window: MainWindow, place: GapsPlace, qtbot: QtBot
) -> None:
    names = [place.first.cards[i].button.accessibleName() for i in range(3)]
    assert names == [
        "Open the plan: 4.2 Called in",
        "Check the plan: 6.1 Rebooking at the desk",
        "Make a plan: 3.1 Arrival on the wrong day",
    ]
    assert window.activity.button("gaps").accessibleName() == "Gaps, 3 critical places"
    document = window.session.document
    assert document is not None
    assert document.next_undo is None  # that gaps were seen is no step of the user
    assert document.snapshot.table(GapSighting)
    step = place.first.cards[1].place.subject
    QTest.mouseClick(place.first.cards[1].show_button, LEFT)
    current = window.places.current()
    assert current.key == "map"
    assert current.canvas.bench.cursor.spot.touchpoint == step  # type: ignore[attr-defined]
    steps.rename(document, step, "A name that is a whole sentence, as people write them " * 3)
    first = shown(window, qtbot).first
    page = first.widget()
    assert page is not None
    assert page.width() <= first.viewport().width()  # no button stands outside


def test_a_place_without_a_plan_gets_a_draft_that_says_what_is_known(place: GapsPlace) -> None:
    document = place.session.document
    assert document is not None
    opened: list[str] = []
    place.session.plan_wanted.connect(opened.append)
    QTest.mouseClick(place.first.cards[2].button, LEFT)
    (plan,) = (document.snapshot.get(Plan, id_) for id_ in opened)
    assert (plan.title, plan.trigger) == ("Arrival on the wrong day", Trigger.GAP)
    assert "Anna’s feeling falls from 0 to −3 here." in plan.happens
    assert plan.touchpoint == place.first.cards[2].place.subject
    assert {key[1] for key in gap_keys(plan)} == {plan.touchpoint}
    place.session.plan_wanted.disconnect(opened.append)
    assert document.undo() is not None
    assert document.snapshot.find(Plan, plan.id) is None


def test_charts_files_reasons_and_living_with_a_gap(
    window: MainWindow, place: GapsPlace, qtbot: QtBot, tmp_path: Path
) -> None:
    figures = window.gaps.figures
    assert figures is not None
    place.show_tab("chart")
    keys = [place.chart.which.itemData(i) for i in range(place.chart.which.count())]
    assert keys[:3] == ["importance", "feelings", "scores"]
    for i in range(len(keys)):
        place.chart.which.setCurrentIndex(i)
        place.chart.which.activated.emit(i)
        assert place.chart.chart is not None
        assert place.chart.drawn.accessibleName() == str(place.chart.chart.alt)
    assert place.chart.list.topLevelItemCount() == len(figures.board.places)
    _try_other_figures(window, qtbot)
    place.show_tab("method")
    out = tmp_path / "ask.pdf"
    place.paper.write_questionnaire(figures, out)
    qtbot.waitUntil(lambda: not place.paper.busy and out.exists(), timeout=20_000)
    table = tmp_path / "gaps.xlsx"
    place.paper.write_table(figures, table)
    qtbot.waitUntil(lambda: not place.paper.busy and table.exists(), timeout=20_000)
    document = window.session.document
    assert document is not None
    place.show_reasons(place.first.cards[0].place.subject)
    listed = place.all
    assert {gap.subject for gap in listed.gaps} == {place.first.cards[0].place.subject}
    listed.show_place("")
    listed.band.setCurrentIndex(1)
    listed.band.activated.emit(1)
    assert {gap.band for gap in listed.gaps} == {"critical"}
    gap = listed.chosen
    assert gap is not None
    accept, reason = listed.detail.accept, listed.detail.reason
    assert accept is not None
    assert reason is not None
    failures: list[object] = []
    window.session.failed.connect(failures.append)
    QTest.mouseClick(accept, LEFT)
    assert len(failures) == 1  # a reason is needed
    assert not document.snapshot.table(GapDecision)
    QTest.keyClicks(reason, "The new room opens in July")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    (decision,) = document.snapshot.table(GapDecision).values()
    assert (decision.rule, decision.reason) == (gap.rule, "The new room opens in July")
    qtbot.waitUntil(lambda: gap.key not in {one.key for one in listed.gaps}, timeout=20_000)
    window.session.undo()
    qtbot.waitUntil(lambda: gap.key in {one.key for one in listed.gaps}, timeout=20_000)


def _try_other_figures(window: MainWindow, qtbot: QtBot) -> None:
    document, figures = window.session.document, window.gaps.figures
    assert document is not None
    assert figures is not None
    before = document.snapshot
    dialog = GapWhatIf(window.context, figures, document.counts, window)
    qtbot.addWidget(dialog)
    dialog.sliders["score"].slider.setValue(95)
    dialog.sliders["feeling"].slider.setValue(3)
    dialog.sliders["wait"].slider.setValue(5)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=20_000)
    told = {what: (now, then) for what, now, then in dialog.lines}
    assert told["How bad"] == ("Critical", "nothing found")
    assert told["Places that are critical"] == ("3", "2")
    dialog.reject()
    assert document.snapshot is before


def test_without_steps_it_says_what_to_do(window: MainWindow, qtbot: QtBot) -> None:
    window.session.new(lambda tx: fill_blank(tx, created="2026-05-15"), _("Begin"))
    place = shown(window, qtbot)
    assert place.empty.isVisible()
    assert not place.bar.tabs.isEnabled()
