"""Files that are not sound documents are refused, each in its own sentence, and left alone."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from journeymapper.domain.errors import UserError
from journeymapper.storage.errors import DocumentError
from journeymapper.storage.store import Store
from journeymapper.storage.tables import APPLICATION_ID, FORMAT
from tests.unit.storage.samples import SMALL, small_store, tables_of

Make = Callable[[Path], None]


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A sound document, closed."""
    path = tmp_path / "sound.journey"
    small_store(path).close()
    return path


def with_sql(script: str) -> Make:
    """Change the sound file with SQL."""

    def make(path: Path) -> None:
        raw = sqlite3.connect(path)
        raw.executescript(script)
        raw.close()

    return make


def with_schema(table: str, text: str) -> Make:
    """Replace the text of a table in the schema, behind SQLite's back."""

    def make(path: Path) -> None:
        raw = sqlite3.connect(path)
        raw.execute("PRAGMA writable_schema=ON")
        raw.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (text, table))
        raw.commit()
        raw.close()

    return make


def with_bytes(change: Callable[[bytes], bytes]) -> Make:
    def make(path: Path) -> None:
        path.write_bytes(change(path.read_bytes()))

    return make


def without(path: Path) -> None:
    path.unlink()


def as_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def as_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


RECURSIVE = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n AS id FROM r"
HARM = "did not write"

