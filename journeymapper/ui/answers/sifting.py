"""Which answers the results look at; and what must be said before they are pooled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeymapper.analysis.service_quality import mix_shift
from journeymapper.domain.counts import Cell, Counts, Histogram
from journeymapper.domain.entities import Question
from journeymapper.domain.kinds import QuestionKind, Respondent

GROUPS = ("channel", "persona", "country")
"""What rounds may differ in, so that their figures differ for that reason alone."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is wanted; "" lets all through."""

    respondent: str = Respondent.CUSTOMER.value
    persona: str = ""
    channel: str = ""
    country: str = ""

    def holds(self, cell: Cell, round_id: str = "") -> bool:
        """Say whether the answers of a cell are wanted."""
        return (
            cell.respondent == self.respondent
            and (not round_id or cell.round == round_id)
            and all(
                getattr(self, name) in ("", getattr(cell, name))
                for name in ("persona", "channel", "country")
            )
        )


def values_of(counts: Counts, question: str, sieve: Sieve, round_id: str) -> Histogram:
    """Return the histogram of a round."""
    return counts.values(question, lambda cell: sieve.holds(cell, round_id))


def known_values(counts: Counts, questions: tuple[Question, ...], name: str) -> tuple[str, ...]:
    """Return what answers have in a field of cells (persona, channel, country), without ""."""
    found = {getattr(cell, name) for question in questions for cell in counts.cells(question.id)}
    return tuple(sorted(found - {""}))


def countries(counts: Counts, question: Question, sieve: Sieve) -> int:
    """Return from how many countries the answers to a recommend question come; 0 for others.

    People of different countries use the ends of this scale differently.
    """
    if question.kind != QuestionKind.NPS:
        return 0
    cells = counts.cells(question.id)
    return len({cell.country for cell in cells if cell.country and sieve.holds(cell)})


def mix_changes(
    counts: Counts, question: str, sieve: Sieve, before: str, after: str
) -> tuple[str, ...]:
    """Return in which groups (channel, persona, country) two rounds have another mix."""
    return tuple(
        name
        for name in GROUPS
        if mix_shift(
            _shares(counts, question, sieve, before, name),
            _shares(counts, question, sieve, after, name),
        ).warn
    )


def _shares(
    counts: Counts, question: str, sieve: Sieve, round_id: str, name: str
) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for cell, values in counts.cells(question).items():
        if sieve.holds(cell, round_id):
            group = getattr(cell, name)
            found[group] = found.get(group, 0) + sum(values.values())
    return found
