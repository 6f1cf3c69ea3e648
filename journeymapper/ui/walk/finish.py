"""The end of the walk: a first map, what it is worth, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeymapper.domain import queries
from journeymapper.domain.kinds import SourceKind
from journeymapper.domain.message import Message, _
from journeymapper.drawing.map.growing import GrowingMap
from journeymapper.ui.cards import IconLabel
from journeymapper.ui.context import Context
from journeymapper.ui.walk import pace, words
from journeymapper.ui.walk.facts import StepFacts, worst
from journeymapper.ui.walk.guide import Guide
from journeymapper.ui.walk.map_strip import MapStrip
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.card_button import CardButton
from journeymapper.ui.widgets.labels import PlainLabel

_LEAST_MAP, _MOST_MAP = 250, 560


class FirstMap(QScrollArea):
    """One sentence and one button, with the whole first map below."""

    asked = Signal()
    counted = Signal()
    opened = Signal()

    def __init__(self, context: Context, guide: Guide) -> None:
        super().__init__()
        self._context, self._guide = context, guide
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        say = context.say
        self._head = PlainLabel(say(words.FIRST), "greeting", wrap=True)
        self._lead = PlainLabel("", "lead", "text_secondary", wrap=True)
        self.ask = CardButton("", "next")
        self._ask_words = PlainLabel("", "place_name", "on_accent")
        self.count = Button(context, "", "link")
        self._sheet = PlainLabel("", "body_large", "text_secondary")
        self.map = MapStrip(context, _LEAST_MAP)
        self.map.setMaximumHeight(_MOST_MAP)
        self._sum = PlainLabel("", "body_large", "text_secondary", wrap=True)
        self.back = Button(context, say(_("Back to the last step")), "link")
        self.again = Button(context, say(_("Walk through again")), "link")
        self.open = Button(context, say(_("Open the map")), "link")
        self.ask.clicked.connect(self.asked)
        self.count.clicked.connect(self.counted)
        self.open.clicked.connect(self.opened)
        self.back.clicked.connect(guide.back)
        self.again.clicked.connect(guide.begin_again)
        self.map.chosen.connect(guide.go_to)
        self._lay_out()

    def refresh(self) -> None:
        """Show the map as it is now."""
        guide, say = self._guide, self._context.say
        people = queries.project(guide.snapshot).people
        facts = [guide.facts(step) for step in guide.order]
        self._lead.setText(say(words.everything(people, self._was_asked())))
        self._ask_words.setText(say(words.ask(people)))
        self.ask.setAccessibleName(say(words.ask(people)))
        bad = worst(facts)
        deepest = _deepest(bad)
        self.count.setVisible(deepest is not None)
        if deepest is not None:
            self.count.setText(say(_("Or count it for one week at {n}", n=deepest.number)))
        self._sheet.setText(say(_("Makes a page of questions to print")))
        self._sum.setText(" ".join(say(part) for part in self._sums(bad)))
        self.map.show_map(guide.snapshot, GrowingMap(guide.map_id, pains=True))

    def deepest(self) -> StepFacts | None:
        """Return the worst step; None where nothing is said against any."""
        return _deepest(worst([self._guide.facts(step) for step in self._guide.order]))

    def _sums(self, bad: tuple[StepFacts, ...]) -> list[Message]:
        guide = self._guide
        time = pace.taken(guide.seconds)
        n = len(guide.order)
        said = [_("{n} steps in {time}.", n=n, time=time)]
        if n == 1:
            said = [_("1 step in {time}.", time=time)]
        if bad:
            numbers = words.names(tuple(one.number for one in bad))
            said.append(_("Worst so far: {numbers}.", numbers=numbers))
        said.append(_("You can change everything."))
        return said

    def _was_asked(self) -> bool:
        snapshot, team = self._guide.snapshot, (SourceKind.STAFF, SourceKind.ASSUMPTION)
        return any(
            known.source not in team
            for step in self._guide.order
            for known in queries.feelings(snapshot, step)
        )

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("scrolled")
        titles = QVBoxLayout()
        titles.setSpacing(4)
        titles.addWidget(self._head)
        titles.addWidget(self._lead)
        titles.addStretch(1)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(24, 11, 26, 11)
        row.setSpacing(12)
        row.addWidget(IconLabel(self._context, "printer", 20, "on_accent"))
        row.addWidget(self._ask_words)
        self.ask.put(inside)
        end = Qt.AlignmentFlag.AlignRight
        ways = QVBoxLayout()
        ways.setSpacing(6)
        ways.addWidget(self.ask, 0, end)
        ways.addWidget(self._sheet, 0, end)
        ways.addWidget(self.count, 0, end)
        top = QHBoxLayout()
        top.setSpacing(24)
        top.addLayout(titles, 1)
        top.addLayout(ways)
        line = QFrame()
        line.setProperty("look", "divider")
        line.setFixedHeight(1)
        foot = QHBoxLayout()
        foot.setSpacing(20)
        foot.addWidget(self._sum, 1)
        for link in (self.back, self.again, self.open):
            foot.addWidget(link)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 36, 24, 24)
        column.setSpacing(14)
        column.addLayout(top)
        column.addSpacing(8)
        column.addWidget(self.map, 1)
        column.addWidget(line)
        column.addLayout(foot)
        column.addStretch()
        self.setWidget(page)


def _deepest(bad: tuple[StepFacts, ...]) -> StepFacts | None:
    found = worst(bad, 1)
    return found[0] if found else None
