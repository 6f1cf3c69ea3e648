"""Power lost in the middle of a step: what the disk had of it is taken back on opening.

The long plan replays every system call on a disk that loses power; here the worst moment is made
by hand: the journal is on the disk, and of the changed pages some sectors are new, some old.
"""

from __future__ import annotations

import dataclasses
import shutil
from contextlib import closing, suppress
from itertools import zip_longest
from pathlib import Path
from random import Random

import pytest

from journeymapper.domain.changes import Change
from journeymapper.domain.entities import Card
from journeymapper.storage.engine import connect, engine_on, prepare_writing
from journeymapper.storage.store import Store
from journeymapper.storage.tables import FORMAT
from tests.faults import older
from tests.faults.disk_model import SECTOR, Disk
from tests.unit.storage.samples import CARD, small_store, step

CARDS = 60
STATES = 120


class PlugPulledError(Exception):
    """The end of everything."""


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A working copy with many cards, closed."""
    store = small_store(tmp_path / "work.journey")
    cards = [dataclasses.replace(CARD, id=f"n{n}", text="old " * 90) for n in range(CARDS)]
    store.write(step(1), [Change(Card, card.id, None, card) for card in cards])
    store.close()
    return store.path


def journal_of(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def in_the_middle(work: Path, aside: Path) -> None:
    """Let the pages of a step reach the disk before it ends, and keep what is there then."""
    store = Store.open(work)
    store._database.raw.execute("PRAGMA cache_size=1")
    with suppress(PlugPulledError), store._database.transaction() as raw:
        raw.execute("UPDATE card SET text = replace(text, 'old', 'new')")
        raw.execute("UPDATE step SET label = 'never'")
        shutil.copy(work, aside)
        shutil.copy(journal_of(work), journal_of(aside))
        raise PlugPulledError
    store.close()


def mixed(old: bytes, new: bytes, chance: Random) -> bytes:
    """Return a file of which some sectors were written and some not."""
    both = zip_longest(sectors(old), sectors(new), fillvalue=b"")
    return b"".join(chance.choice(pair) or max(pair) for pair in both)


def sectors(content: bytes) -> list[bytes]:
    return [content[at : at + SECTOR] for at in range(0, len(content), SECTOR)]


def test_a_step_whose_pages_were_half_written_is_taken_back(work: Path, tmp_path: Path) -> None:
    old, aside = work.read_bytes(), tmp_path / "aside.journey"
    in_the_middle(work, aside)
    new, journal = aside.read_bytes(), journal_of(aside).read_bytes()
    assert new != old
    assert journal
    store = Store.open(work)
    expected, steps = store.load(), store.steps()
    store.close()
    chance = Random(4)
    for _state in range(STATES):
        aside.write_bytes(mixed(old, new, chance))
        journal_of(aside).write_bytes(journal)
        store = Store.open(aside)
        assert store.load() == expected
        assert store.steps() == steps
        store.close()
        assert not journal_of(aside).exists()


def test_without_its_journal_such_a_file_would_be_torn(work: Path, tmp_path: Path) -> None:
    """The test above can fail: what it mends is really broken."""
    old, aside = work.read_bytes(), tmp_path / "aside.journey"
    in_the_middle(work, aside)
    new = aside.read_bytes()
    with Store.open(work)._database.using() as raw:
        texts = {row[0] for row in raw.execute("SELECT text FROM card")}
    chance = Random(4)
    torn = 0
    for _state in range(20):
        content = mixed(old, new, chance)
        torn += b"new new" in content and b"old old" in content
    assert torn == 20
    assert not any("new" in text for text in texts)


def test_the_model_of_the_disk_loses_what_was_not_waited_for() -> None:
    disk = Disk({"/d/a": b"old"})
    disk.write("/d/a", 0, b"new")
    disk.create("/d/b")
    disk.write("/d/b", 0, b"bee")
    disk.sync("/d/b")
    states = [disk.after_power_loss(Random(seed)) for seed in range(60)]
    assert {state["/d/a"] for state in states} == {b"old", b"new"}
    assert {state.get("/d/b") for state in states} == {None, b"bee"}
    disk.sync("/d/a")
    disk.sync_folder("/d")
    states = [disk.after_power_loss(Random(seed)) for seed in range(60)]
    assert states == [{"/d/a": b"new", "/d/b": b"bee"}] * 60


def test_the_model_of_the_disk_keeps_the_order_of_names() -> None:
    disk = Disk({"/d/a": b"old"})
    disk.create("/d/part")
    disk.write("/d/part", 0, b"new")
    disk.sync("/d/part")
    disk.rename("/d/part", "/d/a")
    found = {tuple(sorted(disk.after_power_loss(Random(n)).items())) for n in range(60)}
    assert found == {
        (("/d/a", b"old"),),
        (("/d/a", b"old"), ("/d/part", b"new")),
        (("/d/a", b"new"),),
    }


HEADER = 28
"""Bytes at the start of a journal: its mark, how many pages it holds, what they are."""

WRITTEN = bytes.fromhex("d9d505f920a163d7") + b"\xff" * 4
"""The mark of a journal that counts, and the number of pages that means "all there are"."""


def test_a_migration_whose_journal_is_still_there_is_taken_back(tmp_path: Path) -> None:
    """The header speaks of the new format already: all pages are written, the commit is not."""
    work, aside = tmp_path / "work.journey", tmp_path / "aside.journey"
    store = small_store(work)
    expected = store.load()
    store.close()
    older.make_older(work)
    with closing(connect(work)) as raw:
        prepare_writing(raw)
        raw.execute("PRAGMA journal_mode=PERSIST")
        with engine_on(raw).begin() as connection:
            older.upgrade(connection)
            connection.exec_driver_sql(f"PRAGMA user_version={FORMAT}")
            header = bytearray(journal_of(work).read_bytes()[:HEADER])
    shutil.copy(work, aside)
    header[: len(WRITTEN)] = WRITTEN
    journal_of(aside).write_bytes(bytes(header) + journal_of(work).read_bytes()[HEADER:])
    assert aside.read_bytes()[60:64] == FORMAT.to_bytes(4, "big")
    with older.known(), closing(Store.open(aside)) as store:
        assert store.load() == expected
