"""A person who asked to be forgotten: no file of ours holds a byte of them afterwards."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from journeymapper.cli.check import of_content, of_history
from journeymapper.document import operations
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document, SaveState
from journeymapper.document.raising import heed_rows, heed_sheet
from journeymapper.domain.changes import StepKind
from journeymapper.domain.entities import (
    Alert,
    AlertRule,
    Answer,
    Card,
    CommentMark,
    FollowUp,
    ImportBatch,
    Lane,
    Participant,
    Recovery,
    Round,
    Sheet,
    Stage,
)
from journeymapper.domain.errors import UserError
from journeymapper.domain.forgetting import Person, person_called
from journeymapper.domain.kinds import LaneKind, QuestionKind
from journeymapper.domain.kinds_plan import AlertState
from journeymapper.domain.message import _
from journeymapper.domain.responses import Responses, batch_key
from journeymapper.domain.sources import new_id, now
from journeymapper.storage.backups import Backups
from journeymapper.storage.copying import pour
from journeymapper.storage.wishes import Wish, write_wish
from tests.reliability.places import Place, begin

AT = "2026-05-03T09:00:00+00:00"
NAME = "Zoë Quastenberg"
THEIRS = 'The nurse with the "red" scarf\nlaughed at me'
TRACES = ("quastenberg", 'red\\" scarf', "laughed at me")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's folder and ours, where somebody left traces everywhere; each test has a copy."""
    folder = tmp_path_factory.mktemp("full")
    fill(Place(folder).document())
    return folder


def copied(full: Path, folder: Path) -> Place:
    place = Place(folder)
    shutil.copytree(full / "user", place.file.parent, dirs_exist_ok=True)
    shutil.copytree(full / "here", place.working.parent)
    return place


@pytest.fixture
def place(full: Path, tmp_path: Path) -> Place:
    return copied(full, tmp_path)


def told(place: Place) -> Document:
    return place.here.open(place.file)


def fill(document: Document) -> None:
    with document.step(_("Ask")) as tx:
        survey = operations.add_survey(tx, "Visit sheet")
        nps = operations.add_question(tx, survey, QuestionKind.NPS, "Would you recommend us?")
        why = operations.add_question(tx, survey, QuestionKind.TEXT, "Why?")
        pile = operations.add_round(tx, survey, "Round 1", "2026-02-01")
    with document.step(_("Sheet {n}", n=1)) as tx:
        sheet = operations.add_sheet(tx, pile)
        operations.set_answer(tx, sheet, nps, 0)
        first = operations.set_answer(tx, sheet, why, text="First: " + THEIRS) or ""
        operations.set_answer(tx, operations.add_sheet(tx, pile), why, text=f"Ask {NAME.upper()}!")
    with document.step(_("Write “{text}”", text=THEIRS)) as tx:
        operations.set_answer(tx, sheet, why, text=THEIRS)
        operations.mark_comment(tx, first, mood=-1)
    with document.step(_("Quote {name}", name=NAME)) as tx:
        stage = next(iter(tx.snapshot.table(Stage)))
        lanes = tx.snapshot.table(Lane).values()
        lane = next(la.id for la in lanes if la.kind is LaneKind.QUOTE)
        step = operations.add_touchpoint(tx, stage, "Arrive")
        operations.add_card(tx, lane, THEIRS, touchpoint=step)
        operations.add_participant(tx, NAME)
    document.publish()
    rows = Responses(
        sheets=[(n, "2026-05-03", "customer", "", "", "", "") for n in (1, 2)],
        answers=[
            (1, nps, 5.0, ""),
            (1, why, None, f"I am {NAME}, call me"),
            (2, nps, 3.0, ""),
            (2, why, None, "Fine"),
        ],
    )
    with document.step(_("Take")) as tx:
        batch = operations.import_answers(tx, pile, rows, name=f"{NAME}.xls")
        operations.mark_comment(tx, batch_key(batch, 1, why), about=NAME)
    with document.step(_("Call back")) as tx:
        operations.add_line(tx, AlertRule, name="Unhappy", question=nps, value=6.0)
        heed_rows(tx, rows, AT)
        (alert,) = heed_sheet(tx, sheet, AT)
        operations.change_alert(tx, alert, customer=NAME)
        person = next(iter(tx.snapshot.table(Participant)))
        operations.move_alert(tx, alert, AlertState.ASSIGNED, AT, person, f"{NAME} is angry")
        made_good = operations.add_line(tx, Recovery, alert=alert, customer=NAME)
        operations.add_line(tx, FollowUp, recovery=made_good, text=f"A card for {NAME}")
        by_hand = operations.raise_alert(tx, AT, text="By phone", customer=NAME)
        assert by_hand is not None
        operations.add_line(tx, Recovery, alert=by_hand, failure=f"{NAME} waited")
    document.close()


def wanted(document: Document) -> Person:
    """The person, with the first typed sheet and the first imported one."""
    sheets = document.snapshot.table(Sheet).values()
    sheet = next(s.id for s in sheets if s.number == 1)
    (batch,) = document.snapshot.table(ImportBatch)
    called = person_called([NAME, "Quastenberg"])
    return Person(called.names, sheets=(sheet,), rows=((batch, 1),))


def traces(place: Place) -> list[str]:
    """Return which files of ours hold a trace, hidden ones and notes too."""
    found = []
    for folder in (place.file.parent, place.working, place.backups):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                content = path.read_bytes().decode("utf-8", "ignore").casefold()
                found += [f"{path.name}: {trace}" for trace in TRACES if trace in content]
    return found


def test_nothing_of_a_person_stays_in_any_file(place: Place) -> None:
    document = told(place)
    assert document.mentions(wanted(document)) > 5
    assert {line.partition(":")[0] for line in traces(place)} >= {place.file.name}
    kept = len(document.history())
    document.forget(wanted(document))
    assert traces(place) == []
    assert document.save_state is SaveState.SAVED
    assert [step.kind for step in document.history()[kept:]] == [StepKind.FORGET]
    called = {(a.text, a.customer) for a in document.snapshot.table(Alert).values()}
    assert called == {("By phone", "…"), ("Fine", "")}
    assert len(document.snapshot.table(Recovery)) == 1
    assert not document.snapshot.table(FollowUp)
    document.close()
    assert traces(place) == []
    assert len(place.here.backups(document.doc_id)) > 1


def test_what_others_said_stays_and_is_counted(place: Place) -> None:
    document = told(place)
    document.forget(wanted(document))
    assert sorted(c.text for c in document.comments()) == ["Ask …!", "Fine"]
    assert document.counts.total == 1
    (batch,) = document.snapshot.table(ImportBatch).values()
    assert batch.rows == 1
    assert batch.name == "….xls"
    assert len(document.snapshot.table(Sheet)) == 1
    assert not document.snapshot.table(CommentMark)
    assert [card.text for card in document.snapshot.table(Card).values()] == ["…"]
    assert [p.name for p in document.snapshot.table(Participant).values()] == ["…"]
    document.close()


def test_undo_does_not_reach_behind_it_and_the_history_can_be_gone_through(place: Place) -> None:
    document = told(place)
    document.forget(wanted(document))
    assert document.next_undo is None
    assert document.undo() is None
    for step in document.history():
        document.changes_of(step)
        document.state_after(step)
    asked = next(s for s in document.history() if s.label == _("Ask"))
    document.go_back(asked, _("Go back"))
    assert not document.snapshot.table(Sheet)
    document.undo()
    assert len(document.snapshot.table(Sheet)) == 1
    document.close()
    again = place.here.open(place.file)
    assert again.next_undo is None
    assert [s.kind for s in again.history()].count(StepKind.FORGET) == 1
    again.close()
    assert traces(place) == []
    with place.desk().look(place.file) as looked:
        assert [*of_content(looked.snapshot), *of_history(looked.history())] == []


def test_a_comment_in_other_words_of_somebody_else_stays(place: Place) -> None:
    document = told(place)
    (pile,) = document.snapshot.table(Round)
    answers = document.snapshot.table(Answer).values()
    why = next(a.question for a in answers if a.text)
    with document.step(_("Sheet")) as tx:
        operations.set_answer(tx, operations.add_sheet(tx, pile), why, text=THEIRS)
    document.forget(wanted(document))
    assert THEIRS in [c.text for c in document.comments()]
    document.close()


def _forget_and_die(file: Path, working: Path, backups: Path, moment: int) -> None:
    """Be killed when the disk has taken so many blocks or names."""
    place_desk = _desk(working, backups)
    document = place_desk.open(file)
    seen = 0

    def die(*_arguments: object) -> None:
        nonlocal seen
        seen += 1
        if seen == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    sync, rename = os.fsync, Path.replace

    def fsync(descriptor: int) -> None:
        sync(descriptor)
        die()

    def replace(self: Path, target: Path) -> Path:
        die()
        return rename(self, target)

    os.fsync, Path.replace = fsync, replace  # type: ignore[method-assign,assignment]
    document.forget(wanted(document))
    os._exit(3)


def _desk(working: Path, backups: Path) -> Desk:
    return Desk(working, now, new_id, backups)


def _killed(place: Place, moment: int) -> int:
    context = multiprocessing.get_context("fork")
    child = context.Process(
        target=_forget_and_die, args=(place.file, place.working, place.backups, moment)
    )
    child.start()
    child.join()
    return child.exitcode or 0


def test_killed_in_the_middle_it_is_finished_at_the_next_opening(
    full: Path, tmp_path: Path
) -> None:
    moment, ends = 0, set()
    while True:
        moment += 1 + moment // 2
        folder = tmp_path / str(moment)
        folder.mkdir()
        place = copied(full, folder)
        code = _killed(place, moment)
        begun = any(place.working.glob("*.forget"))
        document = place.desk().open(place.file)
        is_forgotten = any(s.kind is StepKind.FORGET for s in document.history())
        assert is_forgotten == (begun or moment > 3)
        document.close()
        assert not any(place.working.glob("*.forget"))
        if is_forgotten:
            assert traces(place) == [], moment
        ends.add(is_forgotten)
        if code == 3:
            break
    assert ends == {True, False}
    assert moment > 6


def test_where_the_file_cannot_be_written_it_is_done_at_the_next_opening(place: Place) -> None:
    document = told(place)
    aside = place.file.with_name("aside")
    place.file.parent.chmod(0o755)
    place.file.rename(aside)
    with pytest.raises(UserError):
        document.forget(wanted(document))
    assert any(s.kind is StepKind.FORGET for s in document.history())
    aside.rename(place.file)
    document.put_away()
    assert traces(place) != []
    again = place.desk().open(place.file)
    assert traces(place) == []
    again.close()


def test_a_document_without_a_file_goes_on_too(tmp_path: Path) -> None:
    place = Place(tmp_path)
    document = place.here.create(begin, _("Begin"))
    fill(document)
    document = place.here.resume(place.here.untitled()[0])
    person = replace(wanted(document), phrases=(THEIRS, "First: " + THEIRS))
    document.put_away()
    wish = Wish(document.doc_id, new_id(), person)
    write_wish(place.working, wish)
    again = place.desk().resume(place.desk().untitled()[0])
    assert again.next_undo is None
    assert traces(place) == []
    assert not any(place.working.glob("*.forget"))
    again.close()


def test_a_damaged_earlier_state_goes(place: Place) -> None:
    document = told(place)
    newest = place.here.backups(document.doc_id)[0].path
    content = newest.read_bytes()
    newest.write_bytes(content[: len(content) // 4096 * 4096 - 4096])
    document.forget(wanted(document))
    assert not newest.exists()
    assert traces(place) == []
    document.close()


def test_a_copy_that_a_crash_left_damaged_goes_too(place: Place) -> None:
    document = told(place)
    aside = place.working / "old.damaged"
    with place.file.open("rb") as original, aside.open("wb") as copy:
        pour(original, copy)
    document.forget(wanted(document))
    assert not aside.exists()
    document.close()


def test_names_that_are_too_short_are_refused() -> None:
    with pytest.raises(UserError):
        person_called(["Q"])
    assert person_called(["  Ann  Lee ", "", "Ann Lee"]).names == ("Ann Lee",)


def test_backups_without_a_folder_have_nothing_to_forget(tmp_path: Path) -> None:
    Backups(tmp_path / "none", lambda: pytest.fail("asked for the time")).forget("x", Person())
    assert not (tmp_path / "none").exists()
