"""The answers of the worked example: piles dealt from its table by generators with a seed.

Nobody gave them; the project that holds them says that it is an example.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from statistics import NormalDist
from typing import Any

from journeymapper.document.operations import answers, surveys
from journeymapper.document.tx import Tx
from journeymapper.domain.kinds import Better, Collected, QuestionKind, Respondent, Scale

_NUMBERS = ("low", "high", "target")


def write_surveys(tx: Tx, tables: Sequence[Mapping[str, Any]], steps: Mapping[str, str]) -> None:
    """Add the surveys of an example with all their rounds; ``steps`` are ids by key."""
    for table in tables:
        survey = surveys.add_survey(tx, table["title"], decision=table["decision"])
        questions = {
            told["key"]: _add_question(tx, survey, told, steps) for told in table["questions"]
        }
        for told in table["rounds"]:
            pile = surveys.add_round(
                tx, survey, told["name"], told["started"], asked=told.get("asked")
            )
            _deal(tx, pile, told, questions)


def _add_question(tx: Tx, survey: str, told: Mapping[str, Any], steps: Mapping[str, str]) -> str:
    fields: dict[str, Any] = {name: float(told[name]) for name in _NUMBERS if name in told}
    return surveys.add_question(
        tx,
        survey,
        QuestionKind(told["kind"]),
        told["text"],
        short=told["short"],
        touchpoint=steps[told["step"]] if "step" in told else None,
        better=Better(told.get("better", Better.HIGH)),
        scale=Scale(told.get("scale", Scale.NUMBERS)),
        unit=told.get("unit", ""),
        **fields,
    )


def _deal(tx: Tx, pile: str, told: Mapping[str, Any], questions: Mapping[str, str]) -> None:
    """Fill the sheets of a round: those of customers, then those of employees."""
    chance = random.Random(told["seed"])  # noqa: S311 - the same piles each time
    size = told["sheets"]
    sheets: list[dict[str, tuple[float | None, str]]] = [{} for _sheet in range(size)]
    for key, marks in told["answers"].items():
        dealt = _marks(marks)
        chance.shuffle(dealt)
        for sheet, mark in zip(_some(chance, size, len(dealt)), dealt, strict=True):
            sheets[sheet][key] = (mark, "")
    for key, texts in told.get("words", {}).items():
        for sheet, text in zip(_some(chance, size, len(texts)), texts, strict=True):
            sheets[sheet][key] = (None, text)
    _write(tx, pile, told, questions, sheets)
    inside = [
        {key: (mark, "")} for key, m in told.get("employees", {}).items() for mark in _marks(m)
    ]
    _write(tx, pile, told, questions, inside, Respondent.EMPLOYEE)


def _some(chance: random.Random, size: int, n: int) -> list[int]:
    """Choose the sheets of a pile that have an answer, in their order."""
    return sorted(chance.sample(range(size), n))


def _write(
    tx: Tx,
    pile: str,
    told: Mapping[str, Any],
    questions: Mapping[str, str],
    sheets: Sequence[Mapping[str, tuple[float | None, str]]],
    who: Respondent = Respondent.CUSTOMER,
) -> None:
    first, collected = (
        date.fromisoformat(told["started"]),
        Collected(told.get("collected", "paper")),
    )
    for place, given in enumerate(sheets):
        day = first + timedelta(days=place * told["days"] // len(sheets))
        sheet = answers.add_sheet(
            tx, pile, date=day.isoformat(), respondent=who, collected=collected
        )
        for key, question in questions.items():
            if key in given:
                answers.set_answer(tx, sheet, question, *given[key])


def _marks(told: Mapping[str, Any]) -> list[float]:
    """Return the marks of a question: written out, counted, or spread around a total."""
    marks = [float(mark) for mark in told.get("marks", ())]
    if "yes" in told:
        return [1.0] * told["yes"] + [0.0] * (told["n"] - told["yes"])
    if "total" in told:
        marks += _spread(told["n"], told["total"], told["spread"], told["low"], told["high"])
    return marks


def _spread(n: int, total: int, spread: float, low: int, high: int) -> list[float]:
    """Return ``n`` whole marks between two ends that lie like a bell and add up to a total."""
    bell = NormalDist(total / n, spread)
    marks = [min(high, max(low, round(bell.inv_cdf((place + 0.5) / n)))) for place in range(n)]
    place = 0
    while (missing := total - sum(marks)) != 0:
        change = 1 if missing > 0 else -1
        if low <= marks[place % n] + change <= high:
            marks[place % n] += change
        place += 3
    return [float(mark) for mark in marks]
