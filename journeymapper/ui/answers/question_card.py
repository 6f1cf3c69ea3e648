"""One question of a sheet, to be set up: kind, what it asks, its step, how it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from journeymapper.domain.entities import Question
from journeymapper.domain.kinds import Better, Measure, QuestionKind, Scale
from journeymapper.domain.message import Message, _
from journeymapper.domain.words import NAME_LIMIT
from journeymapper.ui.answers import words
from journeymapper.ui.context import Context
from journeymapper.ui.panels.chooser import Chooser
from journeymapper.ui.widgets.buttons import IconButton
from journeymapper.ui.widgets.choice import Tick
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.wrapped import Wrapped

_SCALES: tuple[tuple[str, Message], ...] = (
    ("faces:1:5", _("Five faces")),
    ("stars:1:5", _("Five stars")),
    ("numbers:1:3", _("1 to 3")),
    ("numbers:1:4", _("1 to 4")),
    ("numbers:1:5", _("1 to 5")),
    ("numbers:1:6", _("1 to 6")),
    ("numbers:1:7", _("1 to 7")),
    ("numbers:1:10", _("1 to 10")),
    ("numbers:0:10", _("0 to 10")),
)

_MEASURES: tuple[tuple[Measure, Message], ...] = (
    (Measure.PERFORMANCE, _("how we do")),
    (Measure.IMPORTANCE, _("how important it is")),
    (Measure.EXPECTATION, _("what was expected")),
)

_OPTIONS = 320
"""How wide the field for choices is."""

_GOOD: dict[QuestionKind, Message] = {
    QuestionKind.CSAT: _("1 is the best"),
    QuestionKind.CES: _("1 is the easiest"),
    QuestionKind.NUMBER: _("less is better"),
    QuestionKind.COUNT: _("yes is bad"),
}
"""What the tick says that turns the direction of a kind round."""


class QuestionCard(QFrame):
    """Tells ``changed`` with fields; each change is one step in the document."""

    changed = Signal(str, object)
    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._question: Question | None = None
        self.setObjectName("answers_question")
        say = context.say
        self._number = PlainLabel("", "section", "text_secondary")
        self._number.setFixedWidth(context.theme.px(22))
        self.kind = _chooser(context, say(_("Kind of question")), 200)
        for kind, name in words.KINDS.items():
            self.kind.addItem(say(name), kind)
        self.text = _field(say(_("What is asked")), 0)
        self.short = _field(say(_("Short name")), 150)
        self.step = _chooser(context, say(_("The step it is about")), 190)
        self.scale = _chooser(context, say(_("How it is answered")), 130)
        self.measure = _chooser(context, say(_("What it asks about")), 160)
        for measure, name in _MEASURES:
            self.measure.addItem(say(name), measure)
        self.unit = _field(say(_("Unit")), 110)
        self.options = _field(say(_("Choices, with a semicolon between them")), 0)
        self.good = Tick(context, "")
        self.up = IconButton(context, "chevron-up", say(_("Move up")))
        self.down = IconButton(context, "chevron-down", say(_("Move down")))
        self.remove = IconButton(context, "trash-2", say(_("Remove this question")))
        self._connect()
        self._lay_out()

    def show_question(
        self,
        question: Question,
        place: int,
        count: int,
        steps: Sequence[tuple[str, str]],
        *,
        fixed: bool,
    ) -> None:
        """Show a question; ``fixed`` when it has answers, so that its scale stays."""
        self._question = question
        say, kind = self._context.say, question.kind
        self._number.setText(str(place + 1))
        self.kind.setCurrentIndex(self.kind.findData(kind))
        for field, text in (
            (self.text, question.text),
            (self.short, question.short),
            (self.unit, question.unit),
            (self.options, "; ".join(question.options)),
        ):
            if not field.hasFocus() and field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
        self._fill_steps(steps, question.touchpoint)
        self._fill_scales(question)
        self.measure.setCurrentIndex(max(0, self.measure.findData(question.measure)))
        scaled = kind == QuestionKind.CSAT
        self.scale.setVisible(scaled)
        self.measure.setVisible(scaled)
        self.unit.setVisible(kind == QuestionKind.NUMBER)
        self.options.setVisible(kind == QuestionKind.CHOICE)
        self.good.setVisible(kind in _GOOD)
        if kind in _GOOD:
            self.good.setText(say(_GOOD[kind]))
            self.good.setChecked(question.better == Better.LOW)
        reason = say(_("It has answers, so its scale stays as it is.")) if fixed else ""
        for part in (self.kind, self.scale, self.options, self.good):
            part.setEnabled(not fixed)
            part.setToolTip(reason)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place + 1 < count)
        name = words.called(question)
        self.setAccessibleName(name if isinstance(name, str) else say(name))

    def flush(self) -> None:
        """Write what is being typed."""
        self._on_text("text", self.text.text())
        self._on_text("short", self.short.text())
        self._on_text("unit", self.unit.text())
        self._on_options()

    def _connect(self) -> None:
        self.kind.activated.connect(lambda _i: self._on_kind())
        self.step.activated.connect(lambda _i: self._tell(touchpoint=self.step.currentData()))
        self.scale.activated.connect(lambda _i: self._on_scale())
        self.measure.activated.connect(lambda _i: self._tell(measure=self.measure.currentData()))
        self.good.clicked.connect(
            lambda on=False: self._tell(better=Better.LOW if on else Better.HIGH)
        )
        self.text.editingFinished.connect(lambda: self._on_text("text", self.text.text()))
        self.short.editingFinished.connect(lambda: self._on_text("short", self.short.text()))
        self.unit.editingFinished.connect(lambda: self._on_text("unit", self.unit.text()))
        self.options.editingFinished.connect(self._on_options)
        self.up.clicked.connect(lambda: self._on_move(-1))
        self.down.clicked.connect(lambda: self._on_move(1))
        self.remove.clicked.connect(self._on_remove)

    def _on_text(self, field: str, text: str) -> None:
        question = self._question
        if question is not None and text.strip() != getattr(question, field):
            self._tell(**{field: text.strip()})

    def _on_options(self) -> None:
        question = self._question
        options = tuple(part.strip() for part in self.options.text().split(";") if part.strip())
        wanted = question is not None and question.kind == QuestionKind.CHOICE
        if wanted and question is not None and options != question.options:
            self._tell(options=options)

    def _on_kind(self) -> None:
        kind = self.kind.currentData()
        if self._question is None or kind == self._question.kind:
            return
        fields: dict[str, Any] = {"kind": kind, "low": None, "high": None}
        fields |= {"scale": Scale.NUMBERS, "better": Better.HIGH, "options": ()}
        if kind == QuestionKind.NUMBER:
            fields |= {"low": 0.0, "better": Better.LOW}
        if kind == QuestionKind.CHOICE:
            say = self._context.say
            fields["options"] = (say(_("First")), say(_("Second")))
        self._tell(**fields)

    def _on_scale(self) -> None:
        scale, low, high = str(self.scale.currentData()).split(":")
        self._tell(scale=Scale(scale), low=float(low), high=float(high))

    def _on_move(self, by: int) -> None:
        if self._question is not None:
            self.moved.emit(self._question.id, by)

    def _on_remove(self) -> None:
        if self._question is not None:
            self.removed.emit(self._question.id)

    def _tell(self, **fields: Any) -> None:
        if self._question is not None:
            self.changed.emit(self._question.id, fields)

    def _fill_steps(self, steps: Sequence[tuple[str, str]], chosen: str | None) -> None:
        known = [(self.step.itemData(i), self.step.itemText(i)) for i in range(self.step.count())]
        wanted = [(None, self._context.say(_("the whole journey"))), *steps]
        if known != wanted:
            self.step.clear()
            for id_, name in wanted:
                self.step.addItem(name, id_)
        place = next((i for i, (id_, _n) in enumerate(wanted) if id_ == chosen), 0)
        self.step.setCurrentIndex(place)

    def _fill_scales(self, question: Question) -> None:
        say = self._context.say
        key = f"{question.scale.value}:{question.low or 0:g}:{question.high or 0:g}"
        self.scale.clear()
        for data, name in _SCALES:
            self.scale.addItem(say(name), data)
        if self.scale.findData(key) < 0:
            self.scale.addItem(say(words.scale_note(question)), key)
        self.scale.setCurrentIndex(self.scale.findData(key))

    def _lay_out(self) -> None:
        say = self._context.say
        first = QHBoxLayout()
        first.setSpacing(8)
        for part in (self._number, self.kind):
            first.addWidget(part)
        first.addWidget(self.text, 1)
        for button in (self.up, self.down, self.remove):
            first.addWidget(button)
        second = Wrapped(8, 6)
        self.options.setMinimumWidth(self._context.theme.px(_OPTIONS))
        short = PlainLabel(say(_("short")), "body", "text_secondary")
        about = PlainLabel(say(_("about")), "body", "text_secondary")
        parts: tuple[QWidget, ...] = (short, self.short, about, self.step, self.measure)
        for widget in (*parts, self.scale, self.unit, self.options, self.good):
            second.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 10, 9)
        column.setSpacing(7)
        column.addLayout(first)
        below = QHBoxLayout()
        below.setContentsMargins(self._context.theme.px(22) + 8, 0, 0, 0)
        below.addWidget(second)
        column.addLayout(below)


def _field(name: str, width: int) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(name)
    field.setToolTip(name)
    field.setMaxLength(NAME_LIMIT)
    if width:
        field.setFixedWidth(width)
    return field


def _chooser(context: Context, name: str, width: int) -> Chooser:
    chooser = Chooser(context, name)
    chooser.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    chooser.setFixedWidth(context.theme.px(width))
    return chooser
