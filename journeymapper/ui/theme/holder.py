"""The present theme: one object that everybody asks and that says when it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from journeymapper.drawing.theme import Theme
from journeymapper.drawing.tokens import Tokens


class ThemeHolder(QObject):
    """Holds the theme ``light``, ``dark`` or ``high_contrast``."""

    changed = Signal()

    def __init__(self, tokens: Tokens, name: str = "light") -> None:
        super().__init__()
        self._tokens = tokens
        self._theme = tokens.theme(name)

    @property
    def theme(self) -> Theme:
        """The present theme."""
        return self._theme

    @property
    def name(self) -> str:
        """The name of the present theme."""
        return self._theme.name

    def choose(self, name: str) -> None:
        """Change the theme; everybody who listens repaints."""
        if name != self._theme.name:
            self._theme = self._tokens.theme(name)
            self.changed.emit()

    def colour(self, role: str) -> QColor:
        """Return the colour of a role in the present theme; raises KeyError."""
        return QColor(self._theme.colour(role))
