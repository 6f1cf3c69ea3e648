"""Writing the user's file beside the work: what is in it, and what is truly said meanwhile."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journeymapper.document import operations
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document
from journeymapper.document.publisher import FileFound
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _


def begin(tx: Tx) -> None:
    operations.add_project(tx, title="Visit")
    operations.add_stage(tx, operations.add_map(tx, "Visit"), "Arrive")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    seconds, ids = itertools.count(), itertools.count()
    return Desk(
        tmp_path / "working",
        lambda: datetime(2026, 5, 9, tzinfo=UTC) + timedelta(seconds=next(seconds)),
        lambda: f"id-{next(ids)}",
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "maps"
    folder.mkdir()
    return folder / "visit.journey"


@pytest.fixture
def document(desk: Desk, file: Path) -> Iterator[Document]:
    made = desk.create(begin, _("Start"))
    made.save_as(file)
    yield made
    made.close()


def type_title(document: Document, text: str) -> None:
    with document.step(_("Type"), merge="title") as tx:
        operations.set_project(tx, title=text)


def title_in(desk: Desk, file: Path) -> str:
    with desk.look(file) as seen:
        return queries.project(seen.snapshot).title


def state_of(document: Document) -> str:
    return document.save_state.value


def test_nothing_to_write_is_no_job(document: Document) -> None:
    assert document.publishing() is None


def test_the_file_is_not_called_saved_before_it_is(document: Document) -> None:
    type_title(document, "Written")
    job = document.publishing()
    assert job is not None
    assert state_of(document) == "kept"
    job.run()
    assert state_of(document) == "kept"
    job.finish()
    assert state_of(document) == "saved"


def test_another_thread_writes_and_this_one_goes_on(
    document: Document, desk: Desk, file: Path
) -> None:
    type_title(document, "In the file")
    job = document.publishing()
    assert job is not None
    thread = threading.Thread(target=job.run)
    thread.start()
    thread.join()
    type_title(document, "Not yet in the file")
    job.finish()
    assert title_in(desk, file) == "In the file"
    assert state_of(document) == "kept"
    document.publish()
    assert title_in(desk, file) == "Not yet in the file"


def test_typing_never_rewrites_a_step_that_may_be_in_the_file(document: Document) -> None:
    type_title(document, "A")
    job = document.publishing()
    assert job is not None
    steps = len(document.history())
    type_title(document, "AB")
    type_title(document, "ABC")
    assert len(document.history()) == steps + 2
    job.run()
    type_title(document, "ABCD")
    assert len(document.history()) == steps + 3
    type_title(document, "ABCDE")
    assert len(document.history()) == steps + 3
    job.finish()
    assert state_of(document) == "kept"


def test_a_step_written_while_the_copy_is_made_counts_only_when_it_is_in_it(
    document: Document, desk: Desk, file: Path
) -> None:
    type_title(document, "First")
    job = document.publishing()
    assert job is not None
    type_title(document, "Caught")
    job.finish()
    assert state_of(document) == "saved"
    assert title_in(desk, file) == "Caught"


def test_what_went_wrong_is_said_once_and_tried_again_on_close(
    desk: Desk, document: Document, file: Path
) -> None:
    type_title(document, "Kept")
    original = file.read_bytes()
    file.unlink()
    job = document.publishing()
    assert job is not None
    job.run()
    with pytest.raises(UserError, match="moved or deleted"):
        job.finish()
    job.finish()
    assert state_of(document) == "kept"
    file.write_bytes(original)
    document.publish()
    assert title_in(desk, file) == "Kept"


def test_closing_waits_for_the_file_that_is_being_written(
    desk: Desk, document: Document, file: Path
) -> None:
    type_title(document, "First")
    job = document.publishing()
    assert job is not None
    thread = threading.Thread(target=job.run)
    thread.start()
    type_title(document, "Last")
    document.close()
    thread.join()
    assert title_in(desk, file) == "Last"
    assert desk.unfinished() == ()


def test_saving_as_in_another_thread(document: Document, desk: Desk, file: Path) -> None:
    other = file.with_name("other.journey")
    job = document.moving(other)
    thread = threading.Thread(target=job.run)
    thread.start()
    thread.join()
    assert document.path == file
    job.finish()
    assert document.path == other
    assert title_in(desk, other) == "Visit"


def test_a_place_that_cannot_be_written_leaves_the_document_where_it_is(
    document: Document, file: Path
) -> None:
    with pytest.raises(UserError, match="not there any more"):
        document.save_as(file.parent / "gone" / "visit.journey")
    assert document.path == file
    document.save_as(file)
    assert state_of(document) == "saved"


def test_a_file_that_is_gone_or_changed_is_not_called_saved(document: Document, file: Path) -> None:
    assert document.look_at_file() == FileFound.SAME
    content = file.read_bytes()
    aside = file.with_suffix(".aside")
    file.rename(aside)
    assert document.look_at_file() == FileFound.GONE
    assert state_of(document) == "kept"
    aside.rename(file)
    document.publish()
    assert state_of(document) == "saved"
    file.write_bytes(b"something else")
    assert document.look_at_file() == FileFound.CHANGED
    assert state_of(document) == "kept"
    file.write_bytes(content)
    assert document.look_at_file() == FileFound.SAME


def test_what_is_put_away_waits_for_its_file(desk: Desk, document: Document, file: Path) -> None:
    aside = file.with_suffix(".aside")
    file.rename(aside)
    type_title(document, "Mine")
    document.put_away()
    aside.rename(file)
    assert [left.source for left in desk.unfinished()] == [file]
    desk.create(begin, _("Start")).close()
    assert [left.source for left in desk.left()] == [file, None]
    again = desk.open(file)
    assert queries.project(again.snapshot).title == "Mine"
    assert state_of(again) == "kept"
    again.close()
    assert title_in(desk, file) == "Mine"


def test_what_is_put_away_as_its_own_leaves_the_file_alone(
    desk: Desk, document: Document, file: Path
) -> None:
    type_title(document, "Mine")
    file.write_bytes(b"theirs")
    document.put_away(as_own=True)
    assert file.read_bytes() == b"theirs"
    (left,) = desk.untitled()
    again = desk.resume(left)
    assert queries.project(again.snapshot).title == "Mine"
    again.close()
    file.unlink()


def test_a_stopped_document_refuses_everything_until_it_goes_on(document: Document) -> None:
    type_title(document, "Before")
    document.stop(UserError(_("There is no room on the disk.")))
    for change in (document.undo, lambda: type_title(document, "After")):
        with pytest.raises(UserError, match="no room on the disk"):
            change()
    assert queries.project(document.snapshot).title == "Before"
    document.go_on()
    type_title(document, "After")
    assert queries.project(document.snapshot).title == "After"


def test_all_listeners_are_told_although_one_fails(document: Document) -> None:
    heard: list[str] = []

    def fail(_changes: object) -> None:
        raise ZeroDivisionError

    document.subscribe(fail)
    document.subscribe(lambda changes: heard.append(str(changes.step.label)))
    with pytest.raises(ZeroDivisionError):
        type_title(document, "Heard all the same")
    assert heard == ["Type"]
    assert document.is_sound
