"""Beside the typing: the result so far, one figure a question; and the tally sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeymapper.domain.counts import Cell, Histogram
from journeymapper.domain.entities import Question, Round
from journeymapper.domain.message import _
from journeymapper.ui.answers import figure_words, words
from journeymapper.ui.answers.figure_line import NOWHERE, FigureLine, TriangleMark
from journeymapper.ui.answers.figures import Figure, compared, figure
from journeymapper.ui.answers.state import AnswersState
from journeymapper.ui.cards import IconLabel
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel

WIDTH = 386


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

    def show_question(
        self, question: Question, now: Histogram, before: Histogram, earlier: Round | None
    ) -> None:
        """Show the answers to a question, beside those of the round before."""
        key = (question, now, before, earlier)
        if key == self._shown:
            return
        self._shown = key
        say = self._context.say
        known, past = figure(question, now), figure(question, before)
        self._name.set_whole(plain(self._context, figure_words.title(question, known)))
        value = figure_words.value(question, known)
        hidden = known.hidden or value is None
        self._line.setVisible(not hidden)
        self._value.setText("" if value is None or hidden else say(value))
        interval = None if hidden else figure_words.interval(question, known)
        self._interval.setText(say(interval) if interval is not None else "")
        places = NOWHERE if hidden else figure_words.places(question, known, past)
        self._line.show_places(places)
        self._tick.setVisible(False)
        if hidden:
            self._verdict.setText(say(figure_words.few(known)))
        else:
            self._tell_change(question, now, before, past, earlier)
        texts = (self._name.whole(), self._value, self._interval, self._verdict)
        spoken = [t if isinstance(t, str) else t.text() for t in texts]
        self.setAccessibleName(". ".join(part for part in spoken if part))

    def _tell_change(
        self,
        question: Question,
        now: Histogram,
        before: Histogram,
        past: Figure,
        earlier: Round | None,
    ) -> None:
        name = words.round_name(earlier) if earlier is not None else ""
        found = compared(question, before, now)
        sentence = figure_words.verdict(question, found, past, name)
        self._tick.setVisible(found.better)
        self._verdict.setText(self._context.say(sentence) if sentence is not None else "")
        more = figure_words.alone(found, past, name)
        self._verdict.setToolTip(self._context.say(more) if more is not None else "")
        self._verdict.setVisible(sentence is not None)


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
        self._explained = PlainLabel(say(_("The bar shows where the true value may lie.")), "body")
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
            shown = i < len(questions)
            row.setVisible(shown)
            line.setVisible(shown and i + 1 < len(questions))
            if shown and document is not None and now is not None:
                question = questions[i]
                values = self._values(question, now.id)
                most = max(most, sum(values.values()))
                past = self._values(question, earlier.id) if earlier is not None else {}
                row.show_question(question, values, past, earlier)
        self._count.setText(say(words.answers(most)))
        for widget in (self._mark, self._before):
            widget.setVisible(earlier is not None)
        if earlier is not None:
            self._before.set_whole(plain(self._context, words.round_name(earlier)))

    def _values(self, question: Question, round_id: str) -> Histogram:
        document = self._state.document
        if document is None:
            return {}
        who = self._state.defaults.respondent.value

        def wanted(cell: Cell) -> bool:
            return cell.round == round_id and cell.respondent == who

        return document.counts.values(question.id, wanted)

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
        column.setContentsMargins(17, 14, 17, 14)
        column.setSpacing(2)
        column.addLayout(head)
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
        texts.addWidget(PlainLabel(say(_("Count it for one week")), "card_title"))
        hint = _("Tally sheet, 20 lines")
        texts.addWidget(PlainLabel(say(hint), "body", "text_secondary"))
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


def plain(context: Context, text: str | object) -> str:
    """Return a text of the document as it stands, a message in the language of the window."""
    return text if isinstance(text, str) else context.say(text)  # type: ignore[arg-type]


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("look", "divider")
    line.setFixedHeight(1)
    return line
