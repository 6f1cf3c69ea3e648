"""The readiness check: twelve questions, each with a note, and a draft plan from each "no"."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from journeymapper.analysis.plans.readiness import answers, in_words, readiness
from journeymapper.document import operations
from journeymapper.domain.entities import Plan, ReadinessAnswer
from journeymapper.domain.habit_words import READY
from journeymapper.domain.kinds_plan import Ready
from journeymapper.domain.message import Message, _
from journeymapper.domain.readiness import QUESTIONS, ReadinessQuestion
from journeymapper.ui.answers.maybe_segmented import MaybeSegmented
from journeymapper.ui.commands import habits as commands
from journeymapper.ui.commands.names import shortened
from journeymapper.ui.context import Context
from journeymapper.ui.plans.habits.fields import PageLine
from journeymapper.ui.plans.habits.page import Page
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel


class QuestionRow(QFrame):
    """A question: what "yes" means, the answer, a note, and the plan that follows from a no."""

    def __init__(self, page: ReadinessPage, number: int, question: ReadinessQuestion) -> None:
        super().__init__()
        self._page, self.question = page, question
        say, context = page.context.say, page.context
        text = say(question.text)
        self.choice = MaybeSegmented(text, [(r.value, say(w)) for r, w in READY.items()], "yes")
        self.choice.chosen.connect(self._answer)
        self.note = PageLine(say, say(_("Note on: {question}", question=question.text)))
        self.note.setPlaceholderText(say(_("What makes us say so")))
        self.plan = Button(context, say(_("Make a plan")), "secondary", "clipboard-check")
        self.plan.clicked.connect(lambda _on=False: page.make_plan(question))
        self.linked = PlainLabel("", "body", "text_secondary", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(PlainLabel(str(number), "heading", "text_secondary"), 0, 0, top)
        grid.addWidget(PlainLabel(text, "subheading", wrap=True), 0, 1)
        grid.addWidget(PlainLabel(say(question.means), "body", "text_secondary", wrap=True), 1, 1)
        grid.addWidget(self.choice, 0, 2, top)
        grid.addWidget(self.note, 1, 2, top)
        grid.addWidget(self.note.typing.problem, 2, 2)
        below = QHBoxLayout()
        below.addWidget(self.plan)
        below.addWidget(self.linked, 1)
        below.addStretch(0)
        grid.addLayout(below, 2, 1)
        grid.setColumnMinimumWidth(0, 24)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)

    def refresh(self, known: ReadinessAnswer | None) -> None:
        """Show an answer; None for a question that is open."""
        answer = known.answer if known is not None else Ready.UNKNOWN
        self.choice.show_value(answer.value or None)
        self.note.hold(self.question.key, known.note if known is not None else "", self._write)
        plan = self._page.snapshot.find(Plan, known.plan) if known is not None else None
        self.plan.setVisible(answer == Ready.NO and plan is None)
        self.linked.setVisible(plan is not None)
        if plan is not None:
            title = shortened(plan.title, 80)
            self.linked.setText(self._page.context.say(_("Plan: {title}", title=title)))

    def _answer(self, value: str) -> None:
        self._page.set(self.question, answer=Ready(value))

    def _write(self, text: str) -> None:
        self._page.set(self.question, note=text.strip())


class ReadinessPage(Page):
    """All questions below each other; the result stands above them."""

    def __init__(self, context: Context, session: Session, parent: QWidget | None) -> None:
        super().__init__(
            context,
            session,
            _("Are we ready?"),
            _(
                "Twelve questions to answer together, honestly. A “no” is where to begin: it can "
                "become a plan."
            ),
            parent,
        )
        self.verdict = PlainLabel("", "subheading", wrap=True)
        self.body.addWidget(self.verdict)
        self.rows = {q.key: QuestionRow(self, i, q) for i, q in enumerate(QUESTIONS, start=1)}
        for row in self.rows.values():
            self.body.addWidget(row)
        self.body.addStretch(1)
        self.refresh()
        first = next((row for row in self.rows.values() if not self._said(row)), None)
        (first or next(iter(self.rows.values()))).choice.button("yes").setFocus()

    def refresh(self) -> None:
        known = answers(self.snapshot)
        for key, row in self.rows.items():
            row.refresh(known.get(key))
        self.verdict.setText(self.context.say(in_words(readiness(self.snapshot))))

    def flush(self) -> bool:
        written = [row.note.typing.flush() for row in self.rows.values()]
        return all(written)

    def set(self, question: ReadinessQuestion, **fields: object) -> None:
        """Write an answer or its note."""
        label: Message = _("Ready? {question}", question=question.text)
        merge = ("readiness", question.key, *fields)
        with self.document.step(label, merge=merge if "note" in fields else None) as tx:
            operations.set_single(tx, ReadinessAnswer, question.key, **fields)

    def make_plan(self, question: ReadinessQuestion) -> None:
        """Begin a plan from a no, with the note as what happens today."""
        self.flush()
        known = answers(self.snapshot).get(question.key)
        make = partial(commands.plan_from_answer, self.document, question.key)
        with self.session.guard():
            plan = make(self.context.say(question.draft), known.note if known else "")
            self.session.report(commands.drafted(self.snapshot, plan))
            self.rows[question.key].choice.button("no").setFocus()

    def _said(self, row: QuestionRow) -> bool:
        known = answers(self.snapshot).get(row.question.key)
        return known is not None and known.answer != Ready.UNKNOWN
