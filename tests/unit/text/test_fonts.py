"""Only our own fonts are used, and our reading of them is right."""

from pathlib import Path

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from journeymapper.text.engine import TextEngine
from journeymapper.text.fonts import FontError, FontShelf
from journeymapper.text.outlines import Outlines
from journeymapper.text.truetype import TrueTypeFile


def test_every_file_of_the_folder_is_a_face(engine: TextEngine, fonts_dir: Path) -> None:
    assert len(engine.fonts.names()) == len(list(fonts_dir.glob("*.ttf")))


def test_a_font_for_painting_is_the_same_file(engine: TextEngine) -> None:
    for name in engine.fonts.names():
        raw = engine.fonts.raw_font(name, 12.5)
        assert raw.pixelSize() == 12.5
        assert bytes(raw.fontTable("head").data()) == engine.fonts.file(name).table("head")
        assert engine.fonts.raw_font(name, 12.5) is raw


@pytest.mark.usefixtures("qapp")
def test_a_folder_without_our_fonts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FontError, match="Journey Sans Hebrew"):
        FontShelf(tmp_path)


def test_a_file_that_is_no_font_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.ttf"
    path.write_bytes(b"OTTO" + bytes(100))
    with pytest.raises(ValueError, match="not a TrueType font"):
        TrueTypeFile(path)


def test_files_are_read_as_fonttools_reads_them(fonts_dir: Path) -> None:
    for path in sorted(fonts_dir.glob("*.ttf")):
        ours, theirs = TrueTypeFile(path), TTFont(path)
        names = theirs["name"]
        assert ours.postscript == names.getDebugName(6)
        assert ours.weight == theirs["OS/2"].usWeightClass
        assert ours.units == theirs["head"].unitsPerEm
        assert ours.cap_height == theirs["OS/2"].sCapHeight
        assert (ours.ascent, ours.descent) == (theirs["hhea"].ascent, theirs["hhea"].descent)
        order = theirs.getGlyphOrder()
        assert ours.metrics == tuple(theirs["hmtx"][name] for name in order)
        expected = {code: theirs.getGlyphID(name) for code, name in theirs.getBestCmap().items()}
        assert ours.characters == expected


def test_outlines_fill_the_same_box_as_fonttools_says(fonts_dir: Path) -> None:
    for path in sorted(fonts_dir.glob("*-400.ttf")):
        ours, theirs = Outlines(TrueTypeFile(path)), TTFont(path)
        glyphs = theirs.getGlyphSet()
        for glyph, name in enumerate(theirs.getGlyphOrder()):
            if glyph % 7:
                continue
            pen = BoundsPen(glyphs)
            glyphs[name].draw(pen)
            segments = ours.segments(glyph)
            assert bool(segments) == (pen.bounds is not None), name
            if pen.bounds is not None:
                ends = [segment[-2:] for segment in segments if len(segment) > 1]
                assert min(float(x) for x, _y in ends) >= pen.bounds[0] - 0.51
                assert max(float(y) for _x, y in ends) <= pen.bounds[3] + 0.51
                assert segments[0][0] == "M"
                assert segments[-1] == ("Z",)
