"""What is dragged onto the map from outside: from another window, a text, a picture's file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF

from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import Message, _
from journeymapper.domain.parcel import Block, Parcel
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.doors import Find
from journeymapper.ui.canvas.gestures.arrival import Arrival
from journeymapper.ui.canvas.gestures.arrive_cards import ArriveCards
from journeymapper.ui.canvas.gestures.arrive_picture import ArrivePicture, Put
from journeymapper.ui.canvas.gestures.arrive_stages import ArriveStages
from journeymapper.ui.canvas.gestures.arrive_steps import ArriveSteps
from journeymapper.ui.canvas.gestures.base import Gesture
from journeymapper.ui.canvas.projection import Projection
from journeymapper.ui.commands import transfers
from journeymapper.ui.commands.clipboard.mime import carried
from journeymapper.ui.places.map_bar import MapBar
from journeymapper.ui.places.map_table import MapTable

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
"""Endings of files that are taken for pictures until they are read."""

_NOTHING_SHOWN = _("Show the map first: things from another window are dropped on it")


class MapDrops:
    """A drag of the system becomes a gesture on the map; points are those of the screen."""

    def __init__(
        self, canvas: Canvas, table: MapTable, put_picture: Put, shows_map: Callable[[], bool]
    ) -> None:
        self._canvas = canvas
        self._bench = canvas.bench
        self._table = table
        self._put_picture = put_picture
        self._shows_map = shows_map

    def enter(self, mime: QMimeData, source: QObject | None, at: QPoint) -> bool:
        """Begin a gesture for what is dragged; False where it is nothing for the map.

        What would be, but cannot be now, is said in the status bar.
        """
        bench = self._bench
        self._canvas.mouse.cancel()
        try:
            gesture = self._gesture(mime, source)
        except RefusedError as error:
            words = error.message
            if error.hint is not None:
                words = _("{what} {hint}", what=words, hint=error.hint)
            bench.session.report(words)
            return False
        if gesture is not None:
            self._canvas.mouse.begin(gesture, self._inside(at))
        return self._canvas.mouse.gesture is not None

    def move(self, at: QPoint, *, copy: bool) -> bool:
        """Show what dropping here would do; False where it would do nothing."""
        mouse = self._canvas.mouse
        mouse.hold_copy(copy)
        mouse.drag_to(self._inside(at))
        gesture = mouse.gesture
        if isinstance(gesture, Arrival | ArrivePicture):
            return gesture.fits
        return gesture is not None

    def leave(self) -> None:
        """It goes away again; no trace is left."""
        self._canvas.mouse.cancel()

    def drop(self, at: QPoint, *, copy: bool) -> None:
        """Do what the map shows."""
        mouse = self._canvas.mouse
        mouse.leaving.landed()
        mouse.hold_copy(copy)
        mouse.drop(self._inside(at))

    def _gesture(self, mime: QMimeData, source: QObject | None) -> Gesture | None:
        """Return what a drag is on the map; raises RefusedError for what cannot be put there."""
        bench = self._bench
        if not bench.ready:
            return None
        back = self._canvas.mouse.leaving.comes_back(source)
        if back is not None:
            return back
        picture = picture_in(mime)
        content = carried(mime) if picture is None else None
        if picture is None and content is None:
            return None
        if self._table.shown or not self._shows_map():
            raise RefusedError(_NOTHING_SHOWN)
        if picture is not None:
            return ArrivePicture(bench, picture, self._put_picture)
        return _arrival(content)(bench, content)

    def _inside(self, at: QPoint) -> QPointF:
        return QPointF(self._bench.view.viewport().mapFromGlobal(at))


def picture_in(mime: QMimeData) -> Path | None:
    """Return the one file that seems to be a picture, or None."""
    urls = mime.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.casefold() in PICTURES else None


def other_maps(bar: MapBar, projection: Projection, say: Callable[[Message], str]) -> Find:
    """Return what finds the other maps that a point of the screen stands for."""

    def find(point: QPoint) -> tuple[tuple[str, str], ...]:
        found = bar.maps_at(point)
        others = transfers.others(projection.snapshot, projection.map_id) if found else ()
        return tuple((m.id, m.title or say(_("Map"))) for m in others if m.id in found)

    return find


def _arrival(content: Parcel | Block | None) -> Callable[..., Arrival]:
    if isinstance(content, Parcel):
        return ArriveStages if content.of_stages else ArriveSteps
    return ArriveCards
