"""The eight things on a persona's mind, each in a cell of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.persona_figures import completeness
from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.message import Message, _
from journeymapper.domain.persona_card import EMOTIONS, section_title
from journeymapper.ui.cards import IconLabel
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.field import CardText
from journeymapper.ui.personas.section import Section
from journeymapper.ui.personas.statement import KeyedStatement
from journeymapper.ui.widgets.flow_grid import FlowGrid
from journeymapper.ui.widgets.labels import PlainLabel

_ICONS = {
    "thinking": "brain",
    "feeling": "heart-handshake",
    "wanting": "star",
    "concerned_about": "triangle-alert",
    "frustrated_about": "circle-alert",
    "expecting": "eye",
    "planning": "calendar",
    "hoping": "lightbulb",
}
_LEAST = 156
_GAP = 8


class MindCell(QFrame):
    """One of the eight: its name, the words, how sure, how strong."""

    def __init__(self, desk: CardDesk, key: str, title: Message) -> None:
        super().__init__()
        self.setObjectName("persona_cell")
        self._desk = desk
        name = desk.say(title)
        self.statement = KeyedStatement(
            desk, NoteSection.EMOTION, key, name, type_="cell", hint=desk.say(_("In a few words"))
        )
        self.strength = PlainLabel("", "label", "text_tertiary")
        head = QHBoxLayout()
        head.setContentsMargins(5, 0, 1, 0)
        head.setSpacing(6)
        head.addWidget(IconLabel(desk.context, _ICONS[key], 15, "text_secondary"))
        head.addWidget(PlainLabel(name, "body", "text_secondary", wrap=True), 1)
        head.addWidget(self.strength, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 0, 5, 0)
        foot.addWidget(self.statement.sure)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 9, 7, 7)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.statement.field.box)
        column.addStretch(1)
        column.addLayout(foot)

    def refresh(self) -> None:
        """Show what the document holds."""
        self.statement.refresh()
        note = self.statement.note()
        strength = note.intensity if note is not None else None
        self.strength.setVisible(strength is not None)
        if strength is not None:
            self.strength.setText(f"{strength}/5")
            words = _("How strong: {value} of 5", value=strength)
            self.strength.setToolTip(self._desk.say(words))
            self.strength.setAccessibleName(self._desk.say(words))


class MindSection(Section):
    """Four cells beside each other where there is room."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__(desk)
        self.cells = {key: MindCell(desk, key, title) for key, title in EMOTIONS.items()}
        grid = FlowGrid(_LEAST, 4, _GAP)
        grid.set_widgets(list(self.cells.values()))
        self.column.addWidget(grid)
        self.end.setText(desk.say(_("dots: how sure we are")))

    def refresh(self) -> None:
        desk = self.desk
        done, all_ = completeness(desk.snapshot, desk.persona_id, NoteSection.EMOTION)
        filled = _("{n} of {total} filled", n=done, total=all_)
        self.title(section_title(NoteSection.EMOTION, desk.name), filled)
        for cell in self.cells.values():
            cell.refresh()

    def field_of(self, key: str) -> CardText | None:
        cell = self.cells.get(key)
        return cell.statement.field if cell else None

    def stops(self) -> list[QWidget]:
        return [
            stop
            for cell in self.cells.values()
            for stop in (cell.statement.field, cell.statement.sure)
        ]

    def first_field(self) -> QWidget | None:
        return next(iter(self.cells.values())).statement.field
