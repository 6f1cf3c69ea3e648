"""A large map as PDF: ours, tagged, beside reportlab drawing the same boxes and lines of text."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFile
from reportlab.pdfgen.canvas import Canvas

from journeymapper.drawing.display_list import Box, Group, Rect, Text
from journeymapper.drawing.map.pages import sheets
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import paper
from journeymapper.drawing.theme import Theme
from journeymapper.export.pdf.document import write_pdf
from journeymapper.text.catalogue import ENGLISH
from tests.benchmarks import content
from tests.benchmarks.measuring import Result, alternate, emit, worked
from tests.benchmarks.world import TODAY, World, no_pictures, world

STEPS = 2000


def rows() -> Iterator[Result]:
    """Yield the row."""
    here = world()
    made = content.journey(STEPS)
    pages = sheets(made.snapshot, made.map_id, here.setting, paper("a3"), TODAY)
    theme = here.tokens.theme("print")
    plain = _Plain(pages, theme, here.files.fonts)
    sizes = len(ours(here, pages)), len(plain.written())
    yield Result(
        "paper",
        "PDF, tagged, layout made",
        f"{made.words}, {len(pages)} sheets A3, {plain.boxes:,} boxes, {plain.lines:,} lines "
        f"of text; ours {sizes[0] / 2**20:.1f} MB, floor {sizes[1] / 2**20:.1f} MB",
        "reportlab drawing the same boxes and lines, no icons, curves or tags",
        *alternate(lambda: worked(lambda: ours(here, pages)), lambda: worked(plain.written)),
        goal=1.5,
    )


def ours(here: World, pages: Sequence[Sheet]) -> bytes:
    """Return the PDF that the app writes."""
    out = io.BytesIO()
    write_pdf(
        pages,
        out,
        theme=here.tokens.theme("print"),
        icons=here.icons,
        fonts_dir=here.files.fonts,
        pictures=no_pictures,
        catalogue=ENGLISH,
        title="Patient journey",
        language="en",
        day=TODAY,
    )
    return out.getvalue()


class _Plain:
    """The same boxes and lines as plain reportlab calls; what can be prepared is prepared."""

    def __init__(self, pages: Sequence[Sheet], theme: Theme, fonts: Path) -> None:
        self._theme = theme
        self._fonts = {postscript_name(path): path for path in fonts.glob("*.ttf")}
        self._pages = [
            (page.width_pt, page.height_pt, [*_shapes(page.drawing.groups)]) for page in pages
        ]
        shapes = [shape for _w, _h, found in self._pages for _at, shape in found]
        self.boxes = sum(isinstance(shape, Rect) for shape in shapes)
        self.lines = sum(isinstance(shape, Text) for shape in shapes)

    def written(self) -> bytes:
        for name, path in self._fonts.items():
            pdfmetrics.registerFont(TTFont(name, path))
        out = io.BytesIO()
        canvas = Canvas(out, pageCompression=1)
        for width, height, found in self._pages:
            canvas.setPageSize((width, height))
            for at, shape in found:
                if isinstance(shape, Rect):
                    self._box(canvas, shape, at, height)
                elif isinstance(shape, Text):
                    self._line(canvas, shape, at, height)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    def _box(self, canvas: Canvas, rect: Rect, at: Box, height: float) -> None:
        if rect.fill:
            canvas.setFillColor(self._theme.colour(rect.fill))
        if rect.stroke:
            canvas.setStrokeColor(self._theme.colour(rect.stroke))
            canvas.setLineWidth(rect.width)
        box = rect.box.moved(at.x, at.y)
        canvas.roundRect(
            box.x,
            height - box.bottom,
            box.w,
            box.h,
            rect.radius,
            stroke=int(bool(rect.stroke)),
            fill=int(bool(rect.fill)),
        )

    def _line(self, canvas: Canvas, text: Text, at: Box, height: float) -> None:
        run = text.run
        canvas.setFillColor(self._theme.colour(text.colour))
        canvas.setFont(run.font, run.size)
        x, y = at.x + text.x + run.xs[0], at.y + text.y + run.ys[0]
        canvas.drawString(x, height - y, run.text)


def postscript_name(path: Path) -> str:
    """Return the name by which a font file is known in drawings."""
    return str(TTFontFile(str(path)).name.decode("ascii"))


def _shapes(groups: Sequence[Group]) -> Iterator[tuple[Box, object]]:
    for group in groups:
        for shape in group.shapes:
            if isinstance(shape, Rect) or (isinstance(shape, Text) and shape.run.glyphs):
                yield group.box, shape


if __name__ == "__main__":
    emit(rows())
