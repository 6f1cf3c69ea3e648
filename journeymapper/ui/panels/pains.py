"""The pains of a step: text, how bad, how often; one more."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.domain import queries
from journeymapper.domain.entities import Card
from journeymapper.domain.kinds import Frequency, LaneKind, Severity
from journeymapper.domain.message import Message, _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.commands import cards, deleting
from journeymapper.ui.commands.cards import Cell
from journeymapper.ui.panels.chooser import Chooser
from journeymapper.ui.panels.controls import SeverityChoice
from journeymapper.ui.panels.typed import TypedText, Typing
from journeymapper.ui.widgets.buttons import Button, IconButton

FREQUENCIES: tuple[tuple[Frequency, Message], ...] = (
    (Frequency.UNKNOWN, _("How often?")),
    (Frequency.SOMETIMES, _("Sometimes")),
    (Frequency.OFTEN, _("Often")),
)


class Frequencies(Chooser):
    """How often a pain is felt."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.context, bench.say(_("How often")))
        for frequency, words in FREQUENCIES:
            self.addItem(bench.say(words), frequency.value)

    def set_value(self, frequency: Frequency | None) -> None:
        """Show a frequency; None where several differ."""
        self.setCurrentIndex(self.findData(frequency.value) if frequency is not None else -1)

    def value(self) -> Frequency:
        """Return the frequency that is chosen."""
        return Frequency(str(self.currentData() or ""))


class PainRow(QFrame):
    """One pain."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._id = ""
        self.text = TypedText(bench.say, bench.say(_("What goes wrong")), 1)
        self.severity = SeverityChoice(bench)
        self.often = Frequencies(bench)
        self.gone = IconButton(bench.context, "trash-2", bench.say(_("Delete this pain")))
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self.severity)
        below.addWidget(self.often, 1)
        below.addWidget(self.gone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        column.addWidget(self.text)
        column.addWidget(self.text.typing.problem)
        column.addLayout(below)
        self.severity.chosen.connect(self._rate)
        self.often.activated.connect(self._count)
        self.gone.clicked.connect(self._delete)

    def load(self, card: Card) -> None:
        """Show a pain."""
        if card.id != self._id:
            self.text.typing.flush()
            self._id = card.id
        bench, id_ = self._bench, card.id
        self.text.typing.load(card.text, lambda text: cards.write(bench.document, id_, text))
        self.severity.set_value(card.severity)
        self.often.set_value(card.frequency)

    def _rate(self, severity: Severity) -> None:
        with self._bench.session.guard():
            cards.set_severity(self._bench.document, (self._id,), severity)

    def _count(self) -> None:
        with self._bench.session.guard():
            cards.set_frequency(self._bench.document, (self._id,), self.often.value())

    def _delete(self) -> None:
        with self._bench.session.guard():
            deleting.delete(self._bench.document, ((Card, self._id),))


class Pains(QWidget):
    """All pains of one step."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._step = ""
        self.rows: list[PainRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.add = Button(bench.context, bench.say(_("Add a pain")), "link")
        self.add.clicked.connect(self._add)
        self._column.addWidget(self.add)

    def load(self, touchpoint_id: str) -> None:
        """Show the pains of a step."""
        self._step = touchpoint_id
        found = [
            card
            for lane in self._lanes()
            for card in queries.cards_at(self._bench.snapshot, lane, touchpoint_id)
        ]
        while len(self.rows) < len(found):
            row = PainRow(self._bench)
            self.rows.append(row)
            self._column.insertWidget(len(self.rows) - 1, row)
        for row, card in zip(self.rows, found, strict=False):
            row.load(card)
            row.show()
        for row in self.rows[len(found) :]:
            row.hide()

    def typings(self) -> list[Typing]:
        """Return the texts that can be typed."""
        return [row.text.typing for row in self.rows if not row.isHidden()]

    def _lanes(self) -> list[str]:
        bench = self._bench
        lanes = queries.lanes(bench.snapshot, bench.projection.map_id)
        return [lane.id for lane in lanes if lane.kind == LaneKind.PAIN]

    def _add(self) -> None:
        lanes = self._lanes()
        if not lanes:
            self._bench.session.report(_("This map has no row for pains."))
            return
        with self._bench.session.guard():
            cards.add(self._bench.document, Cell(lanes[0], self._step))
        shown = [row for row in self.rows if not row.isHidden()]
        if shown:
            shown[-1].text.setFocus()
