"""More states of the map: its views, its ways, comparison, table, check, history, paper."""

from __future__ import annotations

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Touchpoint
from journeymapper.domain.kinds import LaneKind, Severity
from journeymapper.domain.message import _
from journeymapper.domain.row_views import RowView
from journeymapper.export.presets import Preset
from journeymapper.ui.canvas.landing import planned
from journeymapper.ui.canvas.spots import Spot, lane_of_kind
from journeymapper.ui.commands import maps, rows, ways
from journeymapper.ui.commands.clipboard.tables import block_of_text
from journeymapper.ui.compare.bar import STACKED
from journeymapper.ui.dialogs.paste_preview import PastePreview
from journeymapper.ui.dialogs.what_if import WhatIfDialog
from journeymapper.ui.places.map import MapPlace
from journeymapper.ui.places.print import PrintPlace
from tests.screenshots.rig import Rig
from tests.screenshots.scenes import Scene, Show, map_of, spot_named, step_named
from tests.screenshots.walk_scenes import begun, walked

_PASTED = "Calls\tNo answer\nWaits\tCold room\tNo word\nPays\tCodes\tLong\tUnclear"


def _document(rig: Rig) -> Document:
    document = rig.window.session.document
    assert document is not None
    return document


def _shown_as(view: RowView) -> Show:
    def show(rig: Rig) -> QWidget:
        place = map_of(rig)
        rows.show_view(_document(rig), place.projection.map_id, view)
        place.canvas.view.cell_cursor.go_to(None)
        return rig.window

    return show


def _with_ways(rig: Rig, *, selected: bool) -> QWidget:
    place = map_of(rig)
    ways.show(_document(rig), shown=True)
    spot = spot_named(rig, "Called in") if selected else None
    place.canvas.view.cell_cursor.go_to(spot)
    place.set_details(selected)
    return rig.window


def _what_if(rig: Rig) -> QWidget:
    place = map_of(rig)
    dialog = WhatIfDialog(
        place.context, _document(rig).snapshot, place.projection.map_id, rig.window
    )
    dialog.show()
    return dialog


def _future(rig: Rig) -> MapPlace:
    """A future without the reminder, one new step, one worse pain, better feelings."""
    place = map_of(rig)
    document, today = _document(rig), place.projection.map_id
    future = maps.start_future(document, today, "Patient journey, future")
    steps = {t.name: t for t in queries.touchpoints_of_map(document.snapshot, future)}
    anna = queries.personas(document.snapshot)[0].id
    pain = next(
        card
        for card in document.snapshot.table(Card).values()
        if card.touchpoint == steps["Waiting room"].id and card.severity is not None
    )
    with document.step(_("Better")) as tx:
        operations.delete_touchpoint(tx, steps["Reminder"].id)
        stage = steps["Greeting"].stage
        made = operations.add_touchpoint(tx, stage, "Told how long it will take")
        operations.set_feeling(tx, made, anna, 2)
        for name, value in (("Greeting", 3), ("Waiting room", 1), ("Rebooking at the desk", 2)):
            operations.set_feeling(tx, steps[name].id, anna, value)
        operations.set_severity(tx, pain.id, Severity.LOW)
        operations.rename_touchpoint(tx, steps["Called in"].id, "Called in on time")
    place.show_map(today)
    return place


def _compare(rig: Rig, shape: str = "") -> QWidget:
    place = _future(rig)
    rig.window.binding.run("view.compare")
    panel = place.compare.panel
    if shape:
        panel.bar.shape.set_value(shape)
        panel.refresh()
    panel.list.setCurrentRow(2)
    rig.settle()
    return rig.window


def _compared_with_itself(rig: Rig) -> QWidget:
    map_of(rig)
    rig.window.binding.run("view.compare")
    rig.settle()
    return rig.window


def _run(*ids: str) -> Show:
    def show(rig: Rig) -> QWidget:
        map_of(rig)
        for id_ in ids:
            rig.window.binding.run(id_)
        rig.settle()
        return rig.window

    return show


