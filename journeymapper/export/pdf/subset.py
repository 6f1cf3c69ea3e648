"""Cuts a TrueType font down to the glyphs in use; old glyphs keep their numbers."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence

from journeymapper.text.outlines import components
from journeymapper.text.truetype import TrueTypeFile

_KEPT = ("head", "hhea", "maxp")
_WORDS, _OFFSETS, _MORE = 0x0001, 0x0002, 0x0020


Part = tuple[int, int, int]
"""A glyph and its offset to the right and upwards, in font units."""


def subset(
    font: TrueTypeFile, glyphs: Iterable[int], composites: Sequence[tuple[Part, ...]]
) -> tuple[bytes, int]:
    """Return a font file with the outlines of these glyphs, and the number of the first new one.

    Glyph 0 and the parts of composite glyphs come along; every other glyph is empty.
    ``composites`` become new glyphs, numbered in turn after all the old ones.
    """
    outlines = font.table("glyf")
    wanted = {part[0] for composite in composites for part in composite}
    keep = _with_parts(outlines, font, {0, *glyphs, *wanted})
    first = max(keep) + 1
    glyf, metrics, loca = bytearray(), bytearray(), [0]
    for glyph in range(first):
        if glyph in keep:
            glyf += outlines[font.loca[glyph] : font.loca[glyph + 1]]
            metrics += struct.pack(">Hh", *font.metrics[glyph])
        else:
            metrics += bytes(4)
        glyf += bytes(-len(glyf) % 4)
        loca.append(len(glyf))
    for composite in composites:
        outline, bearing = _composite(outlines, font, composite)
        glyf += outline + bytes(-len(outline) % 4)
        metrics += struct.pack(">Hh", font.metrics[composite[0][0]][0], bearing)
        loca.append(len(glyf))
    return _file(_tables(font, glyf, loca, metrics)), first


def _tables(
    font: TrueTypeFile, glyf: bytearray, loca: list[int], metrics: bytearray
) -> dict[str, bytearray]:
    count = len(loca) - 1
    tables = {tag: bytearray(font.table(tag)) for tag in _KEPT}
    struct.pack_into(">I", tables["head"], 8, 0)  # check sum of the file, filled in later
    struct.pack_into(">h", tables["head"], 50, 1)  # long offsets in loca
    struct.pack_into(">H", tables["hhea"], 34, count)
    struct.pack_into(">H", tables["maxp"], 4, count)
    for limit in (6, 8, 10, 12):  # points and contours, of simple and composite glyphs
        struct.pack_into(">H", tables["maxp"], limit, 4096)
    struct.pack_into(">HH", tables["maxp"], 28, 64, 8)  # parts of a composite, and depth
    tables["glyf"] = glyf
    tables["loca"] = bytearray(struct.pack(f">{count + 1}I", *loca))
    tables["hmtx"] = metrics
    return tables


def _composite(
    outlines: bytes, font: TrueTypeFile, composite: tuple[Part, ...]
) -> tuple[bytes, int]:
    """Return the bytes of a composite glyph and its left side bearing."""
    boxes: list[tuple[int, int, int, int]] = []
    body = bytearray()
    for i, (glyph, dx, dy) in enumerate(composite):
        flags = _WORDS | _OFFSETS | (_MORE if i + 1 < len(composite) else 0)
        body += struct.pack(">HHhh", flags, glyph, dx, dy)
        outline = outlines[font.loca[glyph] : font.loca[glyph + 1]]
        if outline:
            left, lower, right, upper = struct.unpack_from(">4h", outline, 2)
            boxes.append((left + dx, lower + dy, right + dx, upper + dy))
    if not boxes:
        return b"", 0
    left, lower = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, upper = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return struct.pack(">5h", -1, left, lower, right, upper) + bytes(body), left


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
    return int(sum(struct.unpack(f">{len(data) // 4}I", data)) % 2**32)
