"""Histograms of all answers that count, by what they may be compared by.

Built once and handed to workers with the snapshot; analysis needs nothing else of the answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from journeymapper.domain.answer_rules import AnswerRules, Chosen, read_rules
from journeymapper.domain.entities import Answer, ImportBatch, Round, Sheet
from journeymapper.domain.kinds import Respondent
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Cell:
    """What the answers of one histogram have in common.

    ``month`` is YYYY-MM, or "" without a date; ids and codes are "" where they are not known.
    ``chosen`` is what the same sheets answer to the choice questions that rules of personas ask
    for; once answers are counted it is empty.
    """

    question: str
    round: str
    respondent: str = Respondent.CUSTOMER.value
    persona: str = ""
    channel: str = ""
    country: str = ""
    tier: str = ""
    month: str = ""
    chosen: frozenset[Chosen] = frozenset()


Histogram = Mapping[float, int]
"""How many answers have each value, as marked on the sheet."""

Wanted = Callable[[Cell], bool]


class Counts:
    """All histograms; nothing of it changes.

    ``claims`` says how many answers that name no persona meet the rules of which personas, in
    order; the first of them has the answers.
    """

    __slots__ = ("_by_question", "claims")

    def __init__(
        self,
        cells: Mapping[Cell, Histogram],
        claims: Mapping[tuple[str, ...], int] = MappingProxyType({}),
    ) -> None:
        self.claims = MappingProxyType(dict(claims))
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


@dataclass(frozen=True, slots=True)
class Counted:
    """Histograms with their round and whose they are, and the claims among them."""

    cells: Mapping[Cell, Histogram]
    claims: Mapping[tuple[str, ...], int]


def count_answers(
    snapshot: Snapshot,
    imported: Mapping[str, Mapping[Cell, Histogram]] | None = None,
    rules: AnswerRules | None = None,
) -> Counts:
    """Count the typed answers of a snapshot, and the imported ones of the batches it holds.

    ``imported`` are histograms by batch id, their cells without a round, but with what was chosen
    where ``rules`` (by default those of the snapshot) ask for it.
    """
    rules = read_rules(snapshot) if rules is None else rules
    return count_all(
        snapshot,
        rules,
        [
            count_batch((imported or {}).get(batch.id, {}), batch.round, rules)
            for batch in snapshot.table(ImportBatch).values()
        ],
    )


def count_batch(cells: Mapping[Cell, Histogram], round_id: str, rules: AnswerRules) -> Counted:
    """Say of the histograms of a batch whose they are; the cells have no round."""
    counting = _Counting(rules)
    for cell, values in cells.items():
        counting.add(cell, round_id, values.items())
    return Counted(counting.found, counting.claims)


def count_all(snapshot: Snapshot, rules: AnswerRules, batches: Iterable[Counted]) -> Counts:
    """Count the typed answers of a snapshot, and those of batches beside them."""
    counting = _Counting(rules)
    sheets = snapshot.table(Sheet)
    answers = snapshot.table(Answer).values()
    chosen = _chosen_on(answers, rules.asked)
    for answer in answers:
        if answer.value is not None:
            sheet = sheets[answer.sheet]
            cell = _cell_of(sheet, answer.question, chosen.get(sheet.id, frozenset()))
            counting.add(cell, sheet.round, ((answer.value, 1),))
    found: dict[Cell, Histogram] = dict(counting.found)
    claims = counting.claims
    for batch in batches:
        for cell, values in batch.cells.items():
            known = found.get(cell)
            found[cell] = values if known is None else _together(known, values)
        for claim, n in batch.claims.items():
            claims[claim] = claims.get(claim, 0) + n
    return Counts(found, claims)


def _together(one: Histogram, other: Histogram) -> Histogram:
    return {value: one.get(value, 0) + other.get(value, 0) for value in {**one, **other}}


class _Counting:
    """Adds up histograms, those that name no persona under the one whose rule they meet."""

    def __init__(self, rules: AnswerRules) -> None:
        self._rules = rules
        self.found: dict[Cell, dict[float, int]] = {}
        self.claims: dict[tuple[str, ...], int] = {}
        self._matching: dict[tuple[object, ...], tuple[str, ...]] = {}

    def add(self, cell: Cell, round_id: str, values: Iterable[tuple[float, int]]) -> None:
        """Add a histogram of a round."""
        persona = cell.persona if cell.persona in self._rules.personas else ""
        matching = () if persona else self._whose(cell)
        if matching:
            persona = matching[0]
        histogram = self.found.setdefault(_placed(cell, round_id, persona), {})
        total = 0
        for value, n in values:
            histogram[value] = histogram.get(value, 0) + n
            total += n
        if matching:
            self.claims[matching] = self.claims.get(matching, 0) + total

    def _whose(self, cell: Cell) -> tuple[str, ...]:
        if not self._rules.rules:
            return ()
        key = (cell.respondent, cell.channel, cell.country, cell.tier, cell.chosen)
        found = self._matching.get(key)
        if found is None:
            found = self._matching[key] = self._rules.matching(cell)
        return found


def _chosen_on(answers: Iterable[Answer], asked: frozenset[str]) -> Mapping[str, frozenset[Chosen]]:
    """Return by sheet what was chosen where rules ask for it."""
    found: dict[str, frozenset[Chosen]] = {}
    for answer in answers if asked else ():
        if answer.question in asked and answer.value is not None:
            one = frozenset(((answer.question, answer.value),))
            found[answer.sheet] = found.get(answer.sheet, frozenset()) | one
    return found


def _cell_of(sheet: Sheet, question: str, chosen: frozenset[Chosen]) -> Cell:
    return Cell(
        question,
        sheet.round,
        sheet.respondent.value,
        sheet.persona or "",
        sheet.channel or "",
        sheet.country,
        sheet.tier.value,
        sheet.date[:7],
        chosen,
    )


def _placed(cell: Cell, round_id: str, persona: str) -> Cell:
    return Cell(
        cell.question,
        round_id,
        cell.respondent,
        persona,
        cell.channel,
        cell.country,
        cell.tier,
        cell.month,
    )


def latest_round(snapshot: Snapshot, survey_id: str) -> Round | None:
    """Return the round of a survey that began last, or None."""
    rounds = [r for r in snapshot.table(Round).values() if r.survey == survey_id]
    return max(rounds, key=lambda r: (r.started, r.position, r.id), default=None)
