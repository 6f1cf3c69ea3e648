"""The tables under More of Answers, filled in by keyboard."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import ListeningPost, Rating, Standard, Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import Measure, SourceKind
from journeymapper.domain.message import _
from journeymapper.ui.answers.more_competitors import Competitors
from journeymapper.ui.answers.more_dialog import MoreDialog
from journeymapper.ui.answers.more_lines import Lines
from journeymapper.ui.answers.more_management import Management
from journeymapper.ui.answers.more_posts import Posts, unmeasured
from journeymapper.ui.answers.more_standards import Standards
from journeymapper.ui.answers.more_typed import read_count, read_day, read_score, read_share
from tests.gui.comment_world import Bare, begin

Show = Callable[[Lines], MoreDialog]


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Bare]:
    made = Bare(tmp_path_factory.mktemp("app"), qapp)
    made.host.show()
    yield made
    made.close()


@pytest.fixture
def document(bare: Bare) -> Document:
    return begin(bare.session)


@pytest.fixture
def show(bare: Bare, document: Document) -> Iterator[Show]:
    made: list[MoreDialog] = []

    def open_(lines: Lines) -> MoreDialog:
        assert bare.session.document is document
        dialog = MoreDialog(bare.context, bare.session, lines, bare.host)
        dialog.show()
        made.append(dialog)
        return dialog

    yield open_
    for dialog in made:
        dialog.reject()
        dialog.deleteLater()


def type_in(dialog: MoreDialog, row: int, column: int, text: str) -> None:
    """Type into a cell as somebody does: go there, write, Enter."""
    dialog.view.setCurrentIndex(dialog.model.index(row, column))
    QTest.keyClick(dialog.view, Qt.Key.Key_F2)
    editor = dialog.view.viewport().findChildren(QLineEdit)[-1]
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.sendPostedEvents(None, 0)


def cells(dialog: MoreDialog, row: int) -> list[str]:
    return dialog.model.table()[row + 1]


def competitor(document: Document) -> Rating:
    ratings = document.snapshot.table(Rating).values()
    return next(r for r in ratings if r.perspective.startswith("competitor:"))


def test_a_score_of_others_is_an_estimate_until_it_has_source_and_date(
    show: Show, document: Document
) -> None:
    dialog = show(Competitors())
    assert not dialog.view.isVisibleTo(dialog)
    assert dialog.empty.isVisibleTo(dialog)
    name, step, value = dialog.fields.values()
    QTest.keyClicks(name, "Bright Dental")
    assert isinstance(step, QComboBox)
    step.setCurrentIndex(step.findText("3.1 Rebooking"))
    QTest.keyClicks(value, "11")
    QTest.keyClick(value, Qt.Key.Key_Return)
    assert "1 to 10" in dialog.told.text()
    assert isinstance(name, QLineEdit)
    assert name.text() == "Bright Dental"
    value.clear()
    QTest.keyClicks(value, "7,5")
    QTest.keyClick(value, Qt.Key.Key_Return)
    assert cells(dialog, 0) == ["Bright Dental", "3.1 Rebooking", "7.5", "", "", "estimate"]
    type_in(dialog, 0, 3, "1.4.2026")
    type_in(dialog, 0, 4, "Reviews on the web, 40 of them")
    assert cells(dialog, 0)[3:] == [
        "2026-04-01",
        "Reviews on the web, 40 of them",
        "with source",
    ]
    rating = competitor(document)
    assert (rating.perspective, rating.value) == ("competitor:Bright Dental", 7.5)
    assert rating.source is SourceKind.SURVEY
    dialog.drop.click()
    assert dialog.empty.isVisibleTo(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    document.undo()
    assert competitor(document).value == 7.5


def test_the_same_competitor_stands_at_a_step_once(document: Document) -> None:
    lines = Competitors()
    step = next(iter(document.snapshot.table(Touchpoint)))
    lines.add(document, {"name": "A", "step": step, "value": "5"})
    lines.add(document, {"name": "B", "step": step, "value": "6"})
    with pytest.raises(RefusedError):
        lines.add(document, {"name": " A ", "step": step, "value": "5"})
    line = lines.read(document.snapshot)[1]
    with pytest.raises(RefusedError):
        lines.write(document, line.id, "name", "A")
    with pytest.raises(RefusedError):
        lines.write(document, line.id, "value", "")
    assert len(lines.read(document.snapshot)) == 2


def test_what_is_refused_stays_in_its_cell_with_the_reason(show: Show, document: Document) -> None:
    dialog = show(Management())
    type_in(dialog, 0, 2, "twelve")
    assert dialog.model.index(0, 2).data() == "! twelve"
    assert "twelve" in dialog.told.text()
    assert not document.snapshot.table(Rating)
    dialog.accept()
    assert dialog.isVisible()
    assert "“!”" in dialog.told.text()
    type_in(dialog, 0, 2, "9")
    assert dialog.model.index(0, 2).data() == "9"
    (rating,) = document.snapshot.table(Rating).values()
    assert (rating.perspective, rating.measure) == ("management", Measure.EXPECTATION)
    assert dialog.told.text() == "Expectations estimated: 1 of 6 steps."
    QTest.keyClick(dialog.view, Qt.Key.Key_Delete)
    assert not document.snapshot.table(Rating)
    document.undo()
    assert cells(dialog, 0)[2] == "9"


def test_standards_are_written_beside_their_steps(show: Show, document: Document) -> None:
    dialog = show(Standards())
    type_in(dialog, 1, 3, "40")
    assert not document.snapshot.table(Standard)
    type_in(dialog, 1, 1, "Called in within 10 minutes")
    type_in(dialog, 1, 2, "62.5 %")
    type_in(dialog, 1, 3, "40")
    (standard,) = document.snapshot.table(Standard).values()
    assert (standard.text, standard.compliance, standard.n) == (
        "Called in within 10 minutes",
        0.625,
        40,
    )
    assert cells(dialog, 1)[1:4] == ["Called in within 10 minutes", "62.5 %", "40"]


def test_the_feedback_plan_names_the_steps_that_nobody_asks_about(
    show: Show, document: Document
) -> None:
    dialog = show(Posts())
    assert "3.1 Rebooking" not in unmeasured(document.snapshot)
    assert "1.1 Review" in dialog.told.text()
    what, step = dialog.fields.values()
    QTest.keyClicks(what, '=cmd("x")')
    assert isinstance(step, QComboBox)
    step.setCurrentIndex(step.findText("1.1 Review"))
    QTest.keyClick(what, Qt.Key.Key_Return)
    (post,) = document.snapshot.table(ListeningPost).values()
    assert post.touchpoint is not None
    assert "1.1 Review" not in dialog.told.text()
    type_in(dialog, 0, 1, "New patients")
    exported = list(csv.reader(io.StringIO(dialog.write(".csv").decode("utf-8-sig"))))
    assert exported[1][:2] == ['\'=cmd("x")', "New patients"]
    assert dialog.write(".xlsx").startswith(b"PK")
    dialog.model.setData(dialog.model.index(0, 5), "")
    assert document.snapshot.get(ListeningPost, post.id).touchpoint is None
    dialog.delete()
    assert not document.snapshot.table(ListeningPost)


def test_without_steps_the_tables_say_what_to_do(bare: Bare, show: Show) -> None:
    def empty(tx: Tx) -> None:
        operations.add_project(tx, title="New")

    bare.session.new(empty, _("New"))
    dialog = MoreDialog(bare.context, bare.session, Standards(), bare.host)
    assert dialog.empty.text() == "There are no steps yet. Add them on the map."
    dialog.reject()
    dialog.deleteLater()
    assert show is not None


def test_numbers_and_dates_as_people_type_them() -> None:
    assert read_score("7,5") == 7.5
    assert read_score(" ") is None
    assert read_share("12.5 %") == 0.125
    assert read_count("40") == 40
    assert read_day("3.5.26") == "2026-05-03"
    assert read_day("2026-05-03") == "2026-05-03"
    for read, wrong in (
        (read_score, "0.5"),
        (read_score, "nan"),
        (read_share, "101"),
        (read_count, "1.5"),
        (read_count, "-1"),
        (read_day, "31.02.2026"),
        (read_day, "soon"),
    ):
        with pytest.raises(RefusedError):
            read(wrong)
