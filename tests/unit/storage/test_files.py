"""The user's file is the old one or the new one, never anything between."""

from __future__ import annotations

import dataclasses
import errno
import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from journeymapper.domain.entities import ENTITIES, Attachment, Card
from journeymapper.domain.fields import specs_of
from journeymapper.storage.errors import DocumentError, PublishError
from journeymapper.storage.files import FileIdentity, TargetChangedError, identify, publish
from journeymapper.storage.store import Head, Store
from tests.unit.storage.conftest import AsOrdinaryUser
from tests.unit.storage.samples import CARD, SMALL, added, small_store, step, tables_of, updated


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The user's folder."""
    folder = tmp_path / "user"
    folder.mkdir()
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A working copy in its own folder."""
    (tmp_path / "work").mkdir()
    return small_store(tmp_path / "work" / "w.journey")


def change(store: Store, text: str) -> None:
    card = store.load()[Card]["k"]
    head = store.head()
    assert head is not None
    assert isinstance(card, Card)
    store.write(
        step(head.seq + 1, salt=text), [updated(card, dataclasses.replace(card, text=text))]
    )


def loaded(path: Path) -> object:
    opened = Store.open(path)
    try:
        return opened.load()
    finally:
        opened.close()


@pytest.mark.parametrize("name", ["map.journey", "a?b#c%20d 😀.journey", "x" * 247 + ".journey"])
def test_a_new_file(store: Store, folder: Path, name: str) -> None:
    identity = publish(store, folder / name, None)
    assert identity == identify(folder / name)
    assert (identity.doc_id, identity.head) == ("doc", Head(0, step(0).id))
    assert [path.name for path in folder.iterdir()] == [name]
    assert [path.name for path in store.path.parent.glob("*.tmp")] == []
    assert loaded(folder / name) == tables_of(SMALL)


def test_the_next_state_replaces_the_last(store: Store, folder: Path) -> None:
    target = folder / "map.journey"
    first = publish(store, target, None)
    change(store, "Second")
    second = publish(store, target, first)
    assert second.head == store.head()
    assert loaded(target) == store.load()


def test_it_keeps_the_mode_and_follows_links(store: Store, folder: Path) -> None:
    real, link = folder / "real.journey", folder / "link.journey"
    identity = publish(store, real, None)
    real.chmod(0o640)
    link.symlink_to(real)
    change(store, "Through the link")
    publish(store, link, identity)
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert loaded(real) == store.load()


def test_a_file_that_is_there_is_not_overwritten_unasked(store: Store, folder: Path) -> None:
    target = folder / "map.journey"
    target.write_text("a letter")
    with pytest.raises(TargetChangedError, match="already"):
        publish(store, target, None)
    assert target.read_text() == "a letter"
    publish(store, target, None, replace=True)
    assert loaded(target) == store.load()


def test_a_file_that_others_changed_is_kept(store: Store, folder: Path, tmp_path: Path) -> None:
    target = folder / "map.journey"
    identity = publish(store, target, None)
    other = Store.open(_copy(target, tmp_path / "other.journey"))
    change(other, "By somebody else")
    publish(other, target, identity)
    theirs = target.read_bytes()
    change(store, "Mine")
    with pytest.raises(TargetChangedError, match="changed this file"):
        publish(store, target, identity)
    assert target.read_bytes() == theirs
    assert [path.name for path in folder.iterdir()] == ["map.journey"]


def test_a_file_that_was_only_touched_is_replaced(store: Store, folder: Path) -> None:
    """A sync program may write the same content anew; that is no reason to stop."""
    target = folder / "map.journey"
    identity = publish(store, target, None)
    content = target.read_bytes()
    target.unlink()
    target.write_bytes(content)
    os.utime(target, ns=(1, 1))
    change(store, "Goes on")
    assert publish(store, target, identity).head == store.head()


def test_a_file_that_is_gone_is_not_made_anew(store: Store, folder: Path) -> None:
    target = folder / "map.journey"
    identity = publish(store, target, None)
    target.rename(folder / "renamed.journey")
    with pytest.raises(TargetChangedError, match="moved or deleted"):
        publish(store, target, identity)
    assert [path.name for path in folder.iterdir()] == ["renamed.journey"]


def test_a_file_that_another_program_writes_is_left_alone(store: Store, folder: Path) -> None:
    target = folder / "map.journey"
    identity = publish(store, target, None)
    before = target.read_bytes()
    (folder / "map.journey-journal").write_bytes(b"\xd9\xd5\x05\xf9 in the middle of something")
    with pytest.raises(TargetChangedError, match="is changing"):
        publish(store, target, identity)
    assert target.read_bytes() == before


def test_no_folder_no_file(store: Store, folder: Path) -> None:
    with pytest.raises(PublishError, match="folder is not there"):
        publish(store, folder / "none" / "map.journey", None)
    (folder / "taken.journey").mkdir()
    with pytest.raises(PublishError, match="Something else"):
        publish(store, folder / "taken.journey", None, replace=True)
    (folder / "loop.journey").symlink_to(folder / "loop.journey")
    with pytest.raises(PublishError):
        publish(store, folder / "loop.journey", None)


def test_a_folder_that_may_not_be_written(
    public_folder: Path, as_ordinary_user: AsOrdinaryUser
) -> None:
    (public_folder / "user").mkdir()
    with as_ordinary_user():
        store = small_store(public_folder / "w.journey")
        with pytest.raises(PublishError, match="no permission"):
            publish(store, public_folder / "user" / "map.journey", None)
        store.close()
    assert list((public_folder / "user").iterdir()) == []
    assert {path.name for path in public_folder.iterdir()} == {"user", "w.journey"}


def test_an_error_after_the_file_was_put_in_its_place(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk does not confirm, so it is not said to be saved; the next try knows it as ours."""
    target = folder / "map.journey"
    identity = publish(store, target, None)
    change(store, "Second")

    def disk_that_fails_for_folders(
        descriptor: int, real: Callable[[int], None] = os.fsync
    ) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode) and identify(target).head == store.head():
            raise OSError(errno.EIO, "broken")
        real(descriptor)

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", disk_that_fails_for_folders)
        with pytest.raises(PublishError, match="did not take"):
            publish(store, target, identity)
    change(store, "Third")
    assert publish(store, target, identity).head == store.head()


