"""The head of the card: portrait, name, what it is, a line about it, the quote, facts beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from journeymapper.domain import queries
from journeymapper.domain.kinds import PersonaKind, PersonaStatus
from journeymapper.domain.message import Message, _
from journeymapper.drawing.persona_card.words import KINDS, MAIN
from journeymapper.ui.commands import personas
from journeymapper.ui.personas.badge import Badge, QuoteBar
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.facts import FactsSection
from journeymapper.ui.personas.field import CardText
from journeymapper.ui.personas.portrait_view import PortraitView
from journeymapper.ui.personas.quoted import QuotedText
from journeymapper.ui.personas.section import Section
from journeymapper.ui.personas.words import STATUSES
from journeymapper.ui.widgets.labels import PlainLabel

C = TypeVar("C", PersonaKind, PersonaStatus)

_SIDE = 104
_FACTS = 268
_NO_NAME = 220
_FACTS_BESIDE = 660


class HeadSection(Section):
    """Everything above the sections."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__(desk)
        say = desk.say
        persona = desk.persona_id
        self.portrait = PortraitView(desk, _SIDE, "canvas")
        self.portrait.offer()
        rename = partial(self._write_name, persona)
        self.name = CardText(
            say, say(_("Name")), rename, type_="display", hint=say(_("Name")), most=4
        )
        line = say(_("In a line: who is this?"))
        self.about = CardText(say, line, self._writing("about"), type_="about", hint=line)
        hint = say(_("A sentence in their own words"))
        self.quote = QuotedText(say, hint, self._writing("quote"), hint)
        self.main = PlainLabel(say(MAIN), "small")
        self.main.setProperty("look", "badge")
        self.main.setProperty("main", True)
        self.kind = Badge(say(_("Person or organisation")))
        self.status = Badge(say(_("How far it is checked")))
        self.facts = FactsSection(desk)
        self._facts_frame = QFrame()
        self._facts_frame.setObjectName("persona_facts")
        self._bar = QuoteBar(desk)
        self._lay_out()
        self._offer(self.kind, KINDS, self._set_kind)
        self._offer(self.status, STATUSES, self._set_status)
        self.name.textChanged.connect(self._fit_name)
        self.quote.textChanged.connect(self._dress)
        desk.context.theme.changed.connect(self._dress)

    def refresh(self) -> None:
        desk, persona = self.desk, self.desk.persona
        self.setAccessibleName(desk.say(_("Who {name} is", name=desk.name)))
        place = [p.id for p in queries.personas(desk.snapshot)].index(persona.id)
        self.portrait.show_persona(persona, place)
        self.name.load(persona.short or persona.name)
        self.about.load(persona.about)
        self.quote.load(persona.quote)
        self.main.setVisible(persona.primary)
        self.kind.tell(desk.say(KINDS[persona.kind]))
        self.status.tell(desk.say(STATUSES[persona.status]))
        for badge, value in ((self.kind, persona.kind), (self.status, persona.status)):
            for action in badge.menu_.actions():
                action.setChecked(action.data() == str(value))
        self.facts.refresh()
        self._fit_name()
        self._dress()

    def field_of(self, key: str) -> CardText | None:
        own = {"name": self.name, "about": self.about, "quote": self.quote}
        return own.get(key) or self.facts.field_of(key)

    def first_field(self) -> QWidget | None:
        return self.name

    def stops(self) -> list[QWidget]:
        own: list[QWidget] = [self.name, self.about, self.quote, self.kind, self.status]
        return [self.portrait, *own, *self.facts.stops()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= _FACTS_BESIDE
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(direction)
        if self._facts_frame.property("below") != (not beside):
            self._facts_frame.setProperty("below", not beside)
            self._facts_frame.style().unpolish(self._facts_frame)
            self._facts_frame.style().polish(self._facts_frame)
        self._facts_frame.setMinimumWidth(_FACTS if beside else 0)
        self._facts_frame.setMaximumWidth(_FACTS if beside else 16777215)
        self._fit_name()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, super().minimumSizeHint().height())

    def _writing(self, field: str) -> Callable[[str], None]:
        desk, persona = self.desk, self.desk.persona_id
        return lambda text: personas.write(desk.document, persona, field, text)

    def _write_name(self, persona: str, text: str) -> None:
        personas.rename(self.desk.document, persona, text)

    def _offer(
        self, badge: Badge, choices: Mapping[C, Message], choose: Callable[[C], object]
    ) -> None:
        for value, words in choices.items():
            action = badge.menu_.addAction(self.desk.say(words))
            action.setCheckable(True)
            action.setData(str(value))
            action.triggered.connect(_choosing(choose, value))

    def _set_kind(self, kind: PersonaKind) -> None:
        desk = self.desk
        desk.guarded(lambda: personas.set_kind(desk.document, desk.persona_id, kind))
        desk.refreshed.emit()

    def _set_status(self, status: PersonaStatus) -> None:
        desk = self.desk
        desk.guarded(lambda: personas.set_status(desk.document, desk.persona_id, status))
        desk.refreshed.emit()

    def _fit_name(self) -> None:
        """Let the badges stand right after the name, below it where it is long."""
        words = self.name.text()
        width = self.name.fontMetrics().horizontalAdvance(words) + 14 if words else _NO_NAME
        badges = self._badges.sizeHint().width()
        room = self.width() - _SIDE - self._who.spacing()
        if self._both.direction() == QBoxLayout.Direction.LeftToRight:
            room -= _FACTS + self._both.spacing()
        beside = width + badges + self._title.spacing() <= room
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._title.setDirection(direction)
        self.name.box.setMaximumWidth(max(width, 64) if beside else 16777215)

    def _dress(self) -> None:
        """The quote in the persona's colour."""
        if not self.desk.ready:
            return
        colour = self.desk.context.theme.theme.colour(self.desk.role(self.desk.persona_id))
        faint = self.desk.context.theme.theme.colour("text_tertiary")
        sheet = f"QPlainTextEdit {{ color: {colour}; placeholder-text-color: {faint}; }}"
        sheet += f" QLabel {{ color: {colour}; }}"
        if self.quote.styleSheet() != sheet:
            self.quote.setStyleSheet(sheet)
        self._bar.update()

    def _lay_out(self) -> None:
        self._badges = QWidget()
        small = QHBoxLayout(self._badges)
        small.setContentsMargins(0, 0, 0, 0)
        small.setSpacing(6)
        for badge in (self.main, self.kind, self.status):
            small.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
        small.addStretch(1)
        self._title = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._title.setSpacing(8)
        self._title.addWidget(self.name.box, 1000)
        self._title.addWidget(self._badges, 1)
        said = QHBoxLayout()
        said.setContentsMargins(4, 0, 0, 0)
        said.setSpacing(7)
        said.addWidget(self._bar)
        said.addWidget(self.quote.box, 1)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addLayout(self._title)
        words.addWidget(self.about.box)
        words.addSpacing(5)
        words.addLayout(said)
        words.addStretch(1)
        who = self._who = QHBoxLayout()
        who.setSpacing(14)
        who.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignTop)
        who.addLayout(words, 1)
        inside = QVBoxLayout(self._facts_frame)
        inside.setContentsMargins(14, 0, 0, 0)
        inside.addWidget(self.facts)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(16)
        self._both.addLayout(who, 1)
        self._both.addWidget(self._facts_frame)
        self.column.addLayout(self._both)
        for part in (self.heading, self.detail, self.end):
            part.hide()


def _choosing(choose: Callable[[C], object], value: C) -> Callable[..., None]:
    """Return what chooses a value, whether or not an entry of a menu is ticked."""

    def on(_checked: bool = False) -> None:
        choose(value)

    return on
