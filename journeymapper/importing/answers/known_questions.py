"""Columns whose questions are in the document already: they are asked there as they are here."""

from __future__ import annotations

import dataclasses

from journeymapper.domain.entities import Channel, Persona, Question
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.scales import fits
from journeymapper.domain.snapshot import Snapshot
from journeymapper.importing.answers import cells
from journeymapper.importing.answers.mapping import QUESTIONS, WITH_SCALE, Column, Mapping
from journeymapper.importing.answers.reading import Known
from journeymapper.importing.tables.table import Table

_BY_QUESTION = {question: column for column, question in QUESTIONS.items()}
_LOOKED_AT = 200


def known_in(snapshot: Snapshot, minutes: str = "Minutes waited") -> Known:
    """Return the names that a project has."""
    channels = {c.name.strip().casefold(): c.id for c in snapshot.table(Channel).values()}
    personas = {p.name.strip().casefold(): p.id for p in snapshot.table(Persona).values()}
    return Known(channels, personas, minutes)


def like_known(mapping: Mapping, table: Table, snapshot: Snapshot) -> Mapping:
    """Return a guessed mapping with the scales of questions of the same name."""
    questions = {
        name.strip().casefold(): question
        for question in snapshot.table(Question).values()
        for name in (question.short, question.text)
        if name.strip()
    }
    columns = tuple(
        _like(column, questions.get(column.asks.casefold()), mapping, table, place)
        for place, column in enumerate(mapping.columns)
    )
    return dataclasses.replace(mapping, columns=columns)


def _like(
    column: Column, question: Question | None, mapping: Mapping, table: Table, place: int
) -> Column:
    if question is None:
        return column
    kind = _BY_QUESTION[question.kind]
    if question.kind not in (QuestionKind.TEXT, QuestionKind.CHOICE, QuestionKind.COUNT) and not (
        _fit(question, mapping, table, place)
    ):
        return column
    low, high = (question.low, question.high) if kind in WITH_SCALE else (column.low, column.high)
    if kind == column.kind and kind not in WITH_SCALE:
        return column
    return dataclasses.replace(column, kind=kind, low=low, high=high, best=question.better,
                               unit=question.unit, measure=question.measure)  # fmt: skip


def _fit(question: Question, mapping: Mapping, table: Table, place: int) -> bool:
    """Say whether most marks of a column are on the scale of a question."""
    filled = good = 0
    for row in table.rows[:_LOOKED_AT]:
        try:
            value = cells.number_of(row[place], mapping.decimal)
        except ValueError:
            filled += 1
            continue
        if value is not None:
            filled += 1
            good += fits(question, value)
    return filled > 0 and good >= 0.8 * filled
