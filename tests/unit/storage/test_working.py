"""Working copies: opening, what a crash leaves, and which of two states is the newer."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

import pytest

from journeymapper.domain.entities import Card
from journeymapper.storage.errors import DocumentError
from journeymapper.storage.files import FileIdentity, identify, publish
from journeymapper.storage.lock import LockedError
from journeymapper.storage.notes import Note, note_path, read_note, write_note
from journeymapper.storage.owners import this_process
from journeymapper.storage.store import Head, Store
from journeymapper.storage.working import ConflictError, WorkingCopies
from tests.unit.storage.conftest import AsOrdinaryUser
from tests.unit.storage.samples import SMALL, added, small_store, step, tables_of, updated


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """The folder of the working copies; not there yet."""
    return tmp_path / "data" / "work"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A user's file."""
    (tmp_path / "user").mkdir()
    path = tmp_path / "user" / "map.journey"
    small_store(path).close()
    return path


def change(store: Store, text: str) -> None:
    card = store.load()[Card]["k"]
    head = store.head()
    assert head is not None
    assert isinstance(card, Card)
    after = dataclasses.replace(card, text=text)
    store.write(step(head.seq + 1, salt=text), [updated(card, after)])


def crash(store: Store) -> None:
    """End as a killed process does: nothing is put away, the system closes what was open."""
    store._database.raw.close()


def test_a_copy_is_opened_and_the_file_is_left_alone(work: Path, file: Path) -> None:
    before = file.read_bytes()
    copies = WorkingCopies(work)
    store, identity = copies.adopt(file)
    assert identity == identify(file)
    assert store.path.parent == work
    assert store.load() == tables_of(SMALL)
    change(store, "Mine")
    assert file.read_bytes() == before
    publish(store, file, identity)
    copies.drop(store)
    assert list(work.iterdir()) == []
    assert [path.name for path in file.parent.iterdir()] == ["map.journey"]


def test_a_new_document_stays_until_it_is_dropped(work: Path) -> None:
    copies = WorkingCopies(work)
    store = copies.new("doc-1")
    store.write(step(0), added(*SMALL))
    assert copies.leftovers() == []
    store.close()
    (found,) = copies.leftovers()
    assert (found.path, found.doc_id, found.source) == (store.path, "doc-1", None)
    assert (found.head, found.title, found.damaged) == (Head(0, step(0).id), "Practice", False)
    again = copies.reopen(found)
    assert again.load() == tables_of(SMALL)
    with pytest.raises(LockedError):
        copies.reopen(found)
    with pytest.raises(LockedError):
        copies.discard(found)
    copies.drop(again)
    assert copies.leftovers() == []
    assert list(work.iterdir()) == []


def test_changes_that_a_crash_left_are_found_again(work: Path, file: Path) -> None:
    store, _identity = WorkingCopies(work).adopt(file)
    change(store, "Not lost")
    expected = store.load()
    crash(store)
    copies = WorkingCopies(work)
    assert [(left.source, left.title) for left in copies.leftovers()] == [(file, "Practice")]
    recovered, identity = copies.adopt(file)
    assert recovered.load() == expected
    assert recovered.head() != identity.head
    assert identity.head == Head(0, step(0).id)
    publish(recovered, file, identity)
    copies.drop(recovered)
    assert list(work.iterdir()) == []


def test_a_leftover_that_the_file_contains_is_dropped(work: Path, file: Path) -> None:
    store, identity = WorkingCopies(work).adopt(file)
    change(store, "Published")
    second = publish(store, file, identity)
    crash(store)
    _go_on_elsewhere(file, second)
    copies = WorkingCopies(work)
    opened, now = copies.adopt(file)
    assert opened.head() == now.head
    assert len(opened.steps()) == 3
    assert len(list(work.glob("*.journey"))) == 1
    copies.drop(opened)


def test_a_leftover_like_the_file_is_opened(work: Path, file: Path) -> None:
    store, _identity = WorkingCopies(work).adopt(file)
    crash(store)
    opened, identity = WorkingCopies(work).adopt(file)
    assert opened.path == store.path
    assert opened.head() == identity.head


def test_two_states_that_went_apart_are_both_kept(work: Path, file: Path) -> None:
    store, identity = WorkingCopies(work).adopt(file)
    change(store, "Mine, not published")
    mine = store.load()
    crash(store)
    _go_on_elsewhere(file, identity)
    theirs = file.read_bytes()
    copies = WorkingCopies(work)
    with pytest.raises(ConflictError, match="changed elsewhere") as conflict:
        copies.adopt(file)
    assert file.read_bytes() == theirs
    assert copies.leftovers() == [conflict.value.leftover]
    copies.set_free(conflict.value.leftover)
    opened, now = copies.adopt(file)
    assert opened.head() == now.head
    (free,) = copies.leftovers()
    assert free.source is None
    assert copies.reopen(free).load() == mine


def test_a_damaged_leftover_is_put_aside_and_the_file_opened(work: Path, file: Path) -> None:
    store, _identity = WorkingCopies(work).adopt(file)
    crash(store)
    store.path.write_bytes(b"no database any more" * 99)
    copies = WorkingCopies(work)
    (found,) = copies.leftovers()
    assert found.damaged
    assert found.source == file
    opened, _now = copies.adopt(file)
    assert opened.load() == tables_of(SMALL)
    assert store.path.with_suffix(".damaged").exists()


