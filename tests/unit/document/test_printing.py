"""Printing is remembered in the file, and undo does not concern it."""

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journeymapper.document import operations
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.changes import Initiator
from journeymapper.domain.entities import JourneyMap, PrintRun
from journeymapper.domain.errors import MissingEntityError
from journeymapper.domain.message import _


def begin(tx: Tx) -> None:
    operations.add_project(tx, title="Visit")
    stage = operations.add_stage(tx, operations.add_map(tx, "Visit"), "Arrive")
    operations.add_touchpoint(tx, stage, "Greeting")


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    seconds, ids = itertools.count(), itertools.count()
    desk = Desk(
        tmp_path / "working",
        lambda: datetime(2026, 5, 9, tzinfo=UTC) + timedelta(seconds=next(seconds)),
        lambda: f"id-{next(ids)}",
    )
    made = desk.create(begin, _("Start"))
    yield made
    made.close()


def rename(document: Document, title: str) -> None:
    with document.step(_("Rename")) as tx:
        operations.rename_map(tx, the_map(document), title)


def the_map(document: Document) -> str:
    return queries.maps(document.snapshot)[-1].id


def note(document: Document) -> PrintRun:
    with document.step(_("Print"), initiator=Initiator.APP) as tx:
        made = operations.note_print_run(tx, the_map(document), "wall", {"s:1": "0f"}, "2026-05-09")
    return document.snapshot.get(PrintRun, made)


def test_a_run_remembers_sheets_and_the_numbers_of_the_steps(document: Document) -> None:
    run = note(document)
    (step,) = queries.touchpoints_of_map(document.snapshot, the_map(document))
    assert run.sheets == ("s:1 0f",)
    assert run.numbers == (f"1.1 {step.id}",)


def test_undo_takes_back_the_edit_before_and_the_run_stays(document: Document) -> None:
    rename(document, "Changed")
    run = note(document)
    undone = document.undo()
    assert undone is not None
    assert queries.maps(document.snapshot)[0].title == "Visit"
    assert document.snapshot.find(PrintRun, run.id) == run
    assert document.next_undo is None


def test_redo_is_still_there_after_printing(document: Document) -> None:
    rename(document, "Changed")
    document.undo()
    note(document)
    document.redo()
    assert queries.maps(document.snapshot)[0].title == "Changed"


def test_a_map_that_was_printed_can_be_taken_back(document: Document) -> None:
    with document.step(_("Add a map")) as tx:
        operations.add_map(tx, "Second")
    note(document)
    document.undo()
    assert len(document.snapshot.table(JourneyMap)) == 1


def test_going_back_to_a_point_before_keeps_what_is_on_paper(document: Document) -> None:
    rename(document, "Changed")
    run = note(document)
    document.go_back(document.history()[0], _("Back"))
    assert queries.maps(document.snapshot)[0].title == "Visit"
    assert document.snapshot.find(PrintRun, run.id) == run


def test_only_a_map_that_is_there_is_noted(document: Document) -> None:
    with pytest.raises(MissingEntityError), document.step(_("Print")) as tx:
        operations.note_print_run(tx, "nothing", "wall", {}, "2026-05-09")
