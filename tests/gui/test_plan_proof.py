"""Proving a plan in the window: counting, the verdict, telling, the letter, closing, opening."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain import indexes
from journeymapper.domain import plans as rules
from journeymapper.domain.entities import Communication, Kpi, Outreach, Plan, Question
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.kinds_plan import Audience, KpiKind, PlanState, Verdict
from journeymapper.domain.message import _
from journeymapper.ui.commands import measures
from journeymapper.ui.plans.audience_dialog import AudienceDialog
from journeymapper.ui.plans.expected_dialog import ExpectedDialog
from journeymapper.ui.plans.letter_dialog import LetterDialog
from journeymapper.ui.plans.measure_dialog import MeasureDialog
from journeymapper.ui.plans.missing_dialog import MissingDialog
from journeymapper.ui.plans.outreach_dialog import OutreachDialog, OutreachLines, PasteDialog
from journeymapper.ui.plans.proof_dialog import ProofDialog
from journeymapper.ui.plans.proof_panel import ProofPanel
from journeymapper.ui.plans.reason_dialog import ReasonDialog
from tests.gui.comment_world import Bare, begin

TODAY = datetime.date(2026, 5, 15)
ENTER = Qt.Key.Key_Return


@dataclass
class Proving:
    """The panel with a plan of Mara's, a draft with one count that nobody has counted yet."""

    bare: Bare
    panel: ProofPanel
    plan: str
    kpi: str

    @property
    def document(self) -> Document:
        document = self.bare.session.document
        assert document is not None
        return document

    def step(self, do: Callable[..., object], *args: object, **fields: object) -> None:
        with self.document.step(_("A step")) as tx:
            do(tx, *args, **fields)

    def type_count(self, yes: str, n: str, date: str = "") -> None:
        """Type into the row as somebody does, and press Enter."""
        row = self.panel.measure.row
        for field, text in ((row.value, yes), (row.n, n), (row.date, date)):
            if text:
                typed(field, text)
        QTest.keyClick(row.date, ENTER)

    def ready(self) -> None:
        """Counted before, started, and counted again."""
        self.type_count("7", "50", "20 Feb")
        self.step(operations.start_plan, self.plan, "2026-03-16")
        self.panel.measure.unfold()
        self.type_count("16", "20", "9 May")

    def dialog(self, kind: Callable[..., QDialog], *args: object) -> QDialog:
        return kind(self.bare.context, self.bare.session, *args, self.bare.host)


def give_reason(text: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReasonDialog)
    dialog.agree.click()
    assert dialog.told.text()
    dialog.field.setPlainText(text)
    dialog.agree.click()


def typed(field: QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Bare]:
    made = Bare(tmp_path_factory.mktemp("app"), qapp)
    panel = ProofPanel(made.context, made.session)
    made.show(panel)
    yield made
    made.close()


@pytest.fixture
def proving(bare: Bare) -> Iterator[Proving]:
    document = begin(bare.session)
    (panel,) = bare.host.findChildren(ProofPanel)
    with document.step(_("A plan")) as tx:
        mara = operations.add_participant(tx, "Mara")
        plan = operations.add_plan(
            tx, "Keep dates", owner=mara, happens="Dates slip", intended="Kept"
        )
        kpi = operations.add_kpi(tx, plan, "Rebooked within 3 days", target=0.75)

    def show(*_changes: object) -> None:
        assert bare.session.document is document
        panel.show_plan(document.snapshot, plan, TODAY)

    bare.session.changed.connect(show)
    show()
    bare.failed.clear()
    yield Proving(bare, panel, plan, kpi)
    bare.session.changed.disconnect(show)


def test_counting_before_and_after_by_keyboard_tells_whether_it_worked(proving: Proving) -> None:
    panel = proving.panel
    assert panel.measure.row.isVisible()
    proving.type_count("7", "50", "20 Feb")
    kpi = proving.document.snapshot.get(Kpi, proving.kpi)
    assert (kpi.baseline, kpi.baseline_date) == (("0:43", "1:7"), "2026-02-20")
    assert "has not started yet" in panel.worked.sentence.text()
    proving.step(operations.start_plan, proving.plan, "2026-03-16")
    assert not panel.measure.row.isVisible()
    QTest.keyClick(panel.measure.count, Qt.Key.Key_Space)
    assert panel.measure.row.value.hasFocus()
    proving.type_count("16", "20", "9 May")
    assert panel.worked.pill.words.text() == "Yes, better"
    assert (panel.worked.before.text(), panel.worked.now.text()) == ("7 of 50", "16 of 20")
    assert "More than chance could do." in panel.worked.sentence.text()
    assert "16 of 20 on 9 May" in panel.measure.chart.accessibleName()


