"""Beside the card: what was said so far, whose opinion it is, projector and stop."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.cards import IconLabel
from journeymapper.ui.context import Context
from journeymapper.ui.walk import pace, words
from journeymapper.ui.walk.controls import Face
from journeymapper.ui.walk.facts import StepFacts, face_of
from journeymapper.ui.walk.guide import Guide
from journeymapper.ui.walk.hands import Hands
from journeymapper.ui.walk.skipped import Skipped, SkippedSteps
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.card_button import CardButton
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel

_FACE = 24
_NUMBER = 34


class StepLine(CardButton):
    """A step that was passed; a click goes back to it."""

    def __init__(self, context: Context, facts: StepFacts) -> None:
        name = facts.step.name or context.say(words.NAMELESS)
        said = context.say(words.summary(facts))
        super().__init__(f"{facts.number} {name}. {said}", "line")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        inside = QWidget()
        row = _line(inside, facts.number, name, said)
        value = face_of(facts.feeling) if facts.feeling is not None else None
        row.addWidget(Face(context, value, _FACE))
        self.put(inside)


class SkippedLine(QFrame):
    """A step that was skipped, and the way back."""

    def __init__(self, context: Context, skipped: Skipped, put_back: Callable[[], object]) -> None:
        super().__init__()
        name = skipped.step.name
        row = _line(self, "–", name, context.say(_("Skipped")))
        self.button = Button(context, context.say(_("Put back")), "link")
        self.button.setAccessibleName(context.say(_("Put back {name}", name=name)))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(lambda _on=False: put_back())
        row.addWidget(self.button)


class SoFar(QWidget):
    """The latest first."""

    stopped = Signal()
    projected = Signal()

    def __init__(self, context: Context, guide: Guide, hands: Hands) -> None:
        super().__init__()
        self._context, self._guide, self._hands = context, guide, hands
        self._skipped = SkippedSteps()
        self._shown: object = None
        self._state: tuple[Snapshot, int] | None = None
        self._done = PlainLabel("", "body_large", "text_secondary", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._opinion = PlainLabel("", "body_large", "text_secondary", wrap=True)
        say = context.say
        self.project = Button(context, say(_("Show on projector")), "secondary", "presentation")
        self.project.clicked.connect(self.projected)
        self.stop = Button(context, say(_("Stop here")))
        self.stop.clicked.connect(self.stopped)
        for button in (self.project, self.stop):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedWidth(context.theme.px(286))
        context.theme.changed.connect(lambda: self.setFixedWidth(context.theme.px(286)))
        self._lay_out()

    def lines(self) -> tuple[QWidget, ...]:
        """Return the lines of steps that are shown, from the top."""
        items = (self._lines.itemAt(i) for i in range(self._lines.count() - 1))
        return tuple(w for item in items if item and (w := item.widget()) is not None)

    def refresh(self) -> None:
        """Show what was said so far."""
        guide, say = self._guide, self._context.say
        people = queries.project(guide.snapshot).people
        self._done.setText(say(self._how_many()))
        note = [
            _("Everything you enter here is what your team believes."),
            words.then(people, len(guide.order)),
        ]
        self._opinion.setText(" ".join(say(part) for part in note))
        state = (guide.snapshot, guide.passed)
        if self._state is not None and self._state[0] is state[0] and self._state[1] == state[1]:
            return
        self._state = state
        passed = [guide.facts(step) for step in reversed(guide.order[: guide.passed])]
        skipped = self._skipped.of(guide.document, guide.map_id)
        if self._shown != (passed, skipped):
            self._shown = (passed, skipped)
            self._fill(passed, skipped)

    def _how_many(self) -> Message:
        done, seconds = self._guide.passed, self._guide.seconds
        if done == 0:
            return _("Nothing yet. A step takes less than a minute.")
        if done == 1:
            return _("1 step done in {time}.", time=pace.taken(seconds))
        return _("{n} steps done in {time}.", n=done, time=pace.taken(seconds))

    def _fill(self, passed: list[StepFacts], skipped: tuple[Skipped, ...]) -> None:
        while self._lines.count() > 1:
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        made: list[QWidget] = []
        for facts in passed:
            line = StepLine(self._context, facts)
            line.clicked.connect(lambda _on=False, id_=facts.step.id: self._guide.go_to(id_))
            made.append(line)
        made += [
            SkippedLine(self._context, one, partial(self._hands.put_back, one.by))
            for one in skipped
        ]
        for place, widget in enumerate(made):
            self._lines.insertWidget(place, widget)

    def _lay_out(self) -> None:
        say = self._context.say
        self._lines.addStretch(1)
        inside = _Whole()
        inside.setObjectName("scrolled")
        inside.setLayout(self._lines)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setMinimumHeight(90)
        scroll.setWidget(inside)
        note = QFrame()
        note.setObjectName("walk_note")
        inner = QHBoxLayout(note)
        inner.setContentsMargins(14, 10, 14, 10)
        inner.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        inner.addWidget(IconLabel(self._context, "users", 16, "text_secondary"), 0, top)
        told = QVBoxLayout()
        told.setSpacing(1)
        told.addWidget(PlainLabel(say(_("Your team’s opinion")), "card_title", "text_secondary"))
        told.addWidget(self._opinion)
        inner.addLayout(told, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.project, 1)
        buttons.addWidget(self.stop, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(say(_("So far")), "question"))
        column.addWidget(self._done)
        column.addWidget(scroll, 1)
        column.addWidget(note)
        column.addSpacing(2)
        column.addLayout(buttons)


class _Whole(QWidget):
    """Never lower than what it holds: where there is no room it scrolls.

    A button on it may shrink as far as the style sheet lets any button.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


def _line(on: QWidget, number: str, name: str, said: str) -> QHBoxLayout:
    row = QHBoxLayout(on)
    row.setContentsMargins(0, 6, 2, 6)
    row.setSpacing(8)
    label = PlainLabel(number, "card_title", "text_secondary")
    label.setMinimumWidth(_NUMBER - 8)
    row.addWidget(label)
    told = QVBoxLayout()
    told.setSpacing(0)
    told.addWidget(ElidedLabel(name, "card_title"))
    told.addWidget(ElidedLabel(said, "body", "text_secondary"))
    row.addLayout(told, 1)
    return row
