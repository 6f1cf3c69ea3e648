"""Begins personas with questions, and keeps the questions in the fields that are empty."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from journeymapper.app.starters import Starter, starters
from journeymapper.domain.message import _
from journeymapper.ui.commands import starters as commands
from journeymapper.ui.personas.card import Card
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.field import CardText
from journeymapper.ui.personas.parts import part_of
from journeymapper.ui.widgets.buttons import Button


class Starting(QObject):
    """Fills the menu of "New"; ``made`` is emitted with the id of a persona just added."""

    made = Signal(str)

    def __init__(self, desk: CardDesk, card: Card, blank: Callable[[], object]) -> None:
        super().__init__()
        self._desk, self._card, self._blank = desk, card, blank
        self._starters: tuple[Starter, ...] | None = None
        desk.chosen.connect(self._choose)
        desk.refreshed.connect(self._ask)

    def fill(self, menu: QMenu) -> None:
        """Offer a blank card and all starters."""
        menu.clear()
        desk = self._desk
        menu.addAction(desk.say(_("Blank card"))).triggered.connect(self._blank)
        menu.addSeparator()
        menu.addAction(desk.say(_("With questions to answer:"))).setEnabled(False)
        self._offer(menu)

    def button(self) -> Button:
        """Return a button that offers all starters, for a place where there is nobody yet."""
        desk = self._desk
        made = Button(desk.context, desk.say(_("Begin with questions to answer")), "link")
        made.setProperty("opens", True)
        menu = QMenu(made)
        menu.aboutToShow.connect(menu.clear)
        menu.aboutToShow.connect(partial(self._offer, menu))
        made.setMenu(menu)
        return made

    def _offer(self, menu: QMenu) -> None:
        desk = self._desk
        menu.setToolTipsVisible(True)
        with desk.session.guard():
            for starter in self._known():
                action = menu.addAction(desk.say(_("{name}", name=starter.title)))
                action.setToolTip(desk.say(_("{name}", name=starter.line)))
                action.triggered.connect(partial(self._begin, starter))

    def begin(self, starter: Starter) -> None:
        """Add a persona with the questions of a starter."""
        desk = self._desk
        with desk.session.guard():
            self._card.leave()
            self.made.emit(commands.add(desk.document, starter))

    def _begin(self, starter: Starter, _checked: bool = False) -> None:
        self.begin(starter)

    def _known(self) -> tuple[Starter, ...]:
        if self._starters is None:
            self._starters = starters(self._desk.context.services.resources.personas)
        return self._starters

    def _choose(self) -> None:
        """Let the desk have the questions of the persona that is shown."""
        desk = self._desk
        desk.asks = {}
        key = commands.asked(desk.snapshot, desk.persona_id) if desk.ready else ""
        if key:
            with desk.session.guard():
                desk.asks = next((s.asks for s in self._known() if s.key == key), {})

    def _ask(self) -> None:
        """Put the questions where they belong."""
        for (section, key), question in self._desk.asks.items():
            part = self._card.sections.get(part_of(section))
            if part is None:
                continue
            field = part.field_of(key) if key else part.first_field()
            if isinstance(field, CardText):
                field.ask(question)
