"""The card of a step: do you have it, how do people feel, does something go wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.domain import queries
from journeymapper.domain.message import _
from journeymapper.drawing.marks import FACES
from journeymapper.ui.context import Context
from journeymapper.ui.walk import words
from journeymapper.ui.walk.controls import Answer, FaceAnswer, QuestionMark, key_cap
from journeymapper.ui.walk.facts import StepFacts, face_of
from journeymapper.ui.walk.guide import Guide, Question
from journeymapper.ui.walk.hands import Hands
from journeymapper.ui.walk.heading import Heading
from journeymapper.ui.walk.lines import WalkLine
from journeymapper.ui.walk.own_questions import OwnQuestions
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.card_button import CardButton
from journeymapper.ui.widgets.labels import PlainLabel

_INDENT = 36
_SHORT, _LONG = 180, 320
"""So wide the name of the next step may be on its button."""

SKIP = _("Skip, we do not have this")


class StepCard(QFrame):
    """Shows the step at which the guide stands; ``idle`` when no text box has the cursor."""

    idle = Signal()

    def __init__(self, context: Context, guide: Guide, hands: Hands, own: OwnQuestions) -> None:
        super().__init__()
        self._context, self._guide, self._hands, self._own = context, guide, hands, own
        self.setObjectName("walk_card")
        self.heading = Heading(context, guide, hands)
        self.heading.done.connect(self.idle)
        self.marks = {question: QuestionMark(context, question) for question in Question}
        self.asked = {question: PlainLabel("", "question", wrap=True) for question in Question}
        self.asked[Question.WRONG].setText(context.say(words.WRONG))
        self.keep, self.have = self._have_answers()
        self.faces = [
            FaceAnswer(context, context.say(name), str(i), value)
            for i, (value, name) in enumerate(zip(FACES, words.FACE_WORDS, strict=True), start=1)
        ]
        self.often = [
            Answer(context, context.say(name), str(i))
            for i, (_frequency, name) in enumerate(words.OFTEN, start=1)
        ]
        self.what = WalkLine(context.say, words.WHAT)
        self.more = PlainLabel("", "body", "text_secondary", wrap=True)
        self.back = Button(context, context.say(_("Back")), "secondary", "chevron-left")
        self.next = CardButton("", "next")
        self._next_words = PlainLabel("", "card_title", "on_accent")
        self._next_key = key_cap("Enter")
        hint = context.say(_("You can change everything later, also on the map."))
        self._hint = PlainLabel(hint, "body", "text_secondary", wrap=True)
        self._narrow = False
        self._connect()
        self._lay_out()

    def flush(self) -> bool:
        """Write what is being typed; False when it is refused."""
        both = [line.typing.flush() for line in (self.heading.line, self.what)]
        return all(both)

    def forget(self) -> None:
        """Belong to no document any more."""
        for line in (self.heading.line, self.what):
            line.typing.forget()

    def set_narrow(self, *, narrow: bool) -> None:
        """Do with little room: no keys on the answers, shorter words."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        say = self._context.say
        for answer in (*self.have, *self.often):
            skip = say(_("Skip") if narrow else SKIP) if answer is self.have[2] else ""
            answer.set_narrow(narrow=narrow, words=skip)
        self._hint.setVisible(not narrow)
        self._next_key.setVisible(not narrow)

    def load(self) -> None:
        """Show the step at which the guide stands."""
        guide, say = self._guide, self._context.say
        facts = guide.facts()
        people = queries.project(guide.snapshot).people
        self.heading.load(facts)
        self.asked[Question.HAVE].setText(self._own.of(guide, facts) or say(words.HAVE))
        self.asked[Question.FEEL].setText(say(words.feel(people)))
        for question, mark in self.marks.items():
            mark.show_state(done=guide.answered(question), current=guide.question == question)
        self.keep.setChecked(guide.kept)
        face = face_of(facts.feeling) if facts.feeling is not None else None
        for value, button in zip(FACES, self.faces, strict=True):
            button.setChecked(value == face)
        self._load_wrong(facts)
        self.back.setEnabled(guide.place > 0)
        self._say_next()

    def _load_wrong(self, facts: StepFacts) -> None:
        guide, say, pain = self._guide, self._context.say, facts.pain
        for (frequency, _name), button in zip(words.OFTEN, self.often, strict=True):
            if frequency is None:
                button.setChecked(guide.unharmed())
            else:
                button.setChecked(pain is not None and pain.frequency == frequency)
        self.what.typing.load(pain.text if pain else "", self._hands.pain_writer())
        others = len(facts.pains) - 1
        self.more.setVisible(others > 0)
        if others == 1:
            self.more.setText(say(_("One more is noted on the map.")))
        elif others > 1:
            self.more.setText(say(_("{n} more are noted on the map.", n=others)))

    def _say_next(self) -> None:
        guide = self._guide
        if guide.place + 1 < len(guide.order):
            after = guide.facts(guide.order[guide.place + 1])
            name = after.step.name or words.NAMELESS
            what = _("Next: {number} {name}", number=after.number, name=name)
        else:
            what = _("Finish: see your first map")
        said = self._context.say(what)
        metrics = self._next_words.fontMetrics()
        room = self._context.theme.px(_SHORT if self._narrow else _LONG)
        self._next_words.setText(metrics.elidedText(said, Qt.TextElideMode.ElideRight, room))
        self.next.setAccessibleName(said)

    def _have_answers(self) -> tuple[Answer, list[Answer]]:
        context, hands = self._context, self._hands
        say = context.say
        keep = Answer(context, say(_("Keep")), "Enter", "check")
        keep.clicked.connect(self._guide.keep)
        rename = Answer(context, say(_("Rename")), "F2", "pencil")
        skip = Answer(context, say(SKIP), "Del")
        add = Answer(context, say(_("Add one after")), "Ctrl+Enter", "plus")
        for button, do in ((rename, hands.rename), (skip, hands.skip), (add, hands.add_after)):
            button.setCheckable(False)
            button.clicked.connect(lambda _on=False, do=do: do())
        return keep, [keep, rename, skip, add]

    def _connect(self) -> None:
        guide, hands = self._guide, self._hands
        for value, face in zip(FACES, self.faces, strict=True):
            face.clicked.connect(lambda _on=False, value=value: hands.feel(value))
        for (frequency, _name), button in zip(words.OFTEN, self.often, strict=True):
            button.clicked.connect(lambda _on=False, often=frequency: hands.often(often))
        self.back.clicked.connect(guide.back)
        self.next.clicked.connect(guide.next)
        self.what.entered.connect(lambda: guide.ask(Question.WRONG))
        self.what.confirmed.connect(guide.next)
        self.what.left.connect(self.idle)
        hands.name_wanted.connect(self.heading.open_name)
        hands.words_wanted.connect(self._type_what)

    def _type_what(self) -> None:
        if self.isVisible() and self.isActiveWindow():
            self.what.setFocus(Qt.FocusReason.OtherFocusReason)
            self.what.end(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addSpacing(6)
        column.addStretch(1)
        self._add_question(column, Question.HAVE, _row(self.have))
        column.addSpacing(8)
        column.addStretch(1)
        self._add_question(column, Question.FEEL, _row(self.faces, even=True))
        column.addSpacing(4)
        column.addStretch(1)
        wrong = _row(self.often)
        wrong.takeAt(wrong.count() - 1)
        wrong.addWidget(self.what, 1)
        self._add_question(column, Question.WRONG, wrong)
        for label in (self.what.typing.problem, self.more):
            label.setContentsMargins(_INDENT, 0, 0, 0)
            column.addWidget(label)
        line = QFrame()
        line.setProperty("look", "divider")
        line.setFixedHeight(1)
        column.addStretch(1)
        column.addWidget(line)
        column.addLayout(self._foot())

    def _add_question(self, column: QVBoxLayout, question: Question, answers: QBoxLayout) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.marks[question], 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.asked[question], 1)
        answers.setContentsMargins(_INDENT, 0, 0, 0)
        column.addLayout(head)
        column.addLayout(answers)

    def _foot(self) -> QHBoxLayout:
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(14, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._next_words)
        row.addWidget(self._next_key)
        self.next.put(inside)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.back)
        foot.addWidget(self._hint, 100)
        foot.addStretch(1)
        foot.addWidget(self.next)
        return foot


def _row(buttons: list[Answer] | list[FaceAnswer], *, even: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button, 16 if even else 0)
    row.addStretch(20 if even else 1)
    return row
