"""A field for somebody: a name that is known, or a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex

_HIGH = 26
"""Height of each name that is offered, in px."""


class _Roomy(QStyledItemDelegate):
    """Names with room around them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), _HIGH))


class WhoField(QLineEdit):
    """Offers the names that contain what is typed; any other name may be typed as well."""

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(self._completer)
        self.textEdited.connect(lambda _text: QTimer.singleShot(0, self, self._close_names))
        shown = self._completer.popup()
        if shown is not None:
            shown.setItemDelegate(_Roomy(self))

    def offer(self, names: Sequence[str]) -> None:
        """Offer these names."""
        if self._names.stringList() != list(names):
            self._names.setStringList(list(names))

    @property
    def name(self) -> str:
        """What was typed."""
        return " ".join(self.text().split())

    def _close_names(self) -> None:
        """A name that is typed whole needs no list, which would swallow the next click."""
        names, shown = self._completer, self._completer.popup()
        whole = names.completionCount() == 1 and names.currentCompletion() == self.text()
        if whole and shown is not None:
            shown.hide()
