"""Reads what we need of our own TrueType files: names, sizes, characters and outlines.

Standard library only, so that a PDF and an SVG can be written without Qt.
"""

from __future__ import annotations

import struct
from array import array
from functools import cached_property
from pathlib import Path


class TrueTypeFile:
    """One static font with glyf outlines. Raises ValueError for any other kind of file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open("rb") as file:
            version, count = struct.unpack(">IH6x", file.read(12))
            if version != 0x00010000:
                raise ValueError(f"not a TrueType font: {path.name}")
            directory = file.read(16 * count)
        self.tables: dict[str, tuple[int, int]] = {}
        for i in range(count):
            tag, _sum, offset, length = struct.unpack_from(">4sIII", directory, 16 * i)
            self.tables[tag.decode("latin-1")] = (offset, length)

    def table(self, tag: str) -> bytes:
        """Return the bytes of a table; raises KeyError when there is none."""
        offset, length = self.tables[tag]
        with self.path.open("rb") as file:  # a start of the app needs only names: read no more
            file.seek(offset)
            return file.read(length)

    @cached_property
    def postscript(self) -> str:
        """The PostScript name."""
        return self._name(6)

    @cached_property
    def family(self) -> str:
        """The name of the typographic family, common to all weights."""
        return self._name(16) or self._name(1)

    @cached_property
    def weight(self) -> int:
        """The CSS weight, 100 to 900."""
        return int(struct.unpack_from(">H", self.table("OS/2"), 4)[0])

    @cached_property
    def units(self) -> int:
        """Font units in one em."""
        return int(struct.unpack_from(">H", self.table("head"), 18)[0])

    @cached_property
    def metrics(self) -> tuple[tuple[int, int], ...]:
        """The advance width and the left side bearing of each glyph, in font units."""
        hmtx = self.table("hmtx")
        full = struct.unpack_from(">H", self.table("hhea"), 34)[0]
        pairs = list(struct.iter_unpack(">Hh", hmtx[: 4 * full]))
        bearings = struct.iter_unpack(">h", hmtx[4 * full :])
        return (*pairs, *((pairs[-1][0], bearing[0]) for bearing in bearings))

    @cached_property
    def box(self) -> tuple[int, int, int, int]:
        """The box around all glyphs: left, lower, right and upper edge, in font units."""
        left, lower, right, upper = struct.unpack_from(">4h", self.table("head"), 36)
        return left, lower, right, upper

    @cached_property
    def cap_height(self) -> int:
        """The height of capital letters, in font units."""
        return int(struct.unpack_from(">h", self.table("OS/2"), 88)[0])

    @cached_property
    def ascent(self) -> int:
        """The height of a line above its base line, in font units."""
        return int(struct.unpack_from(">h", self.table("hhea"), 4)[0])

    @cached_property
    def descent(self) -> int:
        """The depth of a line below its base line, in font units, negative."""
        return int(struct.unpack_from(">h", self.table("hhea"), 6)[0])

    @cached_property
    def loca(self) -> array[int]:
        """Where in ``glyf`` each glyph begins; one entry more than there are glyphs."""
        raw = self.table("loca")
        long = struct.unpack_from(">h", self.table("head"), 50)[0]
        code, size = ("I", 4) if long else ("H", 2)
        values = struct.unpack(f">{len(raw) // size}{code}", raw)
        return array("L", values if long else (2 * value for value in values))

    @cached_property
    def characters(self) -> dict[int, int]:
        """Glyph by character code, without characters that have none."""
        cmap, found = self.table("cmap"), dict[int, int]()
        for kind, offset in _maps(cmap):
            if kind == 4:
                found |= _format_4(cmap, offset)
            elif kind == 12:
                found |= _format_12(cmap, offset)
        return {code: glyph for code, glyph in found.items() if glyph}

    def glyph_of(self, code: int) -> int:
        """Return the glyph of one character of the basic plane, 0 for none.

        Looks it up in the file, where ``characters`` reads them all.
        """
        cmap = self.table("cmap")
        maps = (offset for kind, offset in _maps(cmap) if kind == 4)
        found = (_format_4(cmap, offset, code).get(code, 0) for offset in maps)
        return next(filter(None, found), 0)

    def _name(self, wanted: int) -> str:
        table = self.table("name")
        count, strings = struct.unpack_from(">HH", table, 2)
        for i in range(count):
            platform, _enc, _lang, name, length, offset = struct.unpack_from(
                ">6H", table, 6 + 12 * i
            )
            if name == wanted and platform in {0, 3}:
                return table[strings + offset : strings + offset + length].decode("utf-16-be")
        return ""


def _maps(cmap: bytes) -> list[tuple[int, int]]:
    """Format and offset of each table from characters to glyphs."""
    count = struct.unpack_from(">H", cmap, 2)[0]
    offsets = [struct.unpack_from(">I", cmap, 8 + 8 * i)[0] for i in range(count)]
    return [(struct.unpack_from(">H", cmap, offset)[0], offset) for offset in offsets]


def _format_4(cmap: bytes, at: int, only: int | None = None) -> dict[int, int]:
    half = struct.unpack_from(">H", cmap, at + 6)[0] // 2
    rows = [
        struct.unpack_from(f">{half}H", cmap, at + 14 + 2 * half * i + (2 if i else 0))
        for i in range(4)
    ]
    found: dict[int, int] = {}
    for i, (end, start, delta, offset) in enumerate(zip(*rows, strict=True)):
        if only is not None and not start <= only <= end:
            continue
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                place = at + 16 + 6 * half + 2 * i + offset + 2 * (code - start)
                glyph = struct.unpack_from(">H", cmap, place)[0]
                if not glyph:
                    continue
            found[code] = (glyph + delta) & 0xFFFF
    return found


def _format_12(cmap: bytes, at: int) -> dict[int, int]:
    count = struct.unpack_from(">I", cmap, at + 12)[0]
    found: dict[int, int] = {}
    for i in range(count):
        start, end, glyph = struct.unpack_from(">III", cmap, at + 16 + 12 * i)
        found |= {code: glyph + code - start for code in range(start, end + 1)}
    return found