def test_saving_under_a_name_gives_a_document_its_file(work: Path, file: Path) -> None:
    copies = WorkingCopies(work)
    store = copies.new("doc-1")
    store.write(step(0), added(*SMALL))
    target = file.with_name("saved.journey")
    publish(store, target, None)
    copies.note_source(store, target)
    change(store, "Later")
    crash(store)
    opened, _identity = WorkingCopies(work).adopt(target)
    assert opened.path == store.path
    assert opened.head() != identify(target).head


def test_another_file_of_the_same_document_is_another_copy(work: Path, file: Path) -> None:
    copy = file.with_name("copy.journey")
    copy.write_bytes(file.read_bytes())
    copies = WorkingCopies(work)
    first, _ = copies.adopt(file)
    second, _ = copies.adopt(copy)
    assert first.path != second.path
    with pytest.raises(LockedError):
        copies.adopt(file)


def test_a_copy_that_another_process_has_is_left_to_it(work: Path, file: Path) -> None:
    store, _identity = WorkingCopies(work).adopt(file)
    store.close()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        owner = dataclasses.replace(this_process(), pid=child.pid, started="")
        write_note(store.path, dataclasses.replace(read_note(store.path), owner=owner))
        copies = WorkingCopies(work)
        assert copies.leftovers() == []
        with pytest.raises(LockedError):
            copies.adopt(file)
        child.kill()
    assert len(WorkingCopies(work).leftovers()) == 1


def test_looking_needs_no_right_to_write_and_leaves_nothing(
    public_folder: Path, as_ordinary_user: AsOrdinaryUser
) -> None:
    (public_folder / "user").mkdir()
    path = public_folder / "user" / "map.journey"
    small_store(path).close()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    with as_ordinary_user():
        store, _identity = WorkingCopies(public_folder / "work").adopt(path, only_view=True)
        assert store.load() == tables_of(SMALL)
        crash(store)
        assert WorkingCopies(public_folder / "work").leftovers() == []
        assert list((public_folder / "work").iterdir()) == []
    assert [found.name for found in path.parent.iterdir()] == ["map.journey"]


def test_a_lost_note_loses_no_document(work: Path) -> None:
    store = WorkingCopies(work).new("doc-1")
    store.write(step(0), added(*SMALL))
    crash(store)
    note_path(store.path).write_text("{")
    (found,) = WorkingCopies(work).leftovers()
    assert (found.doc_id, found.title, found.source) == ("doc-1", "Practice", None)


@pytest.mark.parametrize("name", ["a?b#c%20d 😀.journey", os.fsdecode(b"\xff\xfe.journey")])
def test_any_name_is_found_again(work: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    small_store(tmp_path / "plain").close()
    (tmp_path / "plain").rename(path)
    store, _identity = WorkingCopies(work).adopt(path)
    change(store, "Kept")
    crash(store)
    copies = WorkingCopies(work)
    assert copies.leftovers()[0].source == path
    opened, identity = copies.adopt(path)
    assert opened.path == store.path
    publish(opened, path, identity)
    assert identify(path).head == opened.head()


@pytest.mark.parametrize("side", ["-journal", "-wal"])
def test_a_file_that_another_program_writes_is_not_opened(
    work: Path, file: Path, side: str
) -> None:
    file.with_name(file.name + side).write_bytes(b"in the middle of something")
    with pytest.raises(DocumentError, match="Another program"):
        WorkingCopies(work).adopt(file)


def test_a_refused_file_leaves_nothing(work: Path, file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[8192:] = bytes(len(content) - 8192)
    file.write_bytes(content)
    with pytest.raises(DocumentError, match="damaged"):
        WorkingCopies(work).adopt(file)
    assert list(work.iterdir()) == []
    assert file.read_bytes() == bytes(content)


def test_a_working_copy_is_not_opened_as_a_file(work: Path) -> None:
    copies = WorkingCopies(work)
    store = copies.new("doc-1")
    with pytest.raises(DocumentError, match="working copy"):
        copies.adopt(store.path)


def test_scraps_of_dead_processes_are_swept(work: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    work.mkdir(parents=True)
    dead, mine = work / f"{child.pid}-00.tmp", work / f"{os.getpid()}-00.tmp"
    dead.touch()
    mine.touch()
    assert WorkingCopies(work).leftovers() == []
    assert list(work.iterdir()) == [mine]


def test_notes_come_back(tmp_path: Path) -> None:
    note = Note("doc", tmp_path / os.fsdecode(b"\xff ?"), this_process(), only_view=True)
    write_note(tmp_path / "x.journey", note)
    assert read_note(tmp_path / "x.journey") == note


def _go_on_elsewhere(file: Path, identity: FileIdentity) -> None:
    """Change the user's file as another computer would."""
    other = Store.open(_copied(file))
    change(other, "On another computer")
    publish(other, file, identity)
    other.close()


def _copied(file: Path) -> Path:
    folder = file.parent.parent / "other"
    folder.mkdir()
    copy = folder / "w.journey"
    copy.write_bytes(file.read_bytes())
    return copy
