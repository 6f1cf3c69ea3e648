"""What painting needs beside the shapes: colours of one theme, pens, icons, fonts, pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainterPath, QPen, QRawFont

from journeymapper.drawing.display_list import Segment
from journeymapper.drawing.icons import GRID, LINE, IconSet
from journeymapper.drawing.theme import Theme
from journeymapper.text.fonts import FontShelf

Pictures = Callable[[str], bytes]
"""Gives the content of an attachment; raises UserError when it is gone."""


class RawFonts(Protocol):
    """Gives the fonts that glyph runs are painted with; they belong to one thread."""

    def raw_font(self, name: str, size: float) -> QRawFont:
        """Return the font of a PostScript name at a size in pixels."""


class Ink:
    """Made once for a theme and shared by all painters of a window.

    ``raw`` are the fonts of another thread than the window's, when it paints there.
    """

    def __init__(
        self,
        theme: Theme,
        icons: IconSet,
        fonts: FontShelf,
        pictures: Pictures,
        raw: RawFonts | None = None,
    ) -> None:
        self.theme = theme
        self.fonts = fonts
        self.raw: RawFonts = raw or fonts
        self._icons = icons
        self._read = pictures
        self._colours: dict[str, QColor] = {}
        self._brushes: dict[str, QBrush] = {}
        self._pens: dict[tuple[str, float, tuple[float, ...], bool], QPen] = {}
        self._outlines: dict[str, QPainterPath] = {}
        self._images: dict[str, QImage] = {}

    def with_theme(self, theme: Theme) -> Ink:
        """Return the same for another theme."""
        return Ink(theme, self._icons, self.fonts, self._read)

    def colour(self, role: str) -> QColor:
        """Return the colour of a role."""
        found = self._colours.get(role)
        if found is None:
            found = self._colours[role] = QColor(self.theme.colour(role))
        return found

    def tint(self, role: str, alpha: float) -> QColor:
        """Return the colour of a role, ``alpha`` from 0 (invisible) to 1."""
        colour = QColor(self.colour(role))
        colour.setAlphaF(alpha)
        return colour

    def brush(self, role: str) -> QBrush:
        """Return a brush that fills, or none for an empty role."""
        found = self._brushes.get(role)
        if found is None:
            found = QBrush(self.colour(role)) if role else QBrush(Qt.BrushStyle.NoBrush)
            self._brushes[role] = found
        return found

    def pen(
        self, role: str, width: float, dash: tuple[float, ...] = (), *, round_ends: bool = False
    ) -> QPen:
        """Return a pen; ``dash`` is in px. An empty role draws nothing."""
        key = (role, width, dash, round_ends)
        found = self._pens.get(key)
        if found is None:
            found = self._pens[key] = self._new_pen(*key)
        return found

    def icon(self, name: str) -> QPainterPath:
        """Return the outline of an icon on its grid of 24."""
        found = self._outlines.get(name)
        if found is None:
            found = self._outlines[name] = path_of(self._icons.segments(name))
        return found

    def icon_pen(self, role: str) -> QPen:
        """Return the pen for outlines on the grid."""
        return self.pen(role, LINE, round_ends=True)

    def image(self, attachment: str) -> QImage:
        """Return a picture; a null image when it cannot be read."""
        found = self._images.get(attachment)
        if found is None:
            found = self._images[attachment] = QImage.fromData(self._read(attachment))
        return found

    def _new_pen(self, role: str, width: float, dash: tuple[float, ...], round_ends: bool) -> QPen:
        if not role:
            return QPen(Qt.PenStyle.NoPen)
        pen = QPen(self.colour(role), width)
        cap = Qt.PenCapStyle.RoundCap if round_ends else Qt.PenCapStyle.FlatCap
        pen.setCapStyle(cap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dash:  # Qt counts dashes in widths of the line
            pen.setDashPattern([length / max(width, 0.1) for length in dash])
        return pen


def icon_scale(size: float) -> float:
    """Return how much the grid of icons is scaled for a square of ``size``."""
    return size / GRID


def path_of(segments: tuple[Segment, ...]) -> QPainterPath:
    """Return moves, lines and curves as a Qt path."""
    path = QPainterPath()
    for code, *numbers in segments:
        values = [float(number) for number in numbers]
        match code:
            case "M":
                path.moveTo(*values)
            case "L":
                path.lineTo(*values)
            case "C":
                path.cubicTo(*values)
            case "Z":
                path.closeSubpath()
    return path
