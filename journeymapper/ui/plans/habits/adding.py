"""The fields below a table in which a new line begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QWidget

from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_lines import Column
from journeymapper.ui.answers.more_model import offer
from journeymapper.ui.context import Context
from journeymapper.ui.plans.habits.lines import EntityLines
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.choice import Choice

_LETTERS = 14
"""So many letters of what is chosen are to be seen at least."""


class AddingRow(QWidget):
    """``add`` is called by Enter in a field and by the button."""

    def __init__(self, context: Context, lines: EntityLines, add: Callable[[], None]) -> None:
        super().__init__()
        self._context, self._kind = context, lines
        self.fields: dict[str, QLineEdit | Choice] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for key in lines.first:
            column = next(one for one in lines.columns if one.key == key)
            self.fields[key] = self._field(column, add)
            row.addWidget(self.fields[key], column.width)
        self.button = Button(context, context.say(_("Add line")), icon="plus")
        self.button.clicked.connect(lambda _on=False: add())
        row.addWidget(self.button)

    def refresh(self, snapshot: Snapshot) -> None:
        """Offer what there is to choose now; what was chosen or typed stays."""
        for key, field in self.fields.items():
            if isinstance(field, QComboBox):
                chosen = field.currentData()
                field.clear()
                offer(field, self._context, self._kind, snapshot, key)
                field.setCurrentIndex(max(0, field.findData(chosen)))
            elif key in self._kind.typed:
                names = [str(name) for _id, name in self._kind.options(snapshot, key)]
                completer = QCompleter(names, field)
                completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
                field.setCompleter(completer)

    def cells(self) -> dict[str, str]:
        """Return what was typed and chosen."""
        return {
            key: str(field.currentData() or "") if isinstance(field, QComboBox) else field.text()
            for key, field in self.fields.items()
        }

    def clear(self) -> None:
        """Make room for the next line, and go where it begins."""
        for key, field in self.fields.items():
            if isinstance(field, QLineEdit) and key not in self._kind.kept:
                field.clear()
        self.take_focus()

    def begin(self, preset: Mapping[str, str]) -> None:
        """Begin a line with these values."""
        for key, value in preset.items():
            field = self.fields[key]
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(0, field.findData(value)))
            else:
                field.setText(value)
        self.take_focus()

    def take_focus(self) -> None:
        """Go to the first field where something is to be typed."""
        typed = [f for f in self.fields.values() if isinstance(f, QLineEdit) and not f.text()]
        first = typed[0] if typed else next(iter(self.fields.values()))
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _field(self, column: Column, add: Callable[[], None]) -> QLineEdit | Choice:
        name = self._context.say(column.title)
        if column.choice and column.key not in self._kind.typed:
            choice = Choice(self._context, name)
            choice.setMinimumContentsLength(_LETTERS)
            return choice
        field = QLineEdit()
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        field.setToolTip(name)  # a narrow field shows only the beginning
        field.returnPressed.connect(add)
        return field
