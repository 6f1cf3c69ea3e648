"""Cuts the groups of a large sheet: each tile gets what it shows, and reads what begins on it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journeymapper.drawing.display_list import Box, Drawing, Group, Reading, Text
from journeymapper.drawing.tiles.grid import Grid
from journeymapper.drawing.tiles.reach import around, holds, is_ground, meets, reach


@dataclass(frozen=True, slots=True)
class Piece:
    """A group, how far each of its shapes reaches on the large sheet, and where it begins."""

    group: Group
    reaches: tuple[Box | None, ...]
    whole: Box
    begins: tuple[float, float]


def pieces_of(drawing: Drawing) -> tuple[Piece, ...]:
    """Return the groups that have something to show or to say, in reading order."""
    found = (_piece(group) for group in drawing.groups)
    return tuple(piece for piece in found if piece is not None)


def cut(pieces: tuple[Piece, ...], grid: Grid) -> dict[tuple[int, int], tuple[Group, ...]]:
    """Return the groups of each tile, placed on it, by row and column from 0.

    Empty tiles are left out. A group is read on the tile where it begins; what other tiles show
    of it is decoration there.
    """
    near: dict[tuple[int, int], list[tuple[Piece, bool]]] = {}
    for piece in pieces:
        begins = grid.place_of(*piece.begins)
        for place in {begins, *grid.places_of(piece.whole)}:
            near.setdefault(place, []).append((piece, place == begins))
    made: dict[tuple[int, int], tuple[Group, ...]] = {}
    left, top = grid.corner
    for place in grid.places():
        window = grid.window(*place)
        dx, dy = left - window.x, top - window.y
        own = [
            (piece, begins)
            for piece, begins in near.get(place, ())
            if begins or meets(piece.whole, window)
        ]
        groups = (_on_tile(piece, window, dx, dy, begins=begins) for piece, begins in own)
        kept = tuple(group for group in groups if group is not None)
        if any((begins and _is_read(piece)) or _shows(piece, window) for piece, begins in own):
            made[place] = kept
    return made


def _piece(group: Group) -> Piece | None:
    x, y = group.box.x, group.box.y
    reaches = tuple(
        box.moved(x, y) if (box := reach(shape)) is not None else None for shape in group.shapes
    )
    whole = around(box for box in reaches if box is not None)
    if whole is None:
        if group.alt is None:
            return None
        whole = group.box
    return Piece(group, reaches, whole, _beginning(group, whole))


def _beginning(group: Group, whole: Box) -> tuple[float, float]:
    """Return where the first letter stands, else the upper left corner."""
    for shape in group.shapes:
        if isinstance(shape, Text) and shape.run.glyphs and not shape.run.text.isspace():
            return group.box.x + shape.x + shape.run.xs[0], group.box.y + shape.y + shape.run.ys[0]
    return whole.x, whole.y


def _is_read(piece: Piece) -> bool:
    """Say whether a piece has something to say to somebody who does not see it."""
    return piece.group.reading != Reading.DECORATION


def _shows(piece: Piece, window: Box) -> bool:
    pairs = zip(piece.group.shapes, piece.reaches, strict=True)
    return any(
        box is not None and meets(box, window) and not is_ground(shape) for shape, box in pairs
    )


def _on_tile(piece: Piece, window: Box, dx: float, dy: float, *, begins: bool) -> Group | None:
    """Return a group as a tile shows it; letters that are read here stay, seen or not."""
    group = piece.group
    box = group.box.moved(dx, dy)
    if holds(window, piece.whole):
        kept, clip = group.shapes, None
    else:
        pairs = zip(group.shapes, piece.reaches, strict=True)
        kept = tuple(
            shape
            for shape, reached in pairs
            if reached is not None
            and (meets(reached, window) or (begins and isinstance(shape, Text)))
        )
        clip = window.moved(-group.box.x, -group.box.y)
    if begins:
        return replace(group, box=box, shapes=kept, clip=clip)
    if not kept:
        return None
    return replace(group, box=box, shapes=kept, clip=clip, reading=Reading.DECORATION, alt=None)
