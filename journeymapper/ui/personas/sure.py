"""How sure a statement is: where it comes from, how many said it, when; strength and printing."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.domain.entities import PersonaNote
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import NoteSection, SourceKind
from journeymapper.domain.message import Message, _
from journeymapper.drawing.map.sure import sureness
from journeymapper.ui.commands import statements
from journeymapper.ui.commands.names import shortened
from journeymapper.ui.panels.sources import ASKED, SourceChoice, read_number
from journeymapper.ui.panels.typed import TypedLine
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.five_dots import FiveDots
from journeymapper.ui.personas.marks import SureButton
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.choice import Tick
from journeymapper.ui.widgets.labels import PlainLabel

STRENGTHS: dict[NoteSection, Message] = {
    NoteSection.EMOTION: _("How strong"),
    NoteSection.NEED: _("How much it weighs"),
}
"""Sections whose statements have one to five dots besides."""

_WIDTH = 300


def show_sure(desk: CardDesk, button: SureButton, note: PersonaNote, *, words: bool = True) -> None:
    """Let a button say how sure a statement is, with or without ``words`` beside its dots."""
    known = sureness(note.source, note.n)
    said = desk.say(known.words(desk.people))
    name = _("How sure: {words}", words=said)
    if note.hidden:
        name = _("How sure: {words}, not printed", words=said)
    button.show_grade(known.grade, said if words else "", desk.say(name))
    tips = [desk.say(name), note.citation, note.date]
    button.setToolTip("\n".join(tip for tip in tips if tip))


def read_date(text: str) -> str:
    """Read a date such as 2026-05-15 or 15.5.2026; "" for nothing. Raises RefusedError."""
    plain = text.strip()
    for pattern in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.datetime.strptime(plain, pattern).date().isoformat()  # noqa: DTZ007
        except ValueError:
            continue
    if plain:
        raise RefusedError(_("“{value}” is no date. Write it like 2026-05-15.", value=plain))
    return ""


class SurePopup(QDialog):
    """Opens at a statement; what is chosen is written at once, Esc or a click beside closes it."""

    def __init__(self, desk: CardDesk, note_id: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._desk, self._id = desk, note_id
        say = desk.say
        note = desk.snapshot.get(PersonaNote, note_id)
        self.setAccessibleName(say(_("How sure")))
        self.source = SourceChoice(desk.context, say(_("Where it comes from")))
        self.n = TypedLine(say, say(_("From how many people")))
        self.date = TypedLine(say, say(_("When, like 2026-05-15")))
        self.date.setPlaceholderText("2026-05-15")
        self.citation = TypedLine(say, say(_("Where it is written down")))
        strength = STRENGTHS.get(note.section)
        self.dots = FiveDots(desk.context, say(strength)) if strength else None
        self.hidden = Tick(desk.context, say(_("Do not print this")))
        self.delete = Button(desk.context, say(_("Delete")), "quiet", "trash-2")
        self._strength = strength
        self._lay_out(note)
        self._load()
        for line in (self.n, self.date, self.citation):
            line.installEventFilter(self)
        self.source.picked.connect(lambda source: self._set(source=source))
        if self.dots is not None:
            self.dots.chosen.connect(self._set_dots)
        self.hidden.clicked.connect(self._set_hidden)
        self.delete.clicked.connect(self._delete)

    def open_at(self, button: QWidget) -> None:
        """Open below a button, inside its window."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(0, button.height() + 2))
        screen = button.screen().availableGeometry()
        x = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        if corner.y() + self.height() > screen.bottom():
            corner.setY(button.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        self.move(x, max(screen.top(), corner.y()))
        self.show()
        self.source.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc closes from within a field too; what is typed there is written."""
        key = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.KeyPress and key == Qt.Key.Key_Escape:
            self.accept()
            return True
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """Write what is typed before it goes."""
        for line in (self.n, self.date, self.citation):
            line.typing.flush()
        super().done(result)
        self.deleteLater()

    def _load(self) -> None:
        note = self._desk.snapshot.find(PersonaNote, self._id)
        if note is None:
            return
        self.source.show_source(note.source, self._desk.people)
        self.n.setEnabled(note.source in ASKED)
        self.n.typing.load("" if note.n is None else str(note.n), self._set_n)
        self.date.typing.load(note.date, self._set_date)
        self.citation.typing.load(note.citation, lambda text: self._write(citation=text))
        if self.dots is not None:
            self.dots.set_value(note.intensity)
        self.hidden.setChecked(note.hidden)

    def _write(self, **fields: object) -> None:
        statements.set_source(self._desk.document, self._id, **fields)
        self._load()

    def _set(self, source: SourceKind) -> None:
        self._desk.guarded(lambda: self._write(source=source))

    def _set_n(self, text: str) -> None:
        self._write(n=read_number(text))

    def _set_date(self, text: str) -> None:
        self._write(date=read_date(text))

    def _set_dots(self, value: int | None) -> None:
        desk = self._desk
        desk.guarded(lambda: statements.set_intensity(desk.document, self._id, value))

    def _set_hidden(self, hidden: bool) -> None:
        desk = self._desk
        desk.guarded(lambda: statements.set_hidden(desk.document, self._id, hidden=hidden))

    def _delete(self) -> None:
        desk = self._desk
        desk.guarded(lambda: desk.session.report(statements.delete(desk.document, self._id)))
        self.accept()

    def _lay_out(self, note: PersonaNote) -> None:
        say = self._desk.say
        frame = QFrame()
        frame.setObjectName("persona_sure")
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(frame)
        self.setFixedWidth(self._desk.context.theme.px(_WIDTH))
        column = QVBoxLayout(frame)
        column.setContentsMargins(14, 12, 14, 10)
        column.setSpacing(4)
        title = shortened(note.text, 60) or say(_("How sure"))
        column.addWidget(PlainLabel(title, "subheading", wrap=True))
        column.addSpacing(4)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        rows: list[tuple[Message, QWidget]] = [
            (_("Comes from"), self.source),
            (_("People"), self.n),
            (_("Date"), self.date),
            (_("Written in"), self.citation),
        ]
        if self._strength is not None and self.dots is not None:
            rows.append((self._strength, self.dots))
        for place, (words, field) in enumerate(rows):
            grid.addWidget(PlainLabel(say(words), "label", "text_secondary"), 2 * place, 0)
            grid.addWidget(field, 2 * place, 1)
            if isinstance(field, TypedLine):
                grid.addWidget(field.typing.problem, 2 * place + 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        foot = QHBoxLayout()
        foot.addWidget(self.hidden)
        foot.addStretch(1)
        foot.addWidget(self.delete)
        column.addLayout(foot)
