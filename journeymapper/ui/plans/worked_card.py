"""Did it work? Before and now, what chance could do, the proof, and what was expected."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout

from journeymapper.analysis.plans.effect import Effect
from journeymapper.analysis.plans.effect_words import Outcome, Told, tell, value_words
from journeymapper.domain import plans as rules
from journeymapper.domain.entities import Plan
from journeymapper.domain.kinds_plan import PlanState
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.plans.proof_words import (
    expected_in_short,
    expected_sentence,
    proof_sentence,
)
from journeymapper.ui.commands import proof as commands
from journeymapper.ui.commands.names import shortened
from journeymapper.ui.context import Context
from journeymapper.ui.plans.expected_dialog import ExpectedDialog
from journeymapper.ui.plans.pill import Pill
from journeymapper.ui.plans.proof_dialog import ProofDialog
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.labels import PlainLabel

_ARROW = 18
_TONES = {Outcome.BETTER: "good", Outcome.WORSE: "warn"}


class WorkedCard(QFrame):
    """The verdict is that of the measure in the chart above."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__()
        self.setObjectName("plan_card")
        self._context, self._session = context, session
        self._plan = ""
        self._told: Told | None = None
        say = context.say
        self.pill = Pill(context)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.more = IconButton(context, "ellipsis", say(_("More about the proof")))
        self.more.setMenu(self.menu)
        self.more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self.before, self.now = PlainLabel("", "title"), PlainLabel("", "title")
        self.before_word = PlainLabel(say(_("before")), "body", "text_secondary")
        self.now_word = PlainLabel(say(_("now")), "body", "text_secondary")
        self.arrow = QLabel()
        self.sentence = PlainLabel("", "body", "text_secondary", wrap=True)
        self.expected = PlainLabel("", "body", "text_secondary", wrap=True)
        self.add = Button(context, say(_("Write down the proof")), "link")
        self.add.clicked.connect(lambda _on=False: self.edit_proof(""))
        self.judge = Button(context, say(_("Did it come true?")), "link")
        self.judge.clicked.connect(lambda _on=False: self.edit_expected())
        self._lay_out()
        context.theme.changed.connect(self._dress)
        self._dress()

    def show_plan(
        self, snapshot: Snapshot, plan_id: str, effect: Effect | None, today: datetime.date
    ) -> None:
        """Show what is known of a plan."""
        self._plan = plan_id
        say = self._context.say
        started = rules.started_on(snapshot, plan_id)
        told = self._told = tell(effect, started) if effect is not None else None
        compared = told is not None and told.outcome != Outcome.NOTHING
        before = value_words(effect, effect.baseline) if effect is not None else ""
        now = value_words(effect, effect.last) if effect is not None and compared else ""
        self._put(self.before, before)
        self._put(self.now, now)
        self.before_word.setVisible(bool(before))
        for widget in (self.arrow, self.now_word):
            widget.setVisible(bool(now))
        verdict = say(told.verdict) if told is not None and told.verdict is not None else ""
        self.pill.say(verdict, _TONES.get(told.outcome, "") if told is not None else "")
        proofs = rules.proofs(snapshot, plan_id)
        parts = [] if told is None else [told.sentence, told.goal]
        parts += [proof_sentence(snapshot, proof, today) for proof in proofs]
        if not parts:
            parts.append(_("Choose what is counted, then the numbers can tell."))
        self.sentence.setText(" ".join(say(part) for part in parts if part is not None))
        self._show_rest(snapshot, plan_id)

    def edit_proof(self, proof_id: str) -> None:
        """Write down a proof, or change one."""
        dialog = ProofDialog(self._context, self._session, self._plan, proof_id, self.window())
        dialog.exec()
        dialog.deleteLater()

    def edit_expected(self) -> None:
        """Say what was expected, and whether it came true."""
        measured = self._told.sentence if self._told is not None else None
        dialog = ExpectedDialog(self._context, self._session, self._plan, measured, self.window())
        dialog.exec()
        dialog.deleteLater()

    def delete_proof(self, proof_id: str) -> None:
        """Take a proof out; Ctrl+Z brings it back."""
        with self._session.guard():
            self._session.report(commands.delete_proof(self._session.open_document, proof_id))

    def _show_rest(self, snapshot: Snapshot, plan_id: str) -> None:
        plan = snapshot.get(Plan, plan_id)
        expected = expected_sentence(plan)
        self._put(self.expected, expected_in_short(plan) or "")
        whole = self._context.say(expected) if expected is not None else ""
        self.expected.setToolTip(whole if whole != self.expected.text() else "")
        self.expected.setAccessibleDescription(self.expected.toolTip())
        running = rules.state_of(snapshot, plan_id) == PlanState.RUNNING
        self.add.setVisible(running and not rules.proofs_that_hold(snapshot, plan_id))
        self.judge.setVisible(expected is not None and not plan.verdict)

    def _fill_menu(self) -> None:
        self.menu.clear()
        say, snapshot = self._context.say, self._session.open_document.snapshot
        add = self.menu.addAction(say(_("Write down a proof…")))
        add.triggered.connect(lambda: self.edit_proof(""))
        expected = self.menu.addAction(say(_("What we expected…")))
        expected.triggered.connect(self.edit_expected)
        proofs = rules.proofs(snapshot, self._plan)
        if proofs:
            self.menu.addSeparator()
        for proof in proofs:
            name = shortened(proof.result) or proof.date
            change = self.menu.addAction(say(_("Change “{name}”…", name=name)))
            change.triggered.connect(lambda _on=False, id_=proof.id: self.edit_proof(id_))
            delete = self.menu.addAction(say(_("Delete “{name}”", name=name)))
            delete.triggered.connect(lambda _on=False, id_=proof.id: self.delete_proof(id_))

    def _put(self, label: PlainLabel, words: Message | str) -> None:
        label.setText(words if isinstance(words, str) else self._context.say(words))
        label.setVisible(bool(label.text()))

    def _dress(self) -> None:
        pixmap = self._context.painter.pixmap("arrow-right", _ARROW, "text_secondary")
        self.arrow.setPixmap(pixmap)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(self._context.say(_("Did it work?")), "heading"))
        head.addStretch(1)
        head.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.more)
        numbers = QHBoxLayout()
        numbers.setSpacing(9)
        for widget in (self.before, self.before_word, self.arrow, self.now, self.now_word):
            numbers.addWidget(widget)
        numbers.addStretch(1)
        links = QHBoxLayout()
        links.setSpacing(16)
        links.addWidget(self.add)
        links.addWidget(self.judge)
        links.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 10, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(numbers)
        column.addWidget(self.sentence)
        column.addWidget(self.expected)
        column.addLayout(links)
        column.addStretch(1)
