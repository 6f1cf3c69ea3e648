"""The rows of cards side by side: heads with portraits, what each says, what differs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.persona_figures import card_evidence
from journeymapper.analysis.persona_rows import CardRow, Likeness
from journeymapper.domain import queries
from journeymapper.domain.entities import Persona, PersonaNote
from journeymapper.domain.message import Message, _
from journeymapper.drawing.map.sure import sureness
from journeymapper.drawing.persona_card.words import MAIN, THEY_SAID
from journeymapper.ui.commands.names import shortened
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.marks import LineSample
from journeymapper.ui.personas.portrait_view import PortraitView
from journeymapper.ui.personas.row_words import row_title, shown_line
from journeymapper.ui.personas.words import name_of
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel

_FACE = 44
_NAME = 22
_TITLE = 140


def short_name(desk: CardDesk, persona_id: str) -> str:
    """Return what a persona is called, shortened for a place in a sentence."""
    name = desk.say(_("{name}", name=name_of(desk.snapshot.get(Persona, persona_id))))
    return shortened(name, _NAME)


def heads(desk: CardDesk, people: Sequence[str]) -> QWidget:
    """Return the row with portraits, names and the line that each has in the curves."""
    line = QWidget()
    grid = _grid(line, len(people))
    grid.setContentsMargins(15, 8, 12, 8)  # the rows have a bar before them
    first = QWidget()
    first.setFixedWidth(desk.context.theme.px(_TITLE))
    grid.addWidget(first, 0, 0)
    places = [p.id for p in queries.personas(desk.snapshot)]
    for column, id_ in enumerate(people, start=1):
        persona = desk.snapshot.get(Persona, id_)
        cell = QWidget()
        row = QHBoxLayout(cell)
        row.setContentsMargins(10, 0, 0, 0)
        row.setSpacing(10)
        face = PortraitView(desk, _FACE, "canvas")
        face.show_persona(persona, places.index(id_))
        row.addWidget(face)
        words = QVBoxLayout()
        words.setSpacing(1)
        name = QHBoxLayout()
        name.setSpacing(8)
        name.addWidget(ElidedLabel(desk.say(_("{name}", name=name_of(persona))), "heading"))
        if persona.primary:
            main = PlainLabel(desk.say(MAIN), "small")
            main.setProperty("look", "badge")
            main.setProperty("main", True)
            name.addWidget(main)
        name.addStretch(1)
        words.addLayout(name)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(LineSample(desk.context, desk.role(id_), column - 1))
        percents = card_evidence(desk.snapshot, id_).percents
        said = _("{what}: {n} %", what=THEY_SAID[desk.people], n=percents[0] if percents else 0)
        below.addWidget(PlainLabel(desk.say(said), "label", "text_secondary", wrap=True), 1)
        words.addLayout(below)
        row.addLayout(words, 1)
        grid.addWidget(cell, 0, column)
    return line


class BesideRow(QFrame):
    """One row; what differs has a bar and the word for it, and a reader hears all of it."""

    def __init__(self, desk: CardDesk, row: CardRow, people: Sequence[str]) -> None:
        super().__init__()
        self.row = row
        say = desk.say
        names = [short_name(desk, id_) for id_ in people]
        self.setObjectName("persona_row")
        self.setProperty("differs", row.likeness != Likeness.SAME)
        title = say(row_title(row))
        grid = _grid(self, len(people))
        first = QWidget()
        first.setFixedWidth(desk.context.theme.px(_TITLE))
        head = QVBoxLayout(first)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(2)
        head.addWidget(PlainLabel(title, "subheading", wrap=True))
        mark = _mark(row, names)
        self.mark = PlainLabel(say(mark), "label", "text_secondary", wrap=True)
        head.addWidget(self.mark)
        head.addStretch(1)
        grid.addWidget(first, 0, 0)
        heard = [f"{title}, {say(mark)}."]
        for column, cell in enumerate(row.texts, start=1):
            lines = [say(shown_line(row, text)) for text in cell]
            grid.addWidget(_cell(desk, lines, row.notes[column - 1]), 0, column)
            heard.append(f"{names[column - 1]}: {'; '.join(lines) or '–'}.")
        self.setAccessibleName(" ".join(heard))


def _cell(desk: CardDesk, lines: Sequence[str], notes: Sequence[PersonaNote]) -> QWidget:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(10, 0, 0, 0)
    column.setSpacing(1)
    if not lines:
        column.addWidget(PlainLabel("–", "body_large", "text_tertiary"))
    for place, text in enumerate(lines):
        column.addWidget(PlainLabel(text, "body_large", wrap=True))
        if notes:
            known = sureness(notes[place].source, notes[place].n).words(desk.people)
            column.addWidget(PlainLabel(desk.say(known), "small", "text_tertiary"))
    column.addStretch(1)
    return cell


def _mark(row: CardRow, names: Sequence[str]) -> Message:
    if row.likeness == Likeness.SAME:
        return _("The same")
    silent = [name for name, cell in zip(names, row.texts, strict=True) if not cell]
    if not silent:
        return _("Different")
    if len(silent) == 1:
        return _("{name} says nothing", name=silent[0])
    return _("{name} and {other} say nothing", name=silent[0], other=silent[1])


def _grid(owner: QWidget, count: int) -> QGridLayout:
    grid = QGridLayout(owner)
    grid.setContentsMargins(12, 8, 12, 8)
    grid.setHorizontalSpacing(12)
    for column in range(1, count + 1):
        grid.setColumnStretch(column, 1)
        grid.setColumnMinimumWidth(column, 96)
    return grid
