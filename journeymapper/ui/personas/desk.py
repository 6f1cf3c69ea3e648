"""What all parts of the card work with: the document, which persona is shown, how to write."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from journeymapper.analysis.persona_figures import active_personas, is_called
from journeymapper.document.document import Document
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Persona
from journeymapper.domain.kinds import NoteSection, People
from journeymapper.domain.message import Message, _
from journeymapper.domain.persona_card import notes_in
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.setting import MOST_PERSONAS
from journeymapper.drawing.marks import persona_role
from journeymapper.ui.commands.names import shortened
from journeymapper.ui.context import Context
from journeymapper.ui.session import Session

_LONGEST = 28


class CardDesk(QObject):
    """One for the place; ``persona_id`` is "" while there is nobody to show."""

    refreshed = Signal()
    """Show what the document holds now."""
    chosen = Signal()
    """Another persona is shown."""
    opened = Signal(object)
    """Show an empty section, a NoteSection, and go to its first field."""
    jump = Signal(str, str)
    """Go to a statement by its section and key or id; the section "" is the head of the card."""
    map_wanted = Signal(str, str)
    """Show a map, by id, with the curve of a persona."""
    paper_wanted = Signal(str)
    """Show the card of a persona, by id, as it is printed."""
    portrait_wanted = Signal()
    """Somebody wants another portrait for the persona shown."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__()
        self.context = context
        self.session = session
        self.persona_id = ""
        self.map_id = ""
        self.asks: Mapping[tuple[str, str], str] = {}
        """Questions that stand in empty fields, by section and key; a list has the key ""."""

    @property
    def document(self) -> Document:
        """The open document; raises UserError without one, for what is typed while it closes."""
        return self.session.open_document

    @property
    def snapshot(self) -> Snapshot:
        """What is shown."""
        return self.document.snapshot

    @property
    def persona(self) -> Persona:
        """The persona that is shown."""
        return self.snapshot.get(Persona, self.persona_id)

    @property
    def ready(self) -> bool:
        """Say whether a persona is shown."""
        document = self.session.document
        return document is not None and document.snapshot.find(Persona, self.persona_id) is not None

    @property
    def name(self) -> str:
        """What the persona is called in sentences; a very long name is shortened."""
        return shortened(is_called(self.persona), _LONGEST) or self.say(_("Somebody"))

    @property
    def people(self) -> People:
        """Whom the project serves."""
        return queries.project(self.snapshot).people

    @property
    def today(self) -> datetime.date:
        """The local date."""
        return self.context.services.clock().astimezone().date()

    def show(self, persona_id: str) -> None:
        """Show the card of a persona."""
        self.persona_id = persona_id
        self.map_id = ""
        self.chosen.emit()

    def holds(self, section: NoteSection) -> bool:
        """Say whether the card has a statement in a section, or a share of a channel."""
        if notes_in(self.snapshot, self.persona_id, section):
            return True
        shares = self.snapshot.select(indexes.SHARES_OF_PERSONA, self.persona_id)
        return section == NoteSection.CHANNEL and bool(shares)

    def say(self, message: Message) -> str:
        """Return a message in the language of the window."""
        return self.context.say(message)

    def guarded(self, do: Callable[[], object]) -> None:
        """Do it and show what is refused."""
        with self.session.guard():
            do()

    def role(self, persona_id: str) -> str:
        """Return the colour of a persona's curve and quote."""
        persona = self.snapshot.find(Persona, persona_id)
        if persona is not None and persona.colour:
            return persona.colour
        return persona_role(self.rank(persona_id))

    def rank(self, persona_id: str) -> int:
        """Return which line a persona has on maps: 0 solid, 1 dashed, 2 dotted."""
        ids = [one.id for one in active_personas(self.snapshot)]
        place = ids.index(persona_id) if persona_id in ids else MOST_PERSONAS
        return min(place, MOST_PERSONAS - 1)
