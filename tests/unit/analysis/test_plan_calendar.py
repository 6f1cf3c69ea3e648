"""Plans along the days: their order, the days that are shown, and moving bars."""

from __future__ import annotations

from datetime import date

import pytest

from journeymapper.analysis.plans.calendar import Bar, Zoom, bars, parts_of, span_of
from journeymapper.analysis.plans.facts import facts
from journeymapper.analysis.plans.stretch import Part, stretched
from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Checkpoint
from tests.unit.analysis.measured import new_tx

TODAY = date(2026, 5, 15)


def rows(tx: Tx, words: str = "") -> list[str]:
    found = facts(tx.snapshot, TODAY, {}, words)
    return [row.title for row in bars(tx.snapshot, found, TODAY, words)]


def test_rows_stand_in_the_order_of_their_dates_with_their_tasks() -> None:
    tx = new_tx()
    operations.add_project(tx, title="Visit")
    mara = operations.add_participant(tx, "Mara")
    operations.add_plan(tx, "Undated")
    late = operations.add_plan(tx, "Late", owner=mara, due="2026-06-30")
    early = operations.add_plan(tx, "Early", start="2026-03-16", due="2026-07-01")
    gone = operations.add_plan(tx, "Given up", due="2026-03-01")
    operations.drop_plan(tx, gone, "2026-03-02", "Another way")
    operations.add_task(tx, "Second", early, due="2026-04-02")
    operations.add_task(tx, "First", early, due="2026-04-01")
    operations.add_task(tx, "Simple", owner=mara)
    operations.add_line(tx, Checkpoint, plan=late, date="2026-05-01")
    assert rows(tx) == ["Early", "First", "Second", "Late", "Undated", "Simple"]
    assert rows(tx, "mara") == ["Late", "Simple"]
    found = bars(tx.snapshot, facts(tx.snapshot, TODAY, {}), TODAY)
    assert [(c.noted, c.missed) for c in found[3].checks] == [(False, True)]


@pytest.mark.parametrize(
    ("zoom", "first", "end", "parts"),
    [
        (Zoom.WEEK, date(2026, 4, 27), date(2026, 6, 1), 5),
        (Zoom.MONTH, date(2026, 4, 1), date(2026, 6, 1), 2),
        (Zoom.QUARTER, date(2026, 4, 1), date(2026, 7, 1), 1),
    ],
)
def test_whole_weeks_months_and_quarters_are_shown(
    zoom: Zoom, first: date, end: date, parts: int
) -> None:
    assert span_of((), TODAY, zoom) == (first, end)
    assert len(parts_of(first, end, zoom)) == parts


@pytest.mark.parametrize(
    ("begin", "due", "part", "days", "wanted"),
    [
        ("2026-05-01", "2026-05-20", "both", 3, ("2026-05-04", "2026-05-23")),
        ("2026-05-01", "2026-05-20", "due", -30, ("2026-05-01", "2026-05-01")),
        ("2026-05-01", "2026-05-20", "begin", 30, ("2026-05-20", "2026-05-20")),
        ("", "2026-05-20", "begin", -1, ("", "2026-05-19")),
        ("2026-05-01", "", "due", 2, ("2026-05-03", "")),
        ("", "", "both", 7, ("", "2026-05-22")),
    ],
)
def test_a_bar_moves_whole_or_by_an_end_that_stops_at_the_other(
    begin: str, due: str, part: Part, days: int, wanted: tuple[str, str]
) -> None:
    first, last = (date.fromisoformat(day) if day else None for day in (begin, due))
    bar = Bar("p", "Plan", "", first, last, "running", late=False)
    found = stretched(bar, part, days, TODAY)
    assert tuple(day.isoformat() if day else "" for day in found) == wanted
