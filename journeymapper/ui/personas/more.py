"""What else can be done with a card: the menu behind "More"."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from journeymapper.domain.kinds import NoteSection, PersonaStatus
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands import personas
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.parts import MORE

TITLES: dict[NoteSection, Message] = {
    NoteSection.QUESTION: _("Thirteen questions"),
    NoteSection.BUYER: _("On the way to choosing us"),
    NoteSection.CHARACTER: _("What sort of person"),
    NoteSection.BRAND: _("Brands"),
    NoteSection.ORGANISATION: _("In the organisation"),
}

Fill = Callable[[QMenu], None]


class CardMenu(QMenu):
    """Filled each time it opens. ``parts`` may add entries of their own at the end."""

    chosen = Signal(str)
    """A persona that was made just now."""

    def __init__(self, desk: CardDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.parts: list[Fill] = []
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Offer the sections of More, and what can be done with the whole card."""
        self.clear()
        desk = self._desk
        say = desk.say
        for section in MORE:
            action = self.addAction(say(TITLES[section]))
            action.setCheckable(True)
            held = desk.ready and desk.holds(section)
            action.setChecked(held or personas.is_wanted(desk.snapshot, section))
            action.setEnabled(not held or not action.isChecked())
            action.triggered.connect(
                lambda on=False, section=section: self._want(section, shown=on)
            )
        if desk.ready:
            self.addSeparator()
            main = self.addAction(say(_("Make {name} the main persona", name=desk.name)))
            main.setEnabled(not desk.persona.primary)
            main.triggered.connect(self._make_main)
            copy = self.addAction(say(_("Copy this card")))
            copy.triggered.connect(self._copy)
            retired = desk.persona.status == PersonaStatus.RETIRED
            words = _("Use {name} again", name=desk.name)
            if not retired:
                words = _("Retire {name}", name=desk.name)
            retire = self.addAction(say(words))
            retire.triggered.connect(partial(self._retire, not retired))
            delete = self.addAction(say(_("Delete {name}", name=desk.name)))
            delete.triggered.connect(self._delete)
        for part in self.parts:
            self.addSeparator()
            part(self)

    def _want(self, section: NoteSection, *, shown: bool) -> None:
        desk = self._desk
        title = TITLES[section]
        desk.guarded(lambda: personas.want(desk.document, section, title, shown=shown))
        if shown and desk.ready:
            desk.opened.emit(section)

    def _make_main(self) -> None:
        desk = self._desk
        desk.guarded(lambda: personas.make_main(desk.document, desk.persona_id))

    def _copy(self) -> None:
        desk = self._desk
        name = desk.say(_("{name} (copy)", name=desk.name))
        with desk.session.guard():
            self.chosen.emit(personas.duplicate(desk.document, desk.persona_id, name))

    def _retire(self, retired: bool, _checked: bool = False) -> None:
        desk = self._desk
        status = PersonaStatus.RETIRED if retired else PersonaStatus.DRAFT
        desk.guarded(lambda: personas.set_status(desk.document, desk.persona_id, status))

    def _delete(self) -> None:
        desk = self._desk
        with desk.session.guard():
            desk.session.report(personas.delete(desk.document, desk.persona_id))
