"""The details of one card, or what several cards share."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Lane
from journeymapper.domain.kinds import RATED_ROWS, LaneKind, Severity, SourceKind
from journeymapper.domain.message import _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.commands import cards
from journeymapper.ui.panels.card_rating import EASE, Worth, ease_choice
from journeymapper.ui.panels.controls import SeverityChoice
from journeymapper.ui.panels.form import Form
from journeymapper.ui.panels.pains import Frequencies
from journeymapper.ui.panels.sources import ASKED, SourceChoice, read_number
from journeymapper.ui.panels.typed import TypedLine, TypedText

T = TypeVar("T")


class CardForm(Form):
    """Text, how bad and how often, what it is worth, how easy, and how sure we are."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        say = bench.say
        self._ids: tuple[str, ...] = ()
        self.text = TypedText(say, say(_("Text")), 3)
        self.severity = SeverityChoice(bench)
        self.often = Frequencies(bench)
        self.source = SourceChoice(bench.context, say(_("Where it comes from")))
        self.worth = Worth(bench.context)
        self.ease = ease_choice(bench.context)
        self.n = TypedLine(say, say(_("Number of people")))
        self._text_caption = self.caption(_("Text"))
        self.put(self.text, self.text.typing)
        self._bad_caption = self.caption(_("How bad, how often"))
        self._bad = QWidget()
        row = QHBoxLayout(self._bad)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.severity)
        row.addWidget(self.often, 1)
        self.put(self._bad)
        self.put(self.worth)
        self._ease_caption = self.caption(EASE)
        self.put(self.ease)
        self.caption(_("Where it comes from"))
        self.put(self.source)
        self._n_caption = self.caption(_("From how many people"))
        self.put(self.n, self.n.typing)
        self.column.addStretch(1)
        self.severity.chosen.connect(self._rate)
        self.often.activated.connect(self._count)
        self.worth.impact.chosen.connect(self._set_impact)
        self.worth.effort.chosen.connect(self._set_effort)
        self.ease.chosen.connect(self._set_ease)
        self.source.picked.connect(self._set_source)

    def load(self, ids: tuple[str, ...]) -> None:
        """Show these cards."""
        if ids != self._ids:
            self.leave()
        self._ids = ids
        snapshot = self.bench.snapshot
        found = [snapshot.get(Card, id_) for id_ in ids]
        first, one = found[0], len(found) == 1
        kinds = {snapshot.get(Lane, c.lane).kind for c in found}
        pains = kinds == {LaneKind.PAIN}
        for widget in (self._bad_caption, self._bad):
            widget.setVisible(pains)
        self.worth.setVisible(kinds <= set(RATED_ROWS))
        for widget in (self._ease_caption, self.ease):
            widget.setVisible(kinds == {LaneKind.SYSTEM})
        for widget in (self._text_caption, self.text):
            widget.setVisible(one)
        document, id_ = self.bench.document, first.id
        if one:
            self.text.typing.load(first.text, lambda text: cards.write(document, id_, text))
        self.severity.set_value(_shared([c.severity for c in found]))
        self.often.set_value(_shared([c.frequency for c in found]))
        impacts, efforts = [c.impact for c in found], [c.effort for c in found]
        self.worth.set_values(_shared(impacts), _shared(efforts))
        self.ease.set_value(_shared([c.ease for c in found]))
        source = _shared([c.source for c in found])
        self.source.show_source(source, queries.project(snapshot).people)
        asked = one and first.source in ASKED
        for widget in (self._n_caption, self.n):
            widget.setVisible(asked)
        self.n.typing.load("" if first.n is None else str(first.n), self._set_n)

    def _rate(self, severity: Severity) -> None:
        self.guarded(lambda: cards.set_severity(self.bench.document, self._ids, severity))

    def _count(self) -> None:
        often = self.often.value()
        self.guarded(lambda: cards.set_frequency(self.bench.document, self._ids, often))

    def _set_impact(self, impact: int | None) -> None:
        self.guarded(lambda: cards.set_impact(self.bench.document, self._ids, impact))

    def _set_effort(self, effort: int | None) -> None:
        self.guarded(lambda: cards.set_effort(self.bench.document, self._ids, effort))

    def _set_ease(self, ease: int | None) -> None:
        self.guarded(lambda: cards.set_ease(self.bench.document, self._ids, ease))

    def _set_source(self, source: SourceKind) -> None:
        self.guarded(lambda: cards.set_source(self.bench.document, self._ids, source))

    def _set_n(self, text: str) -> None:
        card = self.bench.snapshot.get(Card, self._ids[0])
        cards.set_source(self.bench.document, (card.id,), card.source, read_number(text))


def _shared(values: list[T]) -> T | None:
    """Return the one value of a list, None where several differ."""
    return values[0] if len(set(values)) == 1 else None
