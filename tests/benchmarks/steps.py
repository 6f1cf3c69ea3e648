"""One edit, and taking back a large one: what the history costs."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Iterator
from itertools import count

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain.entities import Card
from journeymapper.domain.message import _
from tests.benchmarks import content
from tests.benchmarks.floors import raw_connection
from tests.benchmarks.measuring import RUNS, Result, alternate, emit, timed
from tests.benchmarks.places import scratch

EDITS = 60
"""Edits in one sample, so that a single slow sync of the disk does not decide."""

STEPS = 500
CHANGES = 1000


def rows() -> Iterator[Result]:
    """Yield one edit, and undo of a thousand changes."""
    with scratch() as folder:
        made = content.journey(STEPS)
        path = content.file_with(folder, made.fill)
        document = content.desk(folder).open(path)
        copy = folder / "floor.journey"
        copy.write_bytes(path.read_bytes())
        raw = raw_connection(copy)
        try:
            yield _edit(document, raw, made.words)
            yield _undo(document, made.words)
        finally:
            raw.close()
            document.close()


def _edit(document: Document, raw: sqlite3.Connection, words: str) -> Result:
    cards = list(document.snapshot.table(Card))[:EDITS]
    turns = count()

    def ours() -> float:
        text = f"Edit {next(turns)}"

        def edit() -> None:
            for card in cards:
                with document.step(_("Write")) as tx:
                    operations.set_card_text(tx, card, text)

        return timed(edit) / EDITS

    def floor() -> float:
        text = f"Edit {next(turns)}"
        start = raw.execute("SELECT max(seq) FROM step").fetchone()[0] + 1
        ready = [_RawEdit(start + place, card, text) for place, card in enumerate(cards)]

        def write() -> None:
            for edit in ready:
                edit.run(raw)

        return timed(write) / EDITS

    return Result(
        "steps",
        "one edit as a step",
        f"{words}, the text of one card, on disk",
        "the same row, step and change rows in one transaction of sqlite3, same settings",
        *alternate(ours, floor),
        goal=1.5,
    )


class _RawEdit:
    """The statements and values that one edit leaves in the file."""

    def __init__(self, seq: int, card: str, text: str) -> None:
        label = json.dumps(["Write", {}])
        at = "2026-05-12T09:30:00.000+00:00"
        step = (seq, str(uuid.uuid4()), label, at, "user", "do", None, "sitting", 1)
        images = (json.dumps({"text": "Before"}), json.dumps({"text": text}))
        self._update = (text, card)
        self._step = step
        self._change = (seq, 0, "Card", card, *images)

    def run(self, raw: sqlite3.Connection) -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE card SET text = ? WHERE id = ?", self._update)
        raw.execute("INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", self._step)
        raw.execute('INSERT INTO "change" VALUES (?, ?, ?, ?, ?, ?)', self._change)
        raw.execute("COMMIT")


def _undo(document: Document, words: str) -> Result:
    cards = list(document.snapshot.table(Card))[:CHANGES]
    ours: list[float] = []
    floor: list[float] = []
    for turn in range(RUNS + 1):
        text = f"All {turn}"

        def step(text: str = text) -> None:
            with document.step(_("Write on many")) as tx:
                for card in cards:
                    operations.set_card_text(tx, card, text)

        floor.append(timed(step))
        ours.append(timed(document.undo))
    return Result(
        "steps",
        f"undo of {CHANGES:,} changes",
        f"{words}, one step that wrote on {CHANGES:,} cards",
        "that step itself",
        tuple(ours[1:]),
        tuple(floor[1:]),
        goal=1.5,
    )


if __name__ == "__main__":
    emit(rows())
