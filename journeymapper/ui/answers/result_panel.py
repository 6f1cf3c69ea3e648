"""Beside the typing: the result so far, one figure a question; and the tally sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeymapper.analysis.question_figures import Verdict
from journeymapper.analysis.question_words import change_in_words
from journeymapper.document.document import Document
from journeymapper.domain.entities import Question
from journeymapper.domain.message import Message, _
from journeymapper.ui.answers import figure_words, words
from journeymapper.ui.answers.figure_line import FigureLine, TriangleMark
from journeymapper.ui.answers.figures import Shown, shown
from journeymapper.ui.answers.state import AnswersState
from journeymapper.ui.cards import IconLabel
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel

WIDTH = 394


class FigureRow(QWidget):
    """One question: its figure, the line, and whether it has changed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: object = None
        self._name = ElidedLabel("", "card_title")
        self._value = PlainLabel("", "value")
        self._interval = PlainLabel("", "body", "text_secondary")
        self._line = FigureLine(context)
        self._tick = IconLabel(context, "check", 14, "good")
        self._verdict = PlainLabel("", "body", "text_secondary", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._name, 1)
        head.addWidget(self._value)
        head.addWidget(self._interval)
        foot = QHBoxLayout()
        foot.setSpacing(5)
        foot.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._verdict, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 10)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._line)
        column.addLayout(foot)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_question(self, question: Question, found: Shown) -> None:
        """Show what a round says about a question, beside the round before."""
        key = (question, found)
        if key == self._shown:
            return
        self._shown = key
        hidden = found.hidden
        self._name.set_whole(self._plain(figure_words.title(question, found)))
        self._line.setVisible(not hidden)
        self._value.setText("" if hidden else self._plain(figure_words.value(question, found)))
        self._interval.setText("" if hidden else self._plain(figure_words.interval(found)))
        self._line.show_places(figure_words.places(question, found))
        verdict: str | Message = figure_words.few(found.n) if hidden else ""
        change = None if hidden else found.change()
        more = ""
        if change is not None and found.earlier is not None:
            name = self._plain(words.round_name(found.earlier))
            verdict = change_in_words(question, change, name, short=True)
            more = self._plain(change_in_words(question, change, name))
        self._tick.setVisible(change is not None and change.verdict == Verdict.BETTER)
        self._verdict.setText(self._plain(verdict))
        self._verdict.setVisible(bool(verdict))
        self._verdict.setToolTip(more if more != self._verdict.text() else "")
        texts = (self._name.whole(), self._value.text(), self._interval.text())
        said = (*texts, self._verdict.text())
        self.setAccessibleName(". ".join(part for part in said if part))

    def _plain(self, text: str | Message) -> str:
        return plain(self._context, text)


class ResultPanel(QFrame):
    """Follows the state; ``counted`` asks for the tally sheet, ``typed_back`` to type one."""

    counted = Signal()
    typed_back = Signal()

    def __init__(self, context: Context, state: AnswersState) -> None:
        super().__init__()
        self._context, self._state = context, state
        self.setObjectName("answers_side")
        self.setFixedWidth(context.theme.px(WIDTH))
        say = context.say
        self._count = PlainLabel("", "section")
        self._explained = ElidedLabel(say(_("The bar shows where the true value may lie.")), "body")
        self._counted = PlainLabel("", "body", wrap=True)
        self._mark = TriangleMark(context)
        self._before = ElidedLabel("", "body")
        self._rows: list[FigureRow] = []
        self._lines: list[QFrame] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._lay_out()
        context.theme.changed.connect(lambda: self.setFixedWidth(context.theme.px(WIDTH)))

    def refresh(self) -> None:
        """Show the figures as they are now."""
        state, say = self._state, self._context.say
        document, now, earlier = state.document, state.round, state.earlier
        questions = state.scored() if document is not None and now is not None else ()
        while len(self._rows) < len(questions):
            row, line = FigureRow(self._context), _line()
            self._rows.append(row)
            self._lines.append(line)
            self._list.addWidget(row)
            self._list.addWidget(line)
        most = 0
        for i, (row, line) in enumerate(zip(self._rows, self._lines, strict=True)):
            is_shown = i < len(questions)
            row.setVisible(is_shown)
            line.setVisible(is_shown and i + 1 < len(questions))
            if is_shown and document is not None and now is not None:
                found = self._found(document, questions[i], now.id)
                most = max(most, found.n)
                row.show_question(questions[i], found)
        self._count.setText(say(words.answers(most)))
        counted = words.counted(questions)
        self._counted.setText(say(counted) if counted is not None else "")
        self._counted.setVisible(counted is not None)
        for widget in (self._mark, self._before):
            widget.setVisible(earlier is not None)
        if earlier is not None:
            self._before.set_whole(plain(self._context, words.round_name(earlier)))

    def _found(self, document: Document, question: Question, round_id: str) -> Shown:
        who = self._state.defaults.respondent.value
        snapshot, counts = document.snapshot, document.counts
        return shown(snapshot, question, counts, round_id, lambda cell: cell.respondent == who)

    def _lay_out(self) -> None:
        say = self._context.say
        head = QHBoxLayout()
        head.addWidget(PlainLabel(say(_("Result so far")), "section"), 1)
        head.addWidget(self._count)
        hint = QHBoxLayout()
        hint.setSpacing(5)
        hint.addWidget(self._explained)
        hint.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        hint.addWidget(self._before, 1)
        page = QWidget()
        page.setObjectName("scrolled")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(self._list)
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 14, 15, 14)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._counted)
        column.addLayout(hint)
        column.addSpacing(6)
        column.addWidget(_line())
        column.addWidget(scroll, 1)
        column.addWidget(self._tally())

    def _tally(self) -> QFrame:
        say = self._context.say
        card = QFrame()
        card.setObjectName("answers_tally")
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 8, 12, 8)
        row.setSpacing(11)
        row.addWidget(IconLabel(self._context, "tally-5", 18, "text_secondary"))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(say(_("Count it for one week")), "card_title"))
        hint = _("Tally sheet, 20 lines")
        texts.addWidget(ElidedLabel(say(hint), "body", "text_secondary"))
        row.addLayout(texts, 1)
        self.type_back = Button(self._context, say(_("Type in")))
        self.type_back.setAccessibleName(say(_("Type in a tally sheet")))
        self.type_back.clicked.connect(self.typed_back)
        self.print = Button(self._context, say(_("Print")))
        self.print.setAccessibleName(say(_("Print a tally sheet")))
        self.print.clicked.connect(self.counted)
        row.addWidget(self.type_back)
        row.addWidget(self.print)
        return card


def plain(context: Context, text: str | Message) -> str:
    """Return a text of the document as it stands, a message in the language of the window."""
    return text if isinstance(text, str) else context.say(text)


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("look", "divider")
    line.setFixedHeight(1)
    return line
