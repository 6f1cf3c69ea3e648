"""What users of other programs lost, one test for each loss: it must not happen here."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from journeymapper.document import operations
from journeymapper.document.desk import Desk
from journeymapper.document.document import SaveState
from journeymapper.domain.changes import Initiator
from journeymapper.domain.entities import Card, Role, Stage
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.sources import new_id, now
from journeymapper.storage.errors import DocumentError, PublishError, WriteError
from journeymapper.storage.files import TargetChangedError
from journeymapper.storage.lock import LockedError
from journeymapper.storage.store import Store
from journeymapper.storage.tables import FORMAT
from journeymapper.storage.working import ConflictError
from tests.faults.actor import user_file
from tests.faults.judge import fresh
from tests.faults.running import Stable
from tests.reliability.places import (
    Place,
    add_picture,
    add_role,
    by_others,
    crash,
    full_disk,
    mode,
    roles,
    roles_in,
)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_d1_a_full_disk_empties_the_file(place: Place) -> None:
    """KeePassXC: saving on a full disk left an empty vault."""
    document = place.document()
    add_role(document, "Kept")
    before = place.file.read_bytes()
    for room in (0, 1, 4096, len(before) // 2):
        with full_disk(room), pytest.raises(PublishError):
            document.publish()
        assert place.file.read_bytes() == before
        assert [path.name for path in place.file.parent.glob("[!.]*")] == [place.file.name]
        assert not list(place.file.parent.glob(".*part"))
    document.close()
    assert roles_in(place.file, place.elsewhere) == ["Kept"]


def test_d2_the_file_is_gone_after_a_failed_save(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """KeePassXC: the old file was deleted first, and then the new one could not be renamed."""
    document = place.document()
    add_role(document, "Kept")
    before = place.file.read_bytes()

    def refuse(*_arguments: object) -> None:
        raise PermissionError

    with monkeypatch.context() as odd_disk:
        odd_disk.setattr(Path, "replace", refuse)
        with pytest.raises(PublishError):
            document.publish()
    assert place.file.read_bytes() == before
    assert not list(place.file.parent.glob(".*part"))
    document.close()
    assert roles_in(place.file, place.elsewhere) == ["Kept"]


def test_d3_an_empty_file_after_sleep_is_written_over(place: Place) -> None:
    """KeePassXC: a network disk gave an empty file after sleep, and the program saved over it."""
    document = place.document()
    add_role(document, "Kept")
    place.file.write_bytes(b"")
    for write in (document.publish, document.close):
        with pytest.raises(TargetChangedError):
            write()
    document.save_as(place.file.with_name("rescued.journey"))
    document.close()
    with pytest.raises(DocumentError, match="empty"):
        place.here.open(place.file)
    assert place.file.read_bytes() == b""
    assert roles_in(place.file.with_name("rescued.journey"), place.here) == ["Kept"]


def test_d4_another_computer_overwrites(place: Place) -> None:
    """KeePassXC on a stick, a share, a cloud: the last to save wins, the other's work is gone."""
    document = place.document()
    add_role(document, "Mine")
    theirs = place.changed_elsewhere()
    place.file.write_bytes(theirs)
    with pytest.raises(TargetChangedError, match="changed this file"):
        document.publish()
    assert document.save_state is SaveState.KEPT
    assert place.file.read_bytes() == theirs
    document.save_as(place.file.with_name("mine.journey"))
    document.close()
    assert roles_in(place.file, place.here) == ["Theirs"]
    assert roles_in(place.file.with_name("mine.journey"), place.here) == ["Mine"]


def test_d5_two_windows_overwrite_each_other(place: Place) -> None:
    """Excalidraw: each tab saves the whole drawing from its own old memory."""
    document = place.document()
    for desk in (place.here, place.desk(), place.elsewhere):
        with pytest.raises(LockedError):
            desk.open(place.file)
    second = Store.open(document._store.path)  # as if the lock had not been
    add_role(document, "First")
    head = second.head()
    assert head is not None
    with pytest.raises(DocumentError, match="another program"):
        second.amend(document.history()[0], [])
    second.close()
    document.close()
    assert roles_in(place.file, place.here) == ["First"]


def test_d6_a_disk_error_is_swallowed_and_editing_goes_on(place: Place) -> None:
    """Excalidraw: the storage was full, nobody was told, everything since was lost."""
    document = place.document()
    heard: list[object] = []
    document.subscribe(heard.append)
    before, steps = document.snapshot, document.history()
    with full_disk(0):
        for _attempt in range(3):
            with pytest.raises(WriteError, match="no room"):
                add_role(document, "Not kept")
    assert document.snapshot is before
    assert document.history() == steps
    assert heard == []
    add_role(document, "Kept")
    document.close()
    assert roles_in(place.file, place.here) == ["Kept"]


