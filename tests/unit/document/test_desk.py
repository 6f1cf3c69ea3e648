"""Looking, earlier states and what a crash left."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journeymapper.document import operations
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document
from journeymapper.document.errors import ConflictError, LockedError
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.errors import RefusedError, UserError
from journeymapper.domain.message import _
from journeymapper.domain.sources import new_id


class Clock:
    """A clock that stands still until a test turns it."""

    def __init__(self) -> None:
        self.time = datetime(2026, 5, 9, 10, 14, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Desk:
    return Desk(tmp_path / "working", clock, new_id, tmp_path / "backups")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "maps"
    folder.mkdir()
    return folder / "visit.journey"


def begin(tx: Tx) -> None:
    operations.add_project(tx, title="Visit")
    operations.add_stage(tx, operations.add_map(tx, "Visit"), "Arrive")


def rename(document: Document, title: str) -> None:
    with document.step(_("Rename")) as tx:
        operations.set_project(tx, title=title)


def title_of(document: Document) -> str:
    return queries.project(document.snapshot).title


def made(desk: Desk, file: Path) -> str:
    document = desk.create(begin, _("Start"))
    document.save_as(file)
    document.close()
    return document.doc_id


def test_viewing_changes_and_locks_nothing(desk: Desk, file: Path) -> None:
    made(desk, file)
    seen = desk.view(file)
    assert seen.save_state == "read_only"
    with pytest.raises(RefusedError):
        rename(seen, "Other")
    working = desk.open(file)
    rename(working, "Other")
    working.close()
    seen.close()
    assert desk.unfinished() == ()
    assert desk.untitled() == ()


def test_a_document_that_is_only_looked_at_can_be_saved_elsewhere(desk: Desk, file: Path) -> None:
    made(desk, file)
    seen = desk.view(file)
    seen.save_as(file.with_name("mine.journey"))
    rename(seen, "Mine")
    seen.close()
    with desk.look(file.with_name("mine.journey")) as again:
        assert title_of(again) == "Mine"


def test_a_lock_that_another_computer_left_can_be_taken(desk: Desk, file: Path) -> None:
    made(desk, file)
    lock = file.with_name(f".{file.name}.lock")
    lock.write_text('{"host": "front-desk", "pid": 7, "at": "", "started": ""}')
    with pytest.raises(LockedError, match="on front-desk"):
        desk.open(file)
    document = desk.open(file, by_force=True)
    rename(document, "Mine")
    document.close()
    assert not lock.exists()


def test_earlier_states_tell_their_size_and_steps(desk: Desk, file: Path, clock: Clock) -> None:
    doc_id = made(desk, file)
    clock.time += timedelta(days=1)
    document = desk.open(file)
    rename(document, "Later")
    document.close()
    later, first = desk.backups(doc_id)
    assert (later.steps, first.steps) == (2, 1)
    assert later.size > 0
    first.path.write_bytes(b"not a map")
    assert first.steps is None


def test_an_earlier_state_becomes_a_document_of_its_own(
    desk: Desk, file: Path, clock: Clock
) -> None:
    doc_id = made(desk, file)
    clock.time += timedelta(days=1)
    document = desk.open(file)
    rename(document, "Later")
    document.close()
    before = file.read_bytes()
    first = desk.backups(doc_id)[-1]
    copy = desk.begin_from(
        first.path, lambda tx: operations.set_project(tx, title="As it was"), _("Open as it was")
    )
    assert copy.doc_id != doc_id
    assert copy.path is None
    assert title_of(copy) == "As it was"
    assert [str(step.label) for step in copy.history()] == ["Start", "Open as it was"]
    copy.undo()
    assert title_of(copy) == "Visit"
    copy.close()
    assert file.read_bytes() == before
    assert [left.title for left in desk.untitled()] == ["Visit"]


def test_what_cannot_be_read_leaves_no_document(desk: Desk, file: Path) -> None:
    file.write_bytes(b"not a map")
    with pytest.raises(UserError):
        desk.begin_from(file, begin, _("Open"))
    assert desk.untitled() == ()


def test_a_conflict_names_when_each_was_last_changed_and_both_can_be_opened(
    desk: Desk, file: Path, clock: Clock, tmp_path: Path
) -> None:
    made(desk, file)
    theirs = tmp_path / "theirs.journey"
    shutil.copy(file, theirs)
    other = Desk(tmp_path / "elsewhere", clock, new_id)
    document = other.open(theirs)
    rename(document, "Theirs")
    document.close()
    crashed = desk.open(file)
    clock.time += timedelta(hours=1)
    rename(crashed, "Mine")
    crashed._store.close()  # as a crash would leave it
    crashed._publisher._release()
    shutil.copy(theirs, file)
    with pytest.raises(ConflictError) as caught:
        desk.open(file)
    left = caught.value.leftover
    assert left.at == "2026-05-09T11:14:00.000+00:00"
    assert left.head is not None
    assert left.head.seq == 1
    desk.set_free(left)
    opened = desk.open(file)
    assert title_of(opened) == "Theirs"
    opened.close()
    (kept,) = desk.untitled()
    mine = desk.resume(kept)
    assert title_of(mine) == "Mine"
    mine.close()


def test_a_file_whose_words_cannot_be_read_leaves_nothing_open(desk: Desk, file: Path) -> None:
    made(desk, file)
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        raw.execute("UPDATE project SET example = 2")
    before = file.read_bytes()
    for _attempt in range(2):
        with pytest.raises(UserError, match="damaged"):
            desk.open(file)
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]
    assert desk.unfinished() == ()
