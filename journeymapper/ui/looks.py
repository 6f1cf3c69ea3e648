"""Puts a theme on the application: palette and style sheet, and follows the computer's choice."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from journeymapper.app.settings import LESS_MOTION, TEXT_SIZE, THEME, SettingsFile
from journeymapper.drawing.tokens import Tokens
from journeymapper.ui.motion import Motion
from journeymapper.ui.theme.holder import ThemeHolder
from journeymapper.ui.theme.palette import palette_of
from journeymapper.ui.theme.sheet import style_sheet

SYSTEM = "system"


class Looks(QObject):
    """The one who changes the theme; everybody else listens to the holder."""

    def __init__(self, application: QApplication, tokens: Tokens, settings: SettingsFile) -> None:
        super().__init__()
        self._application = application
        self._tokens = tokens
        self._settings = settings
        self.holder = ThemeHolder(tokens, self._wanted(), self._scale())
        application.setStyle("Fusion")
        self._paint()
        self._motion = Motion(application)
        self._motion.allow(not settings.get(LESS_MOTION))
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self.apply)

    def choose(self, theme: str) -> None:
        """Remember a theme and put it on."""
        self._settings.set(THEME, theme)
        self.apply()

    def apply(self) -> None:
        """Put on what the settings say."""
        self._motion.allow(not self._settings.get(LESS_MOTION))
        wanted, scale = self._wanted(), self._scale()
        if (wanted, scale) != (self.holder.name, self.holder.scale):
            self._paint(wanted, scale)
            self.holder.choose(wanted, scale)

    def _paint(self, name: str = "", scale: float | None = None) -> None:
        theme = self._tokens.theme(name or self.holder.name)
        size = self.holder.scale if scale is None else scale
        self._application.setPalette(palette_of(theme))
        self._application.setStyleSheet(style_sheet(self._tokens, theme, size))

    def _wanted(self) -> str:
        chosen = self._settings.get(THEME)
        if chosen != SYSTEM:
            return chosen
        scheme = self._application.styleHints().colorScheme()
        return "dark" if scheme == Qt.ColorScheme.Dark else "light"

    def _scale(self) -> float:
        return self._settings.get(TEXT_SIZE) / 100