REFUSED: dict[str, tuple[Make, str]] = {
    "missing": (without, "not there"),
    "folder": (as_folder, "folder"),
    "pipe": (as_pipe, "not an ordinary file"),
    "empty": (with_bytes(lambda _: b""), "empty"),
    "one byte": (with_bytes(lambda _: b"S"), "not a Journey Mapper file"),
    "text": (with_bytes(lambda _: b"a,b,c\n" * 999), "not a Journey Mapper file"),
    "encrypted": (with_bytes(lambda _: random.Random(1).randbytes(9000)), "not a Journey Mapper"),
    "magic alone": (with_bytes(lambda b: b[:16]), "damaged"),
    "header alone": (with_bytes(lambda b: b[:600]), "damaged"),
    "half": (with_bytes(lambda b: b[: len(b) // 2]), "damaged"),
    "cut in its last page": (with_bytes(lambda b: b[:-1]), "damaged"),
    "without its last page": (with_bytes(lambda b: b[:-4096]), "damaged"),
    "a tail": (with_bytes(lambda b: b + b"<html>" * 2000), "damaged"),
    "a tail of whole pages": (with_bytes(lambda b: b + bytes(8192)), "damaged"),
    "a tail, not counted": (with_bytes(lambda b: b[:92] + b"\0\0\0\0" + b[96:] + b"x"), "damaged"),
    "zeroed pages": (with_bytes(lambda b: b[:8192] + bytes(len(b) - 8192)), "damaged"),
    "other program": (with_sql("PRAGMA application_id=7"), "another program"),
    "newer": (with_sql(f"PRAGMA user_version={FORMAT + 1}"), "newer version"),
    "older than any": (with_sql("PRAGMA user_version=0"), "damaged"),
    "negative format": (with_sql("PRAGMA user_version=-5"), "damaged"),
    "trigger": (
        with_sql("CREATE TRIGGER x AFTER INSERT ON card BEGIN DELETE FROM card; END"),
        HARM,
    ),
    "view": (with_sql(f"CREATE VIEW extra AS {RECURSIVE}"), HARM),
    "view for a table": (
        with_sql(f"DROP TABLE saved_view; CREATE VIEW saved_view AS {RECURSIVE}"),
        HARM,
    ),
    "extra table": (with_sql("CREATE TABLE extra(a)"), HARM),
    "3000 tables": (
        with_sql("BEGIN;" + "".join(f"CREATE TABLE z{i}(a);" for i in range(3000)) + "COMMIT;"),
        HARM,
    ),
    "table missing": (with_sql("DROP TABLE saved_view"), "damaged"),
    "index missing": (with_sql("DROP INDEX ix_card_lane"), "damaged"),
    "extra index": (with_sql("CREATE INDEX extra ON card (text)"), HARM),
    "index on an expression": (
        with_sql("DROP INDEX ix_card_lane; CREATE INDEX ix_card_lane ON card (hex(text))"),
        HARM,
    ),
    "statistics": (with_sql("ANALYZE"), HARM),
    "extra column": (with_sql("ALTER TABLE blob ADD COLUMN more TEXT"), HARM),
    "generated column": (
        with_sql(
            "DROP TABLE blob; CREATE TABLE blob (id TEXT NOT NULL, media_type TEXT NOT NULL,"
            " content BLOB AS (zeroblob(500000000)) STORED, PRIMARY KEY (id)) STRICT"
        ),
        HARM,
    ),
    "check": (
        with_sql(
            "DROP TABLE document; CREATE TABLE document (doc_id TEXT NOT NULL"
            " CHECK (length(hex(zeroblob(300000000))) > 0), PRIMARY KEY (doc_id)) STRICT"
        ),
        HARM,
    ),
    "default": (
        with_sql(
            "DROP TABLE document; CREATE TABLE document (doc_id TEXT NOT NULL"
            " DEFAULT (load_extension('x')), PRIMARY KEY (doc_id)) STRICT"
        ),
        HARM,
    ),
    "virtual table": (with_sql("CREATE VIRTUAL TABLE extra USING fts5(a)"), HARM),
    "virtual table for a table": (
        with_schema("blob", "CREATE VIRTUAL TABLE blob USING no_such_module(a)"),
        "damaged",
    ),
    "not strict": (
        with_sql(
            "DROP TABLE document; CREATE TABLE document (doc_id TEXT NOT NULL,"
            " PRIMARY KEY (doc_id)); INSERT INTO document VALUES ('d')"
        ),
        HARM,
    ),
    "schema that is no SQL": (with_schema("card", "CREATE TABLE card (((("), "damaged"),
    "dangling reference": (with_sql("UPDATE card SET lane = 'gone'"), "damaged"),
    "no identity": (with_sql("DELETE FROM document"), "damaged"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_by_name_and_left_alone(sound: Path, name: str) -> None:
    make, sentence = REFUSED[name]
    make(sound)
    before = sound.read_bytes() if sound.is_file() else None
    with pytest.raises(DocumentError, match=sentence):
        Store.open(sound)
    assert (sound.read_bytes() if sound.is_file() else None) == before
    assert set(sound.parent.iterdir()) <= {sound}


WRONG_CONTENT = {
    "unknown code": "UPDATE card SET severity = 'awful'",
    "flag": "UPDATE project SET example = 2",
    "list": "UPDATE project SET more = '{\"a\": 1}'",
    "no list": "UPDATE project SET more = '['",
    "deep list": f"UPDATE project SET more = '{'[' * 50_000}'",
    "number too large": "UPDATE card SET n = -1",
    "infinity": "UPDATE card SET position = 9e999",
    "endless text": "UPDATE card SET text = replace(hex(zeroblob(10000)), '0', 'é')",
    "broken text": "UPDATE card SET text = CAST(x'ff00fe' AS TEXT)",
}


@pytest.mark.parametrize("name", WRONG_CONTENT)
def test_rows_that_cannot_be_ours_are_not_loaded(sound: Path, name: str) -> None:
    with_sql(WRONG_CONTENT[name])(sound)
    with pytest.raises(DocumentError, match="damaged"):
        Store.open(sound).load()


WRONG_HISTORY = {
    "initiator": "UPDATE step SET initiator = 'nobody'",
    "entity": "UPDATE change SET entity = 'Elephant'",
    "image": "UPDATE change SET after = '[1]'",
    "broken image": "UPDATE change SET after = '{'",
    "type": "UPDATE change SET after = '{\"text\": 5}'",
    "infinity": "UPDATE change SET after = '{\"position\": Infinity}'",
    "nothing": "UPDATE change SET after = NULL",
}


@pytest.mark.parametrize("name", WRONG_HISTORY)
def test_history_that_cannot_be_ours_is_not_read(sound: Path, name: str) -> None:
    with_sql(WRONG_HISTORY[name])(sound)
    store = Store.open(sound)
    with pytest.raises(DocumentError, match="damaged"):
        (store.steps(), store.changes_of(0))
    store.close()


def test_broken_text_in_the_schema_is_damage(sound: Path) -> None:
    content = sound.read_bytes()
    sound.write_bytes(content.replace(b'CREATE TABLE "card"', b'CREATE TABLE "c\xffrd"', 1))
    with pytest.raises(DocumentError):
        Store.open(sound)


@pytest.mark.parametrize("mode", ["WAL", "PERSIST"])
def test_other_journals_are_brought_to_ours(sound: Path, mode: str) -> None:
    with_sql(f"PRAGMA journal_mode={mode}")(sound)
    store = Store.open(sound)
    assert store.load() == tables_of(SMALL)
    assert store._database.raw.execute("PRAGMA journal_mode").fetchone() == ("truncate",)
    store.close()


@pytest.mark.parametrize(
    "name", ["a?b#c%20d.journey", "é😀 中文.journey", "file:x?mode=memory", "-"]
)
def test_any_name_can_be_opened(tmp_path: Path, name: str) -> None:
    small_store(tmp_path / name).close()
    store = Store.open(tmp_path / name)
    assert store.load() == tables_of(SMALL)
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_random_damage_only_ever_gives_a_user_error(sound: Path) -> None:
    """300 mutations of 1 to 16 bytes: opened whole, or refused; never anything else."""
    chance = random.Random(20260301)
    original = sound.read_bytes()
    refused = 0
    for _round in range(300):
        content = bytearray(original)
        for _byte in range(chance.choice((1, 1, 4, 16))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        sound.write_bytes(content)
        try:
            store = Store.open(sound)
        except DocumentError:
            refused += 1
            continue
        try:
            store.load()
            for step in store.steps():
                store.changes_of(step.seq)
        except UserError:
            refused += 1
        finally:
            store.close()
    assert refused > 0


def test_the_settings_that_keep_a_file_whole(sound: Path) -> None:
    store = Store.open(sound)
    raw = store._database.raw

    def pragma(name: str) -> object:
        return raw.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "truncate"
    assert pragma("synchronous") == 3
    assert pragma("locking_mode") == "normal"
    assert pragma("foreign_keys") == 1
    assert pragma("trusted_schema") == 0
    assert pragma("secure_delete") == 1
    assert pragma("mmap_size") == 0
    assert pragma("cell_size_check") == 1
    assert pragma("application_id") == APPLICATION_ID
    assert raw.getlimit(sqlite3.SQLITE_LIMIT_LENGTH) == 64 << 20
    assert raw.getlimit(sqlite3.SQLITE_LIMIT_ATTACHED) == 0
    store.close()
