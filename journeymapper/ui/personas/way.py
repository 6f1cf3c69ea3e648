"""The block with the persona's curve on a map, and on which maps the persona is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu

from journeymapper.analysis.emotion import emotion_curve
from journeymapper.domain import queries
from journeymapper.domain.message import _
from journeymapper.drawing.lettering import minus, signed
from journeymapper.drawing.map.small_curve import felt
from journeymapper.ui.commands import maps
from journeymapper.ui.commands.names import map_title
from journeymapper.ui.personas.block import Block
from journeymapper.ui.personas.curve_view import CurveView
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel


class OnMap(Block):
    """The curve, the worst step, what is remembered; on which maps the persona is."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__(desk)
        say = desk.say
        self.open = Button(desk.context, say(_("Open map")), "link")
        self.open.setMinimumHeight(24)
        self.open.clicked.connect(self._open)
        self.head.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        self.where = PlainLabel("", "label", "text_secondary", wrap=True)
        self.curve = CurveView(desk)
        self.worst = PlainLabel("", "label", "text_secondary", wrap=True)
        self.memory = PlainLabel("", "label", "text_secondary", wrap=True)
        self.choose = Button(desk.context, say(_("Choose maps")), "link")
        self.choose.setMinimumHeight(24)
        self.choose.setProperty("opens", True)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.choose.setMenu(self.menu)
        for part in (self.where, self.curve):
            self.column.addWidget(part)
        figures = QHBoxLayout()
        figures.addWidget(self.worst)
        figures.addStretch(1)
        figures.addWidget(self.memory)
        self.column.addLayout(figures)
        self.column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        desk = self.desk
        say, name = desk.say, desk.name
        shown = [m.id for m in queries.maps(desk.snapshot) if desk.persona_id in m.personas]
        if desk.map_id not in shown:
            with_curve = (m for m in shown if felt(desk.snapshot, m, desk.persona_id))
            desk.map_id = next(with_curve, shown[0] if shown else "")
        self.title(_("{name} on the map", name=name))
        values = felt(desk.snapshot, desk.map_id, desk.persona_id) if desk.map_id else ()
        self.open.setVisible(bool(desk.map_id))
        for part in (self.curve, self.worst, self.memory):
            part.setVisible(bool(values))
        if not desk.map_id:
            self.where.setText(say(_("No map shows {name} yet.", name=name)))
            return
        title = map_title(desk.snapshot, desk.map_id)
        self.where.setText(say(_("{map}", map=title)))
        if not values:
            words = _("Nobody has said yet how {name} feels on “{map}”.", name=name, map=title)
            self.where.setText(say(words))
            return
        lowest = min(values, key=lambda one: one.value)
        figures = emotion_curve(one.value for one in values)
        worst = _("Worst: {number}, {value}", number=lowest.number, value=signed(lowest.value))
        memory = _(
            "How {name} will remember it {value}", name=name, value=minus(figures.peak_end or 0.0)
        )
        self.worst.setText(say(worst))
        self.memory.setText(say(memory))
        self.curve.show_map(desk.map_id, say(_("How {name} feels, small", name=name)))

    def _fill(self) -> None:
        """Tick the maps that show the persona."""
        self.menu.clear()
        for journey in queries.maps(self.desk.snapshot):
            words = self.desk.say(_("{map}", map=map_title(self.desk.snapshot, journey.id)))
            action = self.menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self.desk.persona_id in journey.personas)
            action.triggered.connect(lambda on=False, id_=journey.id: self.set_shown(id_, shown=on))

    def set_shown(self, map_id: str, *, shown: bool) -> None:
        """Let a map show the persona or not."""
        desk = self.desk
        if shown:
            desk.map_id = map_id
        desk.guarded(lambda: maps.show_persona(desk.document, map_id, desk.persona_id, shown=shown))

    def _open(self) -> None:
        self.desk.map_wanted.emit(self.desk.map_id, self.desk.persona_id)