def test_what_cannot_be_counted_stays_where_it_was_typed(proving: Proving) -> None:
    row = proving.panel.measure.row
    steps = len(proving.document.history())
    for yes, n, date, why in (
        ("25", "20", "", "between 0 and 20"),
        ("many", "20", "", "Type a number"),
        ("7", "20", "32 May", "no date"),
        ("7", "20", "16 May 2026", "not come yet"),
    ):
        proving.type_count(yes, n, date)
        assert why in row.told.text()
        assert row.value.text() == yes
        assert row.told.isVisible()
    assert len(proving.document.history()) == steps


def test_a_plan_is_proven_told_closed_and_opened_again(proving: Proving) -> None:
    proving.ready()
    panel = proving.panel
    assert "write down the proof" in panel.sentence.text()
    proof = proving.dialog(ProofDialog, proving.plan, "")
    assert isinstance(proof, ProofDialog)
    proof.accept()
    assert "Say what was found" in proof.told.text()
    proof.found.setPlainText("five called, all five kept their date.")
    proof.by.setText("mara")
    assert "Mara owns this plan" in proof.warning.text()
    proof.by.setText("Lea")
    assert proof.warning.text() == ""
    proof.accept()
    assert "five called, all five kept their date (calls, 15 May, Lea)" in (
        panel.worked.sentence.text()
    )
    audience = proving.dialog(AudienceDialog, proving.plan, "")
    assert isinstance(audience, AudienceDialog)
    audience.n.setText("31")
    audience.accept()
    assert panel.sentence.text() == "To close this plan, tell the 31 customers. Proof is there."
    (told,) = panel.told.lines
    panel.told.lines[told].mark.setFocus()
    QTest.keyClick(panel.told.lines[told].mark, Qt.Key.Key_Space)
    assert proving.document.snapshot.get(Communication, told).date == "2026-05-15"
    assert panel.told.lines[told].mark.hasFocus()
    QTest.keyClick(panel.close_plan, Qt.Key.Key_Space)
    assert rules.state_of(proving.document.snapshot, proving.plan) == PlanState.CLOSED
    assert not panel.close_plan.isVisible()
    QTimer.singleShot(0, lambda: give_reason("Dates slip again"))
    panel.open_again()
    assert panel.history.text() == (
        "Started on 16 March. Closed on 15 May. Opened again on 15 May: Dates slip again."
    )
    assert "five called" in panel.worked.sentence.text()


def test_closing_too_early_says_all_that_is_missing(proving: Proving) -> None:
    proving.ready()
    found: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MissingDialog)
        found.extend(label.text() for label in dialog.findChildren(type(proving.panel.sentence)))
        dialog.accept()

    QTimer.singleShot(0, look)
    QTest.keyClick(proving.panel.close_plan, Qt.Key.Key_Space)
    assert "Write down the proof that it works." in found
    assert "Tell those concerned, and note whom and when." in found
    assert rules.state_of(proving.document.snapshot, proving.plan) == PlanState.RUNNING


def test_the_letter_is_kept_as_it_was_changed_and_noted_as_told(
    proving: Proving, tmp_path: Path
) -> None:
    proving.ready()
    proving.step(
        operations.add_line, Communication, plan=proving.plan, audience=Audience.CUSTOMERS, n=31
    )
    (told,) = proving.panel.told.lines
    letter = proving.dialog(LetterDialog, told)
    assert isinstance(letter, LetterDialog)
    assert "now 16 of 20. That is better than chance could do." in letter.text()
    letter.reject()
    assert proving.document.snapshot.get(Communication, told).text == ""
    letter = proving.dialog(LetterDialog, told)
    assert isinstance(letter, LetterDialog)
    letter.field.appendPlainText("Yours, Mara")
    letter.copy()
    assert QGuiApplication.clipboard().text().endswith("Yours, Mara")
    letter.sent.setChecked(True)
    letter.write(tmp_path / "letter.pdf")
    letter.done(QDialog.DialogCode.Accepted)
    assert (tmp_path / "letter.pdf").read_bytes().startswith(b"%PDF")
    kept = proving.document.snapshot.get(Communication, told)
    assert (kept.date, kept.channel) == ("2026-05-15", "letter")
    assert kept.text.endswith("Yours, Mara")
    proving.step(operations.change_line, Communication, told, date="")
    letter = proving.dialog(LetterDialog, told)
    assert isinstance(letter, LetterDialog)
    letter.begin_anew()
    letter.accept()
    assert "Mara" not in proving.document.snapshot.get(Communication, told).text


