"""One writer for each file."""

from __future__ import annotations

import errno
import json
import os
import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from journeymapper.storage.errors import DocumentError
from journeymapper.storage.lock import Lock, LockedError
from journeymapper.storage.owners import Owner, owner_from_json, this_process
from tests.unit.storage.conftest import AsOrdinaryUser

HOLD = """
import sys
from pathlib import Path
from journeymapper.storage.lock import Lock
Lock.take(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def dead_owner() -> Owner:
    """A process that has ended."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return Owner(socket.gethostname(), child.pid, "", "")


def lock_file(target: Path) -> Path:
    return target.with_name(f".{target.name}.lock")


def test_take_and_release(tmp_path: Path) -> None:
    target = tmp_path / "a.journey"
    lock = Lock.take(target)
    assert not lock.read_only
    assert lock.held_by is not None
    assert lock.held_by.pid == os.getpid()
    assert owner_from_json(lock_file(target).read_text()) == lock.held_by
    lock.release()
    lock.release()
    assert list(tmp_path.iterdir()) == []
    Lock.take(target).release()


def test_a_second_one_is_refused_and_told_who(tmp_path: Path) -> None:
    lock = Lock.take(tmp_path / "a.journey")
    with pytest.raises(LockedError, match="open already") as refused:
        Lock.take(tmp_path / "a.journey")
    assert refused.value.held_by == lock.held_by
    Lock.take(tmp_path / "b.journey").release()


def test_another_process_holds_it_until_it_is_killed(tmp_path: Path) -> None:
    target = tmp_path / "a.journey"
    command = [sys.executable, "-c", HOLD, str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"held\n"
        with pytest.raises(LockedError, match=socket.gethostname()) as refused:
            Lock.take(target)
        assert refused.value.held_by is not None
        assert refused.value.held_by.pid == child.pid
        child.kill()
    lock = Lock.take(target)
    assert lock.held_by is not None
    assert lock.held_by.pid == os.getpid()


def test_one_that_ended_unnoticed_by_its_parent_holds_nothing() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        assert not Owner(socket.gethostname(), child.pid, "", "").is_alive()


def test_a_number_used_again_is_another_process(tmp_path: Path) -> None:
    target = tmp_path / "a.journey"
    me = this_process()
    lock_file(target).write_text(Owner(me.host, me.pid, me.at, "long before").to_json())
    lock = Lock.take(target)
    assert not lock.read_only
    assert owner_from_json(lock_file(target).read_text()) == lock.held_by == me
    lock.release()
    assert list(tmp_path.iterdir()) == []


def test_another_computer_is_believed_unless_forced(tmp_path: Path) -> None:
    target = tmp_path / "a.journey"
    lock_file(target).write_text(Owner("elsewhere", 1, "", "").to_json())
    with pytest.raises(LockedError, match="on elsewhere"):
        Lock.take(target)
    lock = Lock.take(target, by_force=True)
    assert not lock.read_only
    lock.release()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["", "nonsense", "[]", json.dumps({"host": 1, "pid": "x"})])
def test_a_lock_that_says_nothing_is_believed_for_a_minute(tmp_path: Path, text: str) -> None:
    target = tmp_path / "a.journey"
    lock_file(target).write_text(text)
    with pytest.raises(LockedError, match="somewhere else"):
        Lock.take(target)
    os.utime(lock_file(target), (1, 1))
    Lock.take(target).release()


def test_a_lock_that_was_taken_from_us_stays(tmp_path: Path) -> None:
    target = tmp_path / "a.journey"
    ours = Lock.take(target)
    lock_file(target).write_text(dead_owner().to_json())
    ours.release()
    assert lock_file(target).exists()


def test_links_lead_to_the_same_lock(tmp_path: Path) -> None:
    (tmp_path / "a.journey").touch()
    (tmp_path / "link.journey").symlink_to(tmp_path / "a.journey")
    Lock.take(tmp_path / "a.journey")
    with pytest.raises(LockedError):
        Lock.take(tmp_path / "link.journey")


def test_where_nothing_can_be_written_one_can_look(
    public_folder: Path, as_ordinary_user: AsOrdinaryUser
) -> None:
    (public_folder / "a.journey").touch(0o666)
    public_folder.chmod(0o555)
    with as_ordinary_user():
        lock = Lock.take(public_folder / "a.journey")
    assert lock.read_only
    lock.release()
    assert [path.name for path in public_folder.iterdir()] == ["a.journey"]


def test_a_file_that_may_not_be_written_can_be_looked_at(
    public_folder: Path, as_ordinary_user: AsOrdinaryUser
) -> None:
    (public_folder / "a.journey").touch(0o444)
    with as_ordinary_user():
        assert Lock.take(public_folder / "a.journey").read_only


def test_looking_needs_no_lock() -> None:
    assert Lock.view().read_only
    Lock.view().release()


def test_where_there_is_no_room_for_a_lock_one_can_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "open", full)
    assert Lock.take(tmp_path / "a.journey").read_only


def test_a_lock_that_cannot_be_written_does_not_stay(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        with pytest.raises(DocumentError, match="no room"):
            Lock.take(tmp_path / "a.journey")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []
