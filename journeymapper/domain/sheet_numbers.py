"""Numbers of steps on sheets that were printed before the map changed, and what they mean now."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, auto

from journeymapper.domain import queries
from journeymapper.domain.entities import PrintRun, Stage, Touchpoint
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot

MOST = 3
"""So many printings are offered at most: older sheets are on no wall any more."""

_NUMBER = re.compile(r"\d+\.\d+")


@dataclass(frozen=True, slots=True)
class SheetNumbers:
    """The numbers of one printing: ``steps`` are ids by number, ``date`` is local (ISO)."""

    run: str
    preset: str
    date: str
    steps: Mapping[str, str]


class Fate(Enum):
    """What became of the step that a number on a sheet stands for."""

    SAME = auto()
    MOVED = auto()
    ELSEWHERE = auto()
    GONE = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a number on a sheet means now: the step, "" when it is gone or never was."""

    number: str
    fate: Fate
    step: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """A number that was typed: what it means on which sheets, and whether those are chosen.

    Where none are chosen the latest with other numbers are looked at, to say so.
    """

    sheets: SheetNumbers
    found: Meaning
    chosen: bool

    @property
    def told(self) -> bool:
        """Whether it is worth saying: new steps are not on sheets, that surprises nobody."""
        return self.chosen or self.found.fate is not Fate.UNKNOWN


def typed(snapshot: Snapshot, map_id: str, text: str, run: str) -> Typed | None:
    """Return what a typed text means on the sheets of a run, or of the latest with "".

    None for what is no number of a step, and while all sheets have the numbers of the map.
    """
    if not is_step_number(text):
        return None
    offered = outdated(snapshot, map_id)
    if not offered:
        return None
    sheets = next((one for one in offered if one.run == run), None)
    looked_at = sheets or offered[0]
    found = meaning(snapshot, map_id, looked_at, text.strip())
    return Typed(looked_at, found, sheets is not None)


def is_step_number(text: str) -> bool:
    """Say whether a text is the number of a step, such as 3.2."""
    return _NUMBER.fullmatch(text.strip()) is not None


def outdated(snapshot: Snapshot, map_id: str) -> tuple[SheetNumbers, ...]:
    """Return the printings of a map whose numbers have changed since, the latest first.

    Printings with the same numbers are one, the latest of them; steps that were added since
    change nothing on a sheet.
    """
    runs = [run for run in snapshot.table(PrintRun).values() if run.map == map_id]
    if not runs:
        return ()
    now = queries.numbers(snapshot, map_id)
    found: list[SheetNumbers] = []
    seen: list[Mapping[str, str]] = []
    for run in sorted(runs, key=lambda run: (run.date, run.position), reverse=True):
        steps = _steps(run)
        if steps in seen:
            continue
        seen.append(steps)
        if any(now.get(step) != number for number, step in steps.items()):
            found.append(SheetNumbers(run.id, run.preset, run.date, steps))
    return tuple(found[:MOST])


def meaning(snapshot: Snapshot, map_id: str, sheets: SheetNumbers, number: str) -> Meaning:
    """Return what a number on sheets means now."""
    step_id = sheets.steps.get(number, "")
    if not step_id:
        return Meaning(number, Fate.UNKNOWN)
    step = snapshot.find(Touchpoint, step_id)
    stage = snapshot.find(Stage, step.stage) if step is not None else None
    if stage is None:
        return Meaning(number, Fate.GONE)
    if stage.map != map_id:
        return Meaning(number, Fate.ELSEWHERE, step_id)
    same = queries.numbers(snapshot, map_id)[step_id] == number
    return Meaning(number, Fate.SAME if same else Fate.MOVED, step_id)


def _steps(run: PrintRun) -> dict[str, str]:
    pairs = (entry.partition(" ") for entry in run.numbers)
    return {number: step for number, _space, step in pairs if step}
