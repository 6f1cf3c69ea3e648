"""The search field of the map: goes to what is found, on to the next at Enter."""

from __future__ import annotations

from PySide6.QtCore import QObject

from journeymapper.domain.message import _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.spots import Spot
from journeymapper.ui.places.map_find import matches
from journeymapper.ui.places.map_table import MapTable
from journeymapper.ui.widgets.search import SearchField


class MapSearch(QObject):
    """Ties a search field to the cursor of a map, or to what the table shows."""

    def __init__(self, bench: Bench, field: SearchField, table: MapTable) -> None:
        super().__init__(field)
        self._bench, self._table, self._field = bench, table, field
        table.changed.connect(self._change_over)
        table.all_shown.connect(self._change_over)
        field.changed.connect(self._first)
        field.entered.connect(self._next)
        field.left.connect(table.take_focus)

    def _change_over(self) -> None:
        """Forget the words: what one looked for on the map is no filter of the table."""
        self._field.field.clear()

    def _first(self, text: str) -> None:
        if self._table.shown:
            self._table.filter(text)
            return
        found = self._found(text)
        if found:
            self._bench.cursor.go_to(found[0])
        elif text.strip():
            self._bench.session.report(_("“{text}” is not on this map.", text=text.strip()))

    def _next(self, text: str) -> None:
        if self._table.shown:
            self._table.take_focus()
            return
        found = self._found(text)
        if not found:
            return
        here = self._bench.cursor.spot
        place = (found.index(here) + 1) % len(found) if here in found else 0
        self._bench.cursor.go_to(found[place])
        self._bench.session.report(_("{place} of {count}", place=place + 1, count=len(found)))

    def _found(self, text: str) -> list[Spot]:
        bench = self._bench
        return matches(bench.snapshot, bench.layout, text) if bench.ready else []
