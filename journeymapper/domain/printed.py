"""What of a map is on paper already, and which sheets differ from it now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeymapper.domain import queries
from journeymapper.domain.entities import PrintRun
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.snapshot import Snapshot


def print_runs(snapshot: Snapshot, map_id: str, preset: str) -> tuple[PrintRun, ...]:
    """Return the printings of a map with a preset, oldest first."""
    runs = (
        run
        for run in snapshot.table(PrintRun).values()
        if run.map == map_id and run.preset == preset
    )
    return tuple(sorted(runs, key=sort_key))


def numbers_now(snapshot: Snapshot, map_id: str) -> tuple[str, ...]:
    """Return the steps of a map with their numbers, as a print run keeps them: ``3.2 ID``."""
    numbers = queries.numbers(snapshot, map_id)
    steps = queries.touchpoints_of_map(snapshot, map_id)
    return tuple(f"{numbers[step.id]} {step.id}" for step in steps)


def on_paper(runs: Iterable[PrintRun]) -> dict[str, str]:
    """Return the fingerprint of each sheet as it was printed last, by its key."""
    found: dict[str, str] = {}
    for run in runs:
        for entry in run.sheets:
            key, _space, fingerprint = entry.rpartition(" ")
            found[key] = fingerprint
    return found


def differing(now: Mapping[str, str], runs: Iterable[PrintRun]) -> tuple[str, ...]:
    """Return the keys of the sheets that are not on paper as they are now, in their order.

    ``now`` holds the fingerprints of all sheets by key. Nothing differs from what was never
    printed.
    """
    printed = on_paper(runs)
    if not printed:
        return ()
    return tuple(key for key, fingerprint in now.items() if printed.get(key) != fingerprint)
