"""What a process that ended in the middle of something leaves among the working copies."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journeymapper.storage.errors import DocumentError
from journeymapper.storage.files import publish
from journeymapper.storage.notes import Note, note_path, read_note, write_note
from journeymapper.storage.owners import this_process
from journeymapper.storage.store import Store
from journeymapper.storage.working import WorkingCopies
from tests.unit.storage.samples import SMALL, added, small_store, step, tables_of


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


def crash(store: Store) -> None:
    """End as a killed process does: nothing is put away, the system closes what was open."""
    store._database.raw.close()


def dead_process() -> int:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def test_a_document_that_was_only_begun_is_nothing(work: Path) -> None:
    crash(WorkingCopies(work).new("doc-1"))
    assert len(list(work.glob("*.journey"))) == 1
    assert WorkingCopies(work).leftovers() == []
    assert list(work.iterdir()) == []


def test_side_files_without_their_copy_are_swept(work: Path) -> None:
    work.mkdir(parents=True)
    dead = dead_process()
    for name in (f"{dead}-1.tmp", f"{dead}-1.tmp-journal", f"{dead}-1.pages.tmp"):
        (work / name).touch()
    for name in ("a.json", "a.journey-journal", ".a.journey.lock"):
        (work / name).touch()
    kept = ["b.damaged", "b.damaged-journal", "x.txt", f"{os.getpid()}-1.tmp-journal"]
    for name in kept:
        (work / name).touch()
    assert WorkingCopies(work).leftovers() == []
    assert sorted(path.name for path in work.iterdir()) == sorted(kept)


def test_a_note_that_is_just_being_made_by_another_stays(work: Path) -> None:
    work.mkdir(parents=True)
    write_note(work / "a.journey", Note("doc", None, this_process()))
    WorkingCopies(work).leftovers()
    assert [path.name for path in work.iterdir()] == ["a.json"]


@pytest.mark.parametrize("ending", ["part", "copy", "copy-journal", "copy.pages"])
def test_scraps_beside_the_file_are_swept_when_it_is_opened(
    work: Path, file: Path, ending: str
) -> None:
    scrap = file.with_name(f".map.journey.{ending}")
    scrap.write_bytes(b"half")
    WorkingCopies(work).adopt(file, only_view=True)
    assert scrap.exists()
    WorkingCopies(work).adopt(file)
    assert not scrap.exists()


def test_saved_as_and_ended_before_that_was_noted(work: Path, file: Path) -> None:
    """The file holds everything, so nothing waits for a file any more."""
    store = WorkingCopies(work).new("doc-1")
    store.write(step(0), added(*SMALL))
    target = file.with_name("saved.journey")
    publish(store, target, None)
    crash(store)
    copies = WorkingCopies(work)
    assert len(copies.leftovers()) == 1
    opened, _identity = copies.adopt(target)
    assert copies.leftovers() == []
    assert list(work.glob("*.journey")) == [opened.path]


def test_what_was_saved_from_a_view_is_not_worthless(work: Path, file: Path) -> None:
    copies = WorkingCopies(work)
    store, _identity = copies.adopt(file, only_view=True)
    target = file.with_name("mine.journey")
    identity = publish(store, target, None)
    copies.note_source(store, target)
    store.write(step(1, salt="later"), [])
    expected = store.head()
    crash(store)
    opened, now = WorkingCopies(work).adopt(target)
    assert now == identity
    assert opened.head() == expected


def test_a_leftover_of_a_newer_program_is_not_touched(work: Path, file: Path) -> None:
    store, _identity = WorkingCopies(work).adopt(file)
    store._database.raw.execute("PRAGMA user_version=99")
    crash(store)
    before = store.path.read_bytes()
    with pytest.raises(DocumentError, match="newer version"):
        WorkingCopies(work).adopt(file)
    assert store.path.read_bytes() == before


def test_a_leftover_whose_words_cannot_be_read_is_put_aside(work: Path, file: Path) -> None:
    store, _identity = WorkingCopies(work).adopt(file)
    store._database.raw.execute("UPDATE card SET severity = 'awful'")
    crash(store)
    opened, _now = WorkingCopies(work).adopt(file)
    assert opened.load() == tables_of(SMALL)
    assert store.path.with_suffix(".damaged").exists()


def test_a_note_that_cannot_be_read_is_not_passed_over(work: Path, file: Path) -> None:
    store, _identity = WorkingCopies(work).adopt(file)
    crash(store)
    note = note_path(store.path)
    note.unlink()
    note.mkdir()  # reading it is an error of the system
    with pytest.raises(DocumentError):
        WorkingCopies(work).adopt(file)
    assert store.path.exists()
    with pytest.raises(OSError, match="directory"):
        read_note(store.path)


def test_a_file_that_is_written_while_it_is_read(
    work: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plainly = shutil.copyfileobj

    def slowly(original: object, copy: object, *more: object) -> None:
        plainly(original, copy, *more)  # type: ignore[arg-type]
        os.utime(file, ns=(1, 1))

    monkeypatch.setattr(shutil, "copyfileobj", slowly)
    before = file.read_bytes()
    with pytest.raises(DocumentError, match="just now"):
        WorkingCopies(work).adopt(file)
    assert list(work.iterdir()) == []
    assert file.read_bytes() == before
