"""A disk that takes no more: nothing acknowledged is lost, and it goes on when there is room."""

from __future__ import annotations

import dataclasses
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from journeymapper.domain.changes import Change
from journeymapper.domain.entities import Card
from journeymapper.storage.errors import PublishError, WriteError
from journeymapper.storage.files import publish
from journeymapper.storage.store import Store
from tests.unit.storage.samples import CARD, small_store, step

ENDLESS = "word " * 1900


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """Let every write beyond this size fail; in bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def add_card(store: Store, seq: int) -> None:
    card = dataclasses.replace(CARD, id=f"card-{seq}", text=ENDLESS)
    store.write(step(seq), [Change(Card, card.id, None, card)])


def refusal(store: Store, seq: int) -> str:
    """Add a card; returns why that was not possible, or nothing."""
    try:
        add_card(store, seq)
    except WriteError as error:
        return str(error)
    return ""


def test_steps_on_a_full_disk(tmp_path: Path) -> None:
    store = small_store(tmp_path / "work.journey")
    seq = 1
    with no_file_larger_than(store.path.stat().st_size + 200_000):
        while seq < 1000 and not (said := refusal(store, seq)):
            seq += 1
        assert said == "There is no room on the disk."
        assert 1 < seq < 1000
        assert [found.seq for found in store.steps()] == list(range(seq))
        assert len(store.load()[Card]) == seq
    add_card(store, seq)
    store.close()
    store = Store.open(store.path)
    assert len(store.load()[Card]) == seq + 1
    assert len(store.steps()) == seq + 1
    store.close()


@pytest.mark.parametrize("room", [2000, 4096, 100_000], ids=["half a page", "a page", "half"])
def test_publishing_on_a_full_disk(tmp_path: Path, room: int) -> None:
    (tmp_path / "work").mkdir()
    target = tmp_path / "user" / "map.journey"
    target.parent.mkdir()
    store = small_store(tmp_path / "work" / "work.journey")
    identity = publish(store, target, None)
    before = target.read_bytes()
    for seq in range(1, 20):
        add_card(store, seq)
    with no_file_larger_than(room), pytest.raises(PublishError, match="no room"):
        publish(store, target, identity)
    assert target.read_bytes() == before
    assert list(target.parent.iterdir()) == [target]
    assert list(store.path.parent.iterdir()) == [store.path] or _only_journal(store.path)
    assert publish(store, target, identity).head == store.head()
    store.close()


def _only_journal(work: Path) -> bool:
    return {path.name for path in work.parent.iterdir()} == {work.name, work.name + "-journal"}
