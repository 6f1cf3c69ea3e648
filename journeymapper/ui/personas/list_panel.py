"""The list of personas at the side: choose one, add one, change their order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from journeymapper.analysis.persona_figures import HANDFUL, active_personas, card_evidence
from journeymapper.domain import queries
from journeymapper.domain.entities import Persona
from journeymapper.domain.kinds import PersonaStatus
from journeymapper.domain.message import _
from journeymapper.drawing.persona_card.words import HEADINGS
from journeymapper.ui.cards import IconLabel
from journeymapper.ui.commands import personas
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.entry import Entry
from journeymapper.ui.personas.words import handful
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.card_button import CardButton
from journeymapper.ui.widgets.labels import PlainLabel

WIDTH = 256


class PersonaList(QFrame):
    """``wanted`` is emitted with the id of whom one chooses, ``new_wanted`` for a blank card."""

    wanted = Signal(str)
    new_wanted = Signal()

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self.desk = desk
        self._looks: object = None
        self.entries: dict[str, Entry] = {}
        say = desk.say
        self.setObjectName("persona_list")
        self.setFixedWidth(desk.context.theme.px(WIDTH))
        self.heading = PlainLabel("", "heading", wrap=True)
        self.new = Button(desk.context, say(_("New")), "secondary", "plus")
        self.new.setAccessibleName(say(_("New persona")))
        self.new.clicked.connect(self.new_wanted)
        self.invite = self._invitation()
        self.invite.clicked.connect(self.new_wanted)
        self._note = QFrame()
        self._note.setObjectName("persona_note")
        self.handful = PlainLabel("", "small", "text_secondary", wrap=True)
        self._column = QVBoxLayout()
        self._lay_out()

    def offer_starters(self, fill: Callable[[QMenu], None]) -> None:
        """Let "New" open a menu, filled each time, instead of adding a blank card."""
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: fill(menu))
        self.new.setMenu(menu)

    def refresh(self) -> None:
        """Show who there is."""
        desk = self.desk
        snapshot = desk.snapshot
        self.heading.setText(desk.say(HEADINGS[desk.people]))
        self.setAccessibleName(self.heading.text())
        everybody = queries.personas(snapshot)
        shown = sorted(everybody, key=lambda p: p.status == PersonaStatus.RETIRED)
        looks = [(p, card_evidence(snapshot, p.id), desk.rank(p.id)) for p in shown]
        wanted = (looks, desk.today, desk.people)
        if wanted != self._looks:
            self._looks = wanted
            self._make([p.id for p in everybody], shown)
        for id_, entry in self.entries.items():
            entry.setChecked(id_ == desk.persona_id)
        count = len(active_personas(snapshot))
        self._note.setVisible(count > HANDFUL)
        self.handful.setText(desk.say(handful(count)))

    def take_focus(self) -> None:
        """Give the keys to the one who is shown."""
        entry = self.entries.get(self.desk.persona_id)
        (entry or self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, places: list[str], shown: list[Persona]) -> None:
        """Make the entries anew; the keys stay with whom they were."""
        focused = next((id_ for id_, one in self.entries.items() if one.hasFocus()), "")
        for old in self.entries.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.entries = {}
        before: QWidget = self.new
        for place, persona in enumerate(shown):
            entry = Entry(self.desk, persona, places.index(persona.id))
            entry.clicked.connect(lambda _on=False, id_=persona.id: self._choose(id_))
            entry.stepped.connect(lambda by, id_=persona.id: self._step(id_, by))
            entry.shifted.connect(lambda by, id_=persona.id: self._shift(id_, by))
            self._column.insertWidget(place, entry)
            self.entries[persona.id] = entry
            QWidget.setTabOrder(before, entry)
            before = entry
        QWidget.setTabOrder(before, self.invite)
        if focused in self.entries:
            self.entries[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, persona_id: str) -> None:
        self.entries[persona_id].setChecked(True)  # clicking the chosen one leaves it chosen
        self.wanted.emit(persona_id)

    def _step(self, persona_id: str, by: int) -> None:
        ids = list(self.entries)
        place = ids.index(persona_id) + by
        if 0 <= place < len(ids):
            self.wanted.emit(ids[place])
            self.entries[ids[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _shift(self, persona_id: str, by: int) -> None:
        self.desk.guarded(lambda: personas.shift(self.desk.document, persona_id, by))

    def _invitation(self) -> CardButton:
        say = self.desk.say
        title, line = say(_("Who else do you meet?")), say(_("Start with a blank card"))
        invite = CardButton(f"{title} {line}", "invite")
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(12, 14, 12, 14)
        row.setSpacing(12)
        row.addWidget(IconLabel(self.desk.context, "user-plus", 24, "text_secondary"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(title, "subheading", wrap=True))
        words.addWidget(PlainLabel(line, "small", "text_secondary", wrap=True))
        row.addLayout(words, 1)
        invite.put(inside)
        return invite

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 14, 12, 8)
        head.setSpacing(6)
        head.addWidget(self.heading, 1)
        head.addWidget(self.new)
        inside = QWidget()
        inside.setObjectName("persona_list_inside")
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(12, 4, 12, 12)
        outer.setSpacing(8)
        self._column.setSpacing(8)
        outer.addLayout(self._column)
        outer.addWidget(self.invite)
        outer.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        note = QHBoxLayout(self._note)
        note.setContentsMargins(10, 9, 10, 9)
        note.setSpacing(9)
        bulb = IconLabel(self.desk.context, "lightbulb", 15, "text_secondary")
        note.addWidget(bulb, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self.handful, 1)
        below = QHBoxLayout()
        below.setContentsMargins(12, 0, 12, 12)
        below.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        column.addLayout(below)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), 200)
