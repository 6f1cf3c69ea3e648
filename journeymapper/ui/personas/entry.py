"""One persona in the list at the side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.persona_figures import Freshness, card_evidence, validity
from journeymapper.domain.entities import Persona
from journeymapper.domain.kinds import PersonaStatus
from journeymapper.domain.message import Message, _
from journeymapper.drawing.persona_card.words import MAIN, THEY_SAID
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.marks import LineSample, ShareBar
from journeymapper.ui.personas.portrait_view import PortraitView
from journeymapper.ui.personas.words import STATUSES, name_of, review_badge
from journeymapper.ui.widgets.card_button import CardButton
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel

_PORTRAIT = 44
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Entry(CardButton):
    """Portrait, name, a line, how much is from customers, what is to be done.

    Arrow keys ask for the entry before or after, Alt with them to change places.
    """

    stepped = Signal(int)
    shifted = Signal(int)

    def __init__(self, desk: CardDesk, persona: Persona, place: int) -> None:
        super().__init__("")
        self.setCheckable(True)
        self._desk = desk
        self.persona_id = persona.id
        say = desk.say
        name, about = say(_("{name}", name=name_of(persona))), persona.about
        percents = card_evidence(desk.snapshot, persona.id).percents
        told = percents[0] if percents else 0
        badges = self._badges(persona)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        face = PortraitView(desk, _PORTRAIT)
        face.show_persona(persona, place)
        head.addWidget(face)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(name, "card_title"))
        if about.strip():
            words.addWidget(
                ElidedLabel(about.strip().partition("\n")[0], "small", "text_secondary")
            )
        head.addLayout(words, 1)
        column.addLayout(head)
        bar = ShareBar(desk.context, 6)
        bar.show_parts([(told / 100, 1.0)])
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(bar, 1)
        percent = _("{percent} %", percent=told)
        line.addWidget(PlainLabel(say(percent), "tag", "text"))
        column.addLayout(line)
        column.addLayout(self._foot(badges))
        self.put(inside)
        said = say(_("{who}: {percent} %", who=THEY_SAID[desk.people], percent=told))
        parts = [name, about, said, *(say(words_) for words_, _kind in badges)]
        self.setAccessibleName(". ".join(part for part in parts if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(by)
        else:
            self.stepped.emit(by)

    def _foot(self, badges: list[tuple[Message, str]]) -> QHBoxLayout:
        """The badges below each other, the line of the curve at the end."""
        desk = self._desk
        lines = QVBoxLayout()
        lines.setSpacing(4)
        for words, kind in badges:
            badge = PlainLabel(desk.say(words), "small")
            badge.setProperty("look", "badge")
            badge.setProperty(kind, True)
            lines.addWidget(badge, 0, Qt.AlignmentFlag.AlignLeft)
        foot = QHBoxLayout()
        foot.addLayout(lines, 1)
        sample = LineSample(desk.context, desk.role(self.persona_id), desk.rank(self.persona_id))
        foot.addWidget(sample, 0, Qt.AlignmentFlag.AlignBottom)
        return foot

    def _badges(self, persona: Persona) -> list[tuple[Message, str]]:
        """What stands under the name."""
        valid = validity(persona, self._desk.today)
        found: list[tuple[Message, str]] = []
        due = review_badge(valid, persona)
        if persona.primary:
            found.append((MAIN, "main"))
        if due is not None:
            found.append((due, "due"))
        if valid.state == Freshness.RETIRED:
            found.append((STATUSES[PersonaStatus.RETIRED], "retired"))
        return found
