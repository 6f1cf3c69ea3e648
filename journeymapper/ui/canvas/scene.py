"""The groups of a pane by key, and where they are; reconciled with each new layout."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.drawing.display_list import Box, Group
from journeymapper.ui.paint.compiled import Call

CELL = 256.0
"""Width of the squares of the look-up by place, in px at 100 %."""

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

    def take(self, group: Group) -> None:
        """Be another group; the calls stay ready for one that only moved."""
        before, self.group = self.group, group
        self.bounds = group.box.inset(-BLEED)
        old, new = before.box, group.box
        if group.shapes != before.shapes or (old.w, old.h) != (new.w, new.h):
            self.calls = None


class Shelf:
    """The items of one part and the squares that they reach across; ``rank`` is its order."""

    __slots__ = ("items", "rank", "squares")

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.rank = 0
        self.squares = range(0)


class Scene:
    """What is shown, by key and by place. Holds groups only: nothing here is ever edited.

    Groups come in parts, such as the columns of a map; a part that is the same object as
    before is not looked at again. Parts are narrow: they are looked up by x alone.
    """

    def __init__(self) -> None:
        self._items: dict[str, Item] = {}
        self._shelves: dict[str, Shelf] = {}
        self._across: dict[int, set[Shelf]] = {}
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
        gone = self._parts.keys() - parts.keys()
        dirty = self._take(parts, gone)
        for rank, k in enumerate(parts):
            self._shelves[k].rank = rank
        return dirty

    def change(self, parts: Mapping[str, tuple[Group, ...]]) -> list[Box]:
        """Show these parts in place of those of the same names; returns what looks different."""
        return self._take(parts, set())

    def _take(self, parts: Mapping[str, tuple[Group, ...]], gone: set[str]) -> list[Box]:
        dirty: list[Box] = []
        changed = {k: part for k, part in parts.items() if self._parts.get(k) is not part}
        left = {g.key for k in gone for g in self._parts[k]}
        left |= {g.key for k in changed for g in self._parts.get(k, ())}
        for k in gone:
            del self._parts[k]
            self._fill(self._shelves.pop(k), [])
        for k, part in changed.items():
            left.difference_update([group.key for group in part])
            items = [self._put(group, order, dirty) for order, group in enumerate(part)]
            self._fill(self._shelves.setdefault(k, Shelf()), items)
        dirty += [self._items.pop(key).bounds for key in left]
        self._parts.update(changed)
        return dirty

    def within(self, area: Box) -> list[Item]:
        """Return the items that touch an area, in painting order."""
        near: set[Shelf] = set()
        for square in _squares(area.x, area.right):
            near |= self._across.get(square, set())
        touching = [
            item
            for shelf in sorted(near, key=_rank)
            for item in shelf.items
            if _meet(item.bounds, area)
        ]
        touching.sort(key=_order)
        return touching

    def at(self, x: float, y: float) -> list[Group]:
        """Return the groups whose box holds a point, the topmost first."""
        near = sorted(self._across.get(int(x // CELL), ()), key=_rank)
        items = [i for shelf in near for i in shelf.items if i.group.box.contains(x, y)]
        return [item.group for item in sorted(items, key=_order, reverse=True)]

    def _put(self, group: Group, order: int, dirty: list[Box]) -> Item:
        item = self._items.get(group.key)
        if item is None:
            item = self._items[group.key] = Item(group, order)
            dirty.append(item.bounds)
        elif item.group is not group:
            if item.group == group:
                item.group = group
            else:
                dirty.append(item.bounds)
                item.take(group)
                dirty.append(item.bounds)
        item.order = (group.layer, order)
        return item

    def _fill(self, shelf: Shelf, items: list[Item]) -> None:
        """Put items on a shelf, and the shelf into the squares that they reach across."""
        shelf.items = items
        squares = range(0)
        if items:
            left = min(item.bounds.x for item in items)
            squares = _squares(left, max(item.bounds.right for item in items))
        if squares == shelf.squares:
            return
        for square in shelf.squares:
            self._across[square].discard(shelf)
        for square in squares:
            self._across.setdefault(square, set()).add(shelf)
        shelf.squares = squares


def _order(item: Item) -> tuple[int, int]:
    return item.order


def _rank(shelf: Shelf) -> int:
    return shelf.rank


def _squares(left: float, right: float) -> range:
    return range(int(left // CELL), int(right // CELL) + 1)


def _meet(one: Box, other: Box) -> bool:
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )
