"""Facts about a persona beside the portrait, and the dots for technology and price."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.message import Message, _
from journeymapper.domain.persona_card import DEMOGRAPHICS, TRAITS, note_of, notes_in
from journeymapper.ui.commands import statements
from journeymapper.ui.personas.ask_name import AskName
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.field import CardText
from journeymapper.ui.personas.five_dots import FiveDots
from journeymapper.ui.personas.origin import TITLES, Origin
from journeymapper.ui.personas.section import Section
from journeymapper.ui.personas.statement import KeyedStatement
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel

_COLUMNS = 2


class Fact(QWidget):
    """A fact under its name."""

    def __init__(self, desk: CardDesk, key: str) -> None:
        super().__init__()
        name = desk.say(DEMOGRAPHICS.get(key, _("{name}", name=key or _("Fact"))))
        section = NoteSection.DEMOGRAPHIC
        self.statement = KeyedStatement(
            desk, section, key, name, type_="fact", hint="…", words=False
        )
        label = PlainLabel(name, "label", "text_secondary", wrap=True)
        label.setContentsMargins(4, 0, 0, 0)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(label, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.statement.sure, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.statement.field.box)
        column.addStretch(1)
        self.statement.sure.set_quiet()


class FactsSection(Section):
    """Facts in two columns, two traits, and a menu with what can be added."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__(desk)
        self.facts: dict[str, Fact] = {}
        self._wanted: list[str] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self.column.addLayout(self._grid)
        self.origin = Origin(desk)
        self.column.addWidget(self.origin)
        self.dots = {key: FiveDots(desk.context, desk.say(t)) for key, t in TRAITS.items()}
        traits = QHBoxLayout()
        traits.setSpacing(10)
        for key, dots in self.dots.items():
            dots.chosen.connect(partial(self._set_trait, key))
            trait = QVBoxLayout()
            trait.setSpacing(0)
            label = PlainLabel(desk.say(TRAITS[key]), "label", "text_secondary", wrap=True)
            label.setContentsMargins(4, 0, 0, 0)
            trait.addWidget(label)
            trait.addWidget(dots, 0, Qt.AlignmentFlag.AlignLeft)
            trait.addStretch(1)
            traits.addLayout(trait, 1)
        self.column.addLayout(traits)
        self.add = Button(desk.context, desk.say(_("Add a fact")), "link", "plus")
        self.add.setMinimumHeight(24)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.add.setProperty("opens", True)
        self.add.setMenu(self._menu)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def refresh(self) -> None:
        desk = self.desk
        self.setAccessibleName(desk.say(_("Facts about {name}", name=desk.name)))
        for part in (self.heading, self.detail, self.end):
            part.hide()
        held = [n.key for n in notes_in(desk.snapshot, desk.persona_id, NoteSection.DEMOGRAPHIC)]
        known = [key for key in DEMOGRAPHICS if key in held or key in self._wanted]
        own = [key for key in dict.fromkeys((*held, *self._wanted)) if key not in DEMOGRAPHICS]
        keys = [*known, *own]
        for key in [k for k in self.facts if k not in keys]:
            gone = self.facts.pop(key)
            gone.hide()
            gone.deleteLater()
        if list(self.facts) != keys:
            self.facts = {key: self.facts.get(key) or self._make(key) for key in keys}
            for place, fact in enumerate(self.facts.values()):
                self._grid.addWidget(fact, place // _COLUMNS, place % _COLUMNS)
        for fact in self.facts.values():
            fact.statement.refresh()
        self.origin.refresh()
        for key, dots in self.dots.items():
            note = note_of(desk.snapshot, desk.persona_id, NoteSection.TRAIT, key)
            dots.set_value(note.intensity if note else None)

    def _make(self, key: str) -> Fact:
        """Return a new fact; where it grows, all that is around it has to know."""
        fact = Fact(self.desk, key)
        layout = fact.statement.field.document().documentLayout()
        layout.documentSizeChanged.connect(lambda _size: self._grid.update())
        return fact

    def begin(self, key: str) -> None:
        """Show an empty fact and go there."""
        self._wanted.append(key)
        self.desk.refreshed.emit()
        self.facts[key].statement.field.setFocus(Qt.FocusReason.TabFocusReason)

    def field_of(self, key: str) -> CardText | None:
        fact = self.facts.get(key)
        return fact.statement.field if fact else self.origin.fields.get(key)

    def stops(self) -> list[QWidget]:
        facts = [
            stop
            for fact in self.facts.values()
            for stop in (fact.statement.field, fact.statement.sure)
        ]
        return [*facts, *self.origin.fields.values(), *self.dots.values(), self.add]

    def _fill(self) -> None:
        self._menu.clear()
        say = self.desk.say
        for key, words in DEMOGRAPHICS.items():
            if key not in self.facts:
                self._menu.addAction(say(words)).triggered.connect(partial(self._on_key, key))
        for key, words in TITLES.items():
            if key not in self.origin.shown():
                self._menu.addAction(say(words)).triggered.connect(partial(self._on_origin, key))
        self._menu.addSeparator()
        self._menu.addAction(say(_("Another fact…"))).triggered.connect(self._ask)

    def _on_key(self, key: str, _checked: bool = False) -> None:
        self.begin(key)

    def _on_origin(self, key: str, _checked: bool = False) -> None:
        self.origin.want(key)
        self.desk.refreshed.emit()
        self.origin.fields[key].setFocus(Qt.FocusReason.TabFocusReason)

    def _ask(self) -> None:
        asked = AskName(self.desk.context, _("What is the fact about?"), _("Add"), self.window())
        if asked.exec() and asked.name() and asked.name() not in self.facts:
            self.begin(asked.name())
        asked.deleteLater()

    def _set_trait(self, key: str, dots: int | None) -> None:
        desk, title = self.desk, trait_title(key)
        desk.guarded(lambda: statements.set_dots(desk.document, desk.persona_id, key, title, dots))


def trait_title(key: str) -> Message:
    """Return the words for a trait."""
    return TRAITS[key]
