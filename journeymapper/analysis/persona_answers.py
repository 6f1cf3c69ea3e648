"""How many answers are a persona's: those that name the persona, and those that the rule finds."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain.answer_rules import AnswerField, field_of
from journeymapper.domain.conditions import conditions_of, is_any, read_condition
from journeymapper.domain.counts import Cell, Counts
from journeymapper.domain.entities import Persona
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import Respondent
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Shared:
    """How many answers also meet the rule of another persona, and who has them: the first one."""

    other: str
    n: int
    ours: bool


@dataclass(frozen=True, slots=True)
class PersonaAnswers:
    """The answers of a persona out of ``total``: ``named`` on the sheet, or by the ``rule``."""

    total: int
    named: int
    rule: int
    shared: tuple[Shared, ...] = ()

    @property
    def all(self) -> int:
        """How many answers are the persona's."""
        return self.named + self.rule


def answers_of(snapshot: Snapshot, counts: Counts, persona_id: str) -> PersonaAnswers:
    """Count what is a persona's; ``total`` are the answers of those whom the rule can mean."""
    respondents = _respondents(snapshot.get(Persona, persona_id))
    total = mine = 0
    for question in counts.questions():
        for cell, values in counts.cells(question).items():
            if cell.persona == persona_id or cell.respondent in respondents:
                n = sum(values.values())
                total += n
                mine += n if cell.persona == persona_id else 0
    rule = sum(n for claim, n in counts.claims.items() if claim[0] == persona_id)
    return PersonaAnswers(total, mine - rule, rule, _shared(counts, persona_id))


def countries_of(counts: Counts) -> tuple[str, ...]:
    """Return the countries that answers come from, by code."""
    cells: list[Cell] = [cell for q in counts.questions() for cell in counts.cells(q)]
    return tuple(sorted({cell.country for cell in cells} - {""}))


def _respondents(persona: Persona) -> frozenset[str]:
    """Return whose answers a rule can mean: customers, where it does not say."""
    found: set[str] = set()
    texts = conditions_of(persona.answers)
    for text in texts:
        try:
            condition = read_condition(text)
        except UserError:
            continue
        if field_of(condition) is AnswerField.WHO:
            same = {one.value for one in Respondent if one == condition.than.casefold()}
            found |= same if condition.how == "=" else set(Respondent) - same
    if found and is_any(persona.answers) and len(texts) > 1:
        found = set(Respondent)  # another condition may be met by anybody
    return frozenset(found) or frozenset((Respondent.CUSTOMER.value,))


def _shared(counts: Counts, persona_id: str) -> tuple[Shared, ...]:
    found: dict[tuple[str, bool], int] = {}
    for claim, n in counts.claims.items():
        if persona_id not in claim:
            continue
        if claim[0] == persona_id:
            for other in claim[1:]:
                found[other, True] = found.get((other, True), 0) + n
        else:
            found[claim[0], False] = found.get((claim[0], False), 0) + n
    return tuple(Shared(other, n, ours) for (other, ours), n in sorted(found.items()))
