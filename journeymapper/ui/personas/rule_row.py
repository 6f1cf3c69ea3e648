"""One condition of the rule that says which answers are a persona's: what, is or is not, which."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.domain.answer_rules import AnswerField, check_condition, field_of
from journeymapper.domain.conditions import Condition, folded, read_condition, write_condition
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.ui.accounts.lands import read_country
from journeymapper.ui.panels.chooser import Chooser
from journeymapper.ui.panels.named_choice import NamedChoice
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.widgets.buttons import IconButton
from journeymapper.ui.widgets.labels import PlainLabel

IS, IS_NOT = "=", "!="

Ask = tuple[AnswerField | None, str]
"""A field of sheets, or None and the name of a choice question."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a condition can ask for: its words, its icon, and the values with their words."""

    words: str
    icon: str
    values: Mapping[str, str]


class RuleRow(QWidget):
    """Writes when it is complete and something of it was changed; Esc brings back what was there.

    What is refused stays as it was typed, with the reason below.
    """

    gone = Signal()
    """The button to take the condition away."""

    def __init__(self, desk: CardDesk, number: int, write: Callable[[str], None]) -> None:
        """``number`` is that of the condition, from 1; ``write`` raises UserError."""
        super().__init__()
        self._desk, self._write = desk, write
        self._offers: Mapping[Ask, Offer] = {}
        self._text = ""
        self._shown: object = None
        say, context = desk.say, desk.context
        self.what = Chooser(context, say(_("Condition {n}: what is asked", n=number)))
        self.how = Chooser(context, say(_("Condition {n}: is or is not", n=number)))
        self.how.addItem(say(_("is")), IS)
        self.how.addItem(say(_("is not")), IS_NOT)
        hint = say(_("Choose or type"))
        self.value = NamedChoice(context, say(_("Condition {n}: the value", n=number)), hint)
        self.delete = IconButton(context, "trash-2", say(_("Delete condition {n}", n=number)))
        self.problem = PlainLabel("", "label", wrap=True)
        self.problem.hide()
        self._lay_out()
        self.what.activated.connect(self._on_what)
        self.how.activated.connect(self._on_how)
        self.value.chosen.connect(self._on_value)
        self.value.named.connect(self._on_typed)
        self.delete.clicked.connect(self.gone)
        self.value.installEventFilter(self)

    def load(self, text: str, offers: Mapping[Ask, Offer]) -> None:
        """Show a condition of the document, "" for one that is only begun."""
        if (text, offers) != self._shown:
            self._shown = (text, offers)
            self._text, self._offers = text, offers
            self.restore()

    def restore(self) -> None:
        """Show the condition as the document has it."""
        condition = None
        self._complain(None)
        if self._text:
            try:
                condition = read_condition(self._text)
                check_condition(self._desk.snapshot, self._text)
            except UserError as error:
                self._complain(error)
        ask = self._asked(condition)
        self.what.clear()
        for one, offer in self._offers.items():
            self.what.addItem(self._desk.context.icon(offer.icon), offer.words, one)
        keys = list(self._offers)
        if ask is not None and ask not in keys:
            self.what.addItem(condition.what if condition else "", ask)
            keys.append(ask)
        self.what.setCurrentIndex(keys.index(ask) if ask is not None else -1)
        self.what.setToolTip(self.what.currentText())
        self.how.setCurrentIndex(self.how.findData(condition.how if condition else IS))
        self._offer_values(condition.than if condition else "")

    def finish(self) -> None:
        """Write what was typed and not yet left."""
        field = self.value.lineEdit()
        if field is not None and field.hasFocus():
            field.editingFinished.emit()

    def take_focus(self) -> None:
        """Go to the first thing that is to be chosen."""
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where nothing was typed, undo and redo are those of the document."""
        field = self.value.lineEdit()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            typed = field is not None and field.isUndoAvailable()
            if event.matches(redo) or (event.matches(undo) and not typed):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.restore()
        else:
            super().keyPressEvent(event)

    def _asked(self, condition: Condition | None) -> Ask | None:
        if condition is None:
            return None
        field = field_of(condition)
        if field is not None:
            return field, ""
        names = (name for _field, name in self._offers)
        return None, next((n for n in names if folded(n) == condition.key), condition.what)

    def _ask(self) -> Ask | None:
        found: Ask | None = self.what.currentData()
        return found

    def _offer_values(self, value: str) -> None:
        ask = self._ask()
        offer = self._offers.get(ask) if ask is not None else None
        icon = self._desk.context.icon(offer.icon if offer else "circle")
        values = offer.values if offer else {}
        known = next((v for v in values if folded(v) == folded(value)), "")
        things = [(v, words, icon) for v, words in values.items()]
        self.value.offer(things, known, self._desk.say(_("Nothing chosen")))
        if value and not known:
            self.value.setEditText(value)
        self.value.setEnabled(ask is not None)

    def _on_what(self, _place: int) -> None:
        """Another thing has other values."""
        self._complain(None)
        self.what.setToolTip(self.what.currentText())
        self._offer_values("")
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_how(self, _place: int) -> None:
        value = str(self.value.currentData() or "") or self.value.currentText().strip()
        if value:
            self._put(value)

    def _on_value(self, value: str) -> None:
        if value:
            self._put(value)
        else:
            self.restore()

    def _on_typed(self, text: str) -> None:
        self._put(text)

    def _put(self, value: str) -> None:
        """Write the condition with a value."""
        ask = self._ask()
        if ask is None:
            return
        field, name = ask
        try:
            than = read_country(value) if field is AnswerField.COUNTRY else value
            same_name = folded(name) in tuple(AnswerField)
            what = field.value if field is not None else name
            condition = Condition(what, str(self.how.currentData()), than, quoted=same_name)
            self._write(write_condition(condition))
        except UserError as error:
            self._complain(error)
        else:
            self._complain(None)

    def _complain(self, error: UserError | None) -> None:
        parts: list[Message] = [error.message] if error is not None else []
        if error is not None and error.hint is not None:
            parts.append(error.hint)
        words = " ".join(map(self._desk.say, parts))
        self.problem.setText(f"!  {words}" if words else "")
        self.problem.setVisible(bool(words))

    def _lay_out(self) -> None:
        self.what.setPlaceholderText(self._desk.say(_("What is asked")))
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.what, 1)
        first.addWidget(self.delete)
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self.how, 2)
        second.addWidget(self.value, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.problem)
