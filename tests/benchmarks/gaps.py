"""All gaps of 500 steps with 100,000 imported answers, beside counting the answers in SQL."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import date

from journeymapper.analysis.gaps import find_gaps
from journeymapper.document.operations import answers, surveys
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import Channel, Persona
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.responses import AnswerRow, Responses, SheetRow
from journeymapper.domain.snapshot import Snapshot
from tests.benchmarks import content
from tests.benchmarks.floors import raw_connection
from tests.benchmarks.measuring import Result, alternate, emit, worked
from tests.benchmarks.places import scratch

STEPS = 500
QUESTIONS = 50
SHEETS = 2000
TODAY = date(2026, 5, 26)

_COUNT = "SELECT question, value, count(*) FROM response GROUP BY question, value"


def rows() -> Iterator[Result]:
    """Yield the row: no ways between steps, the histograms of the answers at hand."""
    with scratch() as folder:
        made = content.journey(STEPS)

        def fill(tx: Tx) -> None:
            made.fill(tx)
            _ask(tx, made.map_id)

        path = content.file_with(folder, fill)
        with content.desk(folder).look(path) as document, closing(raw_connection(path)) as raw:
            snapshot, counts = document.snapshot, document.counts
            words = f"{STEPS} steps, {counts.total:,} answers"

            def floor() -> float:
                return worked(lambda: raw.execute(_COUNT).fetchall())

            yield Result(
                "gaps",
                "all gaps without flow",
                words,
                "one GROUP BY over the answers in sqlite3",
                *alternate(lambda: _find(snapshot, counts), floor),
                goal=3.0,
            )


def _find(snapshot: Snapshot, counts: Counts) -> float:
    return worked(lambda: find_gaps(snapshot, counts, TODAY))


def _ask(tx: Tx, map_id: str) -> None:
    """Add a survey about one step in ten and import its answers: half patients of each kind."""
    steps = queries.touchpoints_of_map(tx.snapshot, map_id)
    survey = surveys.add_survey(tx, "Visit")
    asked = [
        surveys.add_question(
            tx, survey, QuestionKind.CSAT, short=step.name, touchpoint=step.id, low=1.0, high=10.0
        )
        for step in steps[:: STEPS // QUESTIONS]
    ]
    pile = surveys.add_round(tx, survey, "Spring", "2026-01-01")
    personas = [*tx.snapshot.table(Persona), ""]
    channels = list(tx.snapshot.table(Channel))
    chance = random.Random(5)
    sheets: list[SheetRow] = []
    marks: list[AnswerRow] = []
    for number in range(1, SHEETS + 1):
        day, who = f"2026-{number % 5 + 1:02}-15", "employee" if number % 10 == 0 else "customer"
        channel = chance.choice(channels)
        sheets.append((number, day, who, chance.choice(personas), channel, "", ""))
        marks += ((number, question, float(chance.randint(1, 10)), "") for question in asked)
    answers.import_answers(tx, pile, Responses(sheets, marks))


if __name__ == "__main__":
    emit(rows())
