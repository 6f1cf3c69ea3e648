"""Tells two printings of a sheet apart by what they say, not by where a letter stands."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from journeymapper.drawing.display_list import Group, Path
from journeymapper.drawing.map.sheet import Sheet as MapSheet
from journeymapper.export.reading import spoken
from journeymapper.export.sheet import Sheet
from journeymapper.text.catalogue import Catalogue

_LEFT_OUT = ("foot",)
"""Groups that change from one printing to the next: the date, how many sheets there are."""

_DRAWN = "curve"
"""Groups that are seen, not read: their lines count, to whole points."""

_LENGTH = 16


def fingerprint(sheet: Sheet, catalogue: Catalogue, *, placed: bool = False) -> str:
    """Return 16 characters that are the same as long as the sheet says the same.

    ``placed`` counts where things stand too, to whole points: parts of one picture have to meet.
    """
    digest = hashlib.sha256()
    for group in sheet.drawing.groups:
        if group.key in _LEFT_OUT:
            continue
        words = catalogue.say(group.alt) if group.alt is not None else spoken(group)
        lines = _lines(group) if group.key.startswith(_DRAWN) else ()
        said = repr((group.key, words, lines, *(_place(group) if placed else ())))
        digest.update(said.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:_LENGTH]


def prints_of(sheets: Sequence[MapSheet], catalogue: Catalogue) -> dict[str, str]:
    """Return the fingerprints of the sheets of one printing by their keys, in their order.

    Sheets without a key of their own are known by their number.
    """
    return {
        sheet.key or f"sheet:{i}": fingerprint(sheet, catalogue, placed=sheet.tile is not None)
        for i, sheet in enumerate(sheets, start=1)
    }


def _place(group: Group) -> tuple[int, ...]:
    box = group.box
    return round(box.x), round(box.y), round(box.w), round(box.h)


def _lines(group: Group) -> Sequence[int]:
    return [
        round(float(number))
        for shape in group.shapes
        if isinstance(shape, Path)
        for segment in shape.segments
        for number in segment[1:]
    ]
