"""Open a large file: copy, guard, load and index it, beside reading its rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from journeymapper.document.document import Document
from journeymapper.domain import queries
from tests.benchmarks import content
from tests.benchmarks.floors import read_all
from tests.benchmarks.measuring import Result, alternate, emit, timed
from tests.benchmarks.places import scratch

STEPS = 10_000


def rows() -> Iterator[Result]:
    """Yield the row."""
    with scratch() as folder:
        made = content.journey(STEPS)
        path = content.file_with(folder, made.fill)
        yield Result(
            "opening",
            "open: copy, guard, load, index",
            f"{made.words}, feelings and ratings, {path.stat().st_size / 2**20:.1f} MB",
            "reading all rows of all tables with sqlite3",
            *alternate(lambda: open_once(folder, path), lambda: timed(lambda: read_all(path))),
            goal=5.0,
        )


def open_once(folder: Path, path: Path) -> float:
    """Return the seconds to open a file until its steps and cards can be looked up."""
    desk = content.desk(folder)
    found: list[Document] = []

    def open_it() -> None:
        document = desk.open(path)
        found.append(document)
        index(document)

    seconds = timed(open_it)
    found[0].close()
    return seconds


def index(document: Document) -> None:
    """Ask what the map asks, so that all look-ups are built."""
    snapshot = document.snapshot
    map_id = queries.maps(snapshot)[0].id
    lane = queries.lanes(snapshot, map_id)[0].id
    step = queries.touchpoints_of_map(snapshot, map_id)[0].id
    queries.cards_at(snapshot, lane, step)
    queries.feelings(snapshot, step)


if __name__ == "__main__":
    emit(rows())