def test_a_question_keeps_its_newest_answers_from_before_the_start(proving: Proving) -> None:
    questions = proving.document.snapshot.table(Question).values()
    nps = next(q for q in questions if q.kind == QuestionKind.NPS)
    kpi = measures.add_measure(
        proving.document, proving.plan, "", kind=KpiKind.QUESTION, question=nps.id
    )
    known = proving.document.snapshot.get(Kpi, kpi)
    assert (known.baseline, known.baseline_date) == (("6:1", "7:1", "8:1"), "2026-02-01")
    panel = proving.panel
    panel.measure.which.setCurrentIndex(panel.measure.which.findData(kpi))
    panel.measure.which.activated.emit(1)
    assert panel.measure.keep_answers.isVisible()
    assert not panel.measure.row.isVisible()
    assert panel.worked.before.text() == "−33"


def test_a_measure_is_changed_by_dialog_until_the_plan_starts(proving: Proving) -> None:
    dialog = proving.dialog(MeasureDialog, proving.plan, proving.kpi)
    assert isinstance(dialog, MeasureDialog)
    dialog.target.setText("175")
    dialog.accept()
    assert "from 0 to 100" in dialog.told.text()
    dialog.target.setText("80 %")
    dialog.how.setText("in the calendar")
    dialog.accept()
    kpi = proving.document.snapshot.get(Kpi, proving.kpi)
    assert (kpi.target, kpi.how) == (0.8, "in the calendar")
    proving.ready()
    with pytest.raises(RefusedError, match="baseline stays"):
        measures.change_measure(proving.document, proving.kpi, "Wait", kind=KpiKind.NUMBER)


def test_a_list_to_reach_out_to_is_pasted_once(proving: Proving) -> None:
    for n in (2, 0):
        paste = proving.dialog(PasteDialog, proving.plan)
        assert isinstance(paste, PasteDialog)
        paste.field.setPlainText("P-17;We call you\nP-18\n")
        before = len(proving.document.snapshot.table(Outreach))
        paste.accept()
        assert len(proving.document.snapshot.table(Outreach)) == before + n
    paste = proving.dialog(PasteDialog, proving.plan)
    assert isinstance(paste, PasteDialog)
    paste.take(b"P-19;x;yesterday")
    paste.accept()
    assert "Line 1 has no date" in paste.told.text()
    paste.reject()
    assert proving.panel.told.reached.text() == "0 of 2 others reached"
    table = proving.dialog(OutreachDialog, proving.plan)
    assert isinstance(table, OutreachDialog)
    table.model.setData(table.model.index(0, 2), "14.05.2026")
    lines = OutreachLines(proving.bare.context, proving.plan)
    with pytest.raises(RefusedError, match="p-17 is on this list already"):
        lines.add(proving.document, {"who": "p-17", "message": "Again"})
    assert table.model.index(0, 2).data() == "14 May 2026"
    table.accept()
    assert proving.panel.told.reached.text() == "1 of 2 others reached"


def test_what_was_expected_comes_true_or_not_and_is_said(proving: Proving) -> None:
    proving.ready()
    dialog = proving.dialog(ExpectedDialog, proving.plan, None)
    assert isinstance(dialog, ExpectedDialog)
    dialog.verdict.set_value(Verdict.CONFIRMED.value)
    dialog.accept()
    assert "Say what was expected" in dialog.told.text()
    dialog.expected.setPlainText("Three of four are rebooked")
    dialog.accept()
    assert proving.document.snapshot.get(Plan, proving.plan).verdict == Verdict.CONFIRMED
    assert proving.panel.worked.expected.text() == ("What we expected came true.")
    assert not proving.document.snapshot.select(indexes.PROOFS_OF_PLAN, proving.plan)
