"""Tiles on paper: glued together they are the poster, and their PDF can be gone through."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from datetime import date
from functools import cache

import pypdfium2
import pytest
from PIL import Image, ImageChops

from journeymapper.domain.errors import UserError
from journeymapper.drawing.display_list import Box
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import paper
from journeymapper.drawing.tiles.cutting import pieces_of
from journeymapper.drawing.tiles.grid import OVERLAP, Grid, grid_over, whole_points
from journeymapper.drawing.tiles.reach import around
from journeymapper.export import svg
from journeymapper.export.fingerprint import fingerprint
from journeymapper.export.pdf import document
from journeymapper.export.presets import Preset, Wish, laid_out, tile_paper
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.unit.drawing.world import practice, setting
from tests.unit.export.samples import job

DAY = date(2026, 3, 18)


@cache
def made(engine: TextEngine, on: str, tile: str = "") -> tuple[Sheet, ...]:
    wish = Wish(Preset.POSTER, paper(on), DAY, tile=tile_paper(tile) if tile else None)
    return laid_out(practice(), "map", setting(engine), wish)


@cache
def pictures(sheets: tuple[Sheet, ...]) -> list[Image.Image]:
    """The pages as they look, one pixel a point."""
    (data,) = document.files(job(*sheets))
    opened = pypdfium2.PdfDocument(data)
    try:
        return [page.render(scale=1).to_pil().convert("RGB") for page in opened]
    finally:
        opened.close()


def difference(one: Image.Image, other: Image.Image) -> int:
    """How much the pixels differ that differ most, from 0 to 255."""
    counts = ImageChops.difference(one, other).convert("L").histogram()
    return max(value for value, count in enumerate(counts) if count)


def on_whole_points(sheet: Sheet) -> Sheet:
    """The same drawing from the same corner, on paper that is so many pixels large."""
    width, height = math.ceil(sheet.width_pt), math.ceil(sheet.height_pt)
    return replace(sheet, width_pt=width, height_pt=height)


def grid_of(whole: Sheet, on: str, tile: str) -> Grid:
    page = Box(0, 0, whole.width_pt, whole.height_pt).inset(paper(on).margin - 4)
    inked = around(piece.whole for piece in pieces_of(whole.drawing))
    assert inked is not None
    return grid_over(whole_points(inked.common(page)), paper(tile))


@pytest.mark.parametrize(("on", "tile"), [("a2", "a4"), ("900x300mm", "letter")])
def test_glued_together_tiles_are_the_poster(engine: TextEngine, on: str, tile: str) -> None:
    (whole,) = made(engine, on)
    tiles = made(engine, on, tile)
    grid = grid_of(whole, on, tile)
    (wanted,) = pictures((on_whole_points(whole),))
    glued = Image.new("RGB", wanted.size, "white")
    left, top = grid.corner
    for sheet, picture in zip(tiles, pictures(tiles), strict=True):
        if sheet.tile is not None:
            window = grid.window(sheet.tile.row - 1, sheet.tile.column - 1)
            part = picture.crop((int(left), int(top), int(left + window.w), int(top + window.h)))
            glued.paste(part, (int(window.x), int(window.y)))
    assert difference(glued, wanted) <= 8
    assert len(tiles) > 4


def test_what_lies_under_a_seam_is_the_same_on_both_sheets(engine: TextEngine) -> None:
    tiles = made(engine, "a2", "a4")
    (whole,) = made(engine, "a2")
    grid = grid_of(whole, "a2", "a4")
    one, two = pictures(tiles)[1:3]
    left, top = (int(value) for value in grid.corner)
    right, bottom = left + int(grid.window_w), top + int(grid.window_h)
    edge = one.crop((right - int(OVERLAP) + 1, top + 1, right - 1, bottom - 1))
    under = two.crop((left + 1, top + 1, left + int(OVERLAP) - 1, bottom - 1))
    assert difference(edge, under) <= 8


def test_a_pdf_of_tiles_has_a_bookmark_for_each_and_says_everything_once(
    engine: TextEngine,
) -> None:
    (data,) = document.files(job(*made(engine, "a2", "a4")))
    opened = pypdfium2.PdfDocument(data)
    marks = [(mark.level, mark.get_title()) for mark in opened.get_toc()]
    opened.close()
    assert marks[0][0] == 0
    assert marks[1] == (1, "Row 1, column 1 of 4 x 2")
    assert len(marks) == 9
    assert len(re.findall(rb"/S/H1\b", data)) == 2  # the plan, and the title of the map


def test_an_svg_of_a_tile_is_cut_at_its_window(engine: TextEngine) -> None:
    tiles = made(engine, "a2", "a4")
    text = svg.files(job(tiles[1]))[0].decode()
    names = set(re.findall(r'clip-path="url\(#(c\d+)\)"', text))
    assert names
    assert names == set(re.findall(r'<clipPath id="(c\d+)">', text))


def test_a_tile_whose_content_has_moved_is_another_sheet(engine: TextEngine) -> None:
    tile = made(engine, "a2", "a4")[1]
    first = tile.drawing.groups[0]
    moved = replace(first, box=first.box.moved(0, 12))
    other = replace(tile, drawing=replace(tile.drawing, groups=(moved, *tile.drawing.groups[1:])))
    assert fingerprint(tile, ENGLISH) == fingerprint(other, ENGLISH)
    assert fingerprint(tile, ENGLISH, placed=True) != fingerprint(other, ENGLISH, placed=True)


@pytest.mark.parametrize("name", ["a0", "", "wall", "900x600mm"])
def test_only_papers_that_printers_have_are_for_tiles(name: str) -> None:
    with pytest.raises(UserError, match="not a paper for tiles"):
        tile_paper(name)
