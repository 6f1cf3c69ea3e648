"""Putting things in: a letter typed in a large map, and many lines pasted at once."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from itertools import count

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journeymapper.document.document import Document
from journeymapper.domain.entities import Lane, Touchpoint
from journeymapper.domain.kinds import LaneKind
from journeymapper.ui.canvas.editor import CellEditor
from journeymapper.ui.canvas.spots import Spot
from journeymapper.ui.canvas.view import MapView
from journeymapper.ui.commands.cards import Cell
from journeymapper.ui.commands.clipboard.pasting import write_plan
from journeymapper.ui.commands.clipboard.plan import Kind, Plan, Write
from journeymapper.ui.commands.clipboard.tables import block_of_text
from tests.benchmarks import content
from tests.benchmarks.floors import raw_connection
from tests.benchmarks.measuring import Result, alternate, emit, timed, worked
from tests.benchmarks.places import scratch
from tests.benchmarks.window import paint_due, showing

LARGE, SMALL = 1000, 10
"""Steps, with five filled cells each."""

LINES = 500
_LETTERS = "and so on, for "


def rows() -> Iterator[Result]:
    """Yield the letter and the lines."""
    yield _letter()
    yield _paste()


def _letter() -> Result:
    large, small = content.journey(LARGE), content.journey(SMALL)
    with scratch() as folder:
        (folder / "large").mkdir()
        (folder / "small").mkdir()
        with (
            showing(folder / "large", large) as (_large, in_large),
            showing(folder / "small", small) as (_small, in_small),
        ):
            return Result(
                "entering",
                "a letter typed, seen",
                f"{LARGE * 5:,} filled cells, 100 %, real window, in the first card of a row",
                f"the same in a map of {SMALL * 5} filled cells",
                *alternate(_typing(in_large), _typing(in_small)),
                goal=2.0,
            )


def _typing(view: MapView) -> Callable[[], float]:
    layout = view.projection.layout
    assert layout is not None
    column = layout.columns[0]
    lane = next(row.lane for row in layout.rows if row.kind == LaneKind.DOING)
    editor = view.findChild(CellEditor)
    assert isinstance(editor, CellEditor)

    def letters() -> None:
        for letter in _LETTERS:
            QTest.keyClicks(editor, letter)
            paint_due()

    def sample() -> float:
        view.window().activateWindow()
        view.setFocus()
        view.cell_cursor.go_to(Spot(lane, column.stage, column.touchpoint))
        QTest.keyClick(view, Qt.Key.Key_F2)
        paint_due()
        seconds = worked(letters)
        if _LETTERS not in editor.toPlainText():
            raise RuntimeError("the letters did not arrive in the editor")
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        paint_due()
        return seconds / len(_LETTERS)

    return sample


def _paste() -> Result:
    made = content.journey(LINES)
    with scratch() as folder:
        path = content.file_with(folder, made.fill)
        document = content.desk(folder).open(path)
        copy = folder / "floor.journey"
        copy.write_bytes(path.read_bytes())
        raw = raw_connection(copy)
        try:
            return Result(
                "entering",
                f"paste {LINES} lines",
                f"{made.words}, a line for each step, from the text to the file",
                "the same card, step and change rows in one transaction of sqlite3, same settings",
                *alternate(_pasting(document), _inserting(document, raw)),
                goal=3.0,
            )
        finally:
            raw.close()
            document.close()


def _lane(document: Document) -> str:
    lanes = document.snapshot.table(Lane).values()
    return next(lane.id for lane in lanes if lane.kind == LaneKind.PAIN)


def _pasting(document: Document) -> Callable[[], float]:
    lane, turns = _lane(document), count()

    def paste(text: str) -> None:
        steps = document.snapshot.table(Touchpoint).values()
        lines = block_of_text(text).lines
        writes = tuple(
            Write(Kind.CARD, line.cells[0][0], Cell(lane, step.id, step.stage))
            for line, step in zip(lines, steps, strict=False)
        )
        write_plan(document, Plan(writes=writes), "")

    def sample() -> float:
        text = "\n".join(f"Pasted {next(turns)} {line}" for line in range(LINES))
        return timed(lambda: paste(text))

    return sample


def _inserting(document: Document, raw: sqlite3.Connection) -> Callable[[], float]:
    steps = list(document.snapshot.table(Touchpoint))[:LINES]
    lane = _lane(document)
    names = [name for _n, name, *_rest in raw.execute("PRAGMA table_info(card)")]
    pattern = raw.execute("SELECT * FROM card WHERE lane = ? LIMIT 1", (lane,)).fetchone()
    usual = dict(zip(names, pattern, strict=True))
    insert = f"INSERT INTO card VALUES ({', '.join('?' * len(names))})"

    def sample() -> float:
        seq = raw.execute("SELECT max(seq) FROM step").fetchone()[0] + 1
        cards, changes = [], []
        for place, step in enumerate(steps):
            row = usual | {"id": uuid.uuid4().hex, "touchpoint": step, "text": f"Pasted {place}"}
            image = json.dumps({k: v for k, v in row.items() if k != "id"})
            cards.append(tuple(row.values()))
            changes.append((seq, place, "Card", row["id"], None, image))
        label = json.dumps(["Paste {count} cards", {"count": LINES}])
        at = "2026-05-12T09:30:00.000+00:00"
        step_row = (seq, str(uuid.uuid4()), label, at, "user", "do", None, "sitting", 1)

        def write() -> None:
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", step_row)
            raw.executemany(insert, cards)
            raw.executemany('INSERT INTO "change" VALUES (?, ?, ?, ?, ?, ?)', changes)
            raw.execute("COMMIT")

        return timed(write)

    return sample


if __name__ == "__main__":
    emit(rows())
