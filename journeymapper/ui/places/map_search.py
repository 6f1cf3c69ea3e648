"""The search field of the map: goes to what is found, on to the next at Enter."""

from __future__ import annotations

from PySide6.QtCore import QObject

from journeymapper.app.sheet_words import said_of
from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.domain.sheet_numbers import Fate, Typed, typed
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.spots import Spot
from journeymapper.ui.canvas.targets import spot_of_step
from journeymapper.ui.places.map_find import matches
from journeymapper.ui.places.map_numbers import NumbersButton
from journeymapper.ui.places.map_table import MapTable
from journeymapper.ui.widgets.search import SearchField


class MapSearch(QObject):
    """Ties a search field to the cursor of a map, or to what the table shows.

    A number is that of a step now, or on the printed sheets that are chosen; what a number
    means on other sheets is said.
    """

    def __init__(self, bench: Bench, field: SearchField, table: MapTable) -> None:
        super().__init__(field)
        self._bench, self._table, self._field = bench, table, field
        self.numbers = NumbersButton(bench)
        field.add_end(self.numbers)
        table.changed.connect(self._change_over)
        table.all_shown.connect(self._change_over)
        field.changed.connect(self._first)
        field.entered.connect(self._next)
        field.left.connect(table.take_focus)
        bench.session.numbering.changed.connect(lambda: self._first(field.text()))

    def _change_over(self) -> None:
        """Forget the words: what one looked for on the map is no filter of the table."""
        self._field.field.clear()

    def _first(self, text: str) -> None:
        known = self._typed(text)
        said = self._said(known)
        if self._table.shown:
            self._table.filter(self._wanted(text, known, said))
        elif found := self._found(text, known):
            self._bench.cursor.go_to(found[0])
        elif text.strip() and not (known and known.chosen):
            self._report(_("“{text}” is not on this map.", text=text.strip()))
        if said is not None:
            self._report(said)

    def _next(self, text: str) -> None:
        if self._table.shown:
            self._table.take_focus()
            return
        found = self._found(text, self._typed(text))
        if not found:
            return
        here = self._bench.cursor.spot
        place = (found.index(here) + 1) % len(found) if here in found else 0
        self._bench.cursor.go_to(found[place])
        self._report(_("{place} of {count}", place=place + 1, count=len(found)))

    def _found(self, text: str, known: Typed | None) -> list[Spot]:
        """Return where a text is found: on chosen sheets, else on the map and then on sheets."""
        bench = self._bench
        if not bench.ready:
            return []
        chosen = known is not None and known.chosen
        found = [] if chosen else matches(bench.snapshot, bench.layout, text)
        if known is not None and known.found.fate in (Fate.SAME, Fate.MOVED):
            spot = spot_of_step(bench.snapshot, bench.layout, known.found.step)
            if spot not in found:
                found.append(spot)
        return found

    def _typed(self, text: str) -> Typed | None:
        bench = self._bench
        if not bench.ready:
            return None
        run = bench.session.numbering.run
        return typed(bench.snapshot, bench.projection.map_id, text, run)

    def _said(self, known: Typed | None) -> Message | None:
        if known is None or not known.told:
            return None
        today = self._bench.context.services.clock().astimezone().date()
        return said_of(self._bench.snapshot, known.found, known.sheets, today)

    def _wanted(self, text: str, known: Typed | None, said: Message | None) -> str:
        """Return what the table is filtered by: for a number on chosen sheets the one it has now.

        Where the step is not on this map any more no row may be shown for it, least of all the
        one that has its number now: the sentence that says so is in no cell.
        """
        if known is None or not known.chosen:
            return text
        bench = self._bench
        now = queries.numbers(bench.snapshot, bench.projection.map_id).get(known.found.step)
        return now or (bench.context.say(said) if said is not None else text)

    def _report(self, message: Message) -> None:
        self._bench.session.report(message)
