"""When documents were open last: what is damaged is left out."""

from __future__ import annotations

import pytest

from journeymapper.app.openings import (
    MOST,
    Opening,
    opening_of,
    read_openings,
    with_opening,
    write_openings,
)


def test_the_latest_opening_of_a_document_counts() -> None:
    old, new = Opening("a", "2026-05-01", 3), Opening("a", "2026-05-09", 5)
    other = Opening("b", "2026-05-02", 0)
    openings = with_opening(with_opening((old,), other), new)
    assert openings == (new, other)
    assert opening_of(openings, "a") == new
    assert opening_of(openings, "c") is None


def test_only_so_many_are_remembered() -> None:
    openings: tuple[Opening, ...] = ()
    for number in range(MOST + 5):
        openings = with_opening(openings, Opening(str(number), "2026-05-01", 0))
    assert len(openings) == MOST
    assert openings[0].doc_id == str(MOST + 4)


def test_they_come_back_as_they_were() -> None:
    openings = (Opening("a", "2026-05-01", 3), Opening("b", "2026-05-02", 0))
    assert read_openings(write_openings(openings)) == openings


@pytest.mark.parametrize(
    "damaged",
    [
        {"doc_id": "a", "day": "9 May", "answers": 1},
        {"doc_id": "a", "day": "2026-05-01", "answers": -1},
        {"doc_id": 7, "day": "2026-05-01", "answers": 1},
        {"doc_id": "a"},
        None,
    ],
)
def test_what_is_damaged_is_left_out(damaged: object) -> None:
    good = {"doc_id": "b", "day": "2026-05-02", "answers": 0}
    assert read_openings([damaged, good]) == (Opening("b", "2026-05-02", 0),)


def test_no_list_is_refused() -> None:
    with pytest.raises(TypeError):
        read_openings({"doc_id": "a"})
