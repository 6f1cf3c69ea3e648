"""Where a walk stopped is remembered; what is damaged is not."""

import pytest

from journeymapper.app.walks import MOST, Walk, Walks, read_walks, walk_of, with_walk, write_walks

HERE = Walk("doc-1", "map", "step-3", "step-5", 120.5)


def test_the_latest_walk_comes_first_and_only_once() -> None:
    later = Walk("doc-1", "map", "step-4", "step-5", 160.0)
    walks = with_walk(with_walk((HERE,), Walk("doc-2", "map")), later)
    assert walks == (later, Walk("doc-2", "map"))
    assert walk_of(walks, "doc-1", "map") == later
    assert walk_of(walks, "doc-1") == later
    assert walk_of(walks, "doc-1", "other map") is None


def test_the_oldest_walks_are_forgotten() -> None:
    walks: Walks = ()
    for number in range(MOST + 3):
        walks = with_walk(walks, Walk(str(number), "map"))
    assert len(walks) == MOST
    assert walk_of(walks, "2") is None


def test_what_is_written_is_read_back() -> None:
    walks = (HERE, Walk("doc-2", "map", "", "step-9", 3, ended=True))
    assert read_walks(write_walks(walks)) == walks


@pytest.mark.parametrize(
    "damage",
    [{"seconds": -1}, {"seconds": float("nan")}, {"ended": "no"}, {"at": None}, {"doc_id": 7}],
)
def test_what_is_damaged_is_left_out(damage: dict[str, object]) -> None:
    (plain,) = write_walks((HERE,))
    assert read_walks([plain | damage, plain, "x", None]) == (HERE,)


def test_something_else_is_no_list_of_walks() -> None:
    with pytest.raises(TypeError):
        read_walks({"doc-1": "step"})
