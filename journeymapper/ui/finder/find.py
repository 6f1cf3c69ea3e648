"""Opens the field over everything, and goes to what was chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journeymapper.domain import queries
from journeymapper.domain.entities import Stage
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.collecting import without_collecting
from journeymapper.drawing.map.layout import MapLayout
from journeymapper.ui.canvas.spots import Spot, is_shown
from journeymapper.ui.canvas.targets import spot_of_card, spot_of_step
from journeymapper.ui.finder import things
from journeymapper.ui.finder.dialog import FinderDialog
from journeymapper.ui.finder.printed import PrintedNumbers
from journeymapper.ui.finder.things import Kind, Thing
from journeymapper.ui.places.map import MapPlace
from journeymapper.ui.places.personas import PersonasPlace

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow


def find_anything(window: MainWindow) -> None:
    """Ask what to find, and go there or do it."""
    dialog = FinderDialog(window.context, everything(window), window, _printed(window))
    accepted = dialog.exec()
    chosen = dialog.chosen
    dialog.deleteLater()
    if accepted and chosen is not None:
        go(window, chosen)


@without_collecting()
def everything(window: MainWindow) -> list[Thing]:
    """Return all that can be found or done now: the map first, then commands, then the rest."""
    context, document = window.context, window.session.document
    doable = list(things.actions(context, window.binding))
    recent = list(things.files(context, window.memory.recent()))
    if document is None:
        return doable + recent
    found = list(things.of_document(context, document.snapshot, _map_shown(window)))
    steps = [thing for thing in found if thing.kind in (Kind.STEP, Kind.STAGE)]
    rest = [thing for thing in found if thing.kind not in (Kind.STEP, Kind.STAGE)]
    return steps + doable + rest + recent


def go(window: MainWindow, thing: Thing) -> None:
    """Do an action, open a file, or show a thing of the document."""
    match thing.kind:
        case Kind.ACTION:
            window.binding.run(thing.id)
        case Kind.FILE:
            window.open(Path(thing.id))
        case Kind.PERSONA:
            window.show_place("personas")
            place = window.places.current()
            if isinstance(place, PersonasPlace):
                place.show_persona(thing.id)
        case _:
            _show_on_map(window, thing)


def _map_shown(window: MainWindow) -> str:
    place = window.places.current()
    return place.projection.map_id if isinstance(place, MapPlace) else ""


def _printed(window: MainWindow) -> PrintedNumbers | None:
    """Return the choice of numbers for the map that is shown, or else for the first one."""
    document = window.session.document
    maps = queries.maps(document.snapshot) if document is not None else ()
    if document is None or not maps:
        return None
    map_id = _map_shown(window) or maps[0].id
    return PrintedNumbers(window.context, document.snapshot, map_id, window.session.numbering)


def _show_on_map(window: MainWindow, thing: Thing) -> None:
    window.show_place("map")
    place = window.places.current()
    if not isinstance(place, MapPlace):
        return
    if place.projection.map_id != thing.map_id:
        place.show_map(thing.map_id)
    layout, snapshot = place.projection.layout, place.projection.snapshot
    if layout is None or thing.kind == Kind.MAP:
        return
    spot = _spot(thing, snapshot, layout)
    if spot is not None and is_shown(layout, snapshot, spot):
        place.canvas.bench.cursor.go_to(spot)
    elif spot is not None:
        place.canvas.bench.cursor.go_to(_beside(spot, snapshot, layout))
        window.session.report(_("The row with this text is hidden; choose “More rows”."))
    place.canvas.view.set_by_keyboard(True)


def _spot(thing: Thing, snapshot: Snapshot, layout: MapLayout) -> Spot | None:
    """Return where a thing stands; None when it is not there any more."""
    if thing.kind == Kind.CARD:
        return spot_of_card(snapshot, thing.id)
    if thing.kind == Kind.STEP:
        return spot_of_step(snapshot, layout, thing.id)
    return Spot(stage=thing.id) if snapshot.find(Stage, thing.id) is not None else None


def _beside(spot: Spot, snapshot: Snapshot, layout: MapLayout) -> Spot:
    """Return the step or stage of a text in a hidden row."""
    if spot.touchpoint:
        return spot_of_step(snapshot, layout, spot.touchpoint)
    return Spot(stage=spot.stage)
