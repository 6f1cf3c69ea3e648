"""Two or three cards side by side, field by field, with their curves on the same map."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.persona_figures import active_personas
from journeymapper.analysis.persona_rows import Likeness, card_rows
from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.drawing.map.small_curve import felt
from journeymapper.ui.commands.names import map_title, persona_name
from journeymapper.ui.personas.beside_rows import BesideRow, heads, short_name
from journeymapper.ui.personas.curves import CurvesView
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.section import clear
from journeymapper.ui.personas.views import PersonaView, scrolled_page
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.choice import Choice, Tick
from journeymapper.ui.widgets.labels import PlainLabel

MOST = 3
_NOBODY = ""
_ONE_ROW = 860
"""Width, at 100 % text, from which all that is chosen fits into one row."""


class SideBySide(PersonaView):
    """Whom one compares is window state. ``merge_wanted`` has the ids of two cards."""

    merge_wanted = Signal(str, str)

    def __init__(self, desk: CardDesk) -> None:
        super().__init__(desk)
        say = desk.say
        names = (_("First card"), _("Second card"), _("Third card"))
        self.choices = [Choice(desk.context, say(name)) for name in names]
        self.maps = Choice(desk.context, say(_("Curves on the map")))
        self.only = Tick(desk.context, say(_("Only what differs")))
        self.merge = Button(desk.context, say(_("Make one card of two…")), "secondary")
        self.curves = CurvesView(desk)
        self.told = PlainLabel("", "label", "text_secondary", wrap=True)
        self.rows: list[BesideRow] = []
        self._shown: object = None
        self._area, self._column = scrolled_page(say(_("Cards side by side")))
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._lay_out()
        for choice in (*self.choices, self.maps):
            choice.activated.connect(lambda _place: self._show())
        self.only.toggled.connect(lambda _on: self._show())
        self.merge.clicked.connect(self._merge)

    def people(self) -> tuple[str, ...]:
        """Return whom is compared, each once."""
        chosen = [str(choice.currentData() or _NOBODY) for choice in self.choices]
        return tuple(dict.fromkeys(id_ for id_ in chosen if id_))

    def refresh(self) -> None:
        self._offer()
        self._show()

    def take_focus(self) -> None:
        self.choices[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() / self.desk.context.theme.scale >= _ONE_ROW
        direction = QBoxLayout.Direction
        self._bar.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _offer(self) -> None:
        """Offer everybody; who was chosen stays, at first the one shown and the next ones."""
        desk, snapshot = self.desk, self.desk.snapshot
        everybody = [p.id for p in queries.personas(snapshot)]
        wanted = [str(choice.currentData() or _NOBODY) for choice in self.choices]
        usual = [desk.persona_id, *(p.id for p in active_personas(snapshot))]
        usual = [id_ for id_ in dict.fromkeys(usual) if id_ in everybody]
        if not wanted[0] or wanted[0] not in everybody:
            wanted = [*usual[:2], _NOBODY, _NOBODY]
        for place, choice in enumerate(self.choices):
            choice.clear()
            if place:
                choice.addItem(desk.say(_("Nobody")), _NOBODY)
            for id_ in everybody:
                choice.addItem(desk.say(_("{name}", name=persona_name(snapshot, id_))), id_)
            choice.setCurrentIndex(max(choice.findData(wanted[place]), 0))
        before = str(self.maps.currentData() or "")
        self.maps.clear()
        for journey in queries.maps(snapshot):
            self.maps.addItem(desk.say(_("{map}", map=map_title(snapshot, journey.id))), journey.id)
        self.maps.setCurrentIndex(max(self.maps.findData(before), 0))
        self.maps.setVisible(self.maps.count() > 1)

    def _show(self) -> None:
        desk, people = self.desk, self.people()
        map_id = str(self.maps.currentData() or "")
        wanted = (people, map_id, self.only.isChecked(), id(desk.snapshot))
        if wanted == self._shown:
            return
        self._shown = wanted
        self.merge.setEnabled(len(people) == 2)
        hint = _("Choose exactly two cards to make one of them.")
        self.merge.setToolTip("" if len(people) == 2 else desk.say(hint))
        clear(self._column)
        found = card_rows(desk.snapshot, people)
        shown = [r for r in found if not (self.only.isChecked() and r.likeness == Likeness.SAME)]
        self.rows = [BesideRow(desk, row, people) for row in shown if row.key != "name"]
        self._column.addWidget(heads(desk, people))
        self.curves, self.told = (
            CurvesView(desk),
            PlainLabel("", "label", "text_secondary", wrap=True),
        )
        self._column.addWidget(self.curves)
        self._column.addWidget(self.told)
        self._tell_curves(map_id, people)
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows:
            column.addWidget(row)
        self._column.addWidget(rows)
        if not self.rows:
            nothing = _("These cards say nothing yet.") if not found else _("Nothing differs.")
            self._column.addWidget(PlainLabel(desk.say(nothing), "body_large", "text_secondary"))
        self._column.addStretch(1)

    def _tell_curves(self, map_id: str, people: tuple[str, ...]) -> None:
        desk, snapshot = self.desk, self.desk.snapshot
        silent = [id_ for id_ in people if not (map_id and felt(snapshot, map_id, id_))]
        title = map_title(snapshot, map_id)
        words: Message = _("How they feel on “{map}”, from −5 to +5.", map=title)
        if silent:
            name = short_name(desk, silent[0])
            words = _("Nobody has said yet how {name} feels on “{map}”.", name=name, map=title)
        if len(silent) == len(people):
            words = _("Nobody has said yet how these feel on “{map}”.", map=title)
        self.curves.setVisible(len(silent) < len(people))
        self.curves.show_curves(map_id, people, desk.say(words))
        self.told.setText(desk.say(words))

    def _merge(self) -> None:
        people = self.people()
        if len(people) == 2:
            self.merge_wanted.emit(*people)

    def _lay_out(self) -> None:
        who = QHBoxLayout()
        who.setSpacing(8)
        for choice in (*self.choices, self.maps):
            choice.setMinimumWidth(110)
            choice.setMaximumWidth(220)
            who.addWidget(choice, 1)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self.only)
        ways.addStretch(1)
        ways.addWidget(self.merge)
        bar = self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        bar.setContentsMargins(24, 12, 24, 4)
        bar.setSpacing(8)
        bar.addLayout(who, 2)
        bar.addLayout(ways, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._area, 1)
