"""The present theme and size of text: one object that everybody asks and that says changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from journeymapper.drawing.theme import Theme
from journeymapper.drawing.tokens import Tokens


class ThemeHolder(QObject):
    """Holds the theme ``light``, ``dark`` or ``high_contrast``; ``scale`` is 1.0 to 1.5."""

    changed = Signal()

    def __init__(self, tokens: Tokens, name: str = "light", scale: float = 1.0) -> None:
        super().__init__()
        self._tokens = tokens
        self._theme = tokens.theme(name)
        self._scale = scale

    @property
    def theme(self) -> Theme:
        """The present theme."""
        return self._theme

    @property
    def name(self) -> str:
        """The name of the present theme."""
        return self._theme.name

    @property
    def scale(self) -> float:
        """How much larger the text of the window is than at 100 %."""
        return self._scale

    def px(self, length: float) -> int:
        """Return a length that grows with the size of text, in px."""
        return round(length * self._scale)

    def choose(self, name: str, scale: float | None = None) -> None:
        """Change theme or size of text; everybody who listens repaints."""
        scale = self._scale if scale is None else scale
        if (name, scale) != (self._theme.name, self._scale):
            self._theme, self._scale = self._tokens.theme(name), scale
            self.changed.emit()

    def colour(self, role: str) -> QColor:
        """Return the colour of a role in the present theme; raises KeyError."""
        return QColor(self._theme.colour(role))
