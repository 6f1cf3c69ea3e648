"""Results: one block a question, its answers as bars, its rounds beside each other."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.question_figures import Verdict, is_counted
from journeymapper.analysis.question_months import months_of
from journeymapper.analysis.question_words import change_in_words
from journeymapper.analysis.scores import RAW
from journeymapper.domain.counts import Counts, Histogram
from journeymapper.domain.entities import Question, Round
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers import figure_words, marks, sifting, words
from journeymapper.ui.answers.bars import Bars, MonthLine
from journeymapper.ui.answers.figure_line import FigureLine
from journeymapper.ui.answers.figures import Shown, shown
from journeymapper.ui.answers.result_panel import plain
from journeymapper.ui.answers.sifting import Sieve
from journeymapper.ui.cards import IconLabel
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel

MOST_ROUNDS = 6
"""So many of the latest rounds are shown."""

_BESIDE_FROM = 760
"""From this width on the rounds stand beside the bars."""

_LINE_LOW = 8
"""The line of a figure lies so far below the middle of its row, twice: in px."""

_MIXES: dict[str, Message] = {
    "channel": _("The rounds came by different channels: compare one channel at a time."),
    "persona": _("Different people answered in the rounds: compare one person at a time."),
    "country": _("The rounds come from different countries: compare one country at a time."),
}


class ResultBlock(QFrame):
    """Built anew when what it shows has changed."""

    def __init__(
        self,
        context: Context,
        snapshot: Snapshot,
        question: Question,
        counts: Counts,
        rounds: tuple[Round, ...],
        sieve: Sieve,
        written: int,
    ) -> None:
        super().__init__()
        self._context, self._question = context, question
        self._snapshot, self._counts, self._sieve = snapshot, counts, sieve
        self.setObjectName("answers_question")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._split: QBoxLayout | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 12, 18, 14)
        self._column.setSpacing(6)
        self.sentences: list[str] = []
        latest = rounds[-MOST_ROUNDS:]
        if question.kind == QuestionKind.TEXT:
            self._head("")
            said = _("1 comment") if written == 1 else _("{n} comments", n=written)
            self._say(said)
        else:
            self._show(latest)
        name = plain(context, words.called(question))
        self.setAccessibleName(". ".join((name, *self.sentences)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the rounds stand below the bars."""
        super().resizeEvent(event)
        if self._split is not None:
            way = QBoxLayout.Direction
            beside = self.width() >= self._context.theme.px(_BESIDE_FROM)
            self._split.setDirection(way.LeftToRight if beside else way.TopToBottom)
            self._split.setSpacing(24 if beside else 6)

    def _show(self, rounds: tuple[Round, ...]) -> None:
        counts, question = self._counts, self._question
        wanted = self._sieve.holds
        known = [shown(self._snapshot, question, counts, one.id, wanted) for one in rounds]
        self._head(self._context.say(words.answers(known[-1].n if known else 0)))
        if not any(found.n for found in known):
            self._say(_("No answer yet"))
            return
        split = self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        split.setSpacing(24)
        last = sifting.values_of(counts, question.id, self._sieve, rounds[-1].id)
        split.addWidget(self._bars(last), 2)
        split.addWidget(self._rounds(rounds, known), 3)
        self._column.addLayout(split)
        self._verdict(known[-1])
        self._warn(rounds)
        self._months()

    def _head(self, count: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        name = ElidedLabel(plain(self._context, words.called(self._question)), "section")
        asked = ElidedLabel(plain(self._context, words.asked(self._question)), "body")
        scale = self._context.say(words.scale_note(self._question))
        row.addWidget(name)
        row.addWidget(asked, 1)
        row.addWidget(PlainLabel(scale, "body", "text_secondary"))
        if count:
            row.addWidget(PlainLabel(count, "card_title"))
            self.sentences.append(count)
        self._column.addLayout(row)

    def _bars(self, values: Histogram) -> QWidget:
        bars = Bars(self._context)
        question = self._question
        found = marks.marks_of(question)
        if found:
            pairs = [
                (plain(self._context, words.value_text(question, m.value)), values.get(m.value, 0))
                for m in found
            ]
        else:
            pairs = _grouped(values)
        bars.show_bars(pairs)
        return bars

    def _rounds(self, rounds: tuple[Round, ...], known: list[Shown]) -> QWidget:
        """One line a round, the latest at the bottom."""
        question = self._question
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        reach = max(figure_words.reach_of(found) for found in known)
        for row, (one, found) in enumerate(zip(rounds, known, strict=True)):
            name = ElidedLabel(self._plain(words.round_name(one)), "body")
            name.setFixedWidth(self._context.theme.px(150))
            name.setContentsMargins(0, _LINE_LOW, 0, 0)
            grid.addWidget(name, row, 0)
            if found.hidden:
                few = PlainLabel(self._context.say(figure_words.few(found.n)), "body")
                grid.addWidget(few, row, 1, 1, 3)
                continue
            line = FigureLine(self._context)
            line.show_places(
                dataclasses.replace(figure_words.places(question, found, reach), earlier=None)
            )
            grid.addWidget(line, row, 1)
            told = self._plain(figure_words.value(question, found))
            if found.favourite is not None:
                option = figure_words.option_name(question, found.favourite)
                told = self._context.say(_("{option}: {share}", option=option, share=told))
            text = self._plain(figure_words.interval(found))
            labels = PlainLabel(told, "card_title"), PlainLabel(text, "body", "text_secondary")
            for column, label in enumerate(labels, start=2):
                label.setContentsMargins(0, _LINE_LOW, 0, 0)
                grid.addWidget(label, row, column)
            self.sentences.append(f"{name.whole()}: {told} ({text})" if text else told)
        grid.setRowStretch(len(known), 1)
        return page

    def _verdict(self, found: Shown) -> None:
        change = None if found.hidden else found.change()
        if change is not None and found.earlier is not None:
            name = self._plain(words.round_name(found.earlier))
            better = change.verdict == Verdict.BETTER
            self._say(change_in_words(self._question, change, name), "check" if better else "")

    def _warn(self, rounds: tuple[Round, ...]) -> None:
        counts, question, sieve = self._counts, self._question, self._sieve
        n = sifting.countries(counts, question, sieve)
        if n > 1:
            self._say(
                _(
                    "These answers come from {n} countries, where people use this scale "
                    "differently: choose one country.",
                    n=n,
                ),
                "circle-alert",
            )
        if len(rounds) > 1:
            ids = rounds[-2].id, rounds[-1].id
            for name in sifting.mix_changes(counts, question.id, sieve, *ids):
                self._say(_MIXES[name], "circle-alert")

    def _months(self) -> None:
        question = self._question
        if not is_counted(question):
            return
        known = months_of(question, self._counts, self._sieve.holds)
        usual = known.usual
        if usual is None:
            return
        judged = [m for m in known.months if m.figure.n >= RAW and m.figure.score is not None]
        scores = [month.figure.score or 0.0 for month in judged]
        signals = [place for place, month in enumerate(judged) if month.signal]
        line = MonthLine(self._context)
        line.show_points(scores, (usual.lower, usual.centre, usual.upper), signals)
        self._say(_("Month by month; the dashed lines show what is usual."))
        self._column.addWidget(line)
        if not signals:
            self._say(_("Every month is as usual."))
        for place in signals:
            month = words.month_of(f"{judged[place].month}-01")
            if month is not None:
                self._say(_("{month} is not as usual: something was different.", month=month))
        if usual.provisional:
            self._say(_("With fewer than 20 months these lines are a first idea."))

    def _plain(self, text: str | Message) -> str:
        return plain(self._context, text)

    def _say(self, message: Message, icon: str = "") -> None:
        text = self._context.say(message)
        self.sentences.append(text)
        row = QHBoxLayout()
        row.setSpacing(6)
        if icon:
            role = "good" if icon == "check" else "text"
            label = IconLabel(self._context, icon, 14, role)
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(text, "body", "text_secondary", wrap=True), 1)
        self._column.addLayout(row)


def _grouped(values: Histogram, most: int = 12) -> list[tuple[str, int]]:
    """Put the numbers of a histogram into at most so many equal steps; each has its lowest."""
    if len(values) <= most:
        return [(words.number(value, 2), n) for value, n in sorted(values.items())]
    low, high = min(values), max(values)
    step = 1.0
    while (high - low) / step >= most:
        step *= 2 if str(step)[0] in "15" else 2.5
    found: dict[float, int] = {}
    first = step * int(low // step)
    for value, n in values.items():
        place = first + step * int((value - first) // step)
        found[place] = found.get(place, 0) + n
    places = [first + step * i for i in range(int((high - first) // step) + 1)]
    return [(words.number(place, 2), found.get(place, 0)) for place in places]
