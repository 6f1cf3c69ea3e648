"""Sections with one statement under each of some fixed keys: questions, character, organisation."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.persona_figures import completeness
from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.message import Message, _
from journeymapper.domain.persona_card import CHARACTER, ORGANISATION, questions, section_title
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.field import CardText
from journeymapper.ui.personas.section import Section
from journeymapper.ui.personas.statement import KeyedStatement
from journeymapper.ui.widgets.flow_grid import FlowGrid
from journeymapper.ui.widgets.labels import PlainLabel

Titles = Callable[[str], Mapping[str, Message]]
"""Gives the titles by key, for what the persona is called."""

TITLES: Mapping[NoteSection, Titles] = {
    NoteSection.QUESTION: questions,
    NoteSection.CHARACTER: lambda _name: CHARACTER,
    NoteSection.ORGANISATION: lambda _name: ORGANISATION,
}
_LEAST = 280


class Answer(QWidget):
    """A question or fact, its answer below, and how sure it is."""

    def __init__(self, desk: CardDesk, section: NoteSection, key: str) -> None:
        super().__init__()
        self._titles = TITLES[section]
        self._key, self._desk = key, desk
        hint = desk.say(_("Not answered yet"))
        self.statement = KeyedStatement(desk, section, key, "", hint=hint)
        self.label = PlainLabel("", "label", "text_secondary", wrap=True)
        self.label.setContentsMargins(4, 0, 0, 0)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addStrut(24)
        head.addWidget(self.label, 1)
        head.addWidget(self.statement.sure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.statement.field.box)
        column.addStretch(1)

    def refresh(self) -> None:
        """Show what the document holds."""
        words = self._desk.say(self._titles(self._desk.name)[self._key])
        self.label.setText(words)
        self.statement.field.setAccessibleName(words)
        self.statement.refresh()


class KeyedSection(Section):
    """All keys of a section, in two columns where there is room."""

    def __init__(self, desk: CardDesk, section: NoteSection) -> None:
        super().__init__(desk)
        self.section = section
        keys = TITLES[section]("")
        self.answers = {key: Answer(desk, section, key) for key in keys}
        grid = FlowGrid(_LEAST, 2, 16)
        grid.set_widgets(list(self.answers.values()))
        self.column.addWidget(grid)

    def refresh(self) -> None:
        desk = self.desk
        done, all_ = completeness(desk.snapshot, desk.persona_id, self.section)
        detail = _("{n} of {total} answered", n=done, total=all_)
        self.title(section_title(self.section, desk.name), detail)
        for answer in self.answers.values():
            answer.refresh()

    def field_of(self, key: str) -> CardText | None:
        answer = self.answers.get(key)
        return answer.statement.field if answer else None

    def first_field(self) -> QWidget | None:
        empty = (a for a in self.answers.values() if a.statement.note() is None)
        found = next(empty, None) or next(iter(self.answers.values()))
        return found.statement.field

    def stops(self) -> list[QWidget]:
        return [
            stop
            for answer in self.answers.values()
            for stop in (answer.statement.field, answer.statement.sure)
        ]
