"""Writes a drawing as SVG that looks the same without any font installed.

Letters are outlines; each group says its text in its title. Nothing in it runs or is fetched.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path as FilePath
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from journeymapper.drawing.display_list import (
    Box,
    Drawing,
    Group,
    Icon,
    Path,
    Picture,
    Rect,
    Segment,
    Shape,
    Text,
)
from journeymapper.drawing.icons import GRID, LINE, IconSet
from journeymapper.drawing.theme import Theme
from journeymapper.export import images
from journeymapper.export.job import Job
from journeymapper.export.reading import is_read, spoken
from journeymapper.text.catalogue import Catalogue
from journeymapper.text.outlines import Outlines
from journeymapper.text.plain import one_line
from journeymapper.text.truetype import TrueTypeFile

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="{w}pt" height="{h}pt" viewBox="0 0 {w} {h}" role="document" xml:lang={language}>\n'
    "<title>{title}</title>\n"
)


def write_svg(
    drawing: Drawing,
    target: FilePath | BinaryIO,
    *,
    theme: Theme,
    icons: IconSet,
    fonts_dir: FilePath,
    pictures: Callable[[str], bytes],
    catalogue: Catalogue,
    title: str,
    language: str,
) -> None:
    """Write a drawing, its units taken as points; equal arguments give equal bytes."""
    painter = _SvgPainter(theme, icons, fonts_dir, pictures, catalogue)
    data = painter.file(drawing, title, language)
    if isinstance(target, FilePath):
        target.write_bytes(data)
    else:
        target.write(data)


def files(job: Job) -> list[bytes]:
    """Return a file for each sheet of a job."""
    return [
        _SvgPainter(job.theme, job.icons, job.fonts_dir, job.pictures, job.catalogue).file(
            sheet.drawing, sheet.title, job.language
        )
        for sheet in job.sheets
    ]


class _SvgPainter:
    def __init__(
        self,
        theme: Theme,
        icons: IconSet,
        fonts_dir: FilePath,
        pictures: Callable[[str], bytes],
        catalogue: Catalogue,
    ) -> None:
        self._theme = theme
        self._icons = icons
        self._pictures = pictures
        self._catalogue = catalogue
        fonts = [TrueTypeFile(path) for path in sorted(fonts_dir.glob("*.ttf"))]
        self._fonts = {font.postscript: font for font in fonts}
        self._outlines: dict[str, Outlines] = {}
        self._glyphs: dict[tuple[str, int], str] = {}
        self._clips: dict[str, str] = {}

    def file(self, drawing: Drawing, title: str, language: str) -> bytes:
        body = [self._group(group) for group in drawing.painted()]
        head = _HEAD.format(
            w=_n(drawing.width),
            h=_n(drawing.height),
            language=quoteattr(one_line(language)),
            title=escape(one_line(title)),
        )
        return "".join([head, self._definitions(), *body, "</svg>\n"]).encode("utf-8")

    def _group(self, group: Group) -> str:
        shapes = "".join(self._shape(shape) for shape in group.shapes)
        place = f'<g transform="translate({_n(group.box.x)} {_n(group.box.y)})"'
        if group.clip is not None:
            place += f' clip-path="url(#{self._clip(group.clip)})"'
        if not is_read(group):
            return f'{place} aria-hidden="true">{shapes}</g>\n' if shapes else ""
        words = spoken(group) if group.alt is None else self._catalogue.say(group.alt)
        return f'{place} role="img"><title>{escape(one_line(words))}</title>{shapes}</g>\n'

    def _clip(self, box: Box) -> str:
        """Return the name of a place that what lies outside it is cut off from."""
        return self._clips.setdefault(_place(box), f"c{len(self._clips)}")

    def _shape(self, shape: Shape) -> str:
        match shape:
            case Text():
                return self._text(shape)
            case Rect():
                paint = self._paint(shape.fill, shape.stroke, shape.width, shape.dash)
                radius = min(shape.radius, shape.box.w / 2, shape.box.h / 2)
                corner = f' rx="{_n(radius)}"' if radius > 0 else ""
                return f"<rect{_place(shape.box)}{corner}{paint}/>"
            case Path():
                paint = self._paint(
                    shape.fill, shape.stroke, shape.width, shape.dash, round_ends=shape.round_ends
                )
                return f'<path d="{_outline(shape.segments)}"{paint}/>'
            case Icon():
                scale = shape.size / GRID
                paint = self._paint("", shape.colour, LINE, (), round_ends=True)
                return (
                    f'<path transform="translate({_n(shape.x)} {_n(shape.y)}) '
                    f'scale({scale:.4f})" d="{_outline(self._icons.segments(shape.name))}"{paint}/>'
                )
            case Picture():
                return self._picture(shape)

    def _paint(
        self,
        fill: str,
        stroke: str,
        width: float,
        dash: tuple[float, ...],
        *,
        round_ends: bool = False,
    ) -> str:
        found = f' fill="{self._theme.colour(fill) if fill else "none"}"'
        if stroke:
            found += f' stroke="{self._theme.colour(stroke)}" stroke-width="{_n(width)}"'
            if dash:
                found += f' stroke-dasharray="{" ".join(_n(part) for part in dash)}"'
            if round_ends:
                found += ' stroke-linecap="round" stroke-linejoin="round"'
        return found

    def _text(self, text: Text) -> str:
        run = text.run
        if not run.glyphs:
            return ""
        font = self._fonts[run.font]
        unit = run.size / font.units
        uses = "".join(
            f'<use xlink:href="#{self._glyph(run.font, glyph)}" '
            f'x="{round((x - run.xs[0]) / unit)}" y="{round((run.ys[0] - y) / unit)}"/>'
            for glyph, x, y in zip(run.glyphs, run.xs, run.ys, strict=True)
            if self._drawn(run.font, glyph)
        )
        if not uses:
            return ""
        return (
            f'<g fill="{self._theme.colour(text.colour)}" transform="translate('
            f'{_n(text.x + run.xs[0])} {_n(text.y + run.ys[0])}) scale({unit:.6g} {-unit:.6g})">'
            f"{uses}</g>"
        )

    def _glyph(self, font: str, glyph: int) -> str:
        return self._glyphs.setdefault((font, glyph), f"g{len(self._glyphs)}")

    def _drawn(self, font: str, glyph: int) -> tuple[Segment, ...]:
        if font not in self._outlines:
            self._outlines[font] = Outlines(self._fonts[font])
        return self._outlines[font].segments(glyph)

    def _definitions(self) -> str:
        paths = "".join(
            f'<path id="{name}" d="{_outline(self._drawn(font, glyph), digits=0)}"/>\n'
            for (font, glyph), name in self._glyphs.items()
        )
        clips = "".join(
            f'<clipPath id="{name}"><rect{place}/></clipPath>\n'
            for place, name in self._clips.items()
        )
        return f"<defs>\n{paths}{clips}</defs>\n"

    def _picture(self, picture: Picture) -> str:
        box = picture.box
        try:
            data = self._pictures(picture.attachment)
            image, photo = images.decoded(data, images.size_class(box))
        except images.UNREADABLE:
            frame = Path(images.crossed_frame(box), stroke="line_strong", width=0.75)
            return self._shape(frame)
        place = _place(images.fitted(box, image.width, image.height))
        content = base64.b64encode(images.packed(image, photo=photo)).decode("ascii")
        kind = "jpeg" if photo else "png"
        return f'<image{place} xlink:href="data:image/{kind};base64,{content}"/>'


def _outline(segments: tuple[Segment, ...], digits: int = 2) -> str:
    return "".join(
        str(segment[0]) + " ".join(_n(float(value), digits) for value in segment[1:])
        for segment in segments
    )


def _place(box: Box) -> str:
    return f' x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.w)}" height="{_n(box.h)}"'


def _n(value: float, digits: int = 2) -> str:
    written = f"{value:.{digits}f}"
    if digits:
        written = written.rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
