"""A file of every format that was ever released opens, with all its history."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeymapper.domain.entities import ENTITIES, Entity
from journeymapper.storage.files import identify
from journeymapper.storage.store import Store
from journeymapper.storage.tables import FORMAT
from journeymapper.storage.working import WorkingCopies
from tests.reliability.make_format import AFTER, BLOB, STEPS, format_file, known_to

NUMBERS = range(1, FORMAT + 1)


@pytest.fixture(params=NUMBERS)
def number(request: pytest.FixtureRequest) -> int:
    """Each format."""
    return int(request.param)


@pytest.fixture
def old_file(number: int, tmp_path: Path) -> Path:
    """A user's file of an older format."""
    path = tmp_path / "old.journey"
    path.write_bytes(format_file(number).read_bytes())
    return path


@pytest.fixture
def store(old_file: Path, tmp_path: Path) -> Store:
    """Its working copy."""
    return WorkingCopies(tmp_path / "work").adopt(old_file)[0]


def test_there_is_a_file_of_each_format() -> None:
    found = sorted(path.name for path in format_file(1).parent.iterdir())
    assert found == sorted(format_file(number).name for number in NUMBERS)


def test_it_holds_an_entity_of_every_kind() -> None:
    assert {type(entity) for entity in AFTER} == set(ENTITIES)


def test_all_entities_are_there(store: Store, number: int) -> None:
    expected: dict[type[Entity], dict[str, Entity]] = {kind: {} for kind in ENTITIES}
    for entity in AFTER:
        if known_to(number, type(entity)):
            expected[type(entity)][entity.id] = entity
    assert store.load() == expected
    assert store.doc_id == "format-document"
    assert store.blob("a1") == BLOB


def test_all_history_is_there(store: Store, number: int) -> None:
    assert store.steps() == tuple(step for step, _changes in STEPS)
    for step, changes in STEPS:
        known = tuple(change for change in changes if known_to(number, change.kind))
        assert store.changes_of(step.seq) == known


def test_the_users_file_is_not_migrated(old_file: Path, tmp_path: Path) -> None:
    before = old_file.read_bytes()
    store, identity = WorkingCopies(tmp_path / "work").adopt(old_file)
    assert identity == identify(old_file)
    assert store.head() == identity.head
    assert old_file.read_bytes() == before