def test_d7_undo_takes_back_what_others_did(place: Place) -> None:
    """Excalidraw, Tableaunoir: one undo for all, so one person removes another's work."""
    document = place.document()
    add_role(document, "Mine")
    add_role(document, "Hers", Initiator.PARTICIPANT)
    document.undo()
    assert roles(document) == ["Hers"]
    assert document.undo() is None
    document.redo()
    assert roles(document) == ["Hers", "Mine"]
    document.close()


def test_d8_undo_after_opening_empties_the_board(place: Place) -> None:
    """Nextcloud Whiteboard: loading counted as a step, and undo took it back."""
    document = place.document()
    assert document.undo() is None
    document.close()
    document = place.here.open(place.file)
    begun = document.snapshot
    assert document.undo() is None
    add_role(document, "Added")
    document.close()
    document = place.here.open(place.file)
    assert document.undo_reaches_back
    document.undo()
    assert document.snapshot == begun
    assert document.undo() is None
    document.close()


def test_d9_an_old_copy_is_pushed_over_the_newer_state(place: Place) -> None:
    """Nextcloud Whiteboard: a client that came back wrote its old state over the new one."""
    document = place.document()
    add_role(document, "Not yet in the file")
    crash(document)
    theirs = place.changed_elsewhere()
    place.file.write_bytes(theirs)
    with pytest.raises(ConflictError, match="changed elsewhere") as conflict:
        place.desk().open(place.file)
    assert place.file.read_bytes() == theirs
    mine = place.desk().resume(conflict.value.leftover)
    assert roles(mine) == ["Not yet in the file"]
    mine.save_as(place.file.with_name("mine.journey"))
    mine.close()
    again = place.desk().open(place.file)
    assert roles(again) == ["Theirs"]
    again.close()


def test_d10_a_file_of_a_newer_program(place: Place) -> None:
    """Tldraw: half understood, then written back. Also what a newer program left is not touched."""
    document = place.document()
    add_role(document, "Kept")
    copy = document._store.path
    crash(document)
    for path in (place.file, copy):
        by_others(path, f"PRAGMA user_version={FORMAT + 1}")
    before = copy.read_bytes()
    with pytest.raises(DocumentError, match="newer version"):
        place.desk().open(place.file)
    by_others(place.file, f"PRAGMA user_version={FORMAT}")
    with pytest.raises(DocumentError, match="newer version"):
        place.desk().open(place.file)
    assert copy.read_bytes() == before
    assert not list(place.working.glob("*.damaged"))


def test_d11_pictures_are_gone_after_reopening(place: Place) -> None:
    """Nextcloud Whiteboard: the picture was stored apart from what refers to it."""
    document = place.document()
    with full_disk(place.file.stat().st_size), pytest.raises(WriteError):
        add_picture(document, b"\x89PNG" + bytes(3_000_000))
    add_picture(document, b"\x89PNG small")
    document.close()
    document = place.here.open(place.file)
    (card,) = document.snapshot.table(Card).values()
    assert card.image is not None
    assert document.blob(card.image) == b"\x89PNG small"
    with closing(sqlite3.connect(document._store.path)) as raw:
        assert raw.execute("SELECT count(*) FROM blob").fetchone() == (1,)
    document.close()


def test_d12_a_repair_deletes_what_was_whole(place: Place) -> None:
    """Anki: “check” deleted 5,000 notes. Here what looks broken is put aside, never deleted."""
    document = place.document()
    add_role(document, "Not yet in the file")
    copy = document._store.path
    crash(document)
    broken = bytearray(copy.read_bytes())
    broken[4096:8192] = bytes(4096)
    copy.write_bytes(broken)
    (found,) = place.desk().unfinished()
    assert found.damaged
    assert copy.read_bytes() == broken
    again = place.desk().open(place.file)
    assert copy.with_suffix(".damaged").read_bytes() == broken
    assert roles(again) == []
    again.close()


def test_d13_an_empty_state_wins_over_a_full_one(place: Place) -> None:
    """Joplin, Logseq: after syncing, an emptied side replaced the full one."""
    document = place.document()
    begun = place.file.read_bytes()
    add_role(document, "Kept")
    document.publish()
    place.file.write_bytes(begun)
    add_role(document, "More")
    with pytest.raises(TargetChangedError):
        document.publish()
    assert document.save_state is SaveState.KEPT
    crash(document)
    again = place.desk().open(place.file)
    assert roles(again) == ["Kept", "More"]
    again.close()


def test_d14_damage_is_never_explained(place: Place) -> None:
    """Anki, Joplin: “database disk image is malformed”, and nothing about what to do."""
    document = place.document()
    add_role(document, "Kept")
    doc_id = document.doc_id
    document.close()
    content = bytearray(place.file.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    place.file.write_bytes(content)
    with pytest.raises(DocumentError, match=r"This file is damaged\.") as refused:
        place.here.open(place.file)
    assert refused.value.hint is not None
    assert "earlier copy" in str(refused.value.hint)
    assert place.file.read_bytes() == content
    newest = place.here.backups(doc_id)[0]
    assert roles_in(newest.path, place.here) == ["Kept"]


def test_d15_side_files_on_a_share_break_the_file(place: Place) -> None:
    """Write-ahead logs on network folders broke databases: there is never one beside a file."""
    document = place.document()
    add_role(document, "Kept")
    document.publish()
    assert [path.suffix for path in place.file.parent.iterdir() if path.name[0] != "."] == [
        ".journey"
    ]
    assert place.file.read_bytes()[18:20] == b"\1\1"
    document.close()
    place.file.with_name("visit.journey-wal").write_bytes(b"of a program that uses one")
    with pytest.raises(DocumentError, match="Another program"):
        place.here.open(place.file)


@pytest.mark.parametrize("in_place", [True, False], ids=["overwritten", "replaced"])
def test_d16_a_sync_program_brings_another_state(place: Place, in_place: bool) -> None:
    """Qiqqa, QOwnNotes in Dropbox: conflicting copies, libraries lost."""
    document = place.document()
    add_role(document, "Mine")
    theirs, status = place.changed_elsewhere(), place.file.stat()
    if in_place:
        with place.file.open("r+b") as file:
            file.write(theirs)
            file.truncate()
    else:
        place.file.with_name("incoming").write_bytes(theirs)
        place.file.with_name("incoming").replace(place.file)
    os.utime(place.file, ns=(status.st_atime_ns, status.st_mtime_ns))
    for write in (document.publish, document.close):
        with pytest.raises(TargetChangedError):
            write()
    assert place.file.read_bytes() == theirs
    assert document.save_state is SaveState.KEPT
    crash(document)
    with pytest.raises(ConflictError):
        place.desk().open(place.file)


def test_d17_another_program_writes_the_same_database(place: Place) -> None:
    """Anki beside a script: two programs in one database, until it is broken."""
    document = place.document()
    by_others(place.file, "UPDATE stage SET name = 'By a script'")
    theirs = place.file.read_bytes()
    add_role(document, "Mine")
    with pytest.raises(TargetChangedError):
        document.publish()
    assert place.file.read_bytes() == theirs
    by_others(document._store.path, "UPDATE step SET id = 'x' WHERE seq = 1")
    with pytest.raises(DocumentError, match="another program"):
        add_role(document, "More")
    with pytest.raises(UserError, match="another program"):
        document.save_as(place.file.with_name("mine.journey"))


def test_d18_what_was_deleted_stays_in_the_file(place: Place) -> None:
    """BeeRef: files never shrink, and deleted words can still be read in them."""
    document = place.document()
    add_picture(document, b"SECRET pixels" + bytes(300_000))
    add_role(document, "SECRET name")
    (card,) = document.snapshot.table(Card)
    with document.step(_("Delete")) as tx:
        operations.delete_card(tx, card)
        operations.delete_role(tx, min(tx.snapshot.table(Role)))
    document.publish()
    shared = place.file.with_name("shared.journey")
    document.save_copy(shared, without_history=True)
    document.close()
    assert b"SECRET name" in place.file.read_bytes()  # it can be undone
    assert b"SECRET" not in shared.read_bytes()
    assert shared.stat().st_size < place.file.stat().st_size


def test_d19_nothing_is_kept_before_saving(tmp_path: Path) -> None:
    """BeeRef, Abricotine: no saving by itself, so a crash takes the afternoon."""
    trial = fresh(tmp_path / "trial")
    with Stable() as stable:
        story = stable.finish(trial, "create", "save_as", "rename", "type", "rename", moment=1)
    assert story.kept is not None
    desk = Desk(trial / "data" / "working", now, new_id)
    document = desk.open(user_file(trial))
    assert document.history()[-1].id == story.kept["id"]
    document.close()


def test_d20_recovery_drops_the_protection(place: Place) -> None:
    """LibreOffice: after a crash, a protected file was saved without its protection."""
    document = place.document()
    place.file.chmod(0o600)
    add_role(document, "Kept")
    assert mode(document._store.path) == 0o600
    assert mode(place.working) == 0o700
    crash(document)
    again = place.desk().open(place.file)
    again.close()
    assert roles_in(place.file, place.here) == ["Kept"]
    assert mode(place.file) == 0o600
    kept = list(place.backups.rglob("*.journey"))
    assert kept
    assert {mode(path) for path in kept} == {0o600}


def test_d21_the_last_words_are_gone_after_quitting(place: Place) -> None:
    """Logseq: what was typed just before quitting was not in the file."""
    document = place.document()
    stage = min(document.snapshot.table(Stage))
    for end in range(1, 9):
        with document.step(_("Type"), merge="stage") as tx:
            operations.rename_stage(tx, stage, "Farewell"[:end])
    document.close()
    with place.here.look(place.file) as found:
        assert found.snapshot.get(Stage, stage).name == "Farewell"
    assert list(place.working.iterdir()) == []
