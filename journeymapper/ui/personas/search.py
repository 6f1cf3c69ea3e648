"""The search field of the cards: shows what is found, the next at Enter, goes there at Esc."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from journeymapper.domain.message import _
from journeymapper.ui.personas.card import Card
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.finding import Hit, hits
from journeymapper.ui.widgets.search import SearchField


class CardSearch(QObject):
    """Ties a search field to the cards; ``choose`` shows the card of a persona."""

    def __init__(
        self, desk: CardDesk, card: Card, field: SearchField, choose: Callable[[str], None]
    ) -> None:
        super().__init__(field)
        self._desk, self._card, self._choose = desk, card, choose
        self._at: Hit | None = None
        field.changed.connect(self._first)
        field.entered.connect(self._next)
        field.left.connect(self._go)

    def _first(self, text: str) -> None:
        if not self._desk.ready or not text.strip():
            return
        found = hits(self._desk.snapshot, text)
        if not found:
            self._at = None
            self._desk.session.report(_("“{text}” is on no card.", text=text.strip()))
            return
        here = [hit for hit in found if hit.persona == self._desk.persona_id]
        self._show((here or list(found))[0], text)

    def _next(self, text: str) -> None:
        found = hits(self._desk.snapshot, text) if self._desk.ready else ()
        if not found:
            return
        place = (found.index(self._at) + 1) % len(found) if self._at in found else 0
        self._show(found[place], text)
        self._desk.session.report(_("{place} of {count}", place=place + 1, count=len(found)))

    def _show(self, hit: Hit, text: str) -> None:
        self._at = hit
        self._choose(hit.persona)
        field = self._card.find_field(hit.section, hit.key)
        if field is not None:
            field.mark(text.strip())
            self._card.reveal(field)

    def _go(self) -> None:
        hit, self._at = self._at, None
        field = self._card.find_field(hit.section, hit.key) if hit else None
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._card.take_focus()
