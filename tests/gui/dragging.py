"""Hands that drag with modifier keys, and where things are on the small map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from journeymapper.document.operations import maps, stages, touchpoints
from journeymapper.domain import queries
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.kinds import LaneKind, MapState
from journeymapper.domain.message import _
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.spots import Spot
from tests.gui.map_world import LEFT, NONE, World

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def send(world: World, kind: QEvent.Type, at: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    """Send the viewport an event of the left button with modifier keys."""
    moves = kind == QEvent.Type.MouseMove
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    button = Qt.MouseButton.NoButton if moves else LEFT
    point = QPointF(at)
    event = QMouseEvent(kind, point, world.viewport.mapToGlobal(point), button, held, keys)
    QApplication.sendEvent(world.viewport, event)


def drag(
    world: World,
    start: QPoint,
    end: QPoint,
    keys: Qt.KeyboardModifier = NONE,
    *,
    drop: bool = True,
) -> None:
    send(world, QEvent.Type.MouseButtonPress, start, keys)
    for part in range(1, 7):
        way = QPointF(end - start) * part / 6
        send(world, QEvent.Type.MouseMove, start + way.toPoint(), keys)
    QApplication.processEvents()
    if drop:
        send(world, QEvent.Type.MouseButtonRelease, end, keys)
        QApplication.processEvents()


def click(world: World, spot: Spot, keys: Qt.KeyboardModifier = NONE) -> None:
    at = world.centre(spot)
    send(world, QEvent.Type.MouseButtonPress, at, keys)
    send(world, QEvent.Type.MouseButtonRelease, at, keys)


def bubble(world: World) -> str:
    found = world.place.canvas.bubble
    return found.text() if found.isVisible() else ""


def pain(world: World, text: str = "Nobody looks up") -> Spot:
    """Where a pain of the step it belongs to stands."""
    card = world.card(text)
    step = world.document.snapshot.get(Touchpoint, card.touchpoint or "")
    return Spot(card.lane, step.stage, step.id, card.id)


def stage_point(world: World, name: str) -> QPoint:
    board = world.place.canvas.view.board
    group = board.scenes[Part.HEADER].find(f"stage:{world.stage(name)}")
    assert group is not None
    return board.to_view(group.box, Part.HEADER).center().toPoint()


def at_step(world: World, kind: LaneKind, name: str) -> list[str]:
    lane = next(
        r.id for r in queries.lanes(world.document.snapshot, world.map_id) if r.kind == kind
    )
    found = queries.cards_at(world.document.snapshot, lane, world.step(name).id)
    return [card.text for card in found]


def before_(world: World, name: str) -> QPoint:
    return world.centre(world.spot(name)) - QPoint(30, 0)


def other_map(world: World, state: MapState = MapState.CURRENT) -> str:
    with world.document.step(_("Another")) as tx:
        made = maps.add_map(tx, "Another", state=state)
        touchpoints.add_touchpoint(tx, stages.add_stage(tx, made, "Arrive"), "Door")
    return made


def steps_of(world: World, map_id: str) -> list[str]:
    return [t.name for t in queries.touchpoints_of_map(world.document.snapshot, map_id)]
