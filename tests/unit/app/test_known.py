"""Which document each file held, remembered and read back."""

from pathlib import Path

import pytest

from journeymapper.app.known import MOST, Known, doc_id_of, read_known, with_file, write_known


def test_the_latest_file_comes_first_and_only_once() -> None:
    known = with_file(with_file(with_file((), Path("/a"), "1"), Path("/b"), "2"), Path("/a"), "3")
    assert known == (("/a", "3"), ("/b", "2"))
    assert doc_id_of(known, Path("/b")) == "2"
    assert doc_id_of(known, Path("/c")) == ""


def test_the_oldest_are_forgotten() -> None:
    known: Known = ()
    for number in range(MOST + 5):
        known = with_file(known, Path(f"/{number}"), str(number))
    assert len(known) == MOST
    assert doc_id_of(known, Path("/4")) == ""


def test_what_is_damaged_is_left_out() -> None:
    known = (("/a", "doc-1"), ("/b", "doc2"))
    assert read_known([*write_known(known), ["/c"], "d", ["/e", "../f"], [1, 2]]) == known
    with pytest.raises(TypeError):
        read_known({"/a": "doc"})
