"""The commands behind the map: one step each, with a label that reads well after "Undo:"."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from journeymapper.document.desk import Desk
from journeymapper.document.document import Document
from journeymapper.document.operations import touchpoints
from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Feeling, Stage, Touchpoint
from journeymapper.domain.kinds import SourceKind
from journeymapper.domain.message import _
from journeymapper.ui.commands import cards, deleting, feelings, maps, stages, steps
from journeymapper.ui.commands.names import shortened, signed
from journeymapper.ui.commands.preview import preview
from tests.gui.map_world import fill, services_in


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    services = services_in(tmp_path)
    services.paths.make()
    desk = Desk(services.paths.working, services.clock, services.new_id)
    opened = desk.create(fill, _("Begin"))
    yield opened
    opened.close()


def step(document: Document, name: str) -> str:
    return next(t.id for t in document.snapshot.table(Touchpoint).values() if t.name == name)


def stage(document: Document, name: str) -> str:
    return next(s.id for s in document.snapshot.table(Stage).values() if s.name == name)


def label(document: Document) -> str:
    found = document.next_undo
    return str(found.label) if found is not None else ""


def test_a_preview_shows_the_result_and_leaves_the_document_alone(document: Document) -> None:
    before, history = document.snapshot, len(document.history())
    form, learn = step(document, "Form"), stage(document, "Learn")
    shown = preview(document, lambda tx: touchpoints.move_touchpoint(tx, form, learn, 0))
    assert queries.touchpoints(shown, learn)[0].id == form
    assert document.snapshot is before
    assert len(document.history()) == history


def test_a_new_step_and_its_name_are_taken_back_together(document: Document) -> None:
    count = len(document.snapshot.table(Touchpoint))
    made = steps.add_after(document, step(document, "Greeting"))
    for name in ("Cof", "Coffee"):
        steps.name_new(document, made, name)
    assert (label(document), step(document, "Coffee")) == ("Add Coffee", made)
    document.undo()
    assert len(document.snapshot.table(Touchpoint)) == count


@pytest.mark.parametrize(
    ("name", "target", "index", "words"),
    [
        ("Greeting", "Arrive", 0, "Greeting becomes 2.1, before Wrong day"),
        ("Greeting", "Arrive", 2, "Greeting becomes 2.3, after Form"),
        ("Greeting", "Learn", 1, "Greeting becomes 1.2, before Web page"),
        ("Rebooking", "Pay", 0, "Rebooking becomes 3.1, the first step of Pay"),
    ],
)
def test_what_a_move_would_make_is_said_in_words(
    document: Document, name: str, target: str, index: int, words: str
) -> None:
    found = steps.becomes(document, step(document, name), stage(document, target), index)
    assert str(found) == words


def test_a_step_shifted_beyond_its_stage_goes_to_the_next(document: Document) -> None:
    form = step(document, "Form")
    assert steps.shift(document, form, 1)
    assert document.snapshot.get(Touchpoint, form).stage == stage(document, "Pay")
    assert steps.shift(document, step(document, "Rebooking"), 1) is False


def test_a_dragged_feeling_keeps_where_it_comes_from(document: Document) -> None:
    found = next(iter(document.snapshot.table(Feeling).values()))
    with document.step(_("Ask")) as tx:
        tx.change(Feeling, found.id, source=SourceKind.SURVEY, n=31)
    feelings.set_value(document, found.touchpoint, found.persona, -5)
    after = document.snapshot.get(Feeling, found.id)
    assert (after.value, after.source) == (-5, SourceKind.SURVEY)
    assert label(document) == "Anna feels −5 at Review"


def test_deleting_several_things_is_one_step(document: Document) -> None:
    history = len(document.history())
    things = tuple((Touchpoint, step(document, name)) for name in ("Review", "Form"))
    assert str(deleting.delete(document, things)) == "Delete 2 steps"
    assert len(document.history()) == history + 1
    document.undo()
    assert {"Review", "Form"} <= {t.name for t in document.snapshot.table(Touchpoint).values()}


def test_a_stage_and_its_own_step_can_be_deleted_together(document: Document) -> None:
    things = ((Stage, stage(document, "Pay")), (Touchpoint, step(document, "Rebooking")))
    deleting.delete(document, things)
    assert "Pay" not in {s.name for s in document.snapshot.table(Stage).values()}


def test_labels_read_well(document: Document) -> None:
    form = step(document, "Form")
    steps.rename(document, form, "Two forms")
    assert label(document) == "Rename to Two forms"
    steps.toggle_moment(document, (form,))
    assert label(document) == "Moment of truth"
    stages.rename(document, stage(document, "Pay"), "Pay and go")
    assert label(document) == "Rename to Pay and go"
    card = next(iter(document.snapshot.table(Card).values()))
    cards.write(document, card.id, "One\ntwo " + "x" * 60)
    assert label(document) == "Write “One”"
    journey = queries.maps(document.snapshot)[0]
    maps.show_more_rows(document, journey.id, shown=True)
    assert label(document) == "More rows"


def test_numbers_and_names_are_printed_as_people_write_them() -> None:
    assert [signed(v) for v in (-4, 0, 3)] == ["−4", "0", "+3"]
    assert signed(-0.04, 1) == "0.0"
    assert shortened("x" * 60).endswith("…")
    assert len(shortened("x" * 60)) == 40
