"""Cuts a TrueType font down to the glyphs in use; glyphs keep their numbers."""

from __future__ import annotations

import struct
from collections.abc import Iterable

from journeymapper.text.outlines import components
from journeymapper.text.truetype import TrueTypeFile

_KEPT = ("head", "hhea", "maxp")


def subset(font: TrueTypeFile, glyphs: Iterable[int]) -> bytes:
    """Return a font file with the outlines of these glyphs alone.

    Glyph 0 and the parts of composite glyphs come along. Every other glyph is empty.
    """
    outlines = font.table("glyf")
    keep = _with_parts(outlines, font, {0, *glyphs})
    count = max(keep) + 1
    glyf = bytearray()
    loca = [0] * (count + 1)
    metrics = bytearray()
    for glyph in range(count):
        if glyph in keep:
            glyf += outlines[font.loca[glyph] : font.loca[glyph + 1]]
            glyf += bytes(-len(glyf) % 4)
            metrics += struct.pack(">Hh", *font.metrics[glyph])
        else:
            metrics += b"\0\0\0\0"
        loca[glyph + 1] = len(glyf)
    tables = {tag: bytearray(font.table(tag)) for tag in _KEPT}
    struct.pack_into(">I", tables["head"], 8, 0)  # check sum of the file, filled in below
    struct.pack_into(">h", tables["head"], 50, 1)  # long offsets in loca
    struct.pack_into(">H", tables["hhea"], 34, count)
    struct.pack_into(">H", tables["maxp"], 4, count)
    tables["glyf"] = glyf
    tables["loca"] = bytearray(struct.pack(f">{count + 1}I", *loca))
    tables["hmtx"] = metrics
    return _file(tables)


def _with_parts(outlines: bytes, font: TrueTypeFile, glyphs: set[int]) -> set[int]:
    keep: set[int] = set()
    todo = sorted(glyphs)
    while todo:
        glyph = todo.pop()
        if glyph not in keep:
            keep.add(glyph)
            outline = outlines[font.loca[glyph] : font.loca[glyph + 1]]
            todo += [component.glyph for component in components(outline)]
    return keep


def _file(tables: dict[str, bytearray]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = struct.pack(
        ">IHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, count * 16 - power * 16
    )
    offset = 12 + 16 * count
    directory, body = bytearray(), bytearray()
    places: dict[str, int] = {}
    for tag in sorted(tables):
        data = bytes(tables[tag])
        places[tag] = offset + len(body)
        directory += struct.pack(">4sIII", tag.encode(), _sum(data), places[tag], len(data))
        body += data + bytes(-len(data) % 4)
    whole = bytearray(head + directory + body)
    struct.pack_into(">I", whole, places["head"] + 8, (0xB1B0AFBA - _sum(bytes(whole))) % 2**32)
    return bytes(whole)


def _sum(data: bytes) -> int:
    data += bytes(-len(data) % 4)
    return sum(struct.unpack(f">{len(data) // 4}I", data)) % 2**32
