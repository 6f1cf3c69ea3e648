"""A choice among named things that also takes a new name: owners, places of contact."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox

from journeymapper.ui.context import Context
from journeymapper.ui.panels.chooser import Chooser


class NamedChoice(Chooser):
    """Choose one, clear it, or type a new name and press Enter."""

    chosen = Signal(str)
    """The id of what was chosen; "" for none."""
    named = Signal(str)
    """A name that is not there yet."""

    def __init__(self, context: Context, name: str, hint: str) -> None:
        super().__init__(context, name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._value = ""
        field = self.lineEdit()
        if field is not None:
            field.setPlaceholderText(hint)
            field.setAccessibleName(name)
            field.editingFinished.connect(self._typed)
            field.installEventFilter(self)
        self.activated.connect(self._picked)

    def offer(self, things: Sequence[tuple[str, str, QIcon]], value: str, none: str) -> None:
        """Show these (id, name, icon), ``value`` chosen, and ``none`` to choose nothing."""
        self._value = value
        self.blockSignals(True)
        self.clear()
        self.addItem(none, "")
        for id_, name, icon in things:
            self.addItem(icon, name, id_)
        place = self.findData(value) if value else -1
        self.setCurrentIndex(place)
        if place < 0:
            self.setEditText("")
        self.blockSignals(False)
        field = self.lineEdit()
        if field is not None:
            field.setCursorPosition(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        field = self.lineEdit()
        if event.type() == QEvent.Type.FocusIn and field is not None and field is watched:
            field.selectAll()
        return super().eventFilter(watched, event)

    def _picked(self, index: int) -> None:
        value = str(self.itemData(index) or "")
        if value != self._value:
            self._value = value
            self.chosen.emit(value)
        if not value:
            self.setEditText("")

    def _typed(self) -> None:
        text = self.currentText().strip()
        if not text:
            if self._value:
                self._value = ""
                self.chosen.emit("")
            return
        names = {self.itemText(i).casefold(): i for i in range(1, self.count())}
        place = names.get(text.casefold())
        if place is not None:
            self._picked(place)
        elif text != self.itemText(0):
            self.named.emit(text)
