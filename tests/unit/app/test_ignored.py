"""What was put aside in the map check, by document."""

from journeymapper.app.ignored import (
    MOST_DOCUMENTS,
    MOST_EACH,
    Ignored,
    ignored_in,
    read_ignored,
    with_ignored,
    write_ignored,
)


def test_each_document_has_its_own_and_the_latest_comes_first() -> None:
    ignored = with_ignored(with_ignored((), "a", ("x", "y")), "b", ("z",))
    assert [doc for doc, _keys in ignored] == ["b", "a"]
    assert ignored_in(ignored, "a") == {"x", "y"}
    assert ignored_in(ignored, "c") == frozenset()
    assert with_ignored(ignored, "a", ()) == (("b", ("z",)),)


def test_there_is_an_end_to_what_is_remembered() -> None:
    ignored: Ignored = ()
    for number in range(MOST_DOCUMENTS + 5):
        ignored = with_ignored(ignored, str(number), tuple(map(str, range(MOST_EACH + 9))))
    assert len(ignored) == MOST_DOCUMENTS
    assert {len(keys) for _doc, keys in ignored} == {MOST_EACH}


def test_what_is_damaged_is_left_out() -> None:
    ignored = (("a", ("x",)), ("b", ("y", "z")))
    assert read_ignored(write_ignored(ignored)) == ignored
    assert read_ignored([["a", ["x", 3]], ["b"], 7, ["c", "keys"]]) == (("a", ("x",)),)
