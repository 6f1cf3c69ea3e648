"""A document on disk: steps, undo across sittings, and what is truly said of the file."""

import itertools
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journeymapper.document import operations
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document, SaveState
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.changes import ChangeSet, Initiator
from journeymapper.domain.entities import JourneyMap, Project, Role, Stage, Version
from journeymapper.domain.errors import RefusedError, UserError
from journeymapper.domain.message import _


def begin(tx: Tx) -> None:
    operations.add_project(tx, title="Visit")
    operations.add_stage(tx, operations.add_map(tx, "Visit"), "Arrive")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    seconds = itertools.count()
    ids = itertools.count()
    return Desk(
        tmp_path / "working",
        lambda: datetime(2026, 5, 9, tzinfo=UTC) + timedelta(seconds=next(seconds)),
        lambda: f"id-{next(ids)}",
    )


@pytest.fixture
def document(desk: Desk) -> Iterator[Document]:
    made = desk.create(begin, _("Start"))
    yield made
    made.close()


def state_of(document: Document) -> str:
    return document.save_state.value


def roles(document: Document) -> list[str]:
    return sorted(role.name for role in document.snapshot.table(Role).values())


def add_role(document: Document, name: str, initiator: Initiator = Initiator.USER) -> None:
    with document.step(_("Add {name}", name=name), initiator=initiator) as tx:
        operations.add_role(tx, name)


def test_creation_is_the_first_step_and_cannot_be_undone(document: Document) -> None:
    (created,) = document.history()
    assert (created.seq, str(created.label)) == (0, "Start")
    assert document.undo() is None
    assert document.snapshot.table(Stage)


def test_a_step_that_fails_leaves_nothing(document: Document) -> None:
    before = document.snapshot
    (journey,) = document.snapshot.table(JourneyMap)
    with pytest.raises(RefusedError), document.step(_("Try")) as tx:
        operations.rename_map(tx, journey, operations.add_role(tx, "Front desk") and "  ")
    assert document.snapshot is before
    assert len(document.history()) == 1


def test_a_step_without_a_change_leaves_no_trace(document: Document) -> None:
    with document.step(_("Nothing")):
        pass
    assert len(document.history()) == 1


def test_listeners_hear_of_every_step_until_they_leave(document: Document) -> None:
    heard: list[ChangeSet] = []
    leave = document.subscribe(heard.append)
    add_role(document, "Front desk")
    document.undo()
    leave()
    document.redo()
    assert [len(change_set.added(Role)) for change_set in heard] == [1, 0]
    assert len(heard[1].removed(Role)) == 1


def test_undo_and_redo_are_named_after_what_they_do(document: Document) -> None:
    add_role(document, "Front desk")
    assert document.next_undo is not None
    assert str(document.next_undo.label) == "Add Front desk"
    document.undo()
    document.redo()
    assert [str(step.label) for step in document.history()[1:]] == [
        "Add Front desk",
        "Undo: Add Front desk",
        "Add Front desk",
    ]


