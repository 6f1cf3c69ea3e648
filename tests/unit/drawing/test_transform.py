"""Moving and scaling keep what is drawn."""

import pytest

from journeymapper.drawing.display_list import Box, Group, Icon, Path, Picture, Rect, Shape, Text
from journeymapper.drawing.transform import scaled, shifted
from journeymapper.text.runs import GlyphRun

RUN = GlyphRun("F", 10.0, (1, 2), (0.0, 4.0), (8.0, 8.0), "ab", (0, 1))
SHAPES = (
    Rect(Box(1, 2, 3, 4), "text", width=2, radius=1, dash=(3, 1)),
    Path((("M", 1, 2), ("C", 3, 4, 5, 6, 7, 8), ("Z",)), stroke="text", width=2),
    Text(RUN, 5, 6),
    Icon("x", 1, 2, 10),
    Picture("p", Box(0, 0, 4, 4)),
)


def test_scaling_by_one_and_shifting_by_nothing_change_nothing() -> None:
    group = Group("k", Box(1, 1, 9, 9), SHAPES)
    assert scaled(group, 1.0) == group
    assert tuple(shifted(shape, 0, 0) for shape in SHAPES) == SHAPES


def test_scaling_there_and_back_is_the_same() -> None:
    group = Group("k", Box(1, 1, 9, 9), SHAPES)
    assert scaled(scaled(group, 2.0, 3, 4), 0.5, -1.5, -2) == group


def test_text_grows_with_its_positions() -> None:
    (text,) = scaled(Group("k", Box(0, 0, 9, 9), (Text(RUN, 5, 6),)), 2.0).shapes
    assert isinstance(text, Text)
    assert (text.run.size, text.run.xs, text.x) == (20.0, (0.0, 8.0), 10)
    assert text.run.text == "ab"


@pytest.mark.parametrize("shape", SHAPES)
def test_shifting_there_and_back_is_the_same(shape: Shape) -> None:
    assert shifted(shifted(shape, 2, 3), -2, -3) == shape
