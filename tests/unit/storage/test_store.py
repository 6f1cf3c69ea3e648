"""A store keeps what was written, all of it or nothing."""

from __future__ import annotations

import dataclasses
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from journeymapper.domain.changes import Change
from journeymapper.domain.entities import ENTITIES, Card, Entity, Project, Stage, Touchpoint
from journeymapper.domain.errors import MissingEntityError
from journeymapper.domain.kinds import Severity
from journeymapper.domain.message import _
from journeymapper.storage.engine import Database
from journeymapper.storage.errors import ChangedElsewhereError, DocumentError, WriteError
from journeymapper.storage.store import Head, Store
from tests.unit.storage.samples import (
    CARD,
    PROJECT,
    SMALL,
    STAGE,
    TOUCHPOINT,
    added,
    families,
    removed,
    small_store,
    step,
    tables_of,
    updated,
)


def test_a_new_store_is_empty(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "new.journey", "doc-1")
    assert store.doc_id == "doc-1"
    assert store.head() is None
    assert store.steps() == ()
    assert store.load() == {kind: {} for kind in ENTITIES}
    store.close()


def test_create_refuses_an_existing_file(tmp_path: Path) -> None:
    path = tmp_path / "there.journey"
    path.write_bytes(b"precious")
    with pytest.raises(DocumentError, match="already"):
        Store.create(path, "doc")
    assert path.read_bytes() == b"precious"


@settings(max_examples=12)  # each example holds entities of every kind
@given(family=families(), later=families())
def test_every_entity_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, family: tuple[Entity, ...], later: tuple[Entity, ...]
) -> None:
    """Rows and history give back every field of every kind, exactly, also after reopening."""
    path = tmp_path_factory.mktemp("s") / "a.journey"
    adding = added(*family)
    changing = [updated(*pair) for pair in zip(family, later, strict=True)]
    removing = removed(*reversed(later))
    store = Store.create(path, "doc")
    store.write(step(0), adding)
    assert store.load() == tables_of(family)
    store.write(step(1), changing)
    assert store.load() == tables_of(later)
    store.write(step(2), removing)
    store.close()
    store = Store.open(path)
    assert store.changes_of(1) == tuple(changing)
    assert store.changes_of(2) == tuple(removing)
    assert store.changes_of(0) == tuple(adding)
    store.close()


def test_values_have_the_types_of_the_fields(tmp_path: Path) -> None:
    store = small_store(tmp_path / "a.journey")
    card = store.load()[Card]["k"]
    assert isinstance(card, Card)
    assert card.severity is Severity.HIGH
    project = store.load()[Project]["p"]
    assert isinstance(project, Project)
    assert project.example is False
    assert project.more == ("answers", "größer")
    assert hash(card) == hash(CARD)
    store.close()


def test_steps_come_oldest_first_with_all_they_hold(tmp_path: Path) -> None:
    store = small_store(tmp_path / "a.journey")
    label = _("Rename “{old}”", old=_("Step {n}", n=2))
    second = dataclasses.replace(step(1), label=label, inverse_of=0)
    store.write(second, [updated(STAGE, dataclasses.replace(STAGE, name="Come in"))])
    assert store.steps() == (step(0, "Create"), second)
    assert store.head() == Head(1, second.id)
    assert store.has_step(second.id)
    assert not store.has_step("another")
    store.close()


def test_changes_of_an_old_step_are_whole_whatever_came_later(tmp_path: Path) -> None:
    store = small_store(tmp_path / "a.journey")
    first = dataclasses.replace(CARD, text="one")
    second = dataclasses.replace(first, severity=Severity.LOW, text="two")
    third = dataclasses.replace(second, citation="three")
    store.write(step(1), [updated(CARD, first), updated(first, second)])
    store.write(step(2), [updated(second, third)])
    store.write(step(3), removed(third))
    store.write(step(4), added(dataclasses.replace(third, text="four")))
    assert store.changes_of(1) == (updated(CARD, first), updated(first, second))
    assert store.changes_of(2) == (updated(second, third),)
    assert store.changes_of(3) == (Change(Card, "k", third, None),)
    assert store.changes_of(99) == ()
    store.close()


def test_a_step_may_put_its_changes_in_any_order(tmp_path: Path) -> None:
    """References are judged when the step is whole."""
    store = Store.create(tmp_path / "a.journey", "doc")
    store.write(step(0), added(*reversed(SMALL)))
    store.write(step(1), removed(*SMALL))
    assert store.load() == tables_of(())
    store.close()


