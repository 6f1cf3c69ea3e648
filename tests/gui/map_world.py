"""A window with a small journey in it, and hands to work on it."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journeymapper.app import resources
from journeymapper.app.paths import Paths
from journeymapper.app.services import Services
from journeymapper.document.document import Document
from journeymapper.document.operations import (
    cards,
    feelings,
    maps,
    people,
    personas,
    projects,
    touchpoints,
)
from journeymapper.document.operations import stages as stages_
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Touchpoint
from journeymapper.domain.kinds import LaneKind, Severity
from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Box
from journeymapper.ui.app import build
from journeymapper.ui.canvas.spots import Spot, box_of, lane_of_kind, spot_in
from journeymapper.ui.canvas.targets import spot_of_step
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.places.map import MapPlace

STAGES = {
    "Learn": ("Review", "Web page"),
    "Arrive": ("Wrong day", "Greeting", "Form"),
    "Pay": ("Rebooking",),
}
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def fill(tx: Tx) -> None:
    """Three stages, six steps, a pain at Greeting, an idea for Learn, Anna's feelings."""
    projects.add_project(tx, title="Practice")
    anna = personas.add_persona(tx, "Anna", short="Anna")
    personas.add_persona(tx, "Walter", short="Walter")
    map_id = maps.add_map(tx, "Patient journey", personas=(anna,))
    lanes = {lane.kind: lane.id for lane in queries.lanes(tx.snapshot, map_id)}
    desk = people.add_role(tx, "Front desk")
    for number, (name, steps) in enumerate(STAGES.items()):
        stage = stages_.add_stage(tx, map_id, name)
        for step in steps:
            made = touchpoints.add_touchpoint(tx, stage, step)
            touchpoints.set_owner(tx, made, desk)
            feelings.set_feeling(tx, made, anna, 2 - number * 2)
            if step == "Greeting":
                cards.add_card(
                    tx,
                    lanes[LaneKind.PAIN],
                    "Nobody looks up",
                    touchpoint=made,
                    severity=Severity.HIGH,
                )
        if name == "Learn":
            cards.add_card(tx, lanes[LaneKind.IDEA], "Opening hours first", stage=stage)


