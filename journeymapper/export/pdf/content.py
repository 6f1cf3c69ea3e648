"""Turns the shapes of one page into a content stream."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from journeymapper.drawing.display_list import (
    Box,
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
from journeymapper.export.images import crossed_frame
from journeymapper.export.pdf import syntax
from journeymapper.export.pdf.fonts import Code, FontTable, resource

_KAPPA = 0.552285  # how far the handles of a quarter circle lie from its ends
_SLACK = 0.75  # thousandths of an em that a glyph may be off before it is moved


class PageContent:
    """Writes shapes in points, y downwards, and remembers what the page has set so far."""

    def __init__(
        self,
        height: float,
        theme: Theme,
        icons: IconSet,
        fonts: FontTable,
        place_picture: Callable[[Picture, Box], str | None],
    ) -> None:
        self._out = [f"1 0 0 -1 0 {syntax.number(height)} cm"]
        self._theme = theme
        self._icons = icons
        self._fonts = fonts
        self._place_picture = place_picture
        self._set: dict[str, str] = {}
        self._font = ""
        self._colours: dict[str, str] = {}

    def bytes(self) -> bytes:
        """Return the content stream."""
        return "\n".join(self._out).encode("ascii")

    def group(self, group: Group, mark: str) -> None:
        """Write a group inside a marked-content sequence that ``mark`` begins."""
        out = self._out
        out.append(mark)
        x, y = group.box.x, group.box.y
        if group.clip is not None:
            self._begin_clip(group.clip.moved(x, y))
        for shape in group.shapes:
            self._shape(shape, x, y)
        if group.clip is not None:
            out.append("Q")
            self._forget()
        out.append("EMC")

    def _begin_clip(self, box: Box) -> None:
        """Paint inside a box only, until ``Q``, which takes back what is set meanwhile."""
        self._out.append(f"q\n{_straight(box.x, box.y, box.w, box.h, 0)}W n")

    def _forget(self) -> None:
        self._set.clear()
        self._font = ""

    def _shape(self, shape: Shape, x: float, y: float) -> None:
        match shape:
            case Text():
                self._text(shape, x, y)
            case Rect():
                self._rect(shape, x, y)
            case Path():
                self._path(shape, x, y)
            case Icon():
                self._icon(shape, x, y)
            case Picture():
                self._picture(shape, shape.box.moved(x, y))

    def _picture(self, picture: Picture, box: Box) -> None:
        operators = self._place_picture(picture, box)
        if operators is not None:
            self._out.append(operators)
        else:  # an export never fails for a damaged picture
            self._path(Path(crossed_frame(box), stroke="line_strong", width=0.75), 0.0, 0.0)

    def _rect(self, rect: Rect, x: float, y: float) -> None:
        end = self._paint(rect.fill, rect.stroke, rect.width, rect.dash, round_ends=False)
        if end:
            box = rect.box
            radius = min(rect.radius, box.w / 2, box.h / 2)
            outline = _rounded if radius > 0 else _straight
            self._out.append(outline(x + box.x, y + box.y, box.w, box.h, radius) + end)

    def _path(self, path: Path, x: float, y: float) -> None:
        end = self._paint(path.fill, path.stroke, path.width, path.dash, path.round_ends)
        if end:
            self._out.append(_outline(path.segments, x, y, 1.0) + end)

    def _icon(self, icon: Icon, x: float, y: float) -> None:
        scale = icon.size / GRID
        end = self._paint("", icon.colour, LINE * scale, (), round_ends=True)
        segments = self._icons.segments(icon.name)
        self._out.append(_outline(segments, x + icon.x, y + icon.y, scale) + end)

    def _paint(
        self, fill: str, stroke: str, width: float, dash: tuple[float, ...], round_ends: bool
    ) -> str:
        """Set colours and line; return the operator that paints, "" for nothing."""
        if fill:
            self._state("rg", self._colour(fill))
        if not stroke:
            return "f" if fill else ""
        self._state("RG", self._colour(stroke))
        self._state("w", syntax.number(width))
        self._state("d", f"[{syntax.numbers(dash)}] 0")
        self._state("J", "1" if round_ends else "0")
        self._state("j", "1" if round_ends else "0")
        return "B" if fill else "S"

    def _state(self, operator: str, operands: str) -> None:
        if self._set.get(operator) != operands:
            self._set[operator] = operands
            self._out.append(f"{operands} {operator}")

    def _colour(self, role: str) -> str:
        found = self._colours.get(role)
        if found is None:
            value = self._theme.colour(role)
            parts = (int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))
            found = self._colours[role] = " ".join(f"{part:.4g}" for part in parts)
        return found

    def _text(self, text: Text, x: float, y: float) -> None:
        run = text.run
        if not run.glyphs:
            return
        found = self._fonts.font(run.font).encode(run)
        self._state("rg", self._colour(text.colour))
        out = self._out
        out.append("BT")
        name = f"/{resource(run.font)} {run.size:g} Tf"
        if name != self._font:
            self._font = name
            out.append(name)
        ys = found.ys
        x, y = x + text.x, y + text.y
        start = 0
        for height, part in groupby(ys) if len(set(ys)) > 1 else [(ys[0], ys)]:
            end = start + sum(1 for _ in part)
            out.append(f"1 0 0 -1 {x + found.xs[start]:.2f} {y + height:.2f} Tm")
            out.append(_array(found.codes[start:end], found.xs[start:end], run.size))
            start = end
        out.append("ET")


def _array(codes: list[Code], xs: Sequence[float], size: float) -> str:
    """Return one TJ: codes, and moves where a shape is not where the last one ends."""
    unit = size / 1000
    parts: list[str] = []
    pen = xs[0]
    for (code, advance), x in zip(codes, xs, strict=True):
        off = (x - pen) / unit
        if off > _SLACK or off < -_SLACK:
            move = round(off)
            parts.append(f">{-move}<")
            pen += move * unit
        parts.append(code)
        pen += advance * unit
    return f"[<{''.join(parts)}>]TJ"


def _straight(x: float, y: float, w: float, h: float, _radius: float) -> str:
    return f"{x:.2f} {y:.2f} {w:.2f} {h:.2f} re\n"


def _rounded(x: float, y: float, w: float, h: float, radius: float) -> str:
    right, bottom = x + w, y + h
    handle = radius * (1 - _KAPPA)
    return (
        f"{x + radius:.2f} {y:.2f} m\n{right - radius:.2f} {y:.2f} l\n"
        f"{right - handle:.2f} {y:.2f} {right:.2f} {y + handle:.2f} "
        f"{right:.2f} {y + radius:.2f} c\n{right:.2f} {bottom - radius:.2f} l\n"
        f"{right:.2f} {bottom - handle:.2f} {right - handle:.2f} {bottom:.2f} "
        f"{right - radius:.2f} {bottom:.2f} c\n{x + radius:.2f} {bottom:.2f} l\n"
        f"{x + handle:.2f} {bottom:.2f} {x:.2f} {bottom - handle:.2f} "
        f"{x:.2f} {bottom - radius:.2f} c\n{x:.2f} {y + radius:.2f} l\n"
        f"{x:.2f} {y + handle:.2f} {x + handle:.2f} {y:.2f} {x + radius:.2f} {y:.2f} c\nh\n"
    )


def _outline(segments: tuple[Segment, ...], x: float, y: float, scale: float) -> str:
    lines: list[str] = []
    for segment in segments:
        values = [float(value) for value in segment[1:]]
        if not values:
            lines.append("h")
            continue
        placed = [f"{(y if i % 2 else x) + value * scale:.2f}" for i, value in enumerate(values)]
        lines.append(f"{' '.join(placed)} {str(segment[0]).lower()}")
    return "\n".join(lines) + "\n"
