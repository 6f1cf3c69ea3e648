"""How each persona that is shown feels at a step."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.domain import queries
from journeymapper.domain.entities import Persona
from journeymapper.domain.kinds import SourceKind
from journeymapper.domain.message import _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.commands import feelings
from journeymapper.ui.commands.names import signed
from journeymapper.ui.panels.controls import FeelingScale, feeling_words
from journeymapper.ui.panels.sources import ASKED, SourceChoice, read_number
from journeymapper.ui.panels.typed import TypedLine, Typing
from journeymapper.ui.widgets.labels import PlainLabel


class FeelingRow(QWidget):
    """One persona: a line of words and the scale."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._step = self._persona = ""
        self._who = PlainLabel("", "label", "text_secondary")
        self._value = PlainLabel("", "subheading")
        self._words = PlainLabel("", "body", "text_secondary")
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._who, 1)
        head.addWidget(self._value)
        head.addWidget(self._words)
        self.scale = FeelingScale(bench.context, "")
        self.scale.chosen.connect(self._choose)
        ends = QHBoxLayout()
        for i, words in enumerate((_("−5 awful"), _("0"), _("great +5"))):
            if i:
                ends.addStretch(1)
            ends.addWidget(PlainLabel(bench.say(words), "label", "text_tertiary"))
        self.source = SourceChoice(bench.context, bench.say(_("Where it comes from")))
        self.source.picked.connect(self._set_source)
        self.n = TypedLine(bench.say, bench.say(_("Number of people")))
        self.n.setPlaceholderText(bench.say(_("How many")))
        self.n.setFixedWidth(bench.context.theme.px(76))
        known = QHBoxLayout()
        known.setSpacing(8)
        known.addWidget(self.source, 1)
        known.addWidget(self.n)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.scale)
        column.addLayout(ends)
        column.addSpacing(4)
        column.addLayout(known)
        column.addWidget(self.n.typing.problem)

    def load(self, touchpoint_id: str, persona: Persona) -> None:
        """Show how a persona feels at a step."""
        self._step, self._persona = touchpoint_id, persona.id
        who = self._bench.say(_("How {name} feels", name=persona.short or persona.name))
        self._who.setText(who)
        self.scale.setAccessibleName(who)
        known = queries.feeling_of(self._bench.snapshot, touchpoint_id, persona.id)
        self._show(known.value if known else None)
        people = queries.project(self._bench.snapshot).people
        self.source.show_source(known.source if known else None, people)
        self.source.setVisible(known is not None)
        self.n.setVisible(known is not None and known.source in ASKED)
        self.n.typing.load("" if known is None or known.n is None else str(known.n), self._set_n)

    def _show(self, value: int | None) -> None:
        self.scale.set_value(value)
        say = self._bench.say
        self._value.setText(signed(value) if value is not None else "")
        self._words.setText(say(feeling_words(value) if value is not None else _("not known")))

    def _set_source(self, source: SourceKind) -> None:
        known = queries.feeling_of(self._bench.snapshot, self._step, self._persona)
        n = known.n if known is not None and source in ASKED else None
        with self._bench.session.guard():
            feelings.set_source(self._bench.document, self._step, self._persona, source, n)

    def _set_n(self, text: str) -> None:
        known = queries.feeling_of(self._bench.snapshot, self._step, self._persona)
        if known is not None:
            n = read_number(text)
            feelings.set_source(self._bench.document, self._step, self._persona, known.source, n)

    def _choose(self, value: int) -> None:
        with self._bench.session.guard():
            feelings.set_value(self._bench.document, self._step, self._persona, value)


class Feelings(QWidget):
    """A row for each persona on the map."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.rows: list[FeelingRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def typings(self) -> list[Typing]:
        """Return the numbers that can be typed."""
        return [row.n.typing for row in self.rows]

    def load(self, touchpoint_id: str) -> None:
        """Show the feelings at a step."""
        personas = self._bench.layout.frame.personas
        while len(self.rows) < len(personas):
            row = FeelingRow(self._bench)
            self.rows.append(row)
            self._column.addWidget(row)
        for row, persona in zip(self.rows, personas, strict=False):
            row.load(touchpoint_id, persona)
            row.show()
        for row in self.rows[len(personas) :]:
            row.hide()
