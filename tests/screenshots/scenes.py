"""The states of the product, each brought about in a fresh window; with the design's names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from journeymapper.document.document import Document
from journeymapper.document.outline import read_outline
from journeymapper.document.templates import fill_blank, fill_from_template
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.message import _
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.spots import Spot
from journeymapper.ui.canvas.targets import spot_of_step
from journeymapper.ui.canvas.view import MapView
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.about import AboutDialog
from journeymapper.ui.dialogs.export import ExportDialog
from journeymapper.ui.dialogs.settings import SettingsDialog
from journeymapper.ui.dialogs.shortcuts import ShortcutsDialog
from journeymapper.ui.dialogs.start_map import StartMapDialog
from journeymapper.ui.finder.dialog import FinderDialog
from journeymapper.ui.finder.find import everything
from journeymapper.ui.places.gaps import GapsPlace
from journeymapper.ui.places.map import MapPlace
from journeymapper.ui.places.print import PrintPlace
from tests.screenshots.answers_scenes import ANSWERS
from tests.screenshots.rig import TODAY, Rig, example_file
from tests.screenshots.trouble_scenes import TROUBLE
from tests.screenshots.walk_scenes import WALK

Show = Callable[[Rig], QWidget]
"""Brings a window into a state and returns what to look at: the window, or a dialog."""


@dataclass(frozen=True)
class Scene:
    """A state; ``name`` begins with the number of its picture in the design.

    ``still``: all that differs from the map is what lies in front; nothing has been changed, and
    a window that shows it can show the next one.
    """

    name: str
    show: Show
    still: bool = False


def map_of(rig: Rig) -> MapPlace:
    """Return the map of a window, with the example open in it."""
    if rig.window.session.document is None:
        rig.window.open(example_file(rig))
    rig.window.show_place("map")
    rig.settle()
    place = rig.window.places.current()
    assert isinstance(place, MapPlace)
    return place


def view_of(rig: Rig) -> MapView:
    """Return the view of the map that is shown."""
    return map_of(rig).canvas.view


def step_named(rig: Rig, name: str) -> Touchpoint:
    """Return the step of a name."""
    document = rig.window.session.document
    assert document is not None
    return next(t for t in document.snapshot.table(Touchpoint).values() if t.name == name)


def spot_named(rig: Rig, name: str) -> Spot:
    """Return where the card of the step of a name stands."""
    bench = map_of(rig).canvas.bench
    return spot_of_step(bench.snapshot, bench.layout, step_named(rig, name).id)


def mouse(widget: QWidget, kind: QEvent.Type, at: QPointF) -> None:
    """Send a widget an event of the left button at a point of its own."""
    held = Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else held
    if kind == QEvent.Type.MouseButtonRelease:
        held = Qt.MouseButton.NoButton
    event = QMouseEvent(
        kind, at, widget.mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)


def _first_start(rig: Rig) -> QWidget:
    return rig.window


def _map(rig: Rig) -> QWidget:
    place = map_of(rig)
    place.canvas.view.cell_cursor.go_to(None)
    place.check.watch.look()
    _figured(rig)
    return rig.window


def _dragging(rig: Rig) -> QWidget:
    view = view_of(rig)
    bench = map_of(rig).canvas.bench
    group = bench.board.scenes[Part.CELLS].find(f"step:{step_named(rig, 'Greeting').id}")
    assert group is not None
    box = view.board.to_view(group.box)
    start = QPointF(box.x() + 40, box.y() + 60)
    mouse(view.viewport(), QEvent.Type.MouseButtonPress, start)
    for share in (0.3, 0.7, 1.0):
        mouse(view.viewport(), QEvent.Type.MouseMove, start + QPointF(-110 * share, 9 * share))
    return rig.window


def _all_rows(rig: Rig) -> QWidget:
    place = map_of(rig)
    document = rig.window.session.document
    assert document is not None
    for persona in queries.personas(document.snapshot):
        if persona.id not in place.projection.setting.personas:
            place.bar.persona_toggled.emit(persona.id, True)
    rig.window.binding.run("rows.more")
    if place.inspector.isHidden():
        rig.window.binding.run("view.details")
    rig.settle()
    place.canvas.view.cell_cursor.go_to(spot_named(rig, "Rebooking at the desk"))
    place.canvas.view.verticalScrollBar().setValue(0)
    return rig.window


def _selected(rig: Rig) -> QWidget:
    view = view_of(rig)
    view.cell_cursor.go_to(spot_named(rig, "Called in"))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Right)
    return rig.window


def _details(rig: Rig) -> QWidget:
    place = map_of(rig)
    place.canvas.view.cell_cursor.go_to(spot_named(rig, "Rebooking at the desk"))
    if place.inspector.isHidden():
        rig.window.binding.run("view.details")
    return rig.window


def _editing(rig: Rig) -> QWidget:
    view = view_of(rig)
    view.cell_cursor.go_to(spot_named(rig, "Called in"))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_F2)
    return rig.window


def _begin(rig: Rig, template: str) -> QWidget:
    outline = read_outline(rig.services.resources.templates, template) if template else None

    def fill(tx: Tx) -> None:
        if outline is None:
            fill_blank(tx, created=TODAY)
        else:
            fill_from_template(tx, outline, created=TODAY)

    rig.window.session.new(fill, _("Start the map"))
    return rig.window


def _later(key: str) -> Show:
    def show(rig: Rig) -> QWidget:
        map_of(rig)
        rig.window.show_place(key)
        return rig.window

    return show


def _figured(rig: Rig) -> None:
    """Wait until the gaps are worked out."""
    deadline = QDeadlineTimer(20_000)
    while not rig.window.gaps.is_current and not deadline.hasExpired():
        rig.settle()


def _gaps(tab: str) -> Show:
    def show(rig: Rig) -> QWidget:
        map_of(rig)
        rig.window.show_place("gaps")
        _figured(rig)
        place = rig.window.places.current()
        assert isinstance(place, GapsPlace)
        place.show_tab(tab)
        rig.settle()
        return rig.window

    return show


def _print(rig: Rig) -> QWidget:
    map_of(rig)
    rig.window.show_place("print")
    place = rig.window.places.current()
    assert isinstance(place, PrintPlace)
    deadline = QDeadlineTimer(20_000)
    while not place.is_shown and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    rig.settle()
    return rig.window


def _home(rig: Rig) -> QWidget:
    for template, name, folder in (
        ("hotel", "weekend.journey", "Team"),
        ("b2b_account", "client.journey", "Clients"),
        ("tv_support", "support.journey", "Maps"),
    ):
        _begin(rig, template)
        (rig.folder / folder).mkdir(exist_ok=True)
        rig.window.session.save_as(rig.folder / folder / name)
        rig.window.session.close()
    map_of(rig)
    rig.window.session.close()
    rig.window.show_place("home")
    return rig.window


def _home_while_open(rig: Rig) -> QWidget:
    map_of(rig)
    rig.window.show_place("home")
    return rig.window


def _context(rig: Rig) -> Context:
    return rig.window.context


def _document(rig: Rig) -> Document:
    document = rig.window.session.document
    assert document is not None
    return document


def _dialog(make: Callable[[Rig], QDialog], open_map: bool) -> Show:
    def show(rig: Rig) -> QWidget:
        if open_map:
            map_of(rig)
        dialog = make(rig)
        dialog.show()
        return dialog

    return show


def _export(rig: Rig) -> QWidget:
    map_of(rig)
    dialog = ExportDialog(_context(rig), _document(rig), rig.window)
    dialog.show()
    deadline = QDeadlineTimer(10_000)
    while not dialog.preview.sheets and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    return dialog


def _finder(rig: Rig) -> QDialog:
    return FinderDialog(_context(rig), everything(rig.window), rig.window)


def _menu(rig: Rig) -> QWidget:
    map_of(rig)
    rig.window.open_menu()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    return popup


def _rows_menu(rig: Rig) -> QWidget:
    view = view_of(rig)
    mouse(view.viewport(), QEvent.Type.MouseButtonPress, QPointF(50, 40))
    popup = QApplication.activePopupWidget()
    assert popup is not None
    return popup


SCENES: tuple[Scene, ...] = (
    Scene("08a-first-start", _first_start),
    Scene("01-map", _map),
    Scene("01a-map-dragging", _dragging),
    Scene("01b-map-all-rows", _all_rows),
    Scene("01c-map-selected", _selected),
    Scene("01d-map-details", _details),
    Scene("01e-map-editing", _editing),
    Scene("01f-map-template", lambda rig: _begin(rig, "dental")),
    Scene("01g-map-blank", lambda rig: _begin(rig, "")),
    *(Scene(name, show) for name, show in WALK),
    Scene("08b-home", _home),
    Scene("08c-home-while-open", _home_while_open, still=True),
    Scene("03-personas", _later("personas"), still=True),
    *(Scene(name, show) for name, show in ANSWERS),
    Scene("04-gaps", _gaps("first"), still=True),
    Scene("04b-gaps-chart", _gaps("chart"), still=True),
    Scene("04c-gaps-all", _gaps("all"), still=True),
    Scene("04d-gaps-method", _gaps("method"), still=True),
    Scene("05-plan", _later("plan"), still=True),
    Scene("06-workshop", _later("workshop"), still=True),
    Scene("13-print", _print),
    Scene("09a-export", _export, still=True),
    Scene("08d-start-map", _dialog(lambda r: StartMapDialog(_context(r), r.window), False)),
    Scene(
        "16a-settings", _dialog(lambda r: SettingsDialog(_context(r), r.window), True), still=True
    ),
    Scene("16b-keys", _dialog(lambda r: ShortcutsDialog(_context(r), r.window), True), still=True),
    Scene("16c-about", _dialog(lambda r: AboutDialog(_context(r), r.window), True), still=True),
    Scene("16d-menu", _menu, still=True),
    Scene(
        "16f-find",
        _dialog(lambda r: FinderDialog(_context(r), everything(r.window), r.window), True),
        still=True,
    ),
    Scene("16e-rows-menu", _rows_menu),
    *(Scene(name, show) for name, show in TROUBLE),
)
"""All states, in the order in which they are met."""


def by_name(name: str) -> Scene:
    """Return the scene of a name; raises StopIteration."""
    return next(scene for scene in SCENES if scene.name == name)
