"""Lists of statements on the card: goals, frustrations, needs, what helps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.message import _
from journeymapper.domain.persona_card import notes_in, section_title
from journeymapper.ui.cards import IconLabel
from journeymapper.ui.commands import statements
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.field import CardText
from journeymapper.ui.personas.five_dots import FiveDots
from journeymapper.ui.personas.section import Section
from journeymapper.ui.personas.statement import ListStatement
from journeymapper.ui.personas.words import HINTS

_SIGNS = {
    NoteSection.GOAL: ("arrow-right", "text_secondary"),
    NoteSection.FRUSTRATION: ("minus", "text_secondary"),
    NoteSection.NEED: ("circle-dot", "text_secondary"),
    NoteSection.HELP: ("check", "good"),
    NoteSection.ACCESS: ("life-buoy", "text_secondary"),
    NoteSection.CHANNEL: ("message-square", "text_secondary"),
    NoteSection.BRAND: ("star", "text_secondary"),
}
_SIDE = 16


class Line(QWidget):
    """One statement with its sign, its weight where it has one, and how sure it is."""

    def __init__(self, desk: CardDesk, section: NoteSection, note_id: str, name: str) -> None:
        super().__init__()
        hint = "" if note_id else desk.say(HINTS[section])
        self._name = name
        self.statement = ListStatement(desk, section, note_id, hint or name, hint=hint)
        self.field = self.statement.field
        icon, role = _SIGNS[section]
        self._sign = IconLabel(desk.context, icon, _SIDE, role)
        self._plus = IconLabel(desk.context, "plus", _SIDE, "text_tertiary")
        self.dots: FiveDots | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for mark in (self._sign, self._plus):
            mark.setFixedHeight(24)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.field.box, 1)
        if section == NoteSection.NEED:
            self.dots = FiveDots(desk.context, desk.say(_("How much it weighs")))
            self.dots.chosen.connect(self._weigh)
            row.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.statement.sure, 0, Qt.AlignmentFlag.AlignTop)

    def refresh(self) -> None:
        """Show what the document holds."""
        self.statement.refresh()
        note = self.statement.note()
        if note is not None:
            self.field.setPlaceholderText("")
            self.field.setAccessibleName(self._name)
        self._sign.setVisible(note is not None)
        self._plus.setVisible(note is None)
        if self.dots is not None:
            self.dots.setVisible(note is not None)
            self.dots.set_value(note.intensity if note else None)

    def stops(self) -> list[QWidget]:
        """Return what the Tab key stops at."""
        dots = [self.dots] if self.dots is not None else []
        return [self.field, *dots, self.statement.sure]

    def _weigh(self, value: int | None) -> None:
        desk, id_ = self.statement.desk, self.statement.note_id
        desk.guarded(lambda: statements.set_intensity(desk.document, id_, value))


class StatementList(Section):
    """The statements of a section in order, and an empty line to write one more.

    Ctrl+Enter goes to the empty line, Alt+Up and Alt+Down move a statement.
    """

    def __init__(self, desk: CardDesk, section: NoteSection) -> None:
        super().__init__(desk)
        self.section = section
        self._lines: list[Line] = []
        self._adopting: Line | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.column.addLayout(self._rows)
        self.column.addStretch(1)

    def refresh(self) -> None:
        desk = self.desk
        self.title(section_title(self.section, desk.name))
        wanted = [n.id for n in notes_in(desk.snapshot, desk.persona_id, self.section)]
        known = {line.statement.note_id for line in self._lines}
        fresh = [id_ for id_ in wanted if id_ not in known]
        if self._adopting is not None and fresh:
            self._adopting.statement.note_id = fresh[-1]
        lines = {line.statement.note_id: line for line in self._lines}
        blank = lines.pop("", None)
        for id_, line in lines.items():
            if id_ not in wanted:
                self._drop(line)
        ordered = [lines.get(id_) or self._make(id_) for id_ in wanted]
        ordered.append(blank or self._make(""))
        if ordered != self._lines:
            for place, line in enumerate(ordered):
                if self._rows.indexOf(line) != place:
                    self._rows.insertWidget(place, line)
            self._lines = ordered
        for line in self._lines:
            line.refresh()

    def lines(self) -> tuple[Line, ...]:
        """Return the lines in order; the last one is empty."""
        return tuple(self._lines)

    def first_field(self) -> QWidget | None:
        return self._lines[-1].field if self._lines else None

    def field_of(self, key: str) -> CardText | None:
        return next((x.field for x in self._lines if key and x.statement.note_id == key), None)

    def stops(self) -> list[QWidget]:
        return [stop for line in self._lines for stop in line.stops()]

    def _make(self, note_id: str) -> Line:
        line = Line(self.desk, self.section, note_id, self.heading.whole())
        line.statement.adopting.connect(lambda on: self._adopt(line if on else None))
        line.field.again.connect(self._again)
        line.field.shifted.connect(lambda by: self._shift(line, by))
        return line

    def _adopt(self, line: Line | None) -> None:
        self._adopting = line

    def _again(self) -> None:
        self._lines[-1].field.setFocus(Qt.FocusReason.TabFocusReason)

    def _shift(self, line: Line, by: int) -> None:
        id_ = line.statement.note_id
        if id_ and self.desk.snapshot.has("PersonaNote", id_):
            self.desk.guarded(lambda: statements.shift(self.desk.document, id_, by))
            line.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, line: Line) -> None:
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()
