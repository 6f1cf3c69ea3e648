"""Where a sheet of an XLSX file holds formulas: what they came to is not what somebody typed."""

from __future__ import annotations

import io
import posixpath
import re
import xml.parsers.expat
import zipfile
from collections.abc import Callable, Mapping

from journeymapper.importing.tables import zipped
from journeymapper.importing.tables.refusing import TableError

_PIECE = 1 << 20
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_MOST = 50_000
"""So many formulas are found at most."""

_Start = Callable[[str, Mapping[str, str]], None]


def formulas_in(data: bytes, sheet: str) -> frozenset[tuple[int, int]]:
    """Return the cells of a sheet that hold formulas, as row from 1 and column from 0.

    Raises TableError for a file that is damaged or would swell.
    """
    zipped.check(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            member = _member(archive, sheet)
            return frozenset(_formulas(archive, member)) if member else frozenset()
    except (zipfile.BadZipFile, xml.parsers.expat.ExpatError, KeyError, OSError, ValueError):
        raise TableError("damaged") from None


def _member(archive: zipfile.ZipFile, sheet: str) -> str:
    """Return the name of the file of a sheet, "" when there is none."""
    ids: dict[str, str] = {}
    targets: dict[str, str] = {}

    def in_book(name: str, attributes: Mapping[str, str]) -> None:
        if name.rpartition(":")[2] == "sheet" and "name" in attributes:
            links = [v for k, v in attributes.items() if k.endswith(":id")]
            ids[attributes["name"]] = links[0] if links else ""

    def in_links(name: str, attributes: Mapping[str, str]) -> None:
        if name.rpartition(":")[2] == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    _read(archive, "xl/workbook.xml", in_book)
    _read(archive, "xl/_rels/workbook.xml.rels", in_links)
    target = targets.get(ids.get(sheet, ""), "")
    if not target:
        return ""
    return target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)


def _formulas(archive: zipfile.ZipFile, member: str) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    now = ""

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal now
        plain = name.rpartition(":")[2]
        if plain == "c":
            now = attributes.get("r", "")
        elif plain == "f" and (place := _PLACE.fullmatch(now)) and len(found) < _MOST:
            found.add((int(place[2]), _number(place[1])))

    _read(archive, member, start)
    return found


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number - 1


def _read(archive: zipfile.ZipFile, member: str, start: _Start) -> None:
    def refuse(*_arguments: object) -> None:
        raise ValueError(member)

    parser = xml.parsers.expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = refuse
    with archive.open(member) as file:
        while piece := file.read(_PIECE):
            parser.Parse(piece, False)
    parser.Parse(b"", True)
