"""Our own fonts: which face shows a character, and the Qt font that shapes it.

Nothing comes from the system, so that lines break at the same places everywhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from journeymapper.text.runs import Family
from journeymapper.text.truetype import TrueTypeFile

CHAINS: dict[Family, tuple[str, ...]] = {
    "sans": ("Journey Sans", "Journey Sans Arabic", "Journey Sans Hebrew"),
    "condensed": ("Journey Sans Condensed", "Journey Sans Arabic", "Journey Sans Hebrew"),
}
"""The families that are asked for a character, in this order."""

SHAPING_SIZE = 128
"""Pixels. Text is shaped once at this size and scaled, so that its lines are the same at any."""

_JOINS_BEFORE = {"Mn", "Mc", "Me", "Cf", "Zs"}
"""Categories shown by the face of the character before them: marks, joiners and spaces."""


class FontError(Exception):
    """Our font files are missing or are not what they should be."""


class Face:
    """One font file and its Qt font at the shaping size."""

    def __init__(self, file: TrueTypeFile) -> None:
        self.file = file
        self.name = file.postscript

    @cached_property
    def space(self) -> int:
        """The glyph of the space; Qt also puts it for characters that show nothing."""
        return self.file.glyph_of(0x20)

    @cached_property
    def qfont(self) -> QFont:
        """The Qt font; unhinted, never merged with another."""
        font = QFont()
        font.setFamilies([self.file.family])
        font.setWeight(QFont.Weight(self.file.weight))
        font.setPixelSize(SHAPING_SIZE)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging | QFont.StyleStrategy.PreferMatch)
        return font


class FontShelf:
    """All faces of a folder of TrueType files, given to Qt.

    Raises FontError when the folder lacks a family or Qt takes another font in its place.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        files = [TrueTypeFile(path) for path in sorted(folder.glob("*.ttf"))]
        self._faces = {file.postscript: Face(file) for file in files}
        self._families: dict[str, list[Face]] = {}
        for face in self._faces.values():
            self._families.setdefault(face.file.family, []).append(face)
        missing = sorted(
            {name for chain in CHAINS.values() for name in chain} - set(self._families)
        )
        if missing:
            raise FontError(f"fonts missing in {folder}: {', '.join(missing)}")
        self._coverage: dict[str, frozenset[int]] = {}
        self._chains: dict[tuple[Family, int], tuple[Face, ...]] = {}
        self._raw: dict[tuple[str, float], QRawFont] = {}
        for file in files:
            if QFontDatabase.addApplicationFont(str(file.path)) < 0:
                raise FontError(f"font refused: {file.path.name}")
        for face in self._faces.values():
            self._prove(face)

    def names(self) -> tuple[str, ...]:
        """Return the PostScript names of all faces."""
        return tuple(self._faces)

    def file(self, name: str) -> TrueTypeFile:
        """Return the font file of a PostScript name."""
        return self._faces[name].file

    def raw_font(self, name: str, size: float) -> QRawFont:
        """Return the unhinted Qt font for painting glyph runs at a size in pixels."""
        found = self._raw.get((name, size))
        if found is None:
            found = self._raw[name, size] = QRawFont(
                str(self.file(name).path), size, QFont.HintingPreference.PreferNoHinting
            )
        return found

    def faces(self, family: Family, weight: int) -> tuple[Face, ...]:
        """Return the faces of a chain, each of the weight nearest to the one wanted."""
        found = self._chains.get((family, weight))
        if found is None:
            found = self._chains[family, weight] = tuple(
                min(
                    self._families[name],
                    key=lambda face: (abs(face.file.weight - weight), face.file.weight),
                )
                for name in CHAINS[family]
            )
        return found

    def spans(self, text: str, faces: tuple[Face, ...]) -> Iterator[tuple[int, int, Face]]:
        """Yield start, end and face of the parts of a text that one face shows.

        A character that no face has is shown by the first, as its empty box.
        """
        if text.isascii():
            yield 0, len(text), faces[0]
            return
        end = 0
        for index, same in groupby(self._choices(text, faces)):
            start, end = end, end + sum(1 for _ in same)
            yield start, end, faces[index]

    def lacks(self, character: str, faces: tuple[Face, ...]) -> bool:
        """Say whether no face has a character that should be seen."""
        return not any(ord(character) in self._covered(face) for face in faces)

    def _choices(self, text: str, faces: tuple[Face, ...]) -> list[int]:
        chosen: list[int] = []
        for character in text:
            code = ord(character)
            order = range(len(faces))
            if chosen and unicodedata.category(character) in _JOINS_BEFORE:
                order = (chosen[-1], *order)  # type: ignore[assignment]
            chosen.append(next((i for i in order if code in self._covered(faces[i])), 0))
        return chosen

    def _covered(self, face: Face) -> frozenset[int]:
        family = face.file.family
        found = self._coverage.get(family)
        if found is None:
            found = self._coverage[family] = frozenset(face.file.characters)
        return found

    @staticmethod
    def _prove(face: Face) -> None:
        ours = face.file.table("head")
        if bytes(QRawFont.fromFont(face.qfont).fontTable("head").data()) != ours:
            raise FontError(f"Qt takes another font in place of {face.name}")