@dataclass
class World:
    """The window, its map, and short ways to things."""

    window: MainWindow
    place: MapPlace

    @property
    def document(self) -> Document:
        document = self.window.session.document
        assert document is not None
        return document

    @property
    def viewport(self) -> QWidget:
        return self.place.canvas.view.viewport()

    @property
    def map_id(self) -> str:
        return self.place.projection.map_id

    def steps(self) -> list[str]:
        """Names of all steps in journey order."""
        found = queries.touchpoints_of_map(self.document.snapshot, self.map_id)
        return [step.name for step in found]

    def stages(self) -> dict[str, list[str]]:
        """Names of the steps by the name of their stage, in order."""
        snapshot = self.document.snapshot
        return {
            stage.name: [t.name for t in queries.touchpoints(snapshot, stage.id)]
            for stage in queries.stages(snapshot, self.map_id)
        }

    def step(self, name: str) -> Touchpoint:
        """The step of a name."""
        found = self.document.snapshot.table(Touchpoint).values()
        return next(step for step in found if step.name == name)

    def stage(self, name: str) -> str:
        """The id of the stage of a name."""
        found = queries.stages(self.document.snapshot, self.map_id)
        return next(stage.id for stage in found if stage.name == name)

    def card(self, text: str) -> Card:
        """The card of a text."""
        found = self.document.snapshot.table(Card).values()
        return next(card for card in found if card.text == text)

    def texts(self) -> set[str]:
        """The texts of all cards."""
        return {card.text for card in self.document.snapshot.table(Card).values()}

    def spot(self, step: str, kind: LaneKind = LaneKind.TOUCHPOINT) -> Spot:
        """The cell of a step in a row."""
        layout = self.place.projection.layout
        assert layout is not None
        id_ = self.step(step).id
        if kind == LaneKind.TOUCHPOINT:
            return spot_of_step(self.document.snapshot, layout, id_)
        column = next(c for c in layout.columns if c.touchpoint == id_)
        lane = lane_of_kind(layout, kind)
        return spot_in(self.document.snapshot, layout, lane, column)

    def centre(self, spot: Spot) -> QPoint:
        """The middle of a spot in the viewport."""
        layout = self.place.projection.layout
        assert layout is not None
        box = box_of(layout, spot)
        assert box is not None
        return self.point(box)

    def point(self, box: Box) -> QPoint:
        """The middle of a box in the viewport."""
        return self.place.canvas.view.board.to_view(box).center().toPoint()

    def select(self, spot: Spot) -> None:
        """Stand on a spot, with the keyboard in the view."""
        self.place.canvas.view.setFocus()
        self.place.canvas.bench.cursor.go_to(spot)

    def drag(
        self, start: QPoint, end: QPoint, *, drop: bool = True, of: QWidget | None = None
    ) -> None:
        """Press, move in ten parts, and let go unless told otherwise."""
        widget = of or self.viewport
        QTest.mousePress(widget, LEFT, NONE, start)
        for part in range(1, 11):
            way = QPointF(end - start) * part / 10
            QTest.mouseMove(widget, start + way.toPoint())
            QApplication.processEvents()
        if drop:
            QTest.mouseRelease(widget, LEFT, NONE, end)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard, one key after the other."""
        for character in text:
            widget = QApplication.focusWidget()
            assert widget is not None
            QTest.keyClicks(widget, character)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key in whatever has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifiers)
        QApplication.processEvents()

    def run(self, action: str) -> None:
        """Do what an action of the table does."""
        self.window.binding.run(action)
        QApplication.processEvents()

    def undo_label(self) -> str:
        """What undo would take back, in English."""
        step = self.document.next_undo
        return str(step.label) if step is not None else ""


def services_in(folder: Path) -> Services:
    """Services that keep everything in a folder; ids and the time are told in advance."""
    ids = itertools.count(1)
    start = datetime.datetime(2026, 5, 12, 9, 0, tzinfo=datetime.UTC)
    clock = itertools.count()
    return Services(
        Paths.under(folder),
        lambda: start + datetime.timedelta(seconds=next(clock)),
        lambda: f"{next(ids):08}",
        resources.find(),
    )


def open_window(
    application: QApplication, folder: Path, size: tuple[int, int] = (1366, 768)
) -> World:
    """Show a window with the small journey; one serves all tests of a file."""
    services = services_in(folder)
    services.paths.make()
    window = build(services, application)
    window.resize(*size)
    window.show()
    window.session.new(fill, _("Begin"))
    place = window.places.place("map")
    assert isinstance(place, MapPlace)
    return World(window, place)


def close_window(world: World) -> None:
    """Close the window and let Qt forget it."""
    world.window.session.close()
    world.window.close()
    world.window.deleteLater()
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    QApplication.processEvents()


def begin(world: World, size: tuple[int, int] = (1366, 768)) -> World:
    """Open the small journey anew, as it is when nobody has touched anything.

    The one before does not wait among the documents without a file: all would be looked at.
    """
    world.window.resize(*size)
    session = world.window.session
    session.new(fill, _("Begin"))
    for left in session.desk.left():
        for file in left.path.parent.glob(f"{left.path.stem}*"):
            file.unlink()
    world.window.show_place("map")
    world.place.set_details(None)
    QApplication.processEvents()
    world.window.activateWindow()
    world.place.canvas.view.setFocus()
    return world


def again(world: World) -> World:
    """Take everything back to the small journey; quicker than to begin anew, ids stay."""
    document = world.document
    world.place.canvas.mouse.cancel()
    world.place.canvas.editing.abandon()
    document.go_back(document.history()[0], _("Again"))
    world.place.show_map(queries.maps(document.snapshot)[0].id)
    world.place.set_details(None)
    QApplication.processEvents()
    world.window.activateWindow()
    world.place.canvas.view.setFocus()
    return world
