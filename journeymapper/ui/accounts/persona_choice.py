"""A choice of the persona that an account or a segment is typical of."""

from __future__ import annotations

from collections.abc import Callable

from journeymapper.domain import queries
from journeymapper.domain.message import _
from journeymapper.ui.commands.names import persona_name
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.widgets.choice import Choice


class PersonaChoice(Choice):
    """All personas, the main one first, and nobody; ``write`` takes an id, or None."""

    def __init__(self, desk: CardDesk, name: str, write: Callable[[str | None], None]) -> None:
        super().__init__(desk.context, name)
        self._desk, self._write = desk, write
        self.activated.connect(self._on_chosen)

    def show_persona(self, persona_id: str | None) -> None:
        """Show who is chosen, among those there are now."""
        snapshot = self._desk.snapshot
        self.clear()
        self.addItem(self._desk.say(_("Nobody in particular")), "")
        for persona in queries.personas(snapshot):
            name = _("{name}", name=persona_name(snapshot, persona.id))
            self.addItem(self._desk.say(name), persona.id)
        self.setCurrentIndex(max(self.findData(persona_id or ""), 0))

    def _on_chosen(self, _place: int) -> None:
        chosen = str(self.currentData()) or None
        self._desk.guarded(lambda: self._write(chosen))
