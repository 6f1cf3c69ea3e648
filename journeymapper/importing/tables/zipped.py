"""Workbooks are ZIP files: what is inside is measured before anything reads it."""

from __future__ import annotations

import io
import re
import xml.parsers.expat
import zipfile
import zlib
from collections.abc import Callable

from journeymapper.importing.tables.refusing import TableError
from journeymapper.importing.tables.table import MOST_CELLS, MOST_COLUMNS

MOST_MEMBERS = 2000
MOST_BYTES = 200 * 1024 * 1024
MOST_RATIO = 200
SMALL = 1024 * 1024
"""Members up to this size may be packed as tightly as they like."""

_PIECE = 1 << 20
_OVERLAP = 64
_WIDE = re.compile(rb'r="(?:[A-Z]{3}|S[S-Z]|[T-Z][A-Z])[0-9]')
"""A cell beyond column 512, which is SR."""
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{1,9})"')
_CELL = re.compile(rb'r="([A-Z]{1,2})\d')


def check(data: bytes) -> None:
    """Raise TableError for an archive that would swell, or a sheet far larger than its content.

    The reader finds out for itself which kind it has, so the sheets of every kind are looked at.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise TableError("swollen")
            room = MOST_BYTES
            for member in members:
                look: Callable[[bytes], None] = _nothing
                if member.filename.startswith("xl/worksheets/"):
                    look = _Sheet()
                elif member.filename == "content.xml":
                    look = _Repeats()
                room -= _inflate(archive, member, room, look)
    except TableError:
        raise
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, KeyError,
            NotImplementedError, RuntimeError, xml.parsers.expat.ExpatError):  # fmt: skip
        raise TableError("damaged") from None


def _nothing(_piece: bytes) -> None:
    return


def _inflate(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: int, look: Callable[[bytes], None]
) -> int:
    """Count the real bytes of a member, whatever it says of itself.

    ``look`` sees them piece by piece, and nothing at the end.
    """
    size = 0
    with archive.open(member) as file:
        while piece := file.read(_PIECE):
            size += len(piece)
            packed = max(1, member.compress_size)
            if size > room or (size > SMALL and size > MOST_RATIO * packed):
                raise TableError("swollen")
            look(piece)
    look(b"")
    return size


class _Sheet:
    """Follows the XML of a sheet of XLSX: how far right and how far down its cells are."""

    def __init__(self) -> None:
        self._rest = b""
        self._lowest = 0
        self._widest = 1

    def __call__(self, piece: bytes) -> None:
        text = self._rest + piece
        if _WIDE.search(text):
            raise TableError("many columns")
        for found in _ROW.finditer(text):
            self._lowest = max(self._lowest, int(found.group(1)))
        for letters in set(_CELL.findall(text)):
            self._widest = max(self._widest, _place(letters))
        if self._lowest * self._widest > MOST_CELLS:
            raise TableError("many cells")
        self._rest = text[-_OVERLAP:]


def _place(letters: bytes) -> int:
    place = 0
    for code in letters:
        place = 26 * place + code - 64
    return place


class _Repeats:
    """Follows the XML of an ODS: cells and rows with something in them that are repeated.

    A text that ends in the middle is refused: the reader would wait for its end for ever.
    """

    def __init__(self) -> None:
        self._cells = 0
        self._in_row = 0
        self._rows = 1
        self._parser = xml.parsers.expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._refuse

    def __call__(self, piece: bytes) -> None:
        self._parser.Parse(piece, not piece)

    def _refuse(self, *_arguments: object) -> None:
        raise TableError("damaged")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table-row":
            self._rows = _times(attributes, "table:number-rows-repeated")
            self._in_row = 0
        elif name == "table:table-cell" and "office:value-type" in attributes:
            times = _times(attributes, "table:number-columns-repeated")
            if times > MOST_COLUMNS:
                raise TableError("many columns")
            self._in_row += times

    def _end(self, name: str) -> None:
        if name == "table:table-row":
            self._cells += self._in_row * self._rows
            if self._cells > MOST_CELLS:
                raise TableError("many cells")


def _times(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 10 else MOST_CELLS + 1
