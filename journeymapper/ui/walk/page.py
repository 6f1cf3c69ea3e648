"""The walk as a page: card, what was said so far, the map below; at its end the first map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from journeymapper.domain.message import _
from journeymapper.drawing.map.growing import GrowingMap
from journeymapper.ui.context import Context
from journeymapper.ui.session import Session
from journeymapper.ui.walk.card import StepCard
from journeymapper.ui.walk.finish import FirstMap
from journeymapper.ui.walk.guide import Guide
from journeymapper.ui.walk.hands import Hands
from journeymapper.ui.walk.keys import handle
from journeymapper.ui.walk.map_strip import MapStrip
from journeymapper.ui.walk.own_questions import OwnQuestions
from journeymapper.ui.walk.so_far import SoFar
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel

_LEAST_MAP = 120
_MOST_MAP = 430
_EDGE, _GAP = 24, 20
_UNBOUNDED = 16777215
_MAP_FROM = 650
_SIDE_FROM = 820
_NARROW = 790
"""From this height on there is room for the map, from this width on for what was said; with
less than the last the card does with little room."""


class WalkPage(QWidget):
    """Follows the guide. It has the keyboard itself whenever no text box has the cursor."""

    stopped = Signal()
    projected = Signal()

    def __init__(self, context: Context, session: Session, guide: Guide) -> None:
        super().__init__()
        self._context, self._session, self._guide = context, session, guide
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(context.say(_("Walk through the steps")))
        self.hands = Hands(session, guide)
        self.own = OwnQuestions(context.services.resources.templates)
        self.card = StepCard(context, guide, self.hands, self.own)
        self.side = SoFar(context, guide, self.hands)
        self.strip = MapStrip(context, _LEAST_MAP)
        self.open_map = Button(context, context.say(_("Open the map")), "link")
        self.finish = FirstMap(context, guide)
        self._step = ""
        self._lay_out()
        self.card.installEventFilter(self)
        guide.changed.connect(self.refresh)
        session.closed.connect(self._forget)
        context.theme.changed.connect(self.refresh)
        self.card.idle.connect(self.setFocus)
        self.side.stopped.connect(self.stopped)
        self.side.projected.connect(self.projected)
        self.open_map.clicked.connect(self.stopped)
        self.finish.opened.connect(self.stopped)
        self.strip.chosen.connect(guide.go_to)

    def refresh(self) -> None:
        """Show where the guide stands."""
        guide = self._guide
        if not guide.active or not guide.order:
            return
        if guide.at_end:
            self._step = ""
            self.finish.refresh()
            if self._either.currentWidget() is not self.finish:
                self._either.setCurrentWidget(self.finish)
                self._take_keys()
            return
        if self._step != guide.step_id:
            self.card.heading.close_name()
        self.card.load()
        self._fit()
        self.side.refresh()
        coming = frozenset(guide.order[max(guide.passed, guide.place + 1) :])
        self.strip.show_map(guide.snapshot, GrowingMap(guide.map_id, guide.step_id, coming))
        self._either.setCurrentWidget(self._walk)
        if self._step != guide.step_id:
            self._step = guide.step_id
            self._take_keys()

    def areas(self) -> tuple[QWidget, ...]:
        """Return what F6 steps through."""
        return (self.finish,) if self._guide.at_end else (self, self.side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stopped.emit()
        elif event.key() == Qt.Key.Key_F5:
            self.projected.emit()
        elif not handle(event, self._guide, self.hands):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._context.theme.px
        self._below.setVisible(event.size().height() >= px(_MAP_FROM))
        self.side.setVisible(event.size().width() >= px(_SIDE_FROM))
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the card: only once it is dressed is it as high as it will be."""
        if watched is self.card and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """The card is as high as it needs and the map gets the rest, but not all of a lot."""
        px = self._context.theme.px
        side = 0 if self.side.isHidden() else self.side.width() + _GAP
        self.card.set_narrow(narrow=self.width() - 2 * _EDGE - side < px(_NARROW))
        if self._below.isHidden():
            self._scroll.setMaximumHeight(_UNBOUNDED)
            self.side.setMaximumHeight(_UNBOUNDED)
            return
        needed = self.card.sizeHint().height()
        needed = max(needed, self.height() - px(_MOST_MAP))
        self._scroll.setMaximumHeight(needed)
        self.side.setMaximumHeight(needed)

    def _take_keys(self) -> None:
        if self.isVisible() and self.isActiveWindow():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        self._step = ""
        self.card.forget()
        self.own.forget()
        self.strip.forget()
        self.finish.map.forget()

    def _lay_out(self) -> None:
        say = self._context.say
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.card)
        self._scroll = scroll
        upper = QHBoxLayout()
        upper.setContentsMargins(_EDGE, 14, _EDGE, 12)
        upper.setSpacing(_GAP)
        upper.addWidget(scroll, 1)
        upper.addWidget(self.side)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(PlainLabel(say(_("Your map grows here")), "question"))
        hint = say(_("Dashed steps come next"))
        head.addWidget(PlainLabel(hint, "body_large", "text_secondary"))
        head.addStretch(1)
        head.addWidget(self.open_map)
        self._below = QWidget()
        self._below.setObjectName("walk_map")
        self._below.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(24, 6, 24, 8)
        below.setSpacing(6)
        below.addLayout(head)
        below.addWidget(self.strip, 1)
        self._walk = QWidget()
        column = QVBoxLayout(self._walk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 3)
        column.addWidget(self._below, 1)
        self._either = QStackedLayout(self)
        self._either.addWidget(self._walk)
        self._either.addWidget(self.finish)
