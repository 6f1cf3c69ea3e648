"""The block that lists what no customer is behind."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from journeymapper.analysis.persona_figures import needs_evidence
from journeymapper.domain.entities import PersonaNote
from journeymapper.domain.message import _
from journeymapper.domain.persona_card import TRAITS
from journeymapper.ui.personas.block import Block, ShortLink
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.finding import place_of
from journeymapper.ui.personas.section import clear
from journeymapper.ui.widgets.buttons import Button

_FIRST = 6
"""So many statements without evidence are named at first."""


class NeedsEvidence(Block):
    """The statements that no customer is behind; each leads to its place on the card."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__(desk)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.column.addLayout(self._rows)
        self.links: list[ShortLink] = []
        self.rest = Button(desk.context, "", "link")
        self.rest.setMinimumHeight(24)
        self.rest.clicked.connect(self._show_all)
        self.column.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignLeft)
        self._all = False
        self._shown: object = None
        desk.chosen.connect(self._few)

    def refresh(self) -> None:
        desk = self.desk
        found = needs_evidence(desk.snapshot, desk.persona_id)
        self.setVisible(bool(found))
        self.title(_("Needs evidence ({n})", n=len(found)))
        listed = found if self._all else found[:_FIRST]
        self.rest.setVisible(len(listed) < len(found))
        self.rest.setText(desk.say(_("{n} more", n=len(found) - len(listed))))
        looks = [(note.id, self._words(note)) for note in listed]
        if looks == self._shown:
            return
        self._shown = looks
        clear(self._rows)
        self.links = []
        for note in listed:
            link = ShortLink(desk, self._words(note))
            link.clicked.connect(partial(self._go, *place_of(note)))
            self._rows.addWidget(link)
            self.links.append(link)

    def _words(self, note: PersonaNote) -> str:
        words = note.text.strip().partition("\n")[0]
        return words or self.desk.say(TRAITS.get(note.key, _("{name}", name=note.key)))

    def _go(self, section: str, key: str, _checked: bool = False) -> None:
        self.desk.jump.emit(section, key)

    def _show_all(self) -> None:
        self._all = True
        self.refresh()
        if self.links:
            self.links[min(_FIRST, len(self.links) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _few(self) -> None:
        self._all = False
