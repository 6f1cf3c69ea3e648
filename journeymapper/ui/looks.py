"""Puts a theme on the application and its window, and follows the computer's choice."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from journeymapper.app.settings import LESS_MOTION, TEXT_SIZE, THEME, SettingsFile
from journeymapper.drawing.tokens import Tokens
from journeymapper.ui.motion import Motion
from journeymapper.ui.theme.holder import ThemeHolder
from journeymapper.ui.theme.palette import palette_of
from journeymapper.ui.theme.sheet import style_sheet

SYSTEM = "system"
_STYLE = "fusion"


class Looks(QObject):
    """The one who changes the theme; everybody else listens to the holder.

    The palette is the application's, the style sheet the window's: parts are made plain and dressed
    once, when they are put in. A sheet of the application dresses each part again with every part
    around it.
    """

    def __init__(self, application: QApplication, tokens: Tokens, settings: SettingsFile) -> None:
        super().__init__()
        self._application = application
        self._tokens = tokens
        self._settings = settings
        self.holder = ThemeHolder(tokens, self._wanted(), self._scale())
        self._window: QWidget | None = None
        if application.style().name() != _STYLE:  # a new one polishes all there is
            application.setStyle(_STYLE)
        application.setPalette(palette_of(self.holder.theme))
        self._motion = Motion(application)
        self._motion.allow(not settings.get(LESS_MOTION))
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self.apply)

    def dress(self, window: QWidget) -> None:
        """Style a window and all that it will hold, dialogs and menus too; best while empty."""
        self._window = window
        window.setStyleSheet(style_sheet(self._tokens, self.holder.theme, self.holder.scale))

    def choose(self, theme: str) -> None:
        """Remember a theme and put it on."""
        self._settings.set(THEME, theme)
        self.apply()

    def apply(self) -> None:
        """Put on what the settings say."""
        self._motion.allow(not self._settings.get(LESS_MOTION))
        wanted, scale = self._wanted(), self._scale()
        if (wanted, scale) != (self.holder.name, self.holder.scale):
            theme = self._tokens.theme(wanted)
            self._application.setPalette(palette_of(theme))
            if self._window is not None:
                self._window.setStyleSheet(style_sheet(self._tokens, theme, scale))
            self.holder.choose(wanted, scale)

    def _wanted(self) -> str:
        chosen = self._settings.get(THEME)
        if chosen != SYSTEM:
            return chosen
        scheme = self._application.styleHints().colorScheme()
        return "dark" if scheme == Qt.ColorScheme.Dark else "light"

    def _scale(self) -> float:
        return self._settings.get(TEXT_SIZE) / 100
