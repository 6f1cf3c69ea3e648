"""Our fonts for widgets that lay out text themselves, such as the editor in a cell."""

from __future__ import annotations

from PySide6.QtGui import QFont

from journeymapper.text.fonts import CHAINS
from journeymapper.text.runs import TextStyle


def qfont(style: TextStyle, scale: float = 1.0) -> QFont:
    """Return the font of a style, ``scale`` times as large."""
    font = QFont()
    font.setFamilies(list(CHAINS[style.family]))
    font.setPixelSize(max(1, round(style.size * scale)))
    font.setWeight(QFont.Weight(style.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
