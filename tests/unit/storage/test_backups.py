"""Earlier states of the user's files."""

import dataclasses
import datetime
import itertools
from pathlib import Path

import pytest

from journeymapper.document import operations
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document
from journeymapper.document.tx import Tx
from journeymapper.domain.message import _
from journeymapper.storage.backups import APART, DAYS, LAST, Backup, Backups, superfluous
from journeymapper.storage.files import identify

START = datetime.datetime(2026, 5, 9, 8, tzinfo=datetime.UTC)


class Time:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime.datetime:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def backups(tmp_path: Path, time: Time) -> Backups:
    return Backups(tmp_path / "backups", time)


@pytest.fixture
def document(tmp_path: Path, time: Time) -> Document:
    def begin(tx: Tx) -> None:
        operations.add_project(tx, title="Visit")
        operations.add_map(tx, "Visit")

    ids = itertools.count()
    desk = Desk(tmp_path / "working", time, lambda: f"{next(ids):012}")
    made = desk.create(begin, _("Start"))
    made.save_as(tmp_path / "visit.journey")
    return made


def edit(document: Document, name: str) -> Path:
    with document.step(_("Add")) as tx:
        operations.add_role(tx, name)
    document.publish()
    assert document.path is not None
    return document.path


def test_a_kept_state_is_the_file_as_it_was(backups: Backups, document: Document) -> None:
    file = edit(document, "Front desk")
    content = file.read_bytes()
    assert backups.keep(file, identify(file))
    edit(document, "Dentist")
    (kept,) = backups.of(document.doc_id)
    assert kept.path.read_bytes() == content
    assert kept.at == START


def test_the_same_state_is_kept_once(backups: Backups, document: Document, time: Time) -> None:
    file = edit(document, "Front desk")
    backups.keep(file, identify(file))
    time.now += APART
    assert backups.keep(file, identify(file), always=True) is None


def test_states_close_together_are_kept_only_when_asked(
    backups: Backups, document: Document, time: Time
) -> None:
    file = edit(document, "Front desk")
    backups.keep(file, identify(file))
    time.now += APART / 2
    edit(document, "Dentist")
    assert backups.keep(file, identify(file)) is None
    assert backups.keep(file, identify(file), always=True)
    assert len(backups.of(document.doc_id)) == 2


def test_a_backup_that_cannot_be_made_stops_nobody(
    tmp_path: Path, document: Document, time: Time
) -> None:
    (tmp_path / "taken").write_text("not a folder")
    file = edit(document, "Front desk")
    assert Backups(tmp_path / "taken", time).keep(file, identify(file)) is None


@pytest.mark.parametrize("doc_id", ["", "../../up", "é" * 300, "a/b", "."])
def test_a_file_may_call_itself_anything(
    tmp_path: Path, backups: Backups, document: Document, doc_id: str
) -> None:
    file = edit(document, "Front desk")
    strange = dataclasses.replace(identify(file), doc_id=doc_id)
    assert backups.keep(file, strange) is None  # the copy says something else of itself
    places = list((tmp_path / "backups").iterdir())
    assert [place.is_dir() for place in places] == [True]
    assert len(places[0].name) == 64
    assert list(tmp_path.glob("*up*")) == [tmp_path / "backups"]


def test_what_a_crash_left_of_a_backup_goes_with_the_next(
    tmp_path: Path, backups: Backups, document: Document
) -> None:
    file = edit(document, "Front desk")
    place = tmp_path / "backups" / document.doc_id
    place.mkdir(parents=True)
    (place / "0123.part").write_bytes(b"half")
    assert backups.keep(file, identify(file))
    assert [path.suffix for path in place.iterdir()] == [".journey"]


def every(hours: float, count: int) -> list[Backup]:
    """Return states kept every so many hours, newest first."""
    step = datetime.timedelta(hours=hours)
    return [Backup(Path(str(n)), START - n * step, str(n)) for n in range(count)]


def test_the_last_ten_stay_however_old() -> None:
    assert superfluous(every(24 * 30, LAST), START) == ()


def test_beyond_them_the_last_of_each_day_stays_for_two_weeks() -> None:
    kept = every(4, 6 * 40)
    gone = superfluous(kept, START)
    stays = [b for b in kept if b not in gone]
    assert stays[:LAST] == kept[:LAST]
    days = [b.at.date() for b in stays[LAST:]]
    assert len(set(days)) == len(days)
    assert {b.at.date() for b in stays} == {
        START.date() - datetime.timedelta(days=n) for n in range(DAYS)
    }
    for backup in stays[LAST:]:
        assert backup == max(
            (b for b in kept if b.at.date() == backup.at.date()), key=lambda b: b.at
        )
