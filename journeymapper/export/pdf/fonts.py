"""The fonts of one PDF: which glyphs it uses, and the subsets that are embedded."""

from __future__ import annotations

import hashlib
import struct
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from operator import itemgetter
from pathlib import Path

from journeymapper.export.pdf import syntax
from journeymapper.export.pdf.file import PdfFile
from journeymapper.export.pdf.subset import subset
from journeymapper.text.plain import has_rtl, is_rtl
from journeymapper.text.runs import GlyphRun
from journeymapper.text.truetype import TrueTypeFile

_SYMBOLIC = 4
_ROWS = 100  # of a character map in one block, by the standard


Part = tuple[int, int, int]
"""A glyph of a cluster and where it stands, in font units from the cluster's first glyph."""

Code = tuple[str, float]
"""A character code in hexadecimal, and its advance in thousandths of an em."""


@dataclass(frozen=True, slots=True)
class Codes:
    """A run as codes, from left to right: the codes, and where each stands."""

    codes: list[Code]
    xs: Sequence[float]
    ys: Sequence[float]


class UsedFont:
    """A font file and what of it this document shows.

    Each pair of a shape and the text it stands for has a code of its own, so that every
    reader finds the text again: a shape is a glyph, or several that show one cluster (a letter
    and its dots) and become one composite glyph.
    """

    def __init__(self, name: str, file: TrueTypeFile) -> None:
        self.name = name
        self.file = file
        self.number = 0
        self._scale = 1000 / file.units
        self._codes: dict[tuple[int | tuple[Part, ...], str], Code] = {}

    def encode(self, run: GlyphRun) -> Codes:
        """Return the codes of a run, from left to right whatever its direction."""
        glyphs, text = run.glyphs, run.text
        rtl = is_rtl(text) or run.xs[-1] < run.xs[0]
        if not rtl and len(glyphs) == len(text) and run.clusters == _in_turn(len(text)):
            known = self._codes
            codes = [
                known.get(pair) or self._code(*pair) for pair in zip(glyphs, text, strict=True)
            ]
            return Codes(codes, run.xs, run.ys)
        placed = list(self._clusters(run, rtl=rtl))
        if rtl or has_rtl(text):
            placed.sort(key=itemgetter(1))
        return Codes([p[0] for p in placed], [p[1] for p in placed], [p[2] for p in placed])

    def write(self, pdf: PdfFile) -> None:
        """Write the font into the file, under the number reserved for it."""
        shown = [shape for shape, _text in self._codes]
        composites = list(dict.fromkeys(shape for shape in shown if isinstance(shape, tuple)))
        single = {shape for shape in shown if isinstance(shape, int)}
        data, first = subset(self.file, single, composites)
        places = {shape: first + i for i, shape in enumerate(composites)}
        glyphs = [0, *(shape if isinstance(shape, int) else places[shape] for shape in shown)]
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
        base = f"/{tag}+{self.name}"
        program = pdf.stream(data, f"/Length1 {len(data)}")
        descriptor = pdf.add(self._descriptor(base, program))
        cid_to_gid = pdf.stream(struct.pack(f">{len(glyphs)}H", *glyphs))
        widths = " ".join(syntax.number(advance) for _code, advance in self._codes.values())
        descendant = pdf.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont{base}/CIDToGIDMap {cid_to_gid} 0 R"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor} 0 R/W[1[{widths}]]>>"
        )
        characters = pdf.stream(self._character_map().encode("ascii"))
        pdf.put(
            self.number,
            f"<</Type/Font/Subtype/Type0/BaseFont{base}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {characters} 0 R>>",
        )

    def _clusters(self, run: GlyphRun, *, rtl: bool) -> Iterator[tuple[Code, float, float]]:
        """Yield code, x and y of what stands for each cluster."""
        count = len(run.glyphs)
        at = 0
        while at < count:
            end = at + 1
            while end < count and run.clusters[end] == run.clusters[at]:
                end += 1
            last = run.clusters[end] if end < count else len(run.text)
            text = run.text[run.clusters[at] : last]
            if len(text) == end - at:  # glyphs and characters in pairs: a letter and its marks
                for i in reversed(range(at, end)) if rtl else range(at, end):
                    yield self._code(run.glyphs[i], text[i - at]), run.xs[i], run.ys[i]
            elif end - at == 1:
                yield self._code(run.glyphs[at], text), run.xs[at], run.ys[at]
            else:
                shape = self._composite(run, range(at, end))
                yield self._code(shape, text), run.xs[at], run.ys[at]
            at = end

    def _composite(self, run: GlyphRun, places: range) -> tuple[Part, ...]:
        unit = run.size / self.file.units
        x, y = run.xs[places[0]], run.ys[places[0]]
        return tuple(
            (run.glyphs[i], round((run.xs[i] - x) / unit), round((y - run.ys[i]) / unit))
            for i in places
        )

    def _code(self, shape: int | tuple[Part, ...], text: str) -> Code:
        key = shape, text
        found = self._codes.get(key)
        if found is None:
            glyphs = [shape] if isinstance(shape, int) else [part[0] for part in shape]
            advance = max(self.file.metrics[glyph][0] for glyph in glyphs) * self._scale
            found = self._codes[key] = f"{len(self._codes) + 1:04X}", advance
        return found

    def _descriptor(self, base: str, program: int) -> str:
        file, scale = self.file, self._scale
        box = syntax.numbers(tuple(edge * scale for edge in file.box))
        return (
            f"<</Type/FontDescriptor/FontName{base}/Flags {_SYMBOLIC}/FontBBox[{box}]"
            f"/ItalicAngle 0/Ascent {syntax.number(file.ascent * scale)}"
            f"/Descent {syntax.number(file.descent * scale)}"
            f"/CapHeight {syntax.number(file.cap_height * scale)}"
            f"/StemV {round(10 + 220 * (file.weight - 50) / 900)}/FontFile2 {program} 0 R>>"
        )

    def _character_map(self) -> str:
        rows = [
            f"<{code}><{syntax.units(self._meaning(shape, text))}>"
            for (shape, text), (code, _advance) in self._codes.items()
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

    def _meaning(self, shape: int | tuple[Part, ...], text: str) -> str:
        """Return what readers get; they mirror brackets in right-to-left text themselves."""
        if text.isspace():
            return " "
        if shape and len(text) == 1 and unicodedata.mirrored(text):
            characters = self.file.characters
            if characters.get(ord(text)) != shape:
                return next((chr(code) for code, g in characters.items() if g == shape), text)
        return text


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
