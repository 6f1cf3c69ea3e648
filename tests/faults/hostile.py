"""R11: files that were made to do harm, refused by name before a row is read.

python -m tests.faults.hostile FOLDER
"""

from __future__ import annotations

import json
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from journeymapper.domain.errors import UserError
from journeymapper.storage.migrations import CURRENT
from tests.faults.actor import Actor, desk_of, user_file
from tests.faults.damage import MEGABYTES, SECONDS
from tests.faults.judge import fresh
from tests.faults.outcome import Outcome
from tests.faults.power import content
from tests.faults.running import ROOT

ENDLESS = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n AS id FROM r"
BOMB = "length(hex(zeroblob(300000000))) > 0"
DEEP = "(" * 900 + "1" + ")" * 900


def _with(name: str, text: str) -> str:
    """SQL that puts another text in the place of one of our tables or indexes."""
    kind = "INDEX" if name.startswith("ix_") else "TABLE"
    return f'DROP {kind} "{name}"; {text}'


def _changed(name: str, old: str, new: str) -> str:
    text = CURRENT[name]
    assert old in text
    return _with(name, text.replace(old, new, 1))


def _forged(name: str, text: str) -> str:
    """SQL that writes into the schema itself."""
    quoted = text.replace("'", "''")
    return (
        "PRAGMA writable_schema=ON;"
        f"UPDATE sqlite_schema SET sql = '{quoted}' WHERE name = '{name}';"
    )


SCHEMAS: Mapping[str, str] = {
    "trigger": "CREATE TRIGGER x AFTER INSERT ON card BEGIN DELETE FROM card; END",
    "trigger on our own delete": "CREATE TRIGGER x BEFORE DELETE ON step BEGIN SELECT 1; END",
    "view": f"CREATE VIEW extra AS {ENDLESS}",
    "view for a table": _with("document", f"CREATE VIEW document AS {ENDLESS}"),
    "check that takes all memory": _changed("document", ", PRIMARY", f" CHECK ({BOMB}), PRIMARY"),
    "check that never ends": _changed(
        "document", ", PRIMARY", " CHECK (length(doc_id) < 99 OR randomblob(1e9) > ''), PRIMARY"
    ),
    "generated column": _changed(
        "document", ", PRIMARY", ', "g" BLOB AS (zeroblob(500000000)), PRIMARY'
    ),
    "stored column": _changed("document", ", PRIMARY", ', "g" INT AS (1) STORED, PRIMARY'),
    "default that loads code": _changed(
        "document", ", PRIMARY", " DEFAULT (load_extension('x')), PRIMARY"
    ),
    "collation": _changed("document", ", PRIMARY", " COLLATE NOCASE, PRIMARY"),
    "not strict": _changed("document", ") STRICT", ")"),
    "on conflict": _changed("document", "NOT NULL", "NOT NULL ON CONFLICT REPLACE"),
    "cascade": _changed(
        "card", 'REFERENCES "lane" ("id")', 'REFERENCES "lane" ("id") ON DELETE CASCADE'
    ),
    "full text table": "CREATE VIRTUAL TABLE extra USING fts5(a)",
    "full text table for a table": _with(
        "saved_view", 'CREATE VIRTUAL TABLE "saved_view" USING fts5(id)'
    ),
    "spatial table": "CREATE VIRTUAL TABLE extra USING rtree(id, a, b)",
    "unknown module": _forged("blob", 'CREATE VIRTUAL TABLE "blob" USING no_such_module(a)'),
    "3,000 tables": "BEGIN;" + "".join(f"CREATE TABLE z{n}(a);" for n in range(3000)) + "COMMIT;",
    "table of 2,000 columns": f"CREATE TABLE z({','.join(f'c{n}' for n in range(1999))})",
    "index on an expression": _with(
        "ix_card_lane", "CREATE INDEX ix_card_lane ON card (hex(zeroblob(300000000)))"
    ),
    "partial index": _with(
        "ix_card_lane", f'CREATE INDEX ix_card_lane ON "card" ("lane") WHERE {BOMB}'
    ),
    "another index": "CREATE INDEX extra ON card (text)",
    "unique index": _with("ix_card_lane", 'CREATE UNIQUE INDEX ix_card_lane ON "card" ("id")'),
    "statistics": "ANALYZE",
    "counter": "CREATE TABLE z(a INTEGER PRIMARY KEY AUTOINCREMENT); INSERT INTO z VALUES(1);"
    "DROP TABLE z;",
    "words in between": _changed("document", "(", "( /* harmless */ "),
    "table missing": "DROP TABLE saved_view",
    "table renamed": "ALTER TABLE saved_view RENAME TO other",
    "column added": "ALTER TABLE blob ADD COLUMN more TEXT",
    "no SQL": _forged("card", "CREATE TABLE card (((("),
    "endless SQL": _forged("card", "CREATE TABLE card (a CHECK (" + "1+" * 600_000 + "1))"),
    "deep SQL": _forged("card", f"CREATE TABLE card (a CHECK ({DEEP}))"),
}
"""SQL that makes a sound file a hostile one, by name."""

