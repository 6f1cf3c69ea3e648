"""One statement on the card: its words, and how sure we are of it."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QObject, Signal

from journeymapper.domain.entities import PersonaNote
from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.persona_card import filled, note_of
from journeymapper.ui.commands import statements
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.field import CardText
from journeymapper.ui.personas.marks import SureButton
from journeymapper.ui.personas.sure import SurePopup, show_sure


class Statement(QObject):
    """What statements share. ``words`` says whether the button has words beside its dots."""

    def __init__(
        self, desk: CardDesk, name: str, *, type_: str, hint: str = "", words: bool = True
    ) -> None:
        super().__init__()
        self.desk = desk
        self._words = words
        self.field = CardText(desk.say, name, self.write, type_=type_, hint=hint)
        self.sure = SureButton(desk.context)
        self.sure.clicked.connect(self._ask)
        self.sure.hide()

    @abstractmethod
    def note(self) -> PersonaNote | None:
        """Return the statement as the document holds it, None while there is none."""

    @abstractmethod
    def write(self, text: str) -> None:
        """Write what was typed; raises UserError."""

    def refresh(self) -> None:
        """Show what the document holds."""
        note = self.note()
        self.field.load(note.text if note else "")
        said = note is not None and filled(note)
        self.sure.setVisible(said)
        if note is not None and said:
            show_sure(self.desk, self.sure, note, words=self._words)

    def _ask(self) -> None:
        note = self.note()
        if note is not None:
            SurePopup(self.desk, note.id, self.sure.window()).open_at(self.sure)


class KeyedStatement(Statement):
    """The one statement under a fixed key."""

    def __init__(
        self,
        desk: CardDesk,
        section: NoteSection,
        key: str,
        name: str,
        *,
        type_: str = "body_large",
        hint: str = "",
        words: bool = True,
    ) -> None:
        self.persona_id, self.section, self.key = desk.persona_id, section, key
        super().__init__(desk, name, type_=type_, hint=hint, words=words)

    def note(self) -> PersonaNote | None:
        return note_of(self.desk.snapshot, self.persona_id, self.section, self.key)

    def write(self, text: str) -> None:
        statements.write(self.desk.document, self.persona_id, self.section, self.key, text)


class ListStatement(Statement):
    """A line of a list; the empty one at its end becomes a statement when it is written."""

    adopting = Signal(bool)
    """It is about to be a statement of its own; at the end whether or not it was: no longer."""

    def __init__(
        self, desk: CardDesk, section: NoteSection, note_id: str, name: str, *, hint: str = ""
    ) -> None:
        self.persona_id, self.section, self.note_id = desk.persona_id, section, note_id
        self.key = ""
        self._token = object()
        super().__init__(desk, name, type_="body_large", hint=hint, words=False)

    def note(self) -> PersonaNote | None:
        return self.desk.snapshot.find(PersonaNote, self.note_id)

    def write(self, text: str) -> None:
        document = self.desk.document
        if self.note() is not None:
            statements.rewrite(document, self.note_id, text, self._token)
        elif text.strip():
            self.adopting.emit(True)
            try:
                self.note_id = statements.add(
                    document, self.persona_id, self.section, self.key, text, self._token
                )
            finally:
                self.adopting.emit(False)
