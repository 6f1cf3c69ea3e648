"""All cells of a map for a reader: in order, made when asked for, kept up with the map."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtGui import QAccessible, QAccessibleEvent

from journeymapper.domain import queries
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.layout import MapLayout
from journeymapper.ui.canvas.accessible.cell import Around, CellReader
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.reading import words_of
from journeymapper.ui.canvas.spots import Spot, cards_of, spots_of_row

MANY = 500
"""So many new cells are told one by one; with more, as when a map is opened, who asks hears."""

Tell = Callable[[QAccessibleEvent], None]


def key_of(spot: Spot) -> str:
    """Return what stays the same while a card, step or stage is moved about."""
    return spot.card or f"{spot.lane}:{spot.place}"


def spots_of_map(snapshot: Snapshot, layout: MapLayout) -> Iterator[Spot]:
    """Yield where one can stand, row by row from the stage headers down; a cell's cards in it."""
    for lane in ("", *(row.lane for row in layout.rows)):
        for spot in spots_of_row(snapshot, layout, lane):
            cards = cards_of(snapshot, layout, spot)
            if cards:
                yield from (replace(spot, card=card.id) for card in cards)
            else:
                yield spot


class Cells:
    """Holds a reader for each cell that somebody asked about.

    While nobody has asked, following the map costs nothing.
    """

    def __init__(self, bench: Bench, around: Around, tell: Tell) -> None:
        self._bench = bench
        self._around = around
        self._tell = tell
        self._readers: dict[str, CellReader] = {}
        self._order: list[Spot] | None = None
        self._places: dict[str, int] = {}
        self._numbered: tuple[Snapshot, str, dict[str, str]] | None = None

    @property
    def asked(self) -> bool:
        """Say whether anybody has asked about a cell."""
        return self._order is not None

    def count(self) -> int:
        """Return how many cells there are now."""
        return len(self._spots())

    def at(self, index: int) -> CellReader | None:
        """Return the cell at a place in the order."""
        spots = self._spots()
        return self._reader(spots[index]) if 0 <= index < len(spots) else None

    def of(self, spot: Spot | None) -> CellReader | None:
        """Return the cell or card that a spot means; None for one that is not on the map."""
        return self.by_key(key_of(spot)) if spot is not None else None

    def by_key(self, key: str) -> CellReader | None:
        """Return the cell or card of a key; None when it is not on the map any more."""
        spots = self._spots()
        index = self._places.get(key)
        return self._reader(spots[index]) if index is not None else None

    def made(self, spot: Spot) -> CellReader | None:
        """Return the reader of a spot if there is one already."""
        return self._readers.get(key_of(spot))

    def index_of(self, reader: CellReader) -> int:
        """Return the place of a cell in the order; -1 when it is gone."""
        self._spots()
        return self._places.get(key_of(reader.spot), -1)

    def follow(self) -> None:
        """Catch up with the map and tell what is new, gone, or called otherwise."""
        if self._order is None:
            return
        before = self._places
        spots = self._now()
        places = {key_of(spot): i for i, spot in enumerate(spots)}
        for key in [key for key in self._readers if key not in places]:
            self._let_go(key)
        self._order, self._places = spots, places
        self._refresh()
        new = [spot for key, spot in zip(places, spots, strict=True) if key not in before]
        if len(new) <= MANY:
            for spot in new:
                made = self._reader(spot)
                self._tell(QAccessibleEvent(made, QAccessible.Event.ObjectCreated))

    def clear(self) -> None:
        """Forget every cell: the view is no more. Qt must not be left with one of them."""
        for reader in self._readers.values():
            reader.forget()
        self._readers.clear()
        self._order, self._places = None, {}

    def _refresh(self) -> None:
        numbers, spots = self._numbers(), self._spots()
        for key, reader in self._readers.items():
            reader.spot = spots[self._places[key]]
            words = words_of(self._bench, reader.spot, numbers)
            if words != reader.words:
                reader.words = words
                self._tell(QAccessibleEvent(reader, QAccessible.Event.NameChanged))

    def _let_go(self, key: str) -> None:
        reader = self._readers[key]
        self._tell(QAccessibleEvent(reader, QAccessible.Event.ObjectDestroyed))
        del self._readers[key]
        reader.forget()

    def _spots(self) -> list[Spot]:
        if self._order is None:
            spots = self._now()
            if not self._bench.ready:
                return spots
            self._order = spots
            self._places = {key_of(spot): i for i, spot in enumerate(spots)}
        return self._order

    def _now(self) -> list[Spot]:
        bench = self._bench
        return list(spots_of_map(bench.snapshot, bench.layout)) if bench.ready else []

    def _numbers(self) -> dict[str, str]:
        snapshot, map_id = self._bench.snapshot, self._bench.projection.map_id
        known = self._numbered
        if known is None or known[0] is not snapshot or known[1] != map_id:
            known = self._numbered = snapshot, map_id, queries.numbers(snapshot, map_id)
        return known[2]

    def _reader(self, spot: Spot) -> CellReader:
        key = key_of(spot)
        reader = self._readers.get(key)
        if reader is None:
            words = words_of(self._bench, spot, self._numbers())
            reader = self._readers[key] = CellReader(self._around, spot, words)
            reader.register()
        return reader