SAID = ("did not write", "damaged")


def run(folder: Path, _short: bool) -> Iterator[Outcome]:
    """Try each, in a process of its own that counts what is read."""
    outcome = Outcome("R11", "hostile schemas")
    command = [sys.executable, "-m", "tests.faults.hostile", str(fresh(folder / "trial"))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    for line in map(json.loads, done.stdout.splitlines()):
        outcome.trials += 1
        outcome.counts["by name" if SAID[0] in line["said"] else "as damaged"] += 1
        for reason in line["wrong"]:
            outcome.add("wrong", f"{line['name']}: {reason}")
    outcome.expect(outcome.trials == len(SCHEMAS), f"the process ended: {done.stderr[-500:]}")
    yield outcome


def main(folder: Path) -> None:
    """Open each hostile file as the app would; print what was said and what is wrong."""
    actor = Actor(folder, lambda *_said, **_more: None)
    for task in ("create", "save_as", "close"):  # no cards: making the file must do no harm
        getattr(actor, task)()
    sound = user_file(folder).read_bytes()
    for name, script in SCHEMAS.items():
        user_file(folder).write_bytes(sound)
        with closing(sqlite3.connect(user_file(folder), isolation_level=None)) as raw:
            raw.executescript(script)
        with watched() as reads:
            said, wrong = opened(folder)
        rows = [sql for sql in reads if not _reads_schema_only(sql)]
        if rows:
            wrong.append(f"rows were read: {rows[0]}")
        print(json.dumps({"name": name, "said": said, "wrong": wrong}), flush=True)


@contextmanager
def watched() -> Iterator[list[str]]:
    """Give a list of every statement that any connection of this process runs."""
    statements: list[str] = []
    plainly: Callable[..., sqlite3.Connection] = sqlite3.connect

    def connect(*arguments: Any, **named: Any) -> sqlite3.Connection:
        raw = plainly(*arguments, **named)
        raw.set_trace_callback(statements.append)
        return raw

    with patch.object(sqlite3, "connect", connect):
        yield statements


def _reads_schema_only(sql: str) -> bool:
    return sql.startswith("PRAGMA ") or "FROM sqlite_schema" in sql


def opened(folder: Path) -> tuple[str, list[str]]:
    """Open the user's file; returns what was said and what is wrong with that."""
    before, begun = content(folder), time.monotonic()
    wrong: list[str] = []
    said = ""
    try:
        desk_of(folder).open(user_file(folder))
        wrong.append("it was opened")
    except UserError as error:
        said = str(error)
        if not any(words in said for words in SAID):
            wrong.append(said)
    except Exception as error:  # noqa: BLE001 - exactly this must not happen
        wrong.append(repr(error))
    if time.monotonic() - begun > SECONDS:
        wrong.append(f"it took {time.monotonic() - begun:.1f} s")
    if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024 > MEGABYTES:
        wrong.append("too much memory was used")
    if content(folder) != before:
        wrong.append("something was changed or left behind")
    return said, wrong


if __name__ == "__main__":
    main(Path(sys.argv[1]))