def test_a_row_that_another_program_wrote_is_kept(store: Store, folder: Path) -> None:
    """It makes no step, so the history says nothing of it."""
    target = folder / "map.journey"
    identity = publish(store, target, None)
    with closing(sqlite3.connect(target, isolation_level=None)) as raw:
        raw.execute("UPDATE card SET text = 'by another program'")
    theirs = target.read_bytes()
    change(store, "Mine")
    with pytest.raises(TargetChangedError, match="changed this file"):
        publish(store, target, identity)
    assert target.read_bytes() == theirs


def test_an_older_state_that_came_back_is_not_overwritten(store: Store, folder: Path) -> None:
    """As when a sync program brings yesterday's file back: that was somebody's wish."""
    target = folder / "map.journey"
    yesterday = publish(store, target, None)
    content = target.read_bytes()
    change(store, "Today")
    today = publish(store, target, yesterday)
    target.write_bytes(content)
    change(store, "More")
    with pytest.raises(TargetChangedError):
        publish(store, target, today)
    assert target.read_bytes() == content


def test_what_was_written_is_read_back(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = folder / "map.journey"
    identity = publish(store, target, None)
    before = target.read_bytes()
    change(store, "Second")

    def disk_that_forgets(_descriptor: int) -> None:
        part = folder / ".map.journey.part"
        if part.exists() and part.stat().st_size:
            with part.open("r+b") as file:
                file.seek(-1, os.SEEK_END)
                file.write(b"\xff")

    monkeypatch.setattr(os, "fsync", disk_that_forgets)
    with pytest.raises(PublishError, match="whole file"):
        publish(store, target, identity)
    assert target.read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["map.journey"]


def test_a_part_left_by_a_crash_is_in_nobodys_way(store: Store, folder: Path) -> None:
    (folder / ".map.journey.part").write_bytes(b"half")
    publish(store, folder / "map.journey", None)
    assert [path.name for path in folder.iterdir()] == ["map.journey"]


def test_identify_refuses_what_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x" * 999)
    with pytest.raises(DocumentError):
        identify(tmp_path / "x")
    with pytest.raises(DocumentError):
        identify(tmp_path / "missing")


def test_identities_compare_by_content(store: Store, folder: Path) -> None:
    first = publish(store, folder / "a.journey", None)
    second = publish(store, folder / "b.journey", None)
    assert first.is_same_content(second)
    assert not first.is_same_file((folder / "b.journey").stat())
    assert not first.is_same_content(FileIdentity("other", first.head, first.marks, first.writings))


def test_a_copy_without_history_holds_no_word_of_it(store: Store, folder: Path) -> None:
    change(store, "SECRET words")
    change(store, "Harmless")
    store.write(step(3), [], {"picture": ("image/png", b"SECRET pixels")})
    store.copy_to(folder / "all.journey")
    store.copy_to(folder / "bare.journey", new_doc_id="other", without_history=True)
    assert b"SECRET" in (folder / "all.journey").read_bytes()
    bare = (folder / "bare.journey").read_bytes()
    assert b"SECRET" not in bare
    assert CARD.text.encode() not in bare
    copy = Store.open(folder / "bare.journey")
    assert copy.doc_id == "other"
    assert copy.load() == store.load()
    assert [found.seq for found in copy.steps()] == [0]
    change(copy, "Goes on")
    copy.close()
    with pytest.raises(DocumentError, match="already"):
        store.copy_to(folder / "all.journey")


def _copy(source: Path, target: Path) -> Path:
    target.write_bytes(source.read_bytes())
    return target


def test_a_copy_without_history_holds_no_picture_that_nothing_shows(
    store: Store, folder: Path
) -> None:
    shown, gone = Attachment("shown", "image/png", 5), Attachment("gone", "image/png", 4)
    card = dataclasses.replace(CARD, image="shown")
    blobs = {"shown": ("image/png", b"SHOWN"), "gone": ("image/png", b"GONE")}
    store.write(step(1), [*added(shown, gone), updated(CARD, card)], blobs)
    store.copy_to(folder / "bare.journey", new_doc_id="other", without_history=True)
    copy = Store.open(folder / "bare.journey")
    assert set(copy.load()[Attachment]) == {"shown"}
    assert copy.blob("shown") == b"SHOWN"
    copy.close()
    assert b"GONE" not in (folder / "bare.journey").read_bytes()


def test_pictures_are_only_ever_shown_one_by_one() -> None:
    """What looks for pictures that nothing shows knows no lists of them."""
    specs = [spec for kind in ENTITIES for spec in specs_of(kind).values()]
    assert {spec.kind for spec in specs if spec.target == "Attachment"} == {"ref"}
