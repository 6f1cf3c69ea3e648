"""A first draft of a persona in four boxes: who, what they do and need, what is in the way."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from journeymapper.app.persona_round import Question, answer_of, boxes
from journeymapper.domain.message import _
from journeymapper.ui.commands import rounds
from journeymapper.ui.personas.answer_field import AnswerField
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.views import PersonaView, scrolled_page
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel

_LINES = 7


class Box(QFrame):
    """One question and its answer."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("persona_cell")
        self.title = PlainLabel("", "subheading", wrap=True)
        self.hint = PlainLabel("", "label", "text_secondary", wrap=True)
        self.field = AnswerField(desk.say, "", _LINES)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(4)
        for part in (self.title, self.hint, self.field, self.field.typing.problem):
            column.addWidget(part)

    def show_question(self, question: Question) -> None:
        """Show a question with what the card says."""
        desk, persona = self._desk, self._desk.persona_id
        self.title.setText(desk.say(question.title))
        self.hint.setText(desk.say(question.hint))
        self.field.setAccessibleName(self.title.text())
        text = answer_of(desk.snapshot, persona, question)
        write = partial(self._write, persona, question)
        self.field.show_answer((persona, question.section, question.key), text, write)

    def _write(self, persona: str, question: Question, text: str) -> None:
        rounds.answer(self._desk.document, persona, question, text)


class FourBoxes(PersonaView):
    """``finished`` when the card is wanted, ``round_wanted`` for the round."""

    finished = Signal()
    round_wanted = Signal()

    def __init__(self, desk: CardDesk) -> None:
        super().__init__(desk)
        say = desk.say
        self.title = ElidedLabel("", "heading")
        self.boxes = [Box(desk) for _place in range(4)]
        self.card = Button(desk.context, say(_("Show the card")), "primary")
        self.round = Button(desk.context, say(_("Go on with the round")), "secondary", "timer")
        area, page = scrolled_page(say(_("Four boxes")))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        told = _(
            "A first draft for everybody at the table. All of it is your team’s opinion; in"
            " the last two boxes every line is a statement of its own."
        )
        page.addWidget(PlainLabel(say(told), "body_large", "text_secondary", wrap=True))
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, box in enumerate(self.boxes):
            grid.addWidget(box, place // 2, place % 2)
            box.field.onward.connect(partial(self._onward, place))
            box.field.backward.connect(partial(self._to, place - 1))
            box.field.stopped.connect(self.finished)
        page.addLayout(grid)
        page.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(24, 14, 24, 0)
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.round)
        head.addWidget(self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(area, 1)
        self.card.clicked.connect(self.finished)
        self.round.clicked.connect(self.round_wanted)

    def refresh(self) -> None:
        desk = self.desk
        if not desk.ready:
            return
        self.title.set_whole(desk.say(_("{name} in four boxes", name=desk.name)))
        for box, question in zip(self.boxes, boxes(desk.name), strict=True):
            box.show_question(question)

    def flush(self) -> bool:
        results = [box.field.typing.flush() for box in self.boxes]
        return all(results)

    def take_focus(self) -> None:
        fields = [box.field for box in self.boxes]
        first = next((f for f in fields if not f.toPlainText().strip()), fields[0])
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _onward(self, place: int) -> None:
        self._to(place + 1)

    def _to(self, place: int) -> None:
        if 0 <= place < len(self.boxes):
            self.boxes[place].field.setFocus(Qt.FocusReason.TabFocusReason)
        elif place > 0:
            self.finished.emit()
