"""A copy of an open document, made in pieces while others go on writing to it."""

from __future__ import annotations

import dataclasses
import threading
from pathlib import Path

import pytest

from journeymapper.domain.changes import Change
from journeymapper.domain.entities import Card
from journeymapper.storage.errors import WriteError
from journeymapper.storage.files import identify, publish
from journeymapper.storage.store import Store
from tests.unit.storage.conftest import AsOrdinaryUser
from tests.unit.storage.samples import CARD, small_store, step

MEGABYTE = b"0123456789abcdef" * 65536


def add_card(store: Store, seq: int, blob: bytes = b"") -> None:
    card = dataclasses.replace(CARD, id=f"card-{seq}", text=f"Card {seq}")
    blobs = {f"blob-{seq}": ("image/png", blob)} if blob else {}
    store.write(step(seq), [Change(Card, card.id, None, card)], blobs)


def texts(path: Path) -> set[str]:
    opened = Store.open(path)
    try:
        return {str(getattr(card, "text", "")) for card in opened.load()[Card].values()}
    finally:
        opened.close()


def test_the_copy_holds_one_state_although_steps_go_on(tmp_path: Path) -> None:
    store = small_store(tmp_path / "work.journey")
    for seq in range(1, 25):
        add_card(store, seq, MEGABYTE)
    copy = tmp_path / "copy.journey"
    copying = threading.Thread(target=store.copy_to, args=(copy,))
    copying.start()
    seq = 25
    while copying.is_alive():
        add_card(store, seq)
        seq += 1
    copying.join()
    head = identify(copy).head
    assert head is not None
    assert 24 <= head.seq < seq
    wanted = {f"Card {n}" for n in range(1, head.seq + 1)}
    assert wanted <= texts(copy)
    assert f"Card {head.seq + 1}" not in texts(copy)
    assert sorted(path.name for path in tmp_path.iterdir() if "copy" in path.name) == [copy.name]
    store.close()


def test_a_copy_of_what_is_closed_meanwhile_leaves_nothing(tmp_path: Path) -> None:
    store = small_store(tmp_path / "work.journey")
    store.close()
    with pytest.raises(Exception, match=r"disk|damaged"):
        store.copy_to(tmp_path / "copy.journey")
    assert [path.name for path in tmp_path.iterdir()] == ["work.journey"]


def test_a_copy_that_cannot_be_written_says_so(
    public_folder: Path, as_ordinary_user: AsOrdinaryUser
) -> None:
    with as_ordinary_user():
        store = small_store(public_folder / "w.journey")
        locked = public_folder / "locked"
        locked.mkdir(mode=0o555)
        with pytest.raises(WriteError):
            store.copy_to(locked / "copy.journey")
        store.close()


def test_where_our_own_folder_takes_no_more_the_file_is_saved_all_the_same(
    public_folder: Path, as_ordinary_user: AsOrdinaryUser
) -> None:
    with as_ordinary_user():
        ours, theirs = public_folder / "ours", public_folder / "theirs"
        ours.mkdir()
        theirs.mkdir()
        store = small_store(ours / "w.journey")
        ours.chmod(0o555)
        identity = publish(store, theirs / "map.journey", None)
        ours.chmod(0o755)
        assert identity.head == store.head()
        assert [path.name for path in theirs.iterdir()] == ["map.journey"]
        store.close()
