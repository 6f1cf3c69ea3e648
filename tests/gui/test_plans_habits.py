"""What stands under More of Plan about risks and people's work, filled in by keyboard."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit

from journeymapper.document.document import Document
from journeymapper.domain.entities import (
    CrisisLesson,
    CrisisMessage,
    CrisisSheet,
    CustomerView,
    Entity,
    Plan,
    ProgrammeStep,
    ReadinessAnswer,
    Risk,
    Role,
    RoleBehaviour,
    RoleCard,
    Training,
)
from journeymapper.domain.kinds_plan import Habit, Level, PlanKind, Ready, Trigger
from journeymapper.ui.plans.habits.behaviours import Behaviours
from journeymapper.ui.plans.habits.cell_text import CellText
from journeymapper.ui.plans.habits.crisis import CrisisPage
from journeymapper.ui.plans.habits.dialog import TableDialog
from journeymapper.ui.plans.habits.lines import EntityLines
from journeymapper.ui.plans.habits.matrix import MatrixView
from journeymapper.ui.plans.habits.page import Page
from journeymapper.ui.plans.habits.programme import ProgrammePage
from journeymapper.ui.plans.habits.readiness import ReadinessPage
from journeymapper.ui.plans.habits.risks import PREVENT, Risks
from journeymapper.ui.plans.habits.role_cards import RoleCards
from journeymapper.ui.plans.habits.table import TablePanel
from journeymapper.ui.plans.habits.training import Trainings
from journeymapper.ui.plans.more import MORE
from tests.gui.comment_world import Bare, begin

E = TypeVar("E", bound=Entity)
P = TypeVar("P", bound=Page)


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
def opened(bare: Bare, document: Document) -> Iterator[Callable[[P], P]]:
    made: list[Page] = []

    def show(page: P) -> P:
        assert bare.session.document is document
        made.append(page)
        page.show()
        page.activateWindow()
        QApplication.processEvents()
        return page

    yield show
    for page in made:
        if page.isVisible():
            page.reject()
        page.deleteLater()


@pytest.fixture
def table(bare: Bare, opened: Callable[[Page], Page]) -> Callable[[type[EntityLines]], TableDialog]:
    def show(kind: type[EntityLines]) -> TableDialog:
        page = TableDialog(bare.context, bare.session, kind(bare.context), bare.host)
        opened(page)
        return page

    return show


Table = Callable[[type[EntityLines]], TableDialog]


def only(document: Document, kind: type[E]) -> E:
    (one,) = document.snapshot.table(kind).values()
    return one


def begin_line(panel: TablePanel, **texts: str) -> None:
    """Type into the fields below a table, then Enter."""
    for key, text in texts.items():
        field = panel.adding.fields[key]
        if isinstance(field, QComboBox):
            field.setCurrentIndex(field.findText(text))
        else:
            QTest.keyClicks(field, text)
    last = next(f for f in panel.adding.fields.values() if isinstance(f, QLineEdit))
    QTest.keyClick(last, Qt.Key.Key_Return)


def type_in(panel: TablePanel, row: int, key: str, text: str) -> None:
    """Type into a cell as somebody does: go there, write, Enter."""
    column = [one.key for one in panel.lines.columns].index(key)
    panel.view.setCurrentIndex(panel.model.index(row, column))
    QTest.keyClick(panel.view, Qt.Key.Key_F2)
    inside = panel.view.viewport()
    editor = (inside.findChildren(QLineEdit) + inside.findChildren(CellText))[-1]
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.sendPostedEvents(None, 0)


def cell(panel: TablePanel, row: int, key: str) -> str:
    column = [one.key for one in panel.lines.columns].index(key)
    return panel.model.table()[row + 1][column]


def test_risks_are_typed_judged_and_planned_against(document: Document, table: Table) -> None:
    dialog = table(Risks)
    panel = dialog.panel
    assert panel.empty.isVisible()
    assert dialog.focusWidget() is panel.adding.fields["title"]
    begin_line(panel, title="Power cut", severity="6", occurrence="1", detection="2")
    begin_line(panel, title="Allergy missed")
    type_in(panel, 1, "severity", "9")
    assert [cell(panel, row, "title") for row in (0, 1)] == ["Allergy missed", "Power cut"]
    assert panel.view.currentIndex().row() == 0  # it moved up with its line
    assert cell(panel, 0, "grave") == "High"
    type_in(panel, 0, "occurrence", "11")
    assert panel.told.text() == "!  Type a whole number from 1 to 10; 11 is none."
    assert cell(panel, 0, "occurrence") == ""
    type_in(panel, 0, "occurrence", "2")
    assert panel.told.text() == "High: 1, of them without a plan: 1."
    QTest.mouseClick(panel.doings[PREVENT], Qt.MouseButton.LeftButton)
    plan = only(document, Plan)
    risk = next(r for r in document.snapshot.table(Risk).values() if r.title == "Allergy missed")
    assert (plan.kind, plan.risk, plan.trigger) == (PlanKind.PREVENTIVE, risk.id, Trigger.CAUSE)
    assert cell(panel, 0, "plans") == plan.title == "Prevent: Allergy missed"
    assert "A draft stands in Plan" in panel.told.text()
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not document.snapshot.table(Plan)
    assert cell(panel, 0, "plans") == "No plan yet"


def test_a_risk_after_its_plan_and_the_table_as_a_file(document: Document, table: Table) -> None:
    panel = table(Risks).panel
    begin_line(panel, title="=Old number", severity="7", occurrence="6", detection="5")
    for key, value in (
        ("severity_after", "7"),
        ("occurrence_after", "2"),
        ("detection_after", "3"),
    ):
        type_in(panel, 0, key, value)
    assert (cell(panel, 0, "product"), cell(panel, 0, "reduction")) == ("210", "42 (80 % less)")
    rows = list(csv.reader(io.StringIO(panel.write(".csv").decode("utf-8-sig"))))
    assert rows[1][0] == "'=Old number"
    panel.delete()
    assert not document.snapshot.table(Risk)
    assert panel.empty.isVisible()


def test_behaviours_name_new_roles_and_the_overview_begins_a_line(
    document: Document, table: Table
) -> None:
    dialog = table(Behaviours)
    panel, before = dialog.panel, len(document.snapshot.table(Role))
    begin_line(panel, role="Porter", habit="Start", text="Tell the delay")
    assert len(document.snapshot.table(Role)) == before + 1
    begin_line(panel, text="Carry bags")  # the role stays
    begin_line(panel, habit="Stop", text="Sigh")
    assert {document.snapshot.get(Role, b.role).name for b in all_of(document)} == {"Porter"}
    texts = [cell(panel, row, "text") for row in range(3)]
    assert texts == ["Tell the delay", "Carry bags", "Sigh"]
    panel.view.setCurrentIndex(panel.model.index(0, 2))
    QTest.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert cell(panel, 1, "text") == "Tell the delay"
    assert panel.view.currentIndex().row() == 1
    QTest.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert cell(panel, 2, "text") == "Sigh"  # it stays among what the role starts
    agreed = all_of(document)
    for column in (0, 1, 2):  # role, habit and words cannot be emptied
        panel.view.setCurrentIndex(panel.model.index(1, column))
        QTest.keyClick(panel.view, Qt.Key.Key_Delete)
        assert panel.told.text().startswith("!")
        assert all_of(document) == agreed
        assert panel.model.holds_refused == (column == 2)
    type_in(panel, 1, "text", "Tell the delay")
    type_in(panel, 1, "sign", "Nobody asks")
    assert "Without a sign: 2" in panel.told.text()
    assert dialog.matrix is not None
    dialog.show_view("overview")
    matrix = dialog.matrix
    rows = {words(matrix, y, 0): y for y in range(matrix.rowCount())}
    assert words(matrix, rows["Porter"], 1) == "Carry bags\nTell the delay"
    silent = next(y for name, y in rows.items() if name != "Porter")
    assert words(matrix, silent, 1) == "Nothing agreed yet"
    matrix.setCurrentCell(silent, 3)
    QTest.keyClick(matrix, Qt.Key.Key_Return)
    cells = panel.adding.cells()
    assert (cells["role"], cells["habit"]) == (words(matrix, silent, 0), Habit.CONTINUE)
    assert dialog.focusWidget() is panel.adding.fields["text"]


def words(matrix: MatrixView, row: int, column: int) -> str:
    item = matrix.item(row, column)
    assert item is not None
    return item.text()


def all_of(document: Document) -> list[RoleBehaviour]:
    return list(document.snapshot.table(RoleBehaviour).values())


def test_a_long_text_takes_lines_in_its_cell(document: Document, table: Table) -> None:
    panel = table(RoleCards).panel
    panel.view.setCurrentIndex(panel.model.index(0, 3))
    QTest.keyClick(panel.view, Qt.Key.Key_F2)
    editor = panel.view.viewport().findChildren(CellText)[-1]
    QTest.keyClicks(editor, "Move a date")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(editor, "Give a voucher")
    height = panel.view.rowHeight(0)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.sendPostedEvents(None, 0)
    card = only(document, RoleCard)
    assert card.may_do == "Move a date\nGive a voucher"
    assert panel.view.rowHeight(0) > height


def test_role_cards_flag_the_level_that_has_none(table: Table) -> None:
    panel = table(RoleCards).panel
    assert panel.told.text().startswith("No role has an objective yet")
    type_in(panel, 0, "objective", "Nobody waits unknowing")
    assert panel.told.text() == "No role of the management has an objective yet."
    panel.model.setData(panel.model.index(0, 1), Level.MANAGEMENT.value)
    assert panel.told.text() == "No role of the frontline has an objective yet."
    name = cell(panel, 0, "role")
    begin_line(panel, role=name.upper())
    assert "is there already" in panel.told.text()
    assert not panel.drop.isVisible()


def test_trainings_take_dates_as_people_write_them(document: Document, table: Table) -> None:
    dialog = table(Trainings)
    panel = dialog.panel
    begin_line(panel, role="Porter", topic="First aid", date="2 april 2024", valid_until="2.4.26")
    training = only(document, Training)
    assert (training.date, training.valid_until) == ("2024-04-02", "2026-04-02")
    assert cell(panel, 0, "state") == "Has run out"
    assert panel.told.text() == "Missing or run out: First aid (Porter)."
    type_in(panel, 0, "valid_until", "1 April 2024")
    assert panel.told.text() == "!  These dates come in the wrong order."
    type_in(panel, 0, "valid_until", "soon")
    assert "This is no date" in panel.told.text()
    assert only(document, Training) == training
    dialog.accept()
    assert dialog.isVisible()  # what was refused is not lost by closing
    type_in(panel, 0, "valid_until", "15 May 2026")
    assert cell(panel, 0, "state") == "Holds"
    assert dialog.matrix is not None
    last = dialog.matrix.rowCount() - 1
    assert words(dialog.matrix, last, 1) == "Holds until 15 May 2026"


def test_a_no_becomes_a_plan_and_is_linked(
    bare: Bare, document: Document, opened: Callable[[ReadinessPage], ReadinessPage]
) -> None:
    page = opened(ReadinessPage(bare.context, bare.session, bare.host))
    assert page.verdict.text() == "Nothing is answered yet."
    row = page.rows["tools"]
    QTest.keyClick(row.choice.button("yes"), Qt.Key.Key_Right)
    assert only(document, ReadinessAnswer).answer == Ready.PARTLY
    assert not row.plan.isVisible()
    QTest.keyClick(row.choice.button("partly"), Qt.Key.Key_Right)
    QTest.keyClicks(row.note, "Three clicks for a date")
    QTest.mouseClick(row.plan, Qt.MouseButton.LeftButton)
    plan, answer = only(document, Plan), only(document, ReadinessAnswer)
    assert (answer.plan, answer.answer, answer.note) == (plan.id, Ready.NO, plan.happens)
    assert plan.happens == "Three clicks for a date"
    assert row.linked.text() == "Plan: Make our programs easier to work with"
    assert not row.plan.isVisible()
    bare.session.undo()
    assert not document.snapshot.table(Plan)
    assert row.plan.isVisible()
    assert page.verdict.text() == "0 yes, 0 partly, 1 no. Still open: 11."


def test_the_programme_is_written_and_ticked_on_the_day(
    bare: Bare, document: Document, opened: Callable[[ProgrammePage], ProgrammePage]
) -> None:
    page = opened(ProgrammePage(bare.context, bare.session, bare.host))
    first = page.blocks[0]
    assert page.focusWidget() is first.text
    QTest.keyClicks(first.text, "Nobody waits unknowing")
    page.tick(1, on=False)
    page.tick(5, on=True)
    assert first.text.toPlainText() == "Nobody waits unknowing"  # other changes leave it alone
    page.tick(5, on=False)
    QTest.mouseClick(first.tick, Qt.MouseButton.LeftButton, pos=first.tick.rect().center())
    step = next(s for s in document.snapshot.table(ProgrammeStep).values() if s.number == 1)
    assert (step.text, step.done) == ("Nobody waits unknowing", "2026-05-15")
    assert first.tick.text() == "Done on 15 May 2026"
    assert page.how_far.text() == "1 of 5 steps done. Next: How do they see us?"
    begin_line(page.views, kind="Weakness", text="One never knows how long")
    assert cell(page.views, 0, "sure") == "Needs evidence"
    assert page.views.told.text() == "Needs evidence: 1 of 1. Ask them."
    page.views.model.setData(page.views.model.index(0, 2), "interview")
    type_in(page.views, 0, "n", "5")
    assert cell(page.views, 0, "sure") == "They said so"
    assert only(document, CustomerView).n == 5
    QTest.keyClicks(page.blocks[2].text, "Tell the delay")
    page.accept()
    assert {s.number: s.text for s in document.snapshot.table(ProgrammeStep).values()} == {
        1: "Nobody waits unknowing",
        3: "Tell the delay",
        5: "",
    }


def test_a_crisis_sheet_from_the_quiet_day_to_the_lesson(
    bare: Bare, document: Document, opened: Callable[[CrisisPage], CrisisPage]
) -> None:
    page = opened(CrisisPage(bare.context, bare.session, bare.host))
    assert page.empty.isVisible()
    assert page.focusWidget() is page.new
    QTest.keyClicks(page.new, "The computers are down")
    QTest.keyClick(page.new, Qt.Key.Key_Return)
    assert not page.empty.isVisible()
    assert "Say which role leads." in page.lacks.text()
    QTest.keyClicks(page.texts["first_steps"], "Paper list")
    page.lead.setCurrentIndex(1)
    page.lead.activated.emit(1)
    begin_line(page.messages, audience="Waiting room", text="Twenty minutes longer", minutes="0")
    assert "Type a whole number" in page.messages.told.text()
    minutes = page.messages.adding.fields["minutes"]
    assert isinstance(minutes, QLineEdit)
    minutes.clear()
    begin_line(page.messages, minutes="20")
    message, sheet = only(document, CrisisMessage), only(document, CrisisSheet)
    assert (message.crisis, message.minutes) == (sheet.id, 20)
    assert (sheet.first_steps, sheet.lead is not None) == ("Paper list", True)
    assert not page.lacks.isVisible()
    QTest.keyClicks(page.reviewed, "someday")
    QTest.keyClick(page.reviewed, Qt.Key.Key_Return)
    assert page.reviewed.typing.problem.isVisible()
    page.accept()
    assert page.isVisible()
    page.reviewed.clear()
    QTest.keyClicks(page.reviewed, "14 May 2026")
    QTest.keyClick(page.reviewed, Qt.Key.Key_Return)
    assert only(document, CrisisSheet).reviewed == "2026-05-14"
    begin_line(page.lessons, text="Print the list every evening")
    assert page.lessons.told.text() == "Lessons that nothing follows from: 1."
    QTest.mouseClick(page.lessons.doings["prevent"], Qt.MouseButton.LeftButton)
    assert only(document, CrisisLesson).plan == only(document, Plan).id
    assert only(document, Plan).kind == PlanKind.PREVENTIVE
    assert not page.lessons.doings["prevent"].isEnabled()
    QTest.keyClicks(page.new, "Fire")
    QTest.keyClick(page.new, Qt.Key.Key_Return)
    assert page.scenario.text() == "Fire"
    assert not page.messages.model.lines
    QTest.mouseClick(page.drop, Qt.MouseButton.LeftButton)
    assert page.scenario.text() == "The computers are down"
    bare.session.undo()
    assert len(document.snapshot.table(CrisisSheet)) == 2


def test_every_entry_waits_for_a_document(bare: Bare) -> None:
    bare.session.close()
    before = bare.host.findChildren(QDialog)
    for entry in MORE:
        if entry.open is not None:
            entry.open(bare.context, bare.session, bare.host)
        assert QApplication.activeModalWidget() is None, entry.key
        assert bare.host.findChildren(QDialog) == before, entry.key
