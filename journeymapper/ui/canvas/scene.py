"""The groups of a pane by key, and where they are; reconciled with each new layout."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeymapper.drawing.display_list import Box, Group
from journeymapper.ui.paint.compiled import Call

CELL = 256.0
"""Side of the squares of the look-up by place, in px at 100 %."""

BLEED = 3.0
"""How far strokes may reach beyond the box of their group."""


class Item:
    """One group on the canvas with its ready calls; ``order`` is its place in painting order."""

    __slots__ = ("bounds", "calls", "group", "order")

    def __init__(self, group: Group, order: int) -> None:
        self.group = group
        self.order = (group.layer, order)
        self.bounds = group.box.inset(-BLEED)
        self.calls: tuple[Call, ...] | None = None


class Scene:
    """What is shown, by key and by place. Holds groups only: nothing here is ever edited.

    Groups come in parts, such as the columns of a map; a part that is the same object as
    before is not looked at again.
    """

    def __init__(self) -> None:
        self._items: dict[str, Item] = {}
        self._grid: dict[tuple[int, int], dict[str, Item]] = {}
        self._parts: dict[str, tuple[Group, ...]] = {}

    @property
    def groups(self) -> dict[str, Group]:
        """All groups by key."""
        return {key: item.group for key, item in self._items.items()}

    def find(self, key: str) -> Group | None:
        """Return a group, or None."""
        item = self._items.get(key)
        return item.group if item else None

    def reconcile(self, parts: Mapping[str, tuple[Group, ...]]) -> list[Box]:
        """Show these parts and nothing else; returns the areas that look different now."""
        dirty: list[Box] = []
        changed = {k: part for k, part in parts.items() if self._parts.get(k) is not part}
        gone = [self._parts[k] for k in self._parts.keys() - parts.keys()]
        left = {g.key for part in gone for g in part}
        left |= {g.key for k in changed for g in self._parts.get(k, ())}
        for part in changed.values():
            for order, group in enumerate(part):
                left.discard(group.key)
                self._put(group, order, dirty)
        for key in left:
            item = self._items.pop(key)
            self._file(item, remove=True)
            dirty.append(item.bounds)
        self._parts = dict(parts)
        return dirty

    def within(self, area: Box) -> list[Item]:
        """Return the items that touch an area, in painting order."""
        found: dict[str, Item] = {}
        for place in _squares(area):
            found.update(self._grid.get(place, {}))
        touching = [item for item in found.values() if _meet(item.bounds, area)]
        touching.sort(key=_order)
        return touching

    def at(self, x: float, y: float) -> list[Group]:
        """Return the groups whose box holds a point, the topmost first."""
        place = (int(x // CELL), int(y // CELL))
        items = sorted(self._grid.get(place, {}).values(), key=_order, reverse=True)
        return [item.group for item in items if item.group.box.contains(x, y)]

    def _put(self, group: Group, order: int, dirty: list[Box]) -> None:
        item = self._items.get(group.key)
        if item is not None and item.group == group:
            item.group = group
            item.order = (group.layer, order)
            return
        fresh = Item(group, order)
        if item is not None:
            self._file(item, remove=True)
            dirty.append(item.bounds)
        self._items[group.key] = fresh
        self._file(fresh)
        dirty.append(fresh.bounds)

    def _file(self, item: Item, *, remove: bool = False) -> None:
        for place in _squares(item.bounds):
            if remove:
                self._grid[place].pop(item.group.key, None)
            else:
                self._grid.setdefault(place, {})[item.group.key] = item


def _order(item: Item) -> tuple[int, int]:
    return item.order


def _squares(box: Box) -> Iterable[tuple[int, int]]:
    left, right = int(box.x // CELL), int(box.right // CELL)
    top, bottom = int(box.y // CELL), int(box.bottom // CELL)
    return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))


def _meet(one: Box, other: Box) -> bool:
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )
