"""Workbooks of the old kind, BIFF8 in a compound file, as Excel 97 to 2003 write them.

Only what a table needs: one sheet with texts, numbers, days and times of day. The layout follows
Microsoft's [MS-XLS] and [MS-CFB].
"""

from __future__ import annotations

import datetime
import struct
from collections.abc import Sequence
from typing import Any

Rows = Sequence[Sequence[Any]]

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_LEAST = 4096
"""Streams below this size would go into sectors of another kind."""

_PLAIN, _DAY, _CLOCK = range(3)
_FORMATS = (0, 14, 20)
"""The numbers that Excel gives to general, a date, and hours with minutes; by cell format."""

_EPOCH = datetime.datetime(1899, 12, 30)  # noqa: DTZ001 - a day on a sheet has no zone


def xls_of(rows: Rows, name: str = "Tabelle1") -> bytes:
    """Return a workbook with one sheet."""
    texts = list(dict.fromkeys(c for row in rows for c in row if isinstance(c, str) and c))
    before = [
        _begin(0x0005),
        _record(0x0042, struct.pack("<H", 1200)),
        _record(0x0022, struct.pack("<H", 0)),
        *(_record(0x00E0, struct.pack("<HHHB13x", 0, number, 1, 0x20)) for number in _FORMATS),
    ]
    after = [_record(0x00FC, _table_of(texts)), _record(0x000A)]
    head = len(b"".join(before)) + len(_named(0, name)) + len(b"".join(after))
    book = b"".join([*before, _named(head, name), *after, _sheet(rows, texts)])
    return _compound(book)


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0xC1, 6))


def _named(offset: int, name: str) -> bytes:
    return _record(0x0085, struct.pack("<IBBBB", offset, 0, 0, len(name), 1) + _wide(name))


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _table_of(texts: Sequence[str]) -> bytes:
    data = struct.pack("<II", len(texts), len(texts))
    for text in texts:
        data += struct.pack("<HB", len(_wide(text)) // 2, 1) + _wide(text)
    return data


def _sheet(rows: Rows, texts: Sequence[str]) -> bytes:
    width = max(len(row) for row in rows)
    parts = [_begin(0x0010), _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))]
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                if cell:
                    place = struct.pack("<HHHI", at, column, _PLAIN, texts.index(cell))
                    parts.append(_record(0x00FD, place))
            elif cell is not None:
                kind, number = _number(cell)
                parts.append(_record(0x0203, struct.pack("<HHHd", at, column, kind, number)))
    return b"".join([*parts, _record(0x000A)])


def _number(cell: Any) -> tuple[int, float]:
    """Return how a cell is shown and the number behind it: days since the end of 1899."""
    match cell:
        case datetime.time():
            return _CLOCK, (cell.hour * 60 + cell.minute) / 1440
        case datetime.date():
            day = datetime.datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001
            return _DAY, float((day - _EPOCH).days)
    return _PLAIN, float(cell)


def _compound(stream: bytes) -> bytes:
    """Return a compound file with the stream of a workbook."""
    size = max(_LEAST, len(stream))
    count = -(-size // _SECTOR)
    chain = [*range(3, 2 + count), _END]
    fat = [_FAT, _END, *chain]
    assert len(fat) <= _SECTOR // 4, "a larger file needs a second table"
    fat += [_FREE] * (_SECTOR // 4 - len(fat))
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII",
        bytes.fromhex("D0CF11E0A1B11AE1"),
        0x003E, 3, 0xFFFE, 9, 6,
        0, 1, 1, 0, _LEAST, _END, 0, _END, 0, 0,
    )  # fmt: skip
    head += struct.pack("<108I", *[_FREE] * 108)
    folder = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _FREE, 2, size)
    return (
        head
        + struct.pack("<128I", *fat)
        + folder.ljust(_SECTOR, b"\0")
        + stream.ljust(count * _SECTOR, b"\0")
    )


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    letters = _wide(name) + b"\0\0"
    return struct.pack(
        "<64sHBBIII16xI16xIQ", letters, len(letters), kind, 1, _FREE, _FREE, child, 0, start, size
    )
