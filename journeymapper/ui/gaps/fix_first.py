"""Fix first: the three worst places in plain sentences, the rest, and where we cannot tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeymapper.analysis.gaps import telling
from journeymapper.analysis.gaps.places import Place
from journeymapper.domain import queries
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.kinds import Severity
from journeymapper.domain.message import Message, _
from journeymapper.drawing.charts.journey import mini_curve, stops_of
from journeymapper.drawing.gaps import plan_words, words
from journeymapper.drawing.map.words import SEVERITIES
from journeymapper.ui.context import Context
from journeymapper.ui.gaps.drawn import Drawn, dots, mark, mark_icon, pen_of
from journeymapper.ui.gaps.figuring import GapFigures
from journeymapper.ui.gaps.silent import places_asked, silent_words
from journeymapper.ui.walk.words import ask
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel
from journeymapper.ui.widgets.wrapped import Wrapped

_CURVE = (230.0, 62.0)
_CURVES_FROM = 800
_MORE = 12
"""So many further places are named; the others stand under All gaps."""


class FixFirst(QScrollArea):
    """Shows figures; says what is wanted."""

    show_wanted = Signal(str)
    """Show a step or stage, by id, on the map."""
    reasons_wanted = Signal(str)
    """Show all reasons of a place, by id; "" for all."""
    plan_wanted = Signal(str)
    """Open the plan of a place, by the place's id, or make one."""
    ask_wanted = Signal()
    """Print the questionnaire for the steps of which nobody said anything."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.cards: list[PlaceCard] = []
        self.ask: Button | None = None
        self._said: QBoxLayout | None = None
        self._below: QBoxLayout | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(context.say(_("Places to fix first")))
        self._column = QVBoxLayout()

    def show_figures(self, figures: GapFigures) -> None:
        """Show the three worst places, the rest, and what we cannot tell."""
        page = QWidget()
        page.setObjectName("scrolled")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(10)
        board = figures.board
        worst = board.first
        column.addLayout(self._head(figures, worst))
        self.cards = [
            PlaceCard(self._context, figures, place, rank)
            for rank, place in enumerate(worst, start=1)
        ]
        for card in self.cards:
            card.show_wanted.connect(self.show_wanted)
            card.reasons_wanted.connect(self.reasons_wanted)
            card.plan_wanted.connect(self.plan_wanted)
            column.addWidget(card, 1)
        if not worst:
            column.addStretch(1)
        column.addLayout(self._rest(figures, [p for p in board.places if p not in worst]))
        if not worst:
            column.addStretch(3)
        self._make_room()
        self.setWidget(page)
        for card in self.cards:
            card.button.ensurePolished()  # its width is known only in the window's looks
        widest = max((card.button.sizeHint().width() for card in self.cards), default=0)
        for card in self.cards:  # so that the curves stand below each other
            card.button.setMinimumWidth(widest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """The curves are left out where the sentences need their room."""
        roomy = self.width() >= self._context.theme.px(_CURVES_FROM)
        for card in self.cards:
            card.curve.setVisible(roomy)
        way = QBoxLayout.Direction
        for row in (self._said, self._below):
            if row is not None:
                row.setDirection(way.LeftToRight if roomy else way.TopToBottom)

    def _head(self, figures: GapFigures, worst: tuple[Place, ...]) -> QVBoxLayout:
        say = self._context.say
        board = figures.board
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(PlainLabel(say(_title(len(worst))), "welcome", wrap=True))
        row = self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.addWidget(
            PlainLabel(
                " ".join(say(one) for one in board.sentences),
                "body_large",
                "text_secondary",
                wrap=True,
            ),
            1,
        )
        if board.places:
            counted = PlainLabel(
                say(words.counted(len(board.places), board.reasons)), "label", "text_secondary"
            )
            row.addWidget(counted, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        return column

    def _rest(self, figures: GapFigures, rest: list[Place]) -> QBoxLayout:
        row = self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(10)
        if rest:
            row.addWidget(self._more(figures, rest), 3)
        if figures.board.silent:
            row.addWidget(self._cannot_tell(figures), 2)
        return row

    def _more(self, figures: GapFigures, rest: list[Place]) -> QFrame:
        say = self._context.say
        frame, column = _card(16, 12)
        head = QHBoxLayout()
        title = _("1 more place") if len(rest) == 1 else _("{n} more places", n=len(rest))
        head.addWidget(PlainLabel(say(title), "subheading"))
        head.addStretch(1)
        every = Button(self._context, say(_("All gaps")), "link")
        every.clicked.connect(lambda: self.reasons_wanted.emit(""))
        head.addWidget(every)
        column.addLayout(head)
        names = Wrapped(18, 4)
        for place in rest[:_MORE]:
            title_ = figures.names.title(place.subject)
            button = Button(self._context, title_.whole, "link")
            button.setProperty("tone", "text")
            button.setIcon(mark_icon(self._context, place.band))
            button.setToolTip(say(telling.sentences(place)[0]))
            button.clicked.connect(lambda _on=False, p=place: self.reasons_wanted.emit(p.subject))
            names.add(button)
        column.addWidget(names)
        column.addStretch(1)
        return frame

    def _cannot_tell(self, figures: GapFigures) -> QFrame:
        say = self._context.say
        frame, column = _card(16, 12)
        silent = figures.board.silent
        title = (
            _("1 step where we cannot tell")
            if len(silent) == 1
            else _("{n} steps where we cannot tell", n=len(silent))
        )
        column.addWidget(PlainLabel(say(title), "subheading"))
        row = QHBoxLayout()
        row.setSpacing(12)
        said = PlainLabel(say(silent_words(figures)), "body", "text_secondary", wrap=True)
        row.addWidget(said, 1)
        self.ask = Button(self._context, say(ask(figures.names.people)))
        self.ask.setToolTip(say(places_asked()))
        self.ask.clicked.connect(self.ask_wanted)
        row.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addStretch(1)
        return frame


class PlaceCard(QFrame):
    """One of the worst places: why, how sure, where on the curve, and one button."""

    show_wanted = Signal(str)
    reasons_wanted = Signal(str)
    plan_wanted = Signal(str)

    def __init__(self, context: Context, figures: GapFigures, place: Place, rank: int) -> None:
        super().__init__()
        self.place = place
        self.plan = plan_words.plan_of_place(figures.board, place)
        self.setObjectName("gap_card")
        say = context.say
        title = figures.names.title(place.subject)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 12, 18, 12)
        row.setSpacing(16)
        rank_label = PlainLabel(str(rank), "display", "text_secondary")
        rank_label.setMinimumWidth(context.theme.px(26))
        row.addWidget(rank_label, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._texts(context, figures, place, title), 1)
        self.curve = _curve(context, figures, place)
        row.addWidget(self.curve, 0, Qt.AlignmentFlag.AlignVCenter)
        does = plan_words.button(figures.snapshot, self.plan, figures.today)
        first = rank == 1 or self.plan is None
        tone: Literal["primary", "secondary"] = "primary" if first else "secondary"
        self.button = Button(context, say(does), tone)
        self.button.setAccessibleName(say(_("{what}: {step}", what=does, step=title.whole)))
        self.button.clicked.connect(lambda: self.plan_wanted.emit(place.subject))
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _texts(
        self, context: Context, figures: GapFigures, place: Place, title: words.Title
    ) -> QVBoxLayout:
        say = context.say
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addStretch(1)
        head = Wrapped(8, 2)
        band = say(SEVERITIES[Severity(place.band)])
        head.add(Drawn(context, mark(context, place.band, 20), band))
        name = ElidedLabel(title.whole, "section")
        name.setAccessibleName(f"{band}: {title.whole}")
        head.add(name)
        more = Button(context, say(words.reasons_of(place)), "link")
        more.clicked.connect(lambda: self.reasons_wanted.emit(place.subject))
        head.add(more)
        self.show_button = Button(context, say(_("Show on the map")), "link")
        self.show_button.setAccessibleName(say(_("Show {step} on the map", step=title.whole)))
        self.show_button.clicked.connect(lambda: self.show_wanted.emit(place.subject))
        head.add(self.show_button)
        column.addWidget(head)
        said = " ".join(say(sentence) for sentence in telling.sentences(place))
        column.addWidget(PlainLabel(said, "body_large", wrap=True))
        sure = QHBoxLayout()
        sure.setSpacing(8)
        evidence = telling.backing(place).evidence
        if evidence is not None:
            sure.addWidget(Drawn(context, dots(evidence)))
        sure.addWidget(PlainLabel(say(words.how_sure(place, figures.names.people)), "subheading"))
        sure.addSpacing(4)
        planned = plan_words.about(figures.snapshot, self.plan, figures.today)
        sure.addWidget(PlainLabel(say(planned), "body", "text_secondary", wrap=True), 1)
        column.addLayout(sure)
        column.addStretch(1)
        return column


def _curve(context: Context, figures: GapFigures, place: Place) -> Drawn:
    """The curve of the persona that the worst reason is about, otherwise of the main one."""
    snapshot, step = figures.snapshot, place.subject
    map_id = queries.map_of(snapshot, step)
    known = queries.personas_of_map(snapshot, map_id)
    told = (gap.persona for gap in place.gaps if gap.persona is not None)
    persona = next(told, known[0].id if known else "")
    stops = stops_of(snapshot, map_id, persona, {})
    felt = queries.feeling_of(snapshot, step, persona) if persona else None
    said: Message = _("No feeling noted")
    if felt is not None:
        said = _("Feeling {value}", value=felt.value)
    name = snapshot.get(Touchpoint, step).name
    drawing = mini_curve(pen_of(context), stops, step, *_CURVE)
    return Drawn(context, drawing, context.say(_("{step}: {what}", step=name, what=said)))


def _title(n: int) -> Message:
    titles: dict[int, Callable[[], Message]] = {
        0: lambda: _("Nothing stands out so far"),
        1: lambda: _("One place to fix first"),
        2: lambda: _("Two places to fix first"),
    }
    return titles[n]() if n in titles else _("Three places to fix first")


def _card(across: int, down: int) -> tuple[QFrame, QVBoxLayout]:
    frame = QFrame()
    frame.setObjectName("gap_card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(across, down, across, down)
    column.setSpacing(6)
    return frame, column
