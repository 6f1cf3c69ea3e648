"""The head of a column in the preview: its name, what it holds, and how that is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from journeymapper.domain.kinds import Better
from journeymapper.domain.message import Message, _
from journeymapper.importing.answers.kind_words import KIND_WORDS
from journeymapper.importing.answers.mapping import WITH_SCALE, Column, ColumnKind, Mapping
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import ElidedLabel

SCALES = ((1, 5), (1, 6), (1, 7), (1, 10), (0, 10), (1, 3), (0, 100))
"""The scales that are offered."""

_TEXTS: dict[ColumnKind, Message] = {
    ColumnKind.LEAVE_OUT: _("not imported"),
    ColumnKind.DATE: _("a date"),
    ColumnKind.APPOINTMENT: _("hours:minutes"),
    ColumnKind.CALLED: _("hours:minutes"),
    ColumnKind.RECOMMEND: _("0 to 10"),
    ColumnKind.YES: _("yes, no"),
    ColumnKind.CHOICE: _("as they are"),
    ColumnKind.COMMENT: _("text"),
    ColumnKind.CHANNEL: _("by name"),
    ColumnKind.PERSONA: _("by name"),
    ColumnKind.COUNTRY: _("code or name"),
}


_DATES = {"dmy": _("day.month.year"), "mdy": _("month/day/year")}


class KindChoice(Choice):
    """The list of kinds; Alt with an arrow takes the kind to the next column."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step if self.isLeftToRight() else -step)
            return
        super().keyPressEvent(event)


class ColumnHead(QWidget):
    """Tells what somebody chose; it can be dragged by its name onto another column."""

    chosen = Signal(int, object)
    """The place of the column, and a ColumnKind."""
    scale_wanted = Signal(int, float, float)
    turn_wanted = Signal(int)
    unit_wanted = Signal(int, str)
    order_wanted = Signal(str)
    moved = Signal(int, int)
    dragged = Signal(int, QPoint)
    dropped = Signal(int, QPoint)

    def __init__(
        self, context: Context, place: int, mapping: Mapping, *, ordered: bool = True
    ) -> None:
        super().__init__()
        self._context, self._place, self._ordered = context, place, ordered
        self._pressed: QPoint | None = None
        column = mapping.columns[place]
        say = context.say
        self.name = ElidedLabel(column.header, "body", "text_secondary")
        self.choice = KindChoice(context, say(_("What “{name}” is", name=column.header)))
        self.choice.setMinimumContentsLength(6)
        for kind, words in KIND_WORDS.items():
            self.choice.addItem(say(words), kind)
        self.choice.setCurrentIndex(list(KIND_WORDS).index(column.kind))
        self.choice.activated.connect(self._choose)
        self.choice.moved.connect(lambda step: self.moved.emit(place, step))
        self.format = self._format(column, mapping)
        _stack(context, self, self.name, self.choice, self.format)
        self.setToolTip(say(_("Drag onto another column to change the two over")))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.choice.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(max(super().sizeHint().width(), 110), super().sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position().toPoint() - self._pressed
        if way.manhattanLength() >= QApplication.startDragDistance():
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(self._place, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = None
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.dropped.emit(self._place, event.globalPosition().toPoint())

    def _choose(self, at: int) -> None:
        self.chosen.emit(self._place, self.choice.itemData(at))

    def _format(self, column: Column, mapping: Mapping) -> QWidget:
        say = self._context.say
        if column.kind in WITH_SCALE:
            return self._menu(scale_words(column), self._scale_actions(column))
        if column.kind == ColumnKind.DATE and self._ordered:
            words = _DATES["dmy" if mapping.order == "dmy" else "mdy"]
            return self._menu(
                words,
                [
                    (_("The day comes first"), lambda: self.order_wanted.emit("dmy")),
                    (_("The month comes first"), lambda: self.order_wanted.emit("mdy")),
                ],
            )
        if column.kind == ColumnKind.NUMBER:
            words = Message("{unit}", unit=column.unit) if column.unit else _("a number")
            return self._menu(
                words,
                [
                    (_("Minutes"), lambda: self.unit_wanted.emit(self._place, "minutes")),
                    (_("Days"), lambda: self.unit_wanted.emit(self._place, "days")),
                    (_("A number without a unit"), lambda: self.unit_wanted.emit(self._place, "")),
                    (_("Turn round"), lambda: self.turn_wanted.emit(self._place)),
                ],
            )
        return ElidedLabel(say(_TEXTS[column.kind]), "body", "text_tertiary")

    def _scale_actions(self, column: Column) -> list[tuple[Message, Callable[[], object]]]:
        def scale(low: int, high: int) -> Callable[[], object]:
            return lambda: self.scale_wanted.emit(self._place, float(low), float(high))

        found: list[tuple[Message, Callable[[], object]]] = [
            (_("{low} to {high}", low=low, high=high), scale(low, high)) for low, high in SCALES
        ]
        low = f"{1 if column.low is None else column.low:g}"
        high = f"{5 if column.high is None else column.high:g}"
        other = low if column.best == Better.HIGH else high
        words = _("Turn round: {best} is best", best=other)
        return [*found, (words, lambda: self.turn_wanted.emit(self._place))]

    def _menu(self, words: Message, actions: list[tuple[Message, Callable[[], object]]]) -> Button:
        button = Button(self._context, self._context.say(words), "link")
        high = self._context.theme.px(24)
        look = f"padding: 0; text-align: left; min-height: {high}px; max-height: {high}px;"
        button.setStyleSheet(f"QPushButton {{ {look} }}")
        button.setAccessibleDescription(self.name.whole())
        menu = QMenu(button)
        for text, do in actions:
            action = QAction(self._context.say(text), menu)
            action.triggered.connect(lambda _on=False, do=do: do())
            menu.addAction(action)
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(QPoint(0, button.height()))))
        return button


def written_as(column: Column) -> Message | None:
    """Return the words of the link below a chooser; None where there is none."""
    if column.kind in WITH_SCALE:
        return scale_words(column)
    return _DATES["dmy"] if column.kind == ColumnKind.DATE else None


def scale_words(column: Column) -> Message:
    """Return a scale in words: 1 to 5, 1 = best."""
    low = f"{1 if column.low is None else column.low:g}"
    high = f"{5 if column.high is None else column.high:g}"
    best = high if column.best == Better.HIGH else low
    return _("{low} to {high}, {best} = best", low=low, high=high, best=best)


class MinutesHead(QWidget):
    """The head of the column that is made of two others."""

    chosen = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        say = context.say
        self.choice = Choice(context, say(_("What the new column is")))
        self.choice.setMinimumContentsLength(8)
        self.choice.addItems([say(_("Minutes waited")), say(_("Leave out"))])
        self.choice.activated.connect(lambda at: self.chosen.emit(at == 0))
        new = ElidedLabel(say(_("new")), "subheading", "accent")
        made = ElidedLabel(say(_("from two columns")), "body", "text_tertiary")
        _stack(context, self, new, self.choice, made)


def _stack(context: Context, head: QWidget, name: QWidget, choice: Choice, form: QWidget) -> None:
    """Put the three parts below each other, in the same heights in each column."""
    rows = QVBoxLayout(head)
    rows.setContentsMargins(8, 6, 4, 4)
    rows.setSpacing(4)
    name.setFixedHeight(context.theme.px(18))
    form.setFixedHeight(context.theme.px(24))
    rows.addWidget(name)
    rows.addWidget(choice)
    form_side = QHBoxLayout()
    form_side.addWidget(form)
    if isinstance(form, Button):
        form_side.addStretch(1)
    rows.addLayout(form_side)
    rows.addStretch(1)
