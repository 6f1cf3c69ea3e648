"""One plan as a card: how bad, what, who, by when, how far its tasks are."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from journeymapper.analysis.plans.facts import PlanFacts
from journeymapper.drawing.hyphens import BREAK, breakable
from journeymapper.drawing.plans import view_words
from journeymapper.ui.context import Context
from journeymapper.ui.gaps.drawn import Drawn, mark
from journeymapper.ui.widgets.card_button import CardButton
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel

_MARK = 14.0
_LARGE = 1.2
"""With larger text, who and when stand below each other."""
_LONG = 14
"""Words of more letters may be parted."""
_SOFT = "\u00ad"
"""A hyphen that shows only at the end of a line."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PlanCard(CardButton):
    """Arrows go from card to card; with Alt they move the plan; Enter opens it."""

    arrow = Signal(int, int)
    """To the right and down; the writing direction is taken into account."""
    shifted = Signal(int, int)
    """The same with Alt held."""

    def __init__(self, context: Context, facts: PlanFacts, today: date) -> None:
        say = context.say
        super().__init__(say(view_words.read_aloud(facts, today)))
        self.setObjectName("plan_card")
        self.setAutoDefault(True)  # Enter opens it, as a click does
        self.facts = facts
        self._context = context
        self._slot = 0
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(10, 8, 10, 9)
        column.setSpacing(4)
        title = PlainLabel(_broken(say_name(context, facts)), "card_title", wrap=True)
        top = QHBoxLayout()
        top.setSpacing(6)
        if facts.severity is not None:
            top.addWidget(
                Drawn(context, mark(context, facts.severity.value, _MARK)),
                0,
                Qt.AlignmentFlag.AlignTop,
            )
        top.addWidget(title, 1)
        column.addLayout(top)
        late = facts.standing.late
        who = view_words.who(facts)
        row = QVBoxLayout() if context.theme.scale > _LARGE else QHBoxLayout()
        row.setSpacing(8 if context.theme.scale <= _LARGE else 2)
        row.addWidget(
            ElidedLabel(who if isinstance(who, str) else say(who), "body", "text_secondary"), 1
        )
        row.addWidget(
            PlainLabel(
                say(view_words.when(facts, today)),
                "subheading" if late else "body",
                "text" if late else "text_secondary",
            )
        )
        column.addLayout(row)
        self._add_missed(context, column)
        self._add_tasks(context, column)
        self.put(inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if arrow is not None and held in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.AltModifier,
        ):
            across = arrow[0] if self.isLeftToRight() else -arrow[0]
            signal = self.shifted if held else self.arrow
            signal.emit(across, arrow[1])
            return
        super().keyPressEvent(event)

    def set_lifted(self, *, lifted: bool) -> None:
        """Show only where it stood while it is held."""
        self.setProperty("lifted", lifted)
        self._slot = self.height() if lifted else 0
        for part in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            part.setVisible(not lifted)
        self.style().unpolish(self)
        self.style().polish(self)

    def heightForWidth(self, width: int) -> int:
        return self._slot or super().heightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._slot) if self._slot else super().minimumSizeHint()

    def ghost(self) -> QPixmap:
        """Return how it looks while it is held."""
        picture = self.grab()
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._context.theme.colour("accent"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()
        return picture

    def _add_missed(self, context: Context, column: QVBoxLayout) -> None:
        missed = view_words.missed(self.facts)
        if missed is not None:
            column.addWidget(PlainLabel(context.say(missed), "small", "text_secondary"))

    def _add_tasks(self, context: Context, column: QVBoxLayout) -> None:
        words, share = view_words.tasks(self.facts), self.facts.standing.share
        if words is None or share is None:
            return
        bar = QProgressBar()
        bar.setRange(0, self.facts.standing.tasks)
        bar.setValue(self.facts.standing.done)
        bar.setTextVisible(False)
        bar.setAccessibleName(context.say(words))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(bar, 1)
        row.addWidget(PlainLabel(context.say(words), "small", "text_secondary"))
        column.addLayout(row)


def _broken(title: str) -> str:
    """Let long words of a title be parted between syllables: a column may be narrow."""
    words = (breakable(w).replace(BREAK, _SOFT) if len(w) > _LONG else w for w in title.split(" "))
    return " ".join(words)


def say_name(context: Context, facts: PlanFacts) -> str:
    """Return what a plan is called, in the language of the window."""
    name = view_words.name_of(facts)
    return name if isinstance(name, str) else context.say(name)
