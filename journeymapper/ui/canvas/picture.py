"""A part of the map as a picture for other programs: all rows of some columns, on white."""

from __future__ import annotations

import dataclasses
import math

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from journeymapper.drawing.display_list import Box, Group
from journeymapper.drawing.map import header
from journeymapper.drawing.map.layout import MapLayout, lay_out
from journeymapper.drawing.map.places import Column
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.taking import columns_selected
from journeymapper.ui.paint.ink import Ink
from journeymapper.ui.paint.painter import paint_group

SCALE = 2.0
MOST_PIXELS = 24_000_000
"""A larger picture is made coarser."""


def picture_of_map(bench: Bench) -> QImage:
    """Return the selected columns with stages and titles, or all of them when one cell is."""
    setting = dataclasses.replace(
        bench.projection.setting, paper=True, fit_width=None, fill_height=None
    )
    layout = lay_out(bench.snapshot, bench.projection.map_id, setting)
    places = {column.place for column in columns_selected(bench)}
    columns = [c for c in layout.columns if c.place in places] or list(layout.columns)
    if columns:
        first, last = layout.columns.index(columns[0]), layout.columns.index(columns[-1])
        columns = list(layout.columns[first : last + 1])
    return _painted(bench, layout, columns)


def paper_ink(bench: Bench) -> Ink:
    """Return what paints dark on white, whatever the theme of the window is."""
    context = bench.context
    theme = context.tokens.theme("light")
    return Ink(theme, context.icons, context.engine.fonts, bench.document.blob)


def _painted(bench: Bench, layout: MapLayout, columns: list[Column]) -> QImage:
    left = columns[0].x if columns else layout.title_width
    right = columns[-1].right if columns else layout.width
    width, height = layout.title_width + right - left, layout.height
    scale = min(SCALE, math.sqrt(MOST_PIXELS / (width * height)))
    ink = paper_ink(bench)
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    image.fill(ink.colour("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    top = layout.header_height
    painter.setClipRect(QRectF(0, 0, layout.title_width, top))
    _paint(painter, layout.header, ink)  # its ground, and that this is an example
    painter.setClipRect(QRectF(0, top, layout.title_width, height))
    _paint(painter, layout.titles, ink)
    painter.setClipRect(QRectF(layout.title_width, 0, right - left, height))
    painter.translate(layout.title_width - left, 0)
    area = Box(left, 0, right - left, height)
    groups = sorted((*layout.cells, *_heads(layout, columns)), key=lambda group: group.layer)
    _paint(painter, [group for group in groups if _meets(group.box, area)], ink)
    painter.end()
    return image


def _heads(layout: MapLayout, columns: list[Column]) -> tuple[Group, ...]:
    """Stages and phases of some columns; their names begin inside of them."""
    stages = {span.stage.id: (span.stage, span.number) for span in layout.spans}
    spans = header.spans_of(tuple(columns), stages)
    people = layout.frame.project.people
    ground = header.header_ground(layout.width, layout.header_height)
    heads = header.header_groups(layout.frame.pen, spans, layout.header_height, people)
    return (ground, *heads)


def _paint(painter: QPainter, groups: tuple[Group, ...] | list[Group], ink: Ink) -> None:
    for group in groups:
        paint_group(painter, group, ink)


def _meets(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right
