"""What drawing and painting need besides a document, made without a window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journeymapper.app import resources
from journeymapper.drawing.icons import IconSet
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from journeymapper.text.start import start

TODAY = date(2026, 5, 12)


@dataclass(frozen=True)
class World:
    """Fonts, icons, tokens and the text engine."""

    engine: TextEngine
    tokens: Tokens
    icons: IconSet
    files: resources.Resources

    @property
    def setting(self) -> MapSetting:
        """How a map is laid out on the screen at 100 %."""
        return MapSetting(self.engine, self.tokens, ENGLISH)


def world() -> World:
    """Load all of it; makes the offscreen application where there is none."""
    files = resources.find()
    tokens, icons = Tokens.load(files.tokens), IconSet.load(files.icons)
    return World(start(files.fonts), tokens, icons, files)


def no_pictures(_attachment: str) -> bytes:
    """Give no attachment; the journeys here have none."""
    return b""