def test_undo_reaches_back_through_closing_and_says_so(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "visit.journey"
    first = desk.create(begin, _("Start"))
    add_role(first, "Front desk")
    assert not first.undo_reaches_back
    first.save_as(file)
    first.close()
    second = desk.open(file)
    assert second.undo_reaches_back
    second.undo()
    assert roles(second) == []
    second.redo()
    assert roles(second) == ["Front desk"]
    second.close()


def test_undo_leaves_what_participants_did(document: Document) -> None:
    add_role(document, "Front desk")
    add_role(document, "Guest", Initiator.PARTICIPANT)
    document.undo()
    assert roles(document) == ["Guest"]
    assert document.undo() is None


def test_undo_of_something_that_others_deleted_is_refused_and_changes_nothing(
    document: Document,
) -> None:
    add_role(document, "Front desk")
    (role,) = document.snapshot.table(Role)
    with document.step(_("Delete"), initiator=Initiator.PARTICIPANT) as tx:
        operations.delete_role(tx, role)
    before = document.snapshot
    with pytest.raises(RefusedError, match="cannot be taken back"):
        document.undo()
    assert document.snapshot is before


def type_title(document: Document, text: str) -> None:
    with document.step(_("Type"), merge=("project", "title")) as tx:
        operations.set_project(tx, title=text)


def test_typing_is_one_step_back_to_what_was_before(document: Document) -> None:
    for text in ("P", "Pa", "Patient journey"):
        type_title(document, text)
    assert len(document.history()) == 2
    document.undo()
    assert queries.project(document.snapshot).title == "Visit"
    document.redo()
    assert queries.project(document.snapshot).title == "Patient journey"


def test_typing_is_not_joined_across_another_step_or_a_publish(
    document: Document, tmp_path: Path
) -> None:
    type_title(document, "P")
    add_role(document, "Front desk")
    type_title(document, "Pa")
    document.save_as(tmp_path / "visit.journey")
    type_title(document, "Pat")
    assert len(document.history()) == 5


def test_the_save_state_never_lies(document: Document, tmp_path: Path) -> None:
    assert state_of(document) == SaveState.UNTITLED
    document.save_as(tmp_path / "visit.journey")
    assert state_of(document) == SaveState.SAVED
    add_role(document, "Front desk")
    assert state_of(document) == SaveState.KEPT
    document.publish()
    assert state_of(document) == SaveState.SAVED


def test_a_file_that_cannot_be_written_is_not_said_to_be_saved(
    document: Document, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    file = folder / "visit.journey"
    document.save_as(file)
    add_role(document, "Front desk")
    shutil.rmtree(folder)
    with pytest.raises(UserError):
        document.publish()
    assert state_of(document) == SaveState.KEPT
    assert roles(document) == ["Front desk"]
    document.save_as(tmp_path / "elsewhere.journey")
    assert state_of(document) == SaveState.SAVED


def test_a_file_open_once_is_not_opened_again(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "visit.journey"
    first = desk.create(begin, _("Start"))
    first.save_as(file)
    with pytest.raises(UserError, match="open already"):
        desk.open(file)
    first.close()
    desk.open(file).close()


def test_looking_locks_and_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "visit.journey"
    desk.create(begin, _("Start")).save_as(file)
    before = file.read_bytes()
    with desk.look(file) as seen:
        assert queries.project(seen.snapshot).title == "Visit"
        with pytest.raises(RefusedError, match="only be looked at"), seen.step(_("Try")) as tx:
            operations.add_role(tx, "Front desk")
    assert file.read_bytes() == before


def test_a_copy_has_an_identity_of_its_own(desk: Desk, document: Document, tmp_path: Path) -> None:
    add_role(document, "Front desk")
    document.save_copy(tmp_path / "copy.journey", without_history=True)
    copy = desk.open(tmp_path / "copy.journey")
    assert copy.doc_id != document.doc_id
    assert copy.snapshot == document.snapshot
    assert len(copy.history()) == 1
    assert state_of(document) == SaveState.UNTITLED
    copy.close()


def test_saving_as_the_same_file_is_saving(document: Document, tmp_path: Path) -> None:
    file = tmp_path / "visit.journey"
    document.save_as(file)
    add_role(document, "Front desk")
    document.save_as(file)
    assert state_of(document) == SaveState.SAVED


def test_the_open_file_is_not_replaced_by_its_copy(document: Document, tmp_path: Path) -> None:
    file = tmp_path / "visit.journey"
    document.save_as(file)
    with pytest.raises(RefusedError, match="the file that is open"):
        document.save_copy(file)


def test_a_document_without_a_file_is_found_again(desk: Desk) -> None:
    document = desk.create(begin, _("Start"))
    add_role(document, "Front desk")
    document.close()
    (left,) = desk.untitled()
    assert left.title == "Visit"
    resumed = desk.resume(left)
    assert roles(resumed) == ["Front desk"]
    resumed.close()


def test_a_beginning_that_fails_leaves_nothing_behind(desk: Desk, tmp_path: Path) -> None:
    def fail(tx: Tx) -> None:
        operations.add_project(tx)
        raise RefusedError(_("No."))

    with pytest.raises(RefusedError):
        desk.create(fail, _("Start"))
    assert desk.untitled() == ()
    assert not list((tmp_path / "working").iterdir())


def test_a_picture_is_kept_once_and_survives_undo_and_redo(document: Document) -> None:
    with document.step(_("Picture")) as tx:
        first = operations.attach(tx, b"picture", "image/png")
    document.undo()
    document.redo()
    assert document.blob(first) == b"picture"
    with document.step(_("Picture")) as tx:
        assert operations.attach(tx, b"picture", "image/png") == first
    assert len(document.history()) == 4


def test_the_title_is_in_the_project(document: Document) -> None:
    assert [p.title for p in document.snapshot.table(Project).values()] == ["Visit"]


def test_the_state_before_and_after_each_sitting_is_kept(tmp_path: Path) -> None:
    ids = itertools.count()
    desk = Desk(
        tmp_path / "working",
        lambda: datetime(2026, 5, 9, tzinfo=UTC),
        lambda: f"{next(ids):012}",
        tmp_path / "backups",
    )
    file = tmp_path / "visit.journey"
    first = desk.create(begin, _("Start"))
    first.save_as(file)
    first.close()
    second = desk.open(file)
    add_role(second, "Front desk")
    second.close()
    with desk.look(desk.backups(second.doc_id)[-1].path) as before:
        assert roles(before) == []
    assert len(desk.backups(second.doc_id)) == 2


def test_going_back_is_a_step_that_can_be_undone(document: Document) -> None:
    add_role(document, "Front desk")
    middle = document.history()[-1]
    add_role(document, "Dentist")
    with document.step(_("Name this version")) as tx:
        operations.add_version(tx, "Before the summer", document.history()[-1].id)
    document.go_back(middle, _("Go back"))
    assert roles(document) == ["Front desk"]
    assert [v.name for v in document.snapshot.table(Version).values()] == ["Before the summer"]
    document.undo()
    assert roles(document) == ["Dentist", "Front desk"]


def test_going_back_to_where_one_is_changes_nothing(document: Document) -> None:
    add_role(document, "Front desk")
    assert document.go_back(document.history()[-1], _("Go back")) is None