@pytest.mark.parametrize(
    "changes",
    [
        added(dataclasses.replace(PROJECT, id="new"), Stage("x", "no such map")),
        [*added(dataclasses.replace(PROJECT, id="new")), *removed(STAGE)],
        added(dataclasses.replace(PROJECT, id="new"), PROJECT),
        added(dataclasses.replace(PROJECT, id="new"), Project("y", "lone \ud800 surrogate")),
        added(dataclasses.replace(PROJECT, id="new"), dataclasses.replace(CARD, id="z", n=2**63)),
        added(Card("z", "l", "t", position=float("nan"))),
    ],
    ids=["dangling", "still referred to", "twice", "surrogate", "too big", "not a number"],
)
def test_what_cannot_be_stored_leaves_nothing(tmp_path: Path, changes: list[Change]) -> None:
    store = small_store(tmp_path / "a.journey")
    before = store.path.read_bytes()
    with pytest.raises(WriteError):
        store.write(step(1), changes)
    assert store.load() == tables_of(SMALL)
    assert store.head() == Head(0, step(0).id)
    store.close()
    assert store.path.read_bytes() == before


def test_a_step_that_does_not_follow_the_last_is_refused(tmp_path: Path) -> None:
    store = small_store(tmp_path / "a.journey")
    for seq in (0, 2):
        with pytest.raises(ChangedElsewhereError, match="another program"):
            store.write(step(seq, salt="x"), added(Project("q")))
    assert store.load() == tables_of(SMALL)
    store.close()


def test_two_writers_never_mix(tmp_path: Path) -> None:
    first = small_store(tmp_path / "a.journey")
    second = Store.open(first.path)
    second.write(step(1), added(Project("q")))
    with pytest.raises(ChangedElsewhereError):
        first.write(step(1, salt="x"), added(Project("r")))
    assert set(first.load()[Project]) == {"p", "q"}
    first.close()
    second.close()


def test_another_history_of_the_same_length_is_noticed(tmp_path: Path) -> None:
    """As when a sync program writes another state into the open file."""
    store = small_store(tmp_path / "a.journey")
    other = Store.create(tmp_path / "b.journey", "doc")
    other.write(step(0, salt="elsewhere"), added(*SMALL))
    other.amend(step(0, salt="elsewhere"), added(*SMALL))
    other.close()
    with store.path.open("r+b") as file:
        file.write(other.path.read_bytes())
    with pytest.raises(ChangedElsewhereError):
        store.write(step(1), added(Project("q")))
    store.close()


class ErrorAtTheEnd(sqlite3.Connection):
    """A disk that reports an error at COMMIT, before or after it was done."""

    done = True

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        if sql != "COMMIT":
            return super().execute(sql, *values)
        super().execute("COMMIT" if self.done else "ROLLBACK")
        raise sqlite3.OperationalError("disk I/O error")


class ErrorInstead(ErrorAtTheEnd):
    """A disk that reports an error and did nothing."""

    done = False


@pytest.mark.parametrize("disk", [ErrorAtTheEnd, ErrorInstead])
def test_an_error_at_the_end_is_told_as_it_was(tmp_path: Path, disk: type[ErrorAtTheEnd]) -> None:
    path = tmp_path / "a.journey"
    small_store(path).close()
    raw = sqlite3.connect(path, isolation_level=None, factory=disk)
    store = Store(Database(path, raw))
    if disk.done:
        store.write(step(1), added(Project("q")))
    else:
        with pytest.raises(WriteError, match="did not take"):
            store.write(step(1), added(Project("q")))
    assert ("q" in store.load()[Project]) is disk.done
    store.write(step(2 if disk.done else 1), added(Project("r")))
    assert "r" in store.load()[Project]
    store.close()


def test_a_row_that_is_gone_is_noticed(tmp_path: Path) -> None:
    store = small_store(tmp_path / "a.journey")
    ghost = dataclasses.replace(CARD, id="ghost")
    for change in (updated(ghost, dataclasses.replace(ghost, text="x")), *removed(ghost)):
        with pytest.raises(ChangedElsewhereError):
            store.write(step(1), [change])
    assert store.head() == Head(0, step(0).id)
    store.close()


def test_a_file_that_was_replaced_is_not_written(tmp_path: Path) -> None:
    store = small_store(tmp_path / "a.journey")
    store.path.rename(tmp_path / "moved.journey")
    with pytest.raises(WriteError, match="moved"):
        store.write(step(1), added(Project("q")))
    store.close()


class MovedAtTheEnd(sqlite3.Connection):
    """Somebody removes the file just after the last word reached it."""

    path: Path

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        done = super().execute(sql, *values)
        if sql == "COMMIT":
            self.path.unlink()
        return done


