"""Which numbers are typed: those on the map now, or those on sheets printed before it changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from journeymapper.domain.sheet_numbers import SheetNumbers, outdated
from journeymapper.domain.snapshot import Snapshot


class Numbering(QObject):
    """A choice of this window; it is the map's own numbers again with every document."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._run = ""

    @property
    def run(self) -> str:
        """The id of the printing whose numbers are typed, "" for those on the map now."""
        return self._run

    def choose(self, run: str) -> None:
        """Type the numbers of a printing from now on, or with "" those on the map."""
        if run != self._run:
            self._run = run
            self.changed.emit()

    def reset(self) -> None:
        """Another document: numbers are those on its map."""
        self.choose("")

    def chosen(self, snapshot: Snapshot, map_id: str) -> SheetNumbers | None:
        """Return the printing whose numbers are typed on a map; None for those it has now."""
        if not self._run:
            return None
        return next((one for one in outdated(snapshot, map_id) if one.run == self._run), None)
