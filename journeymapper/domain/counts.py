"""Histograms of all answers that count, by what they may be compared by.

Built once and handed to workers with the snapshot; analysis needs nothing else of the answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from journeymapper.domain.entities import Answer, ImportBatch, Round, Sheet
from journeymapper.domain.kinds import Respondent
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Cell:
    """What the answers of one histogram have in common.

    ``month`` is YYYY-MM, or "" without a date; ids and codes are "" where they are not known.
    """

    question: str
    round: str
    respondent: str = Respondent.CUSTOMER.value
    persona: str = ""
    channel: str = ""
    country: str = ""
    tier: str = ""
    month: str = ""


Histogram = Mapping[float, int]
"""How many answers have each value, as marked on the sheet."""

Wanted = Callable[[Cell], bool]


class Counts:
    """All histograms; nothing of it changes."""

    __slots__ = ("_by_question",)

    def __init__(self, cells: Mapping[Cell, Histogram]) -> None:
        found: dict[str, dict[Cell, Histogram]] = {}
        for cell, values in cells.items():
            if values:
                found.setdefault(cell.question, {})[cell] = values
        self._by_question = found

    def cells(self, question: str) -> Mapping[Cell, Histogram]:
        """Return the histograms of a question."""
        return MappingProxyType(self._by_question.get(question, {}))

    def questions(self) -> frozenset[str]:
        """Return the ids of the questions that have answers."""
        return frozenset(self._by_question)

    def values(self, question: str, wanted: Wanted = lambda _cell: True) -> Histogram:
        """Return one histogram of a question: the sum of those that are wanted, values rising."""
        found: dict[float, int] = {}
        for cell, values in self.cells(question).items():
            if wanted(cell):
                for value, n in values.items():
                    found[value] = found.get(value, 0) + n
        return dict(sorted(found.items()))

    @property
    def total(self) -> int:
        """All answers with a value."""
        found = (values for cells in self._by_question.values() for values in cells.values())
        return sum(sum(values.values()) for values in found)


def count_answers(
    snapshot: Snapshot, imported: Mapping[str, Mapping[Cell, Histogram]] | None = None
) -> Counts:
    """Count the typed answers of a snapshot, and the imported ones of the batches it holds.

    ``imported`` are histograms by batch id, their cells without a round.
    """
    found: dict[Cell, dict[float, int]] = {}
    sheets = snapshot.table(Sheet)
    for answer in snapshot.table(Answer).values():
        if answer.value is not None:
            cell = _cell_of(sheets[answer.sheet], answer.question)
            _add(found, cell, ((answer.value, 1),))
    for batch in snapshot.table(ImportBatch).values():
        for cell, values in (imported or {}).get(batch.id, {}).items():
            _add(found, _in_round(cell, batch.round), values.items())
    return Counts(found)


def _cell_of(sheet: Sheet, question: str) -> Cell:
    return Cell(
        question,
        sheet.round,
        sheet.respondent.value,
        sheet.persona or "",
        sheet.channel or "",
        sheet.country,
        sheet.tier.value,
        sheet.date[:7],
    )


def _in_round(cell: Cell, round_id: str) -> Cell:
    return Cell(
        cell.question,
        round_id,
        cell.respondent,
        cell.persona,
        cell.channel,
        cell.country,
        cell.tier,
        cell.month,
    )


def _add(
    found: dict[Cell, dict[float, int]], cell: Cell, values: Iterable[tuple[float, int]]
) -> None:
    histogram = found.setdefault(cell, {})
    for value, n in values:
        histogram[value] = histogram.get(value, 0) + n


def latest_round(snapshot: Snapshot, survey_id: str) -> Round | None:
    """Return the round of a survey that began last, or None."""
    rounds = [r for r in snapshot.table(Round).values() if r.survey == survey_id]
    return max(rounds, key=lambda r: (r.started, r.position, r.id), default=None)
