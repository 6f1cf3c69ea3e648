"""Killed at any moment: what was said to be kept is kept, and nothing is half done."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from journeymapper.domain.changes import Change
from journeymapper.domain.entities import Entity
from journeymapper.storage.files import identify, publish
from journeymapper.storage.store import Store
from journeymapper.storage.working import WorkingCopies
from tests.unit.storage.samples import small_store

ROOT = Path(__file__).resolve().parents[2]
KILLS = 10


def run_and_kill(chance: random.Random, *arguments: str) -> int:
    """Start the editing program, kill it while it works; return the last step it was sure of."""
    command = [sys.executable, "-m", "tests.reliability.editing", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        last = int(child.stdout.readline())
        try:
            child.wait(chance.uniform(0, 0.15))
        except subprocess.TimeoutExpired:
            child.kill()
        said = child.stdout.read().split(b"\n")[:-1]
        assert child.wait() == -9
    return int(said[-1]) if said else last


def replayed(changes: Iterable[Change]) -> dict[tuple[type[Entity], str], Entity]:
    """Return the entities that a history leads to."""
    found: dict[tuple[type[Entity], str], Entity] = {}
    for change in changes:
        assert found.pop((change.kind, change.id), None) == change.before
        if change.after is not None:
            found[change.kind, change.id] = change.after
    return found


def assert_sound(store: Store) -> int:
    """The rows are what the history says; returns the number of the last step."""
    steps = store.steps()
    assert [step.seq for step in steps] == list(range(len(steps)))
    history = [change for step in steps for change in store.changes_of(step.seq)]
    entities = {(k, i): e for k, table in store.load().items() for i, e in table.items()}
    assert replayed(history) == entities
    return steps[-1].seq


def test_no_step_is_lost_or_torn(tmp_path: Path) -> None:
    chance = random.Random(7)
    work = tmp_path / "work.journey"
    small_store(work).close()
    for _kill in range(KILLS):
        kept = run_and_kill(chance, "write", str(work))
        store = Store.open(work)
        assert assert_sound(store) in (kept, kept + 1)
        store.close()


def test_the_users_file_is_always_whole(tmp_path: Path) -> None:
    chance = random.Random(8)
    copies = WorkingCopies(tmp_path / "work")
    target = tmp_path / "user" / "map ?.journey"
    target.parent.mkdir()
    store = small_store(tmp_path / "work.journey")
    publish(store, target, None)
    store.close()
    for _kill in range(KILLS):
        published = run_and_kill(chance, "publish", str(store.path), str(target))
        look, identity = copies.adopt(target)
        assert identity.head is not None
        assert assert_sound(look) == identity.head.seq
        assert identity.head.seq in (published, published + 1)
        copies.drop(look)
        _forget_steps_after(store.path, target)
    again = Store.open(store.path)
    publish(again, target, identify(target))
    again.close()
    assert list(target.parent.iterdir()) == [target]


def _forget_steps_after(work: Path, target: Path) -> None:
    """Let the next round begin where the user's file stands."""
    work.write_bytes(target.read_bytes())
    work.with_name(work.name + "-journal").unlink(missing_ok=True)
