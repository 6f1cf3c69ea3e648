"""The fonts of one PDF: which glyphs it uses, and the subsets that are embedded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path

from journeymapper.export.pdf import syntax
from journeymapper.export.pdf.file import PdfFile
from journeymapper.export.pdf.subset import subset
from journeymapper.text.runs import GlyphRun
from journeymapper.text.truetype import TrueTypeFile

_SYMBOLIC = 4
_ROWS = 100  # of a character map in one block, by the standard


class UsedFont:
    """A font file and the glyphs of it that this document shows."""

    def __init__(self, name: str, file: TrueTypeFile) -> None:
        self.name = name
        self.file = file
        self.number = 0
        self.scale = 1000 / file.units
        self.advances = [advance * self.scale for advance, _bearing in file.metrics]
        self.codes = [f"{glyph:04X}" for glyph in range(file.glyph_count)]
        self.used: set[int] = set()
        self._texts: dict[int, str] = {file.characters[0x20]: " "}
        self._known: set[tuple[int, str]] = set()

    def learn(self, run: GlyphRun) -> bool:
        """Note the glyphs of a run; say whether the glyphs alone tell its text.

        They do not where a glyph already stands for something else, or for nothing.
        """
        self.used.update(run.glyphs)
        glyphs, text = run.glyphs, run.text
        simple = len(glyphs) == len(text) and run.clusters == _in_turn(len(text))
        if simple and self._known.issuperset(zip(glyphs, text, strict=True)):
            return True  # the usual case, at the speed of C
        meanings = zip(glyphs, text, strict=True) if simple else _meanings(run)
        return all([self._agree(glyph, meaning) for glyph, meaning in meanings])

    def _agree(self, glyph: int, meaning: str) -> bool:
        if not glyph or not meaning:
            return False
        text = " " if meaning.isspace() else meaning
        agreed = self._texts.setdefault(glyph, text) == text
        if agreed:
            self._known.add((glyph, meaning))
        return agreed

    def write(self, pdf: PdfFile) -> None:
        """Write the font into the file, under the number reserved for it."""
        data = subset(self.file, self.used)
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
        base = f"/{tag}+{self.name}"
        program = pdf.stream(data, f"/Length1 {len(data)}")
        box = syntax.numbers(tuple(edge * self.scale for edge in self.file.box))
        descriptor = pdf.add(
            f"<</Type/FontDescriptor/FontName{base}/Flags {_SYMBOLIC}/FontBBox[{box}]"
            f"/ItalicAngle 0/Ascent {syntax.number(self.file.ascent * self.scale)}"
            f"/Descent {syntax.number(self.file.descent * self.scale)}"
            f"/CapHeight {syntax.number(self.file.cap_height * self.scale)}"
            f"/StemV {round(10 + 220 * (self.file.weight - 50) / 900)}/FontFile2 {program} 0 R>>"
        )
        descendant = pdf.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont{base}/CIDToGIDMap/Identity"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor} 0 R/W[{' '.join(self._widths())}]>>"
        )
        characters = pdf.stream(self._character_map().encode("ascii"))
        pdf.put(
            self.number,
            f"<</Type/Font/Subtype/Type0/BaseFont{base}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {characters} 0 R>>",
        )

    def _widths(self) -> Iterator[str]:
        for glyph in sorted(self.used):
            yield f"{glyph}[{syntax.number(self.advances[glyph])}]"

    def _character_map(self) -> str:
        rows = [
            f"<{glyph:04X}><{syntax.units(text)}>"
            for glyph, text in sorted(self._texts.items())
            if glyph in self.used
        ]
        blocks = "".join(
            f"{len(rows[at : at + _ROWS])} beginbfchar\n"
            + "\n".join(rows[at : at + _ROWS])
            + "\nendbfchar\n"
            for at in range(0, len(rows), _ROWS)
        )
        return (
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
            "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
            "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"
            f"{blocks}endcmap CMapName currentdict/CMap defineresource pop end end\n"
        )


class FontTable:
    """The fonts of one document, by PostScript name, read from a folder when first used."""

    def __init__(self, pdf: PdfFile, folder: Path) -> None:
        self._pdf = pdf
        self._folder = folder
        self._fonts: dict[str, UsedFont] = {}
        self.number = pdf.reserve()
        """The number of the dictionary of fonts, for pages to refer to."""

    @cached_property
    def _files(self) -> dict[str, TrueTypeFile]:
        files = [TrueTypeFile(path) for path in sorted(self._folder.glob("*.ttf"))]
        return {file.postscript: file for file in files}

    def font(self, name: str) -> UsedFont:
        """Return the font of a PostScript name; raises KeyError for one we do not have."""
        found = self._fonts.get(name)
        if found is None:
            found = self._fonts[name] = UsedFont(name, self._files[name])
        return found

    def write(self) -> None:
        """Write the dictionary and every font."""
        pdf = self._pdf
        used = sorted(self._fonts.values(), key=lambda font: font.name)
        for font in used:
            font.number = pdf.reserve()
        entries = "".join(f"/{resource(font.name)} {font.number} 0 R" for font in used)
        pdf.put(self.number, f"<<{entries}>>")
        for font in used:
            font.write(pdf)


@cache
def _in_turn(count: int) -> tuple[int, ...]:
    return tuple(range(count))


def resource(name: str) -> str:
    """Return the name that content streams use for a font."""
    return name.replace("-", "")


def _meanings(run: GlyphRun) -> Iterator[tuple[int, str]]:
    """Yield each glyph with the text it stands for, "" for further glyphs of a cluster."""
    count = len(run.glyphs)
    text, clusters = run.text, run.clusters
    at = 0
    while at < count:
        end = at + 1
        while end < count and clusters[end] == clusters[at]:
            end += 1
        part = text[clusters[at] : clusters[end] if end < count else len(text)]
        if len(part) == end - at:
            yield from zip(run.glyphs[at:end], part, strict=True)
        else:
            yield run.glyphs[at], part
            for glyph in run.glyphs[at + 1 : end]:
                yield glyph, ""
        at = end
