"""The side panel on what is known: how much is from customers, what is only guessed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journeymapper.analysis.persona_figures import card_evidence, completeness
from journeymapper.domain.entities import PersonaNote
from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.message import _
from journeymapper.domain.persona_card import (
    filled,
    note_of,
    questions,
    section_title,
)
from journeymapper.drawing.map.sure import sureness
from journeymapper.drawing.persona_card.words import GUESS_SHARE, HOW_MUCH, TEAM_SHARE, THEY_SAID
from journeymapper.ui.cards import IconLabel
from journeymapper.ui.commands import personas
from journeymapper.ui.personas.block import Block
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.marks import ShareBar, dots_pixmap, faded
from journeymapper.ui.personas.section import clear
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel

PARTS = (1.0, 0.45, 0.0)
"""How full the three parts are: said by customers, the team's opinion, a guess."""


class Swatch(QWidget):
    """A small square as full as a part of the bar."""

    def __init__(self, desk: CardDesk, full: float) -> None:
        super().__init__()
        self._context, self._full = desk.context, full
        self.setFixedSize(10, 16)
        desk.context.theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._context.theme.colour("text_secondary"), 1))
        painter.setBrush(faded(self._context, self._full))
        painter.drawRoundedRect(QRectF(1, 4, 8, 8), 2, 2)
        painter.end()


class HowMuch(Block):
    """The bar and its three lines in percent."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__(desk)
        self.bar = ShareBar(desk.context, 12)
        self.column.addWidget(self.bar)
        self.nothing = PlainLabel(
            desk.say(_("Nothing is written on this card yet.")), "body", "text_secondary", wrap=True
        )
        self.column.addWidget(self.nothing)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.words = [PlainLabel("", "body", wrap=True) for _part in PARTS]
        self.percents = [PlainLabel("", "subheading") for _part in PARTS]
        for row, full in enumerate(PARTS):
            self._grid.addWidget(Swatch(desk, full), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self.words[row], row, 1)
            self._grid.addWidget(self.percents[row], row, 2, Qt.AlignmentFlag.AlignRight)
        self._lines = QWidget()
        self._lines.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._lines)

    def refresh(self) -> None:
        desk = self.desk
        self.title(HOW_MUCH[desk.people])
        evidence = card_evidence(desk.snapshot, desk.persona_id)
        percents, shares = evidence.percents, evidence.shares
        for part in (self.bar, self._lines):
            part.setVisible(shares is not None)
        self.nothing.setVisible(shares is None)
        if percents is None or shares is None:
            return
        self.bar.show_parts(list(zip(shares, PARTS, strict=True)))
        for label, words in zip(
            self.words, (THEY_SAID[desk.people], TEAM_SHARE, GUESS_SHARE), strict=True
        ):
            label.setText(desk.say(words))
        for label, percent in zip(self.percents, percents, strict=True):
            label.setText(desk.say(_("{percent} %", percent=percent)))


class ThirteenQuestions(Block):
    """What is answered and how sure, and a link to what is not."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__(desk)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.column.addLayout(self._rows)
        self._shown: object = None
        self.links: dict[str, Button] = {}
        desk.context.theme.changed.connect(self._anew)

    def refresh(self) -> None:
        desk = self.desk
        section = NoteSection.QUESTION
        wanted = personas.is_wanted(desk.snapshot, section) or desk.holds(section)
        self.setVisible(wanted)
        if not wanted:
            return
        done, all_ = completeness(desk.snapshot, desk.persona_id, section)
        title = section_title(section, desk.name)
        self.title(title, _("{n} of {total}", n=done, total=all_))
        notes = {k: note_of(desk.snapshot, desk.persona_id, section, k) for k in questions("")}
        looks = [(k, (n.source, n.n) if n and filled(n) else None) for k, n in notes.items()]
        if (desk.name, looks) == self._shown:
            return
        self._shown = (desk.name, looks)
        focused = next((k for k, link in self.links.items() if link.hasFocus()), "")
        clear(self._rows)
        self.links = {}
        for key, words in questions(desk.name).items():
            note = notes[key]
            self._rows.addWidget(self._row(key, desk.say(words), note))
        if focused in self.links:
            self.links[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, key: str, words: str, note: PersonaNote | None) -> QWidget:
        desk, context = self.desk, self.desk.context
        answered = note is not None and filled(note)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(7)
        icon = "circle-check" if answered else "circle"
        line.addWidget(IconLabel(context, icon, 14, "text_tertiary"))
        role = "text" if answered else "text_secondary"
        line.addWidget(PlainLabel(words, "body", role, wrap=True), 1)
        if note is not None and answered:
            known = sureness(note.source, note.n)
            dots = QLabel()
            dots.setPixmap(dots_pixmap(context, known.grade, self.devicePixelRatioF()))
            dots.setAccessibleName(desk.say(known.words(desk.people)))
            dots.setToolTip(dots.accessibleName())
            line.addWidget(dots)
            row.setMinimumHeight(24)
        else:
            link = Button(context, desk.say(_("Answer")), "link")
            link.setMinimumHeight(24)
            link.setAccessibleName(desk.say(_("Answer: {question}", question=words)))
            link.clicked.connect(partial(self._go, key))
            line.addWidget(link)
            self.links[key] = link
        return row

    def _go(self, key: str, _checked: bool = False) -> None:
        self.desk.jump.emit(NoteSection.QUESTION.value, key)

    def _anew(self) -> None:
        self._shown = None
        if self.desk.ready:
            self.refresh()
