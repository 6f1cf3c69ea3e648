"""Fonts are embedded as subsets that are sound fonts of their own."""

import io
from pathlib import Path

import pikepdf
import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from journeymapper.export.pdf import document
from journeymapper.export.pdf.subset import subset
from journeymapper.text.engine import TextEngine
from journeymapper.text.truetype import TrueTypeFile
from tests.unit.export import samples

FONT = samples.RESOURCES.fonts / "journey-sans-400.ttf"


def outline(font: TTFont, glyph: int) -> list[tuple[str, object]]:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[font.getGlyphName(glyph)].draw(pen)
    return list(pen.value)


@pytest.mark.parametrize(
    "path", sorted(samples.RESOURCES.fonts.glob("*.ttf")), ids=lambda p: p.stem
)
def test_a_subset_shows_its_glyphs_and_no_others(path: Path) -> None:
    file = TrueTypeFile(path)
    wanted = list(dict.fromkeys(list(file.characters.values())[5:400:13]))
    data, first = subset(file, wanted, [])
    assert len(data) < path.stat().st_size / 2
    ours, whole = TTFont(io.BytesIO(data), checkChecksums=2), TTFont(path)
    assert ours["maxp"].numGlyphs == first == len(ours["hmtx"].metrics)
    for glyph in wanted:
        assert outline(ours, glyph) == outline(whole, glyph)
        name, old = ours.getGlyphName(glyph), whole.getGlyphName(glyph)
        assert ours["hmtx"][name] == whole["hmtx"][old]
    filled = sum(bool(outline(ours, glyph)) for glyph in range(first))
    assert filled < 4 * len(wanted) + 20  # parts of composites come along


def test_letters_of_several_parts_become_one_glyph() -> None:
    file = TrueTypeFile(FONT)
    x, dot = file.characters[ord("x")], file.characters[ord(".")]
    data, first = subset(file, [x], [((x, 0, 0), (dot, 40, -200))])
    font = TTFont(io.BytesIO(data), checkChecksums=2)
    assert font["maxp"].numGlyphs == first + 1
    shapes = outline(font, first)
    assert shapes[: len(outline(font, x))] == outline(font, x)
    assert len(shapes) == len(outline(font, x)) + len(outline(TTFont(FONT), dot))
    assert font["hmtx"][font.getGlyphName(first)][0] == file.metrics[x][0]


def test_only_subsets_are_embedded_each_once(engine: TextEngine) -> None:
    sheets = [samples.sheet(engine), samples.sheet(engine, samples.RTL_CARDS)]
    (data,) = document.files(samples.job(*sheets))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = pdf.pages[0].obj.Resources.Font
        names = [str(font.BaseFont) for font in dict(fonts).values()]
        assert len(names) == len(set(names)) == 4
        for font in dict(fonts).values():
            name = str(font.BaseFont)
            assert name[7] == "+"
            assert name[1:7].isupper()
            assert "/ToUnicode" in font
            (descendant,) = font.DescendantFonts
            program = descendant.FontDescriptor.FontFile2
            assert descendant.FontDescriptor.FontName == font.BaseFont
            read = TTFont(io.BytesIO(program.read_bytes()), checkChecksums=2)
            count = len(descendant.CIDToGIDMap.read_bytes()) // 2
            assert len(descendant.W[1]) == count - 1
            assert read["maxp"].numGlyphs > 0
    assert len(data) < 120_000
