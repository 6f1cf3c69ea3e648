"""Tiles of a large sheet: nothing is lost, everything is read once, empty ones are left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from journeymapper.domain.message import _
from journeymapper.drawing.display_list import (
    Box,
    Drawing,
    Group,
    Path,
    Reading,
    Rect,
    Shape,
    Text,
)
from journeymapper.drawing.extent import extent
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.pages import sheets
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import POINTS_PER_MM, paper
from journeymapper.drawing.tiles.pages import tiled
from journeymapper.drawing.transform import scaled
from journeymapper.text.engine import TextEngine
from journeymapper.text.runs import TextStyle
from tests.unit.drawing.world import practice, setting

MARGIN = paper("a1").margin
STYLE = TextStyle(30, 40)


def pen(engine: TextEngine) -> Pen:
    here = setting(engine)
    return Pen(here.engine, here.tokens, here.catalogue)


@cache
def poster(engine: TextEngine, on: str = "a1") -> Sheet:
    (made,) = sheets(practice(), "map", setting(engine), paper(on), date(2026, 3, 18))
    return made


@cache
def cut(engine: TextEngine, on: str = "a1", tile: str = "a4") -> tuple[Sheet, ...]:
    return tiled((poster(engine, on),), MARGIN, paper(tile), pen(engine))


def drawn(*groups: Group, width: float = 1500, height: float = 1200) -> Sheet:
    return Sheet(Drawing(width, height, groups), width, height, "Made by hand")


def spot(key: str, x: float, y: float) -> Group:
    return Group(key, Box(x, y, 20, 20), (Rect(Box(0, 0, 20, 20), "accent"),))


def written(engine: TextEngine, text: str, x: float, y: float, width: float) -> Group:
    block = engine.block(text, STYLE, width)
    shapes = tuple(Text(run, 0, 0) for line in block.lines for run in line.runs)
    return Group("words", Box(x, y, width, block.height), shapes, reading=Reading.TEXT)


def places(made: tuple[Sheet, ...]) -> list[tuple[int, int]]:
    return [(sheet.tile.row, sheet.tile.column) for sheet in made if sheet.tile is not None]


def own(sheet: Sheet) -> list[Group]:
    """The groups of the poster itself on a tile, as far as they are read there."""
    return [
        group
        for group in sheet.drawing.groups
        if group.reading != Reading.DECORATION and not group.key.startswith("tile:")
    ]


def words(group: Group) -> tuple[str, ...]:
    return tuple(s.run.text for s in group.shapes if isinstance(s, Text) and s.run.glyphs)


def tile_with(made: tuple[Sheet, ...], key: str) -> list[Sheet]:
    return [s for s in made if s.tile is not None and any(g.key == key for g in s.drawing.groups)]


def test_an_a1_poster_is_fifteen_sheets_of_a4_after_a_plan(engine: TextEngine) -> None:
    made = cut(engine)
    assert places(made) == [(row, column) for row in (1, 2, 3) for column in (1, 2, 3, 4, 5)]
    assert made[0].key == "plan:1"
    assert len({sheet.key for sheet in made}) == 16
    assert {(sheet.width_pt, sheet.height_pt) for sheet in made} == {(595, 841)}


@pytest.mark.parametrize(("on", "tile"), [("a1", "a4"), ("a2", "letter")])
def test_every_group_is_read_once_with_all_its_words(
    engine: TextEngine, on: str, tile: str
) -> None:
    before = [g for g in poster(engine, on).drawing.groups if g.reading != Reading.DECORATION]
    after = [
        group for sheet in cut(engine, on, tile) if sheet.tile is not None for group in own(sheet)
    ]
    said = Counter((g.key, g.reading, words(g), str(g.alt)) for g in before if g.shapes or g.alt)
    assert Counter((g.key, g.reading, words(g), str(g.alt)) for g in after) == said


def test_a_tile_is_read_in_the_order_of_the_poster(engine: TextEngine) -> None:
    order = [group.key for group in poster(engine).drawing.groups]
    for sheet in cut(engine)[1:]:
        shown = [order.index(g.key) for g in own(sheet)]
        assert shown == sorted(shown)


def test_a_text_over_a_seam_is_read_where_it_begins_and_seen_on_both(engine: TextEngine) -> None:
    text = written(engine, "Calls in the lunch hour and is asked to call again later", 300, 60, 900)
    made = tiled((drawn(text, spot("far", 1400, 1100)),), 0.0, paper("a4"), pen(engine))
    first, *others = tile_with(made, "words")
    assert others
    (there,) = own(first)
    assert words(there) == words(text)
    for sheet in others:
        (rest,) = (g for g in sheet.drawing.groups if g.key == "words")
        assert rest.reading == Reading.DECORATION
        assert rest.clip is not None


def test_words_from_right_to_left_begin_at_their_right_end(engine: TextEngine) -> None:
    text = written(engine, "مرحبا بالعالم كيف حالك اليوم يا صديقي العزيز", 20, 60, 1400)
    begins = text.shapes[0]
    assert isinstance(begins, Text)
    made = tiled((drawn(text, spot("far", 1400, 1100)),), 0.0, paper("a4"), pen(engine))
    (reader,) = (sheet for sheet in made if own(sheet) and sheet.tile is not None)
    assert reader.tile is not None
    assert reader.tile.column == max(s.tile.column for s in tile_with(made, "words") if s.tile)


def test_empty_tiles_are_left_out_and_the_plan_says_so(engine: TextEngine) -> None:
    here = pen(engine)
    plain = Rect(Box(0, 0, 1500, 1200), "canvas"), Rect(Box(0, 0, 90, 1), "line")
    ground = Group("ground", Box(0, 0, 1500, 1200), plain)
    sheet = drawn(ground, spot("near", 10, 10), spot("far", 1470, 1170))
    made = tiled((sheet,), 0.0, paper("a4"), here)
    assert places(made) == [(1, 1), (3, 2)]
    said = " ".join(text for group in made[0].drawing.groups for text in words(group))
    assert "2 x 3 sheets of A4" in said
    assert "4 of them are empty and not printed" in said
    hatched = [shape for s in made[1:] for shape in marks(s) if isinstance(shape, Path)]
    assert len(hatched) == 2  # the lines to cut along; there is no neighbour to glue on


def marks(sheet: Sheet) -> tuple[Shape, ...]:
    (found,) = (group for group in sheet.drawing.groups if group.key == "tile:marks")
    return found.shapes


def test_neighbours_share_a_good_centimetre(engine: TextEngine) -> None:
    made = cut(engine)
    title = next(g for g in poster(engine).drawing.groups if g.key == "ground").box
    left, right = (
        next(g for g in sheet.drawing.groups if g.key == "ground").box for sheet in made[1:3]
    )
    step = left.x - right.x  # the same ground, seen from the next window
    clip = next(g.clip for g in made[1].drawing.groups if g.key == "ground")
    assert clip is not None
    assert title.w > step
    assert (clip.w - step) / POINTS_PER_MM == pytest.approx(10, abs=1)


@pytest.mark.parametrize("tile", ["a4", "a3", "letter", "tabloid"])
def test_printers_keep_their_edge_and_the_line_to_measure_is_ten_centimetres(
    engine: TextEngine, tile: str
) -> None:
    for sheet in cut(engine, "a1", tile):
        ink = extent(sheet.drawing)
        assert min(ink.x, ink.y) >= 14
        assert sheet.width_pt - ink.right >= 14
        assert sheet.height_pt - ink.bottom >= 14
        (check,) = (g for g in sheet.drawing.groups if g.key == "tile:check")
        (line,) = (s for s in check.shapes if isinstance(s, Path))
        xs = [float(segment[1]) for segment in line.segments]
        assert (max(xs) - min(xs)) / POINTS_PER_MM == pytest.approx(100)
        for group in sheet.drawing.groups:
            for shape in group.shapes:
                assert not isinstance(shape, Text) or shape.run.size >= 6.5


def test_what_has_room_on_one_sheet_is_not_cut(engine: TextEngine) -> None:
    (made,) = cut(engine, "a4", "a4")
    assert made.tile is not None
    assert not [g for g in made.drawing.groups if g.key == "tile:marks"]
    titles = [mark.title for mark in poster(engine, "a4").bookmarks]
    assert [mark.title for mark in made.bookmarks] == titles


def test_each_of_several_posters_has_its_plan_and_its_tiles(engine: TextEngine) -> None:
    made = tiled((poster(engine),) * 2, MARGIN, paper("a3"), pen(engine))
    assert [sheet.key for sheet in made if sheet.tile is None] == ["plan:1", "plan:2"]
    said = [mark.title for sheet in made for mark in sheet.bookmarks]
    assert said[0].endswith("poster 1 of 2")
    assert said[1] == "Poster 1 of 2: row 1, column 1 of 4 x 2"


def test_a_clip_grows_with_its_group() -> None:
    group = replace(spot("one", 5, 5), clip=Box(1, 2, 3, 4), alt=_("A spot"))
    assert scaled(group, 2.0).clip == Box(2, 4, 6, 8)
