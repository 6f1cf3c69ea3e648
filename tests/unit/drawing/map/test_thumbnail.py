"""Small pictures of maps."""

import pytest

from journeymapper.domain import queries
from journeymapper.domain.entities import Feeling, JourneyMap, Project
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Path, Rect
from journeymapper.drawing.map.thumbnail import thumbnail
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.engine import TextEngine
from tests.benchmarks.content import journey
from tests.unit.drawing.world import changed, practice, setting


@pytest.fixture
def tokens(engine: TextEngine) -> Tokens:
    return setting(engine).tokens


def test_a_map_shows_its_stages_steps_and_curve(tokens: Tokens) -> None:
    (group,) = thumbnail(practice(), "map", 134, 70, tokens).groups
    fills = [shape.fill for shape in group.shapes if isinstance(shape, Rect)]
    assert [fill for fill in fills if fill.endswith(".ink")] == [
        "stage.1.ink", "stage.2.ink", "stage.3.ink",
    ]  # fmt: skip
    assert sum(isinstance(shape, Path) for shape in group.shapes) == 1
    assert "emotion.m4.fill" in fills


def test_a_template_shows_no_curve(tokens: Tokens) -> None:
    (group,) = thumbnail(practice(filled=False), "map", 134, 70, tokens).groups
    assert not any(isinstance(shape, Path) for shape in group.shapes)
    boxes = [s for s in group.shapes if isinstance(s, Rect) and s.stroke]
    assert len(boxes) == 5
    assert all(rect.box.h > 35 for rect in boxes)


@pytest.mark.parametrize("size", [(134, 70), (320, 180), (12, 8)])
def test_all_stays_in_the_frame(tokens: Tokens, size: tuple[int, int]) -> None:
    drawing = thumbnail(practice(), "map", *size, tokens)
    (group,) = drawing.groups
    width, height = size
    assert drawing.width == width
    assert drawing.height == height
    for shape in group.shapes:
        if isinstance(shape, Rect):
            assert shape.box.x >= -1
            assert shape.box.right <= width + 1
            assert shape.box.bottom <= height + 1


def test_one_feeling_or_no_step_is_no_trouble(tokens: Tokens) -> None:
    one = changed(practice(filled=False), Feeling("f", "page", "anna", 2))
    assert thumbnail(one, "map", 134, 70, tokens).groups
    bare = Snapshot.of([Project("p"), JourneyMap("map")])
    assert thumbnail(bare, "map", 134, 70, tokens).groups[0].shapes == ()


def test_the_curve_of_a_long_map_has_no_more_points_than_can_be_seen(tokens: Tokens) -> None:
    long = journey(1_000).snapshot
    (one,) = queries.maps(long)
    (group,) = thumbnail(long, one.id, 134, 70, tokens).groups
    (path,) = (shape for shape in group.shapes if isinstance(shape, Path))
    assert len(path.segments) <= 134 / 0.75 + 1
    across = [float(segment[-2]) for segment in path.segments]
    assert across[0] < 2
    assert across[-1] > 132
    assert across == sorted(across)
