"""Makes the place, and shows on the map what it names; loaded when first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance

from journeymapper.domain import queries
from journeymapper.domain.entities import Stage, Touchpoint
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.context import Context
from journeymapper.ui.gap_watch import GapWatch
from journeymapper.ui.places.gaps import GapsPlace
from journeymapper.ui.places.map import MapPlace
from journeymapper.ui.session import Session

if TYPE_CHECKING:
    from journeymapper.ui.main_window import MainWindow


def gaps_place(
    context: Context,
    session: Session,
    binding: ActionBinding,
    watch: GapWatch,
    map_wanted: SignalInstance,
) -> GapsPlace:
    """Return the place; ``map_wanted`` is told what to show on the map."""
    place = GapsPlace(context, session, binding, watch)
    place.map_wanted.connect(map_wanted)
    return place


def show_on_map(window: MainWindow, id_: str) -> None:
    """Bring the map to the front and select a step or a stage on it."""
    document = window.session.document
    if document is None:
        return
    snapshot = document.snapshot
    if snapshot.find(Touchpoint, id_) is not None:
        map_id = queries.map_of(snapshot, id_)
    elif (stage := snapshot.find(Stage, id_)) is not None:
        map_id = stage.map
    else:
        return
    window.show_place("map")
    place = window.places.current()
    if isinstance(place, MapPlace):
        if place.projection.map_id != map_id:
            place.show_map(map_id)
        place.actions_.show_place(id_)
        place.canvas.view.set_by_keyboard(True)
