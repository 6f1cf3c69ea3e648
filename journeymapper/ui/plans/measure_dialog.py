"""How we see that a plan works: a count, a question of a survey, or a number by hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from journeymapper.analysis.question_figures import FigureKind, figure_of_values, is_counted
from journeymapper.document.document import Document
from journeymapper.domain import indexes
from journeymapper.domain.entities import Kpi, Question, Survey
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import Better
from journeymapper.domain.kinds_plan import KpiKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_typed import number_text, read_count, read_number
from journeymapper.ui.commands import measures as commands
from journeymapper.ui.context import Context
from journeymapper.ui.plans.form_dialog import FormDialog
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.segmented import Segmented

_NUMBER = 90
_KINDS: dict[KpiKind, Message] = {
    KpiKind.COUNT: _("Count it"),
    KpiKind.QUESTION: _("Ask a question"),
    KpiKind.NUMBER: _("Write down a number"),
}
_ABOUT: dict[KpiKind, Message] = {
    KpiKind.COUNT: _("So many of twenty: counted before the plan starts, and again since."),
    KpiKind.QUESTION: _("Its newest answers from before the plan are kept for comparison."),
    KpiKind.NUMBER: _("One number each time. Whether chance did it is seen after seven of them."),
}


class MeasureDialog(FormDialog):
    """``kpi_id`` "" adds a measure to the plan."""

    def __init__(
        self, context: Context, session: Session, plan_id: str, kpi_id: str, parent: QWidget | None
    ) -> None:
        super().__init__(context, session, _("How we will see that it works"), parent)
        say = context.say
        self._plan, self._kpi = plan_id, kpi_id
        snapshot = self.session.open_document.snapshot
        known = snapshot.find(Kpi, kpi_id)
        old = known or Kpi("", plan_id)
        words = [(kind.value, say(name)) for kind, name in _KINDS.items()]
        self.kind = Segmented(say(_("How it is measured")), words, old.kind.value)
        self.row(_("How"), self.kind)
        self.text = self.line(
            _("What we look at"), old.text, _("Rebooked within 3 days of the agreed date")
        )
        self.question = Choice(context, say(_("Which question")))
        self._offer_questions(snapshot, old.question)
        self.row(_("Which question"), self.question)
        self.how = self.line(_("Where"), old.how, _("counted in the calendar"))
        self.wanted_n = self._field(say(_("Of how many")), str(old.wanted_n))
        self.row(_("Of how many"), self.wanted_n)
        self.unit = self._field(say(_("Unit")), old.unit)
        self.unit.setPlaceholderText(say(_("minutes")))
        self.row(_("Unit"), self.unit)
        self.target = self._field(say(_("What we want")), self._target_text(snapshot, old))
        self.target_unit = PlainLabel("", "body", "text_secondary")
        self.side_by_side(_("What we want"), self.target, self.target_unit)
        self.better = Segmented(
            say(_("Which is better")),
            [(Better.HIGH.value, say(_("More is better"))),
             (Better.LOW.value, say(_("Less is better")))],
            old.better.value,
        )  # fmt: skip
        self.row(_("Which is better"), self.better)
        self.about = PlainLabel("", "label", "text_secondary", wrap=True)
        self.body.addWidget(self.about)
        self.body.addStretch(1)
        self.kind.chosen.connect(lambda _key: self._fit())
        self.question.activated.connect(lambda _index: self._fit())
        self.offer(_("Keep it"))
        self._fit()
        self.text.setFocus()

    def keep(self, document: Document) -> None:
        kind = KpiKind(self.kind.value())
        question = self.question.currentData() if kind == KpiKind.QUESTION else None
        if kind == KpiKind.QUESTION and not question:
            raise RefusedError(_("Choose a question, or make one in Answers first."))
        n = read_count(self.wanted_n.text())
        fields: dict[str, Any] = {
            "kind": kind,
            "question": question,
            "how": self.how.text().strip(),
            "wanted_n": 20 if n is None else n,
            "unit": self.unit.text().strip() if kind == KpiKind.NUMBER else "",
            "target": self._target(document.snapshot, kind, question),
            "better": Better(self.better.value()),
        }
        if self._kpi:
            commands.change_measure(document, self._kpi, self.text.text(), **fields)
        else:
            commands.add_measure(document, self._plan, self.text.text(), **fields)

    def _offer_questions(self, snapshot: Snapshot, current: str | None) -> None:
        for survey in sorted(snapshot.table(Survey).values(), key=sort_key):
            for question in snapshot.select(indexes.QUESTIONS_OF_SURVEY, survey.id):
                if is_counted(question):
                    name = question.short or question.text
                    said = _("{survey}: {question}", survey=survey.title, question=name)
                    self.question.addItem(self.context.say(said), question.id)
        if current is not None:
            self.question.setCurrentIndex(max(0, self.question.findData(current)))
        if not self.question.count():
            self.question.addItem(self.context.say(_("There is no question yet")), "")

    def _fit(self) -> None:
        """Show the fields that this way to measure has."""
        kind = KpiKind(self.kind.value())
        shown = {
            self.question: kind == KpiKind.QUESTION,
            self.how: kind != KpiKind.QUESTION,
            self.wanted_n: kind == KpiKind.COUNT,
            self.unit: kind == KpiKind.NUMBER,
            self.better: kind != KpiKind.QUESTION,
        }
        for field, on in shown.items():
            self.form.setRowVisible(field, on)
        self.about.setText(self.context.say(_ABOUT[kind]))
        percent = self._is_share(
            self.session.open_document.snapshot, kind, self.question.currentData()
        )
        self.target_unit.setText("%" if percent else "")

    def _is_share(self, snapshot: Snapshot, kind: KpiKind, question_id: str | None) -> bool:
        if kind == KpiKind.QUESTION:
            question = snapshot.find(Question, question_id or None)
            return question is not None and (
                figure_of_values(question, {}).kind == FigureKind.SHARE
            )
        return kind == KpiKind.COUNT

    def _target(self, snapshot: Snapshot, kind: KpiKind, question: str | None) -> float | None:
        value = read_number(self.target.text().strip().removesuffix("%"))
        if value is None or not self._is_share(snapshot, kind, question):
            return value
        if not 0 <= value <= 100:
            raise RefusedError(_("The target of a count is a share from 0 to 100 %."))
        return value / 100

    def _target_text(self, snapshot: Snapshot, kpi: Kpi) -> str:
        if kpi.target is None:
            return ""
        share = self._is_share(snapshot, kpi.kind, kpi.question)
        return number_text(100 * kpi.target if share else kpi.target)

    def _field(self, name: str, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setAccessibleName(name)
        field.setFixedWidth(self.context.theme.px(_NUMBER))
        return field
