"""Take a hundred thousand answers from a file: read, understood, checked, committed."""

from __future__ import annotations

import csv
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from journeymapper.document.document import Document
from journeymapper.document.operations import add_project
from journeymapper.document.taking import take
from journeymapper.document.tx import Tx
from journeymapper.domain.message import _
from journeymapper.importing.answers.guess import guess
from journeymapper.importing.answers.reading import Known, read
from journeymapper.importing.tables.worker import read_apart
from tests.benchmarks import content
from tests.benchmarks.floors import raw_connection
from tests.benchmarks.measuring import Result, alternate, timed
from tests.benchmarks.places import scratch

PEOPLE = 20_000
QUESTIONS = 5
ANSWERS = PEOPLE * QUESTIONS

_HEADER = ("Datum", "Weiterempf.", "Zufrieden Empfang", "Zufrieden Arzt", "Einfach", "Wartezeit")


def rows() -> Iterator[Result]:
    """Yield the row."""
    with scratch() as folder:
        data = folder / "answers.csv"
        write(data)
        documents: list[Document] = []

        def ours() -> float:
            document = content.desk(folder).create(begin, _("Begin"))
            documents.append(document)
            seconds = timed(lambda: taken(document, data))
            assert document.counts.total == ANSWERS
            document.put_away()
            return seconds

        def floor() -> float:
            target = folder / "floor.journey"
            target.unlink(missing_ok=True)
            raw = raw_connection(target)
            raw.execute(_TABLE)
            seconds = timed(lambda: plainly(raw, data))
            raw.close()
            return seconds

        yield Result(
            "importing",
            f"take {ANSWERS:,} answers from a file",
            f"CSV of {PEOPLE:,} rows, a date and {QUESTIONS} marks, read in a process of its own",
            "csv reader and sqlite3 executemany of the same answers, same settings",
            *alternate(ours, floor),
            goal=4.0,
        )


_TABLE = (
    "CREATE TABLE response (batch TEXT, number INTEGER, question TEXT, value REAL, text TEXT,"
    " PRIMARY KEY (batch, number, question)) STRICT, WITHOUT ROWID"
)


def begin(tx: Tx) -> None:
    """Begin a document without a map."""
    add_project(tx, title="Visit")


def write(path: Path) -> None:
    """Write the file: German, semicolons, days first."""
    chance = random.Random(7)
    with path.open("w", newline="", encoding="cp1252") as file:
        out = csv.writer(file, delimiter=";")
        out.writerow(_HEADER)
        for number in range(PEOPLE):
            marks = [chance.randint(0, 10), chance.randint(1, 5), chance.randint(1, 5)]
            day = f"{number % 28 + 1:02d}.{number % 12 + 1:02d}.2026"
            out.writerow([day, *marks, chance.randint(1, 7), chance.randint(0, 90)])


def taken(document: Document, data: Path) -> None:
    """Do what the import does."""
    table = read_apart(data)
    mapping = guess(table)
    intake = read(table, mapping, Known()).intake(data.name, mapping)
    with document.step(_("Take the answers")) as tx:
        take(tx, intake, "2026-05-12")


def plainly(raw: sqlite3.Connection, data: Path) -> None:
    """Read and write without a question asked."""
    with data.open(newline="", encoding="cp1252") as file:
        reader = csv.reader(file, delimiter=";")
        names = next(reader)
        raw.execute("BEGIN IMMEDIATE")
        raw.executemany(
            "INSERT INTO response VALUES (?, ?, ?, ?, ?)",
            (
                ("batch", number, name, float(cell), "")
                for number, row in enumerate(reader, 1)
                for name, cell in zip(names[1:], row[1:], strict=True)
            ),
        )
        raw.execute("COMMIT")
