"""Verbs about paper."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.document.tx import Tx
from journeymapper.domain.entities import JourneyMap, PrintRun
from journeymapper.domain.printed import numbers_now, print_runs


def note_print_run(tx: Tx, map_id: str, preset: str, sheets: Mapping[str, str], date: str) -> str:
    """Remember that sheets were printed; returns the id of the run.

    ``sheets`` are fingerprints by the keys of sheets, ``date`` is local. The numbers of the
    steps are kept as they are now. Raises MissingEntityError without the map.
    """
    tx.snapshot.get(JourneyMap, map_id)
    numbers = numbers_now(tx.snapshot, map_id)
    printed = tuple(f"{key} {fingerprint}" for key, fingerprint in sheets.items())
    before = print_runs(tx.snapshot, map_id, preset)
    position = before[-1].position + 1 if before else 0.0
    return tx.insert(PrintRun(tx.new_id(), map_id, preset, date, numbers, printed, position)).id
