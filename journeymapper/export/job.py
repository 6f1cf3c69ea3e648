"""What a writer of any format is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from journeymapper.drawing.icons import IconSet
from journeymapper.drawing.theme import Theme
from journeymapper.export.sheet import Sheet
from journeymapper.text.catalogue import Catalogue

NO_DAY = date(2000, 1, 1)
"""The day that a file was made on when nobody says which."""


@dataclass(frozen=True, slots=True)
class Job:
    """Sheets in points, and all that is needed to paint them.

    ``pictures`` gives the bytes of an attachment by its id; ``language`` is that of the words
    on the sheets; ``scale`` is in pixels per point, for formats made of pixels. Equal jobs give
    equal files.
    """

    sheets: tuple[Sheet, ...]
    theme: Theme
    icons: IconSet
    fonts_dir: Path
    pictures: Callable[[str], bytes]
    catalogue: Catalogue
    title: str
    language: str
    day: date = NO_DAY
    scale: float = 2.0
