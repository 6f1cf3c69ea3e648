"""The head of a card: number, name, where and by whom, how far one is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journeymapper.domain.message import _
from journeymapper.ui.context import Context
from journeymapper.ui.walk import pace, words
from journeymapper.ui.walk.controls import Badge, Progress
from journeymapper.ui.walk.facts import StepFacts
from journeymapper.ui.walk.guide import Guide, Question
from journeymapper.ui.walk.hands import Hands
from journeymapper.ui.walk.lines import WalkLine
from journeymapper.ui.widgets.labels import PlainLabel


class Heading(QWidget):
    """Shows a step; its name becomes a field while it is renamed."""

    done = Signal()
    """The name is typed: the keys belong to the card again."""

    def __init__(self, context: Context, guide: Guide, hands: Hands) -> None:
        super().__init__()
        self._context, self._guide, self._hands = context, guide, hands
        self._badge = Badge(context)
        self._name = PlainLabel("", "display", wrap=True)
        self.line = WalkLine(context.say, _("Name of the step"))
        self.line.setProperty("scale", "large")
        self.line.confirmed.connect(self.close_name)
        self.line.left.connect(self.close_name)
        self.line.editingFinished.connect(self._on_finished)
        self._either = QStackedWidget()
        self._either.addWidget(self._name)
        self._either.addWidget(self.line)
        self._where = PlainLabel("", "body_large", "text_secondary", wrap=True)
        self._count = PlainLabel("", "question")
        self._left = PlainLabel("", "body", "text_secondary")
        self._progress = Progress(context)
        self._lay_out()

    def open_name(self) -> None:
        """Type another name."""
        self._either.setCurrentWidget(self.line)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def close_name(self) -> None:
        """Show the name again."""
        if self._either.currentWidget() is self.line:
            self._either.setCurrentWidget(self._name)
            self.done.emit()

    def load(self, facts: StepFacts) -> None:
        """Show a step."""
        say, guide = self._context.say, self._guide
        self._badge.show_step(facts.number, facts.stage_number)
        self._name.setText(facts.step.name or say(words.NAMELESS))
        self.line.typing.load(facts.step.name, self._hands.name_writer())
        parts = [words.where(facts), words.by_whom(facts)]
        self._where.setText(" ".join(say(part) for part in parts if part is not None))
        n, total = guide.place + 1, len(guide.order)
        self._count.setText(say(_("Step {n} of {total}", n=n, total=total)))
        self._left.setText(say(pace.left(guide.seconds_left)))
        answered = sum(guide.answered(question) for question in Question) / len(Question)
        new = guide.place >= guide.passed
        self._progress.show_progress(total, guide.passed + (answered if new else 0))
        self._progress.setToolTip(self._count.text())

    def _on_finished(self) -> None:
        """The cursor went elsewhere."""
        if not self.line.hasFocus() and self.line.typing.problem.isHidden():
            self._either.setCurrentWidget(self._name)

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(1)
        titles.addWidget(self._either)
        titles.addWidget(self.line.typing.problem)
        titles.addWidget(self._where)
        ends = QVBoxLayout()
        ends.setSpacing(0)
        end = Qt.AlignmentFlag.AlignRight
        ends.addSpacing(6)
        ends.addWidget(self._count, 0, end)
        ends.addWidget(self._left, 0, end)
        ends.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(titles, 1)
        row.addLayout(ends)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self._progress)