def _future_shown(rig: Rig) -> QWidget:
    place = _future(rig)
    rig.window.binding.run("view.future")
    place.canvas.view.cell_cursor.go_to(None)
    return rig.window


def _paste(rig: Rig) -> QWidget:
    place = map_of(rig)
    bench = place.canvas.bench
    step = step_named(rig, "Rebooking at the desk")
    spot = Spot(lane_of_kind(bench.layout, LaneKind.PAIN), step.stage, step.id)
    plan = planned(bench, spot, block_of_text(_PASTED))
    dialog = PastePreview(
        place.context, rig.window, bench.snapshot, place.projection.map_id, plan, spot.cell
    )
    dialog.show()
    return dialog


def _editing_pain(rig: Rig) -> QWidget:
    """A long text in a card that has grown."""
    place = map_of(rig)
    view = place.canvas.view
    step = step_named(rig, "Called in")
    lane = lane_of_kind(place.canvas.bench.layout, LaneKind.PAIN)
    view.cell_cursor.go_to(Spot(lane, step.stage, step.id))
    view.setFocus()
    rig.window.binding.run("edit.edit")
    return rig.window


def _long_step(rig: Rig) -> QWidget:
    place = map_of(rig)
    step = step_named(rig, "Called in")
    with _document(rig).step(_("Rename")) as tx:
        operations.rename_touchpoint(
            tx, step.id, "Called in after the time that was agreed, without a word about it"
        )
    view = place.canvas.view
    found: Touchpoint = _document(rig).snapshot.get(Touchpoint, step.id)
    view.cell_cursor.go_to(spot_named(rig, found.name))
    view.setFocus()
    rig.window.binding.run("edit.edit")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, " at all")
    return rig.window


def _sheets(preset: Preset) -> Show:
    def show(rig: Rig) -> QWidget:
        map_of(rig)
        rig.window.show_place("print")
        place = rig.window.places.current()
        assert isinstance(place, PrintPlace)
        place.form.choose(preset)
        rig.settle()
        deadline = QDeadlineTimer(20_000)
        while not place.is_shown and not deadline.hasExpired():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        rig.settle()
        return rig.window

    return show


def _walk_start(rig: Rig) -> QWidget:
    begun(rig)
    return rig.window


def _projector(rig: Rig) -> QWidget:
    walked(rig, 4)
    place = rig.window.places.current()
    assert isinstance(place, MapPlace)
    place.walk.parts.project()
    projector = place.walk.parts.projector
    assert projector is not None
    projector.showNormal()
    projector.resize(rig.window.size())
    return projector


MORE: tuple[Scene, ...] = (
    Scene("19a-blueprint", _shown_as(RowView.BLUEPRINT)),
    Scene("19b-hassle", _shown_as(RowView.HASSLE)),
    Scene("19c-storyboard", _shown_as(RowView.STORYBOARD)),
    Scene("19d-ways", lambda rig: _with_ways(rig, selected=False)),
    Scene("19e-ways-details", lambda rig: _with_ways(rig, selected=True)),
    Scene("19f-what-if", _what_if),
    Scene("19g-compare-overlay", _compare),
    Scene("19h-compare-stacked", lambda rig: _compare(rig, STACKED)),
    Scene("19i-compare-itself", _compared_with_itself),
    Scene("19j-table", _run("view.table")),
    Scene("19k-check", _run("view.check")),
    Scene("19l-only-told", _run("view.only_told")),
    Scene("19m-future", _future_shown),
    Scene("19o-paste-preview", _paste),
    Scene("19p-editing-pain", _editing_pain),
    Scene("19q-editing-long-step", _long_step),
    Scene("12a-walk-start", _walk_start),
    Scene("12c-projector", _projector),
    *(Scene(f"19s-print-{preset.value}", _sheets(preset)) for preset in Preset),
)
"""States that `make screenshots` shows besides those which every test run judges."""
