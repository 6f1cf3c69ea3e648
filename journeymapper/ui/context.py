"""What every part of the window is given: services, looks, words and settings."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QIcon

from journeymapper.app.services import Services
from journeymapper.app.settings import SettingsFile
from journeymapper.domain.message import Message
from journeymapper.drawing.icons import IconSet
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.catalogue import Catalogue
from journeymapper.text.engine import TextEngine
from journeymapper.ui.theme.holder import ThemeHolder
from journeymapper.ui.theme.icons import IconPainter


@dataclass(frozen=True)
class Context:
    """One for each window; handed to every place, panel and dialog.

    ``theme`` tells the present theme and signals a change; ``icons`` are the outlines that
    drawings use, ``icon`` gives them as tinted pictures for buttons and menus.
    """

    services: Services
    tokens: Tokens
    theme: ThemeHolder
    engine: TextEngine
    icons: IconSet
    catalogue: Catalogue
    settings: SettingsFile
    painter: IconPainter

    def say(self, message: Message) -> str:
        """Return a message in the language of the window."""
        return self.catalogue.say(message)

    def icon(self, name: str, role: str = "text_secondary") -> QIcon:
        """Return an icon in a colour of the present theme; ask again when the theme changes."""
        return self.painter.icon(name, role)