def test_a_step_that_went_into_a_lost_file_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    small_store(path).close()
    raw = sqlite3.connect(path, isolation_level=None, factory=MovedAtTheEnd)
    raw.path = path
    store = Store(Database(path, raw))
    with pytest.raises(WriteError, match="moved or deleted"):
        store.write(step(1), added(Project("q")))
    store.close()


class BrokenOnTheWayBack(sqlite3.Connection):
    """A disk that fails in a step and when it is taken back, until the file is opened anew."""

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        if sql.startswith("INSERT INTO project") or sql == "ROLLBACK":
            raise sqlite3.OperationalError("disk I/O error")
        return super().execute(sql, *values)


def test_after_an_error_the_file_is_opened_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    small_store(path).close()
    raw = sqlite3.connect(path, isolation_level=None, factory=BrokenOnTheWayBack)
    store = Store(Database(path, raw))
    with pytest.raises(WriteError, match="did not take"):
        store.write(step(1), added(Project("q")))
    assert "q" not in store.load()[Project]
    store.write(step(1, salt="again"), added(Project("r")))
    assert "r" in store.load()[Project]
    store.close()


def test_a_copy_is_never_made_of_another_programs_state(tmp_path: Path) -> None:
    store = small_store(tmp_path / "a.journey")
    other = Store.open(store.path)
    other.write(step(1), added(Project("q")))
    other.close()
    with pytest.raises(ChangedElsewhereError):
        store.copy_to(tmp_path / "copy.journey")
    assert not (tmp_path / "copy.journey").exists()
    store.close()


def test_amend_rewrites_the_last_step(tmp_path: Path) -> None:
    store = small_store(tmp_path / "a.journey")
    typed = dataclasses.replace(CARD, text="Nob", severity=Severity.LOW)
    more = dataclasses.replace(CARD, text="Nobody", citation="Ann")
    store.write(step(1, "Type"), [updated(CARD, typed)])
    last = dataclasses.replace(step(1, "Type more"), at="2026-03-01T12:00:01.000+00:00")
    store.amend(last, [updated(CARD, more)])
    store.close()
    store = Store.open(store.path)
    assert store.load()[Card]["k"] == more
    assert store.steps()[1:] == (last,)
    assert store.changes_of(1) == (updated(CARD, more),)
    store.close()


def test_amend_keeps_what_was_added_added(tmp_path: Path) -> None:
    store = small_store(tmp_path / "a.journey")
    new = Touchpoint("u", "s", "")
    named = dataclasses.replace(new, name="Wait")
    store.write(step(1), added(new))
    store.amend(step(1), added(named))
    assert store.changes_of(1) == tuple(added(named))
    assert store.load()[Touchpoint] == {"t": TOUCHPOINT, "u": named}
    store.close()


def test_amend_refuses_any_other_step_than_the_last(tmp_path: Path) -> None:
    store = small_store(tmp_path / "a.journey")
    other = dataclasses.replace(CARD, text="x")
    store.write(step(1), [updated(CARD, other)])
    for wrong in (step(0, "Create"), step(2), step(1, salt="of somebody else")):
        with pytest.raises(ChangedElsewhereError):
            store.amend(wrong, [updated(CARD, dataclasses.replace(CARD, text="y"))])
    assert store.load()[Card]["k"] == other
    assert store.changes_of(1) == (updated(CARD, other),)
    store.close()


def test_blobs_are_stored_once_and_never_logged(tmp_path: Path) -> None:
    store = small_store(tmp_path / "a.journey")
    store.write(step(1), [], {"hash": ("image/png", b"\x89PNG\0")})
    store.write(step(2), [], {"hash": ("image/png", b"\x89PNG\0")})
    assert store.blob("hash") == b"\x89PNG\0"
    assert store.changes_of(1) == ()
    with pytest.raises(MissingEntityError):
        store.blob("other")
    store.close()


def test_the_history_keeps_only_the_fields_that_changed(tmp_path: Path) -> None:
    store = small_store(tmp_path / "a.journey")
    store.write(step(1), [updated(CARD, dataclasses.replace(CARD, text="short"))])
    store.close()
    raw = sqlite3.connect(store.path)
    found = raw.execute('SELECT "before", "after" FROM change WHERE seq = 1').fetchall()
    raw.close()
    assert found == [('{"text":"Nobody looks up 🙈"}', '{"text":"short"}')]


def test_nothing_but_the_file_stays_in_the_folder(tmp_path: Path) -> None:
    store = small_store(tmp_path / "a ? # %20 😀.journey")
    store.close()
    Store.open(store.path).close()
    assert [path.name for path in tmp_path.iterdir()] == ["a ? # %20 😀.journey"]
