"""Both sides in one drawing: told apart by signs, words and lines."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from journeymapper.analysis.step_pairs import Side
from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.message import _
from journeymapper.drawing.compare.compared import Compared
from journeymapper.drawing.compare.overlay import overlaid
from journeymapper.drawing.compare.paper import paper_sheet
from journeymapper.drawing.compare.stacked import stacked
from journeymapper.drawing.display_list import Path, Rect
from journeymapper.drawing.lettering import Pen
from journeymapper.text.engine import TextEngine
from tests.unit.drawing.world import by_key, practice, setting, text_of


@pytest.fixture(scope="module")
def compared() -> Compared:
    """Today's map and a future without 1.2, with a new 2.2, a renamed greeting and a better end."""
    tx = Tx(practice(), map("n{}".format, itertools.count()).__next__)
    future = operations.start_future(tx, "map", "Patient journey, future")
    ids = [step.id for step in queries.touchpoints_of_map(tx.snapshot, future)]
    operations.delete_touchpoint(tx, ids[1])
    operations.rename_touchpoint(tx, ids[2], "Warm welcome")
    coffee = operations.add_touchpoint(tx, queries.stages(tx.snapshot, future)[1].id, "Coffee")
    operations.set_feeling(tx, coffee, "anna", 4)
    operations.set_feeling(tx, ids[3], "anna", 2)
    before, after = Side(tx.snapshot, "map", "anna"), Side(tx.snapshot, future, "anna")
    return Compared(before, after, (_("Today"), _("Future")), "Anna, before")


def step(compared: Compared, name: str) -> str:
    return next(found.id for found in compared.after.steps if found.name == name)


def test_steps_say_what_happened_in_words_and_lines(engine: TextEngine, compared: Compared) -> None:
    groups = by_key(overlaid(compared, setting(engine)).drawing)
    new = groups[f"tag:{step(compared, 'Coffee')}"]
    gone, renamed = groups["tag:before:page"], groups[f"tag:{step(compared, 'Warm welcome')}"]
    assert [text_of(group) for group in (new, gone, renamed)] == ["+ New", "– Gone", "Renamed"]
    assert any(isinstance(s, Rect) and s.box.h == new.box.h and not s.dash for s in new.shapes)
    assert any(isinstance(s, Rect) and s.dash for s in gone.shapes)
    assert any(isinstance(s, Path) for s in gone.shapes)
    assert len([key for key in groups if key.startswith("tag:")]) == 3


def test_steps_keep_the_numbers_of_their_map_and_what_is_gone_takes_none(
    engine: TextEngine, compared: Compared
) -> None:
    groups = by_key(overlaid(compared, setting(engine)).drawing)
    numbers = queries.numbers(compared.after.snapshot, compared.after.map_id)
    for found in compared.after.steps:
        assert text_of(groups[f"step:{found.id}"]).splitlines()[0] == numbers[found.id]
    assert text_of(groups["step:before:page"]).splitlines()[0] == "–"


def test_both_curves_are_drawn_with_lines_of_their_own(
    engine: TextEngine, compared: Compared
) -> None:
    groups = by_key(overlaid(compared, setting(engine)).drawing)
    lines = [shape for key in ("curve:anna", "curve:before:") for shape in groups[key].shapes]
    solid, dashed = [line for line in lines if isinstance(line, Path)]
    assert not solid.dash
    assert dashed.dash
    assert "Anna, before" in " ".join(text_of(groups["row:" + row.id]).replace("\n", " ")
        for row in queries.lanes(compared.after.snapshot, compared.after.map_id)
        if "row:" + row.id in groups)  # fmt: skip


def test_both_maps_stand_below_each_other_with_columns_of_one_width(
    engine: TextEngine, compared: Compared
) -> None:
    picture = stacked(compared, setting(engine))
    groups = by_key(picture.drawing)
    assert [text_of(groups[key]) for key in ("before:heading", "after:heading")] == [
        "Today", "Future"
    ]  # fmt: skip
    assert text_of(groups["before:tag:page"]) == "– Gone"
    assert len({round(g.box.w, 3) for key, g in groups.items() if ":step:" in key}) == 1
    old, new = picture.spots["greeting"], picture.spots[step(compared, "Warm welcome")]
    assert new.y > old.y + old.h


def test_every_step_of_both_sides_has_its_place(engine: TextEngine, compared: Compared) -> None:
    for drawn in (overlaid, stacked):
        spots = drawn(compared, setting(engine)).spots
        assert {t.id for side in (compared.before, compared.after) for t in side.steps} <= set(
            spots
        )


def test_the_sheet_has_the_drawing_and_all_sentences(
    engine: TextEngine, compared: Compared
) -> None:
    drawing = overlaid(compared, setting(engine)).drawing
    own = setting(engine)
    pen = Pen(engine, own.tokens, own.catalogue, whole=True)
    lines = [_("{n} is new", n=f"1.{i}") for i in range(40)]
    sheet = paper_sheet(drawing, "Then and now", _("40 differences"), lines, pen, date(2026, 5, 12))
    groups = by_key(sheet.drawing)
    said = text_of(groups["list"]).splitlines()
    assert said == [str(line) for line in lines]
    for group in sheet.drawing.groups:
        assert group.box.right <= sheet.width_pt + 12
        assert group.box.bottom <= sheet.height_pt


def test_row_titles_and_the_names_of_both_sides_can_stay_while_the_rest_is_scrolled(
    engine: TextEngine, compared: Compared
) -> None:
    for picture, sides in (
        (overlaid(compared, setting(engine)), 1),
        (stacked(compared, setting(engine)), 2),
    ):
        titles = [text_of(group) for group in picture.pinned]
        assert len([words for words in titles if words.startswith("Pains")]) == sides
        assert all(
            group.box.right <= picture.pinned_width
            for group in picture.pinned
            if group.key.startswith("row:")
        )
    assert [text_of(group) for group in picture.headings] == ["Today", "Future"]
