"""Whether time grows with the size of a journey and no faster: four times as many steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from journeymapper.drawing.map.layout import lay_out
from journeymapper.drawing.map.pages import sheets
from journeymapper.drawing.paper import paper
from tests.benchmarks import content, opening
from tests.benchmarks import paper as paper_rows
from tests.benchmarks.measuring import Result, alternate, emit, worked
from tests.benchmarks.places import scratch
from tests.benchmarks.world import TODAY, world

SMALL = 1000
TIMES = 4
GOAL = 4.8


def rows() -> Iterator[Result]:
    """Yield opening, layout with nothing shaped before, and export as sheets A3 to PDF."""
    yield _row("open", _opening)
    yield _row("layout", _layout)
    yield _row("export", _export)


def _row(what: str, sampler_of: Callable[[int], Iterator[Callable[[], float]]]) -> Result:
    large_context, small_context = sampler_of(SMALL * TIMES), sampler_of(SMALL)
    ours, floor = alternate(next(large_context), next(small_context), runs=5)
    for context in (large_context, small_context):
        for _end in context:
            pass
    return Result(
        "linear",
        f"{TIMES} times as many steps: {what}",
        f"{SMALL * TIMES:,} steps",
        f"the same with {SMALL:,} steps",
        ours,
        floor,
        goal=GOAL,
    )


def _opening(steps: int) -> Iterator[Callable[[], float]]:
    with scratch() as folder:
        path = content.file_with(folder, content.journey(steps).fill)
        yield lambda: opening.open_once(folder, path)


def _layout(steps: int) -> Iterator[Callable[[], float]]:
    made = content.journey(steps)

    def sample() -> float:
        here, snapshot = world(), made.snapshot
        return worked(lambda: lay_out(snapshot, made.map_id, here.setting))

    yield sample


def _export(steps: int) -> Iterator[Callable[[], float]]:
    made = content.journey(steps)
    here, snapshot = world(), made.snapshot

    def export() -> None:
        pages = sheets(snapshot, made.map_id, here.setting, paper("a3"), TODAY)
        paper_rows.ours(here, pages)

    yield lambda: worked(export)


if __name__ == "__main__":
    emit(rows())
