"""One more map in the file, or one less; the other maps are chosen in the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from journeymapper.document.document import Document
from journeymapper.domain import queries, submaps
from journeymapper.domain.changes import ChangeSet, StepKind
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.message import _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.commands import map_set
from journeymapper.ui.commands.names import map_title
from journeymapper.ui.dialogs.another_map import AnotherMapDialog
from journeymapper.ui.dialogs.delete_map import DeleteMapDialog

if TYPE_CHECKING:
    from journeymapper.ui.places.map import MapPlace


class MapChoosing(QObject):
    """Asks for what is missing and shows the map that is there afterwards.

    Made when the place follows the session already: what comes back is shown after that.
    """

    def __init__(self, place: MapPlace, binding: ActionBinding) -> None:
        super().__init__(place)
        self._place, self._session = place, place.session
        binding.bind("map.another", self.add)
        binding.bind("map.delete", self.delete)
        place.session.changed.connect(self._show_what_came_back)

    def add(self) -> None:
        """Begin another map and show it."""
        document = self._settled()
        if document is None:
            return
        place = self._place
        dialog = AnotherMapDialog(place.context, document, place.projection.map_id, place.window())
        if dialog.exec():
            with self._session.guard():
                made = dialog.make()
                place.show_map(made)
                self._take_keys()
                title = map_title(document.snapshot, made)
                self._session.report(
                    _("This is {name}. Its title above leads to the other maps.", name=title)
                )
        dialog.deleteLater()

    def delete(self) -> None:
        """Ask, then delete the map that is shown; another one is shown in its place."""
        document = self._settled()
        if document is None:
            return
        place, map_id = self._place, self._place.projection.map_id
        if len(queries.maps(document.snapshot)) == 1:
            self._session.report(
                _("This is the only map of the file. Begin another one, then delete this one.")
            )
            return
        dialog = DeleteMapDialog(place.context, document.snapshot, map_id, place.window())
        if dialog.exec():
            with self._session.guard():
                self._session.report_gone(map_set.delete(document, map_id))
                self._take_keys()
        dialog.deleteLater()

    def _show_what_came_back(self, changes: ChangeSet) -> None:
        """Show a map that undo or redo brought back; one begun inside of a step waits there."""
        document, kind = self._session.document, changes.step.kind
        if document is None or self._place.isHidden() or not self._place.shows_map():
            return
        for map_id in changes.added(JourneyMap):
            inside = submaps.holders(document.snapshot, map_id)
            if kind == StepKind.UNDO or (kind == StepKind.REDO and not inside):
                self._place.show_map(map_id)
                return

    def _take_keys(self) -> None:
        """Stand in the map that is shown; in an empty one, on the way to its first stage."""
        self._place.activate()
        if self._place.empty_button.isVisible():
            self._place.empty_button.setFocus()

    def _settled(self) -> Document | None:
        """Keep what is being typed; None when it is refused or no map is shown."""
        place = self._place
        if not place.canvas.bench.ready:
            return None
        place.canvas.mouse.cancel()
        self._session.flush.emit()
        if not (place.canvas.editing.finish() and place.table.finish()):
            return None
        return self._session.document
