"""Judges what is painted on the map: its texts, its icons, what can be taken with the mouse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QRawFont

from journeymapper.drawing.display_list import Group, Icon, Text
from journeymapper.text.fonts import FontShelf
from journeymapper.text.runs import GlyphRun
from journeymapper.ui.canvas.view import MapView
from tests.screenshots.faults import Fault, Kind, meet, outside

_TAKEN = ("step", "card", "stage", "feeling")
_LEAST = 24.0
_REACH = 28.0
"""Points of the curve are taken from within this square, however small they are painted."""


def faults_of_canvas(view: MapView) -> list[Fault]:
    """Return the faults of the whole map, whether it is scrolled into view or not."""
    layout = view.projection.layout
    if layout is None:
        return []
    fonts = view.board.ink.fonts
    found: list[Fault] = []
    for groups in (layout.header, layout.titles, layout.cells):
        found += faults_of_groups(groups, fonts)
    for group in layout.titles:
        for mark in _marks(group, fonts):
            by = outside(mark.area, QRectF(0, -1e6, layout.title_width, 2e6))
            if by:
                found.append(Fault(Kind.CUT, group.key, f"“{mark.text}” {by} of its column"))
    for group in (*layout.header, *layout.cells):
        found += _small(group)
    return found


def faults_of_groups(groups: Iterable[Group], fonts: FontShelf) -> list[Fault]:
    """Return text outside its group, and texts and icons that lie on each other."""
    found: list[Fault] = []
    every: list[_Mark] = []
    for group in groups:
        marks = list(_marks(group, fonts))
        box = QRectF(group.box.x, group.box.y, group.box.w, group.box.h)
        for mark in marks:
            by = outside(mark.area, box) if mark.text else ""
            if by:
                found.append(Fault(Kind.CUT, group.key, f"“{mark.text}” {by}"))
        every += marks
    found += _crossing(every)
    return found


@dataclass(frozen=True)
class _Mark:
    """A run of text, or an icon (``text`` ""), and the area of its ink on the map."""

    group: str
    text: str
    area: QRectF

    @property
    def words(self) -> str:
        return f"“{self.text}”" if self.text else "an icon"


def _marks(group: Group, fonts: FontShelf) -> Iterator[_Mark]:
    for shape in group.shapes:
        if isinstance(shape, Text) and shape.run.glyphs and shape.run.text.strip():
            area = ink_of(shape.run, fonts).translated(shape.x, shape.y)
            yield _Mark(group.key, shape.run.text, area.translated(group.box.x, group.box.y))
        elif isinstance(shape, Icon):
            edge = shape.size / 8  # icons keep clear of the border of their square
            area = QRectF(shape.x, shape.y, shape.size, shape.size)
            area = area.adjusted(edge, edge, -edge, -edge)
            yield _Mark(group.key, "", area.translated(group.box.x, group.box.y))


def ink_of(run: GlyphRun, fonts: FontShelf) -> QRectF:
    """Return the area of the ink of a run, from its own origin."""
    font: QRawFont = fonts.raw_font(run.font, run.size)
    area = QRectF()
    for glyph, x, y in zip(run.glyphs, run.xs, run.ys, strict=True):
        ink = font.boundingRect(glyph)
        if not ink.isEmpty():
            area = area.united(ink.translated(x, y))
    return area


def _crossing(marks: list[_Mark]) -> Iterator[Fault]:
    """Sweep from left to right, so that large maps take no longer than they must."""
    marks = sorted(marks, key=lambda mark: mark.area.left())
    open_: list[_Mark] = []
    for mark in marks:
        open_ = [other for other in open_ if other.area.right() > mark.area.left()]
        for other in open_:
            if meet(mark.area, other.area):
                what = f"{other.words} and {mark.words} of {mark.group}"
                yield Fault(Kind.OVERLAP, other.group, what)
        open_.append(mark)


def _small(group: Group) -> Iterator[Fault]:
    kind = group.key.partition(":")[0]
    if kind not in _TAKEN:
        return
    reach = _REACH if kind == "feeling" else 0.0
    width, height = max(group.box.w, reach), max(group.box.h, reach)
    if width < _LEAST or height < _LEAST:
        yield Fault(Kind.SMALL, group.key, f"{width:.0f} x {height:.0f}")
