"""Fills pages with blocks: over the whole width, in columns, with what must stay together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from journeymapper.drawing.display_list import Group, moved
from journeymapper.drawing.persona_card.blocks import Block


class Flow:
    """One column of pages, ``width`` by ``height``; its groups are measured from its corner."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self.pages: list[list[Group]] = [[]]
        self._y = 0.0

    @property
    def room(self) -> float:
        """The height that is left on this page."""
        return self.height - self._y

    @property
    def end(self) -> float:
        """Where the next block begins on the last page."""
        return self._y

    def full(self, blocks: Sequence[Block]) -> None:
        """Put blocks below each other over the whole width."""
        for chain in _chains(blocks):
            if self._y and self._y + chain[0].gap + _height(chain) > self.height:
                self._turn()
            for block in chain:
                if self._y and self._y + block.gap + block.height > self.height:
                    self._turn()
                self._y += block.gap if self._y else 0
                self._place(block, 0, self._y)
                self._y += block.height

    def columns(self, blocks: Sequence[Block], count: int, width: float, gap: float) -> None:
        """Put blocks into columns of about one height, read one column after the other."""
        chains = _chains(blocks)
        while chains:
            top = self._y + (13 if self._y else 0)
            room = self.height - top
            if self._y and min(room, _height(chains[0])) < _height(chains[0]):
                self._turn()
                continue
            filled = _fill(chains, count, room)
            used = 0
            deepest = top
            for column, part in enumerate(filled):
                y = top
                for chain in part:
                    for block in chain:
                        y += block.gap if y > top else 0
                        self._place(block, column * (width + gap), y)
                        y += block.height
                used += len(part)
                deepest = max(deepest, y)
            self._y = deepest
            chains = chains[used:]
            if chains:
                self._turn()

    def _place(self, block: Block, x: float, y: float) -> None:
        self.pages[-1] += [moved(group, x, y) for group in block.groups]

    def _turn(self) -> None:
        self.pages.append([])
        self._y = 0.0


_Chain = list[Block]


def _chains(blocks: Sequence[Block]) -> list[_Chain]:
    """Blocks that must stay together, in one list each."""
    found: list[_Chain] = []
    open_ = False
    for block in blocks:
        if open_:
            found[-1].append(block)
        else:
            found.append([block])
        open_ = block.keep
    return found


def _height(chain: _Chain) -> float:
    return sum(block.height for block in chain) + sum(block.gap for block in chain[1:])


def _heights(chains: Sequence[_Chain]) -> float:
    inside = sum(_height(chain) for chain in chains)
    return inside + sum(after[0].gap for _before, after in pairwise(chains))


def _fill(chains: list[_Chain], count: int, room: float) -> list[list[_Chain]]:
    """Share chains among columns: all of them evenly, or as many as there is room for."""
    low, high = _heights(chains) / count, room
    whole = _poured(chains, count, room)
    if sum(len(part) for part in whole) < len(chains):
        return whole
    best = whole
    for _round in range(12):
        middle = (low + high) / 2
        tried = _poured(chains, count, middle)
        if sum(len(part) for part in tried) == len(chains):
            best, high = tried, middle
        else:
            low = middle
    return best


def _poured(chains: list[_Chain], count: int, room: float) -> list[list[_Chain]]:
    """Fill columns one after the other up to a height; a chain that is too high stands alone."""
    found: list[list[_Chain]] = [[] for _ in range(count)]
    at = 0
    for part in found:
        y = 0.0
        while at < len(chains):
            gap = chains[at][0].gap if part else 0.0
            height = _height(chains[at])
            if part and y + gap + height > room:
                break
            if not part and height > room and part is not found[0]:
                break
            part.append(chains[at])
            y += gap + height
            at += 1
    return found
