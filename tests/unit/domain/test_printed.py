"""What is on paper, and which sheets differ from it."""

from journeymapper.domain.entities import PrintRun
from journeymapper.domain.printed import differing, on_paper, print_runs
from journeymapper.domain.snapshot import Snapshot

ALL = PrintRun("1", "m", "wall", "2026-05-12", (), ("s:1 aa", "s:2 bb"), 0.0)
AGAIN = PrintRun("2", "m", "wall", "2026-05-14", (), ("s:2 cc",), 1.0)


def test_the_last_printing_of_a_sheet_counts() -> None:
    assert on_paper((ALL, AGAIN)) == {"s:1": "aa", "s:2": "cc"}


def test_changed_and_new_sheets_differ() -> None:
    now = {"s:1": "aa", "s:2": "bb", "s:3": "dd"}
    assert differing(now, (ALL,)) == ("s:3",)
    assert differing(now, (ALL, AGAIN)) == ("s:2", "s:3")


def test_nothing_differs_from_what_was_never_printed() -> None:
    assert differing({"s:1": "aa"}, ()) == ()


def test_runs_are_those_of_one_map_and_preset_in_order() -> None:
    other = PrintRun("3", "m", "blank", position=0.5)
    elsewhere = PrintRun("4", "n", "wall", position=0.5)
    snapshot = Snapshot.of((AGAIN, other, elsewhere, ALL))
    assert print_runs(snapshot, "m", "wall") == (ALL, AGAIN)
