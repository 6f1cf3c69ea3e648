"""The lines of the list: a simple task with its tick, a plan with its mark."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.domain.kinds import Severity
from journeymapper.domain.message import Message, _
from journeymapper.drawing.map.words import SEVERITIES
from journeymapper.ui.context import Context
from journeymapper.ui.gaps.drawn import Drawn, mark
from journeymapper.ui.widgets.card_button import CardButton
from journeymapper.ui.widgets.choice import Tick
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MARK, _WHO = 14, 120
"""Side of the mark of a plan; greatest width of a name; in px at 100 % text."""


@dataclass(frozen=True, slots=True)
class LineWords:
    """What a line shows. ``done``: it is struck out; ``late``: its date stands out."""

    id: str
    title: str
    about: str | Message
    date: Message
    done: bool
    late: bool
    band: str = ""


class Line(CardButton):
    """A line can be chosen; the arrow keys ask for the one before or after."""

    stepped = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(name, "plan_line")
        self.setCheckable(True)

    def event(self, event: QEvent) -> bool:
        """What the style sheet says of buttons must not squeeze two lines of large text."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.setMinimumHeight(self.minimumSizeHint().height())
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()))
        if by is not None and not event.modifiers():
            self.stepped.emit(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class TaskLine(Line):
    """A simple task; Space ticks it, Enter opens it."""

    ticked = Signal(bool)

    def __init__(self, context: Context, words: LineWords) -> None:
        say = context.say
        about, date = _said(context, words.about), say(words.date)
        state = say(_("done")) if words.done else say(_("late")) if words.late else ""
        super().__init__(", ".join(part for part in (words.title, about, date, state) if part))
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(11, 7, 11, 7)
        row.setSpacing(10)
        self.tick = Tick(context, "")
        self.tick.setAccessibleName(say(_("Done: {what}", what=words.title)))
        self.tick.setChecked(words.done)
        title = ElidedLabel(words.title, "body", "text_tertiary" if words.done else "text")
        font = title.font()
        font.setStrikeOut(words.done)
        title.setFont(font)
        if words.done:
            title.setProperty("struck", True)
        row.addSpacing(24)
        row.addWidget(title, 1)
        who = ElidedLabel(about, "body", "text_secondary")
        who.setMaximumWidth(context.theme.px(_WHO))
        row.addWidget(who)
        day = PlainLabel(date, "subheading" if words.late else "body",
                         "text" if words.late else "text_secondary")  # fmt: skip
        day.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        day.setMinimumWidth(context.theme.px(52))
        if words.late:
            day.setToolTip(say(_("This should have been done before today.")))
        row.addWidget(day)
        self.put(inside)
        self.tick.setParent(self)
        self.tick.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tick.setFixedSize(26, 26)
        self.tick.toggled.connect(self.ticked)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        x = 11 if self.isLeftToRight() else self.width() - 37
        self.tick.move(x, (self.height() - 26) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.tick.toggle()
        else:
            super().keyPressEvent(event)


class PlanLine(Line):
    """A plan: the mark of its worst gap, title, who and how far, and its date."""

    def __init__(self, context: Context, words: LineWords) -> None:
        say = context.say
        about, date = _said(context, words.about), say(words.date)
        band = say(SEVERITIES[Severity(words.band)]) if words.band else ""
        super().__init__(", ".join(part for part in (words.title, band, about, date) if part))
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(9, 5, 11, 5)
        row.setSpacing(8)
        drawn = Drawn(context, mark(context, words.band, _MARK) if words.band else None, band)
        drawn.setFixedWidth(context.theme.px(_MARK + 4))
        row.addWidget(drawn, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(0)
        title = ElidedLabel(words.title, "subheading", "text_tertiary" if words.done else "text")
        column.addWidget(title)
        column.addWidget(ElidedLabel(about, "small", "text_secondary"))
        row.addLayout(column, 1)
        look, role = ("subheading", "text") if words.late else ("body", "text_secondary")
        row.addWidget(PlainLabel(date, look, role))
        self.put(inside)


def _said(context: Context, words: str | Message) -> str:
    return context.say(words) if isinstance(words, Message) else words
