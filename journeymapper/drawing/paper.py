"""Sizes of paper, in points; maps lie across."""

from __future__ import annotations

import re
from dataclasses import dataclass

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _

POINTS_PER_MM = 72 / 25.4

LONGEST = 14_400.0
"""The longest side a PDF page may have, in points."""

MARGIN_MM = 12.0

_MM: dict[str, tuple[float, float]] = {
    "a5": (210, 148),
    "a4": (297, 210),
    "a3": (420, 297),
    "a2": (594, 420),
    "a1": (841, 594),
    "a0": (1189, 841),
    "letter": (279.4, 215.9),
    "tabloid": (431.8, 279.4),
}

_LABELS = {
    "a5": "A5",
    "a4": "A4",
    "a3": "A3",
    "a2": "A2",
    "a1": "A1",
    "a0": "A0",
    "letter": "Letter",
    "tabloid": "Tabloid",
}

_CUSTOM = re.compile(r"(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)mm", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet: width, height and margin in points.

    ``single`` stands for one sheet as large as the drawing; its width and height are 0.
    """

    name: str
    width: float
    height: float
    margin: float = MARGIN_MM * POINTS_PER_MM

    @property
    def single(self) -> bool:
        """Whether the sheet takes the size of what is drawn on it."""
        return self.name == "single"

    @property
    def label(self) -> str:
        """The name for people: A4, Letter, or the size as it was given."""
        return _LABELS.get(self.name, self.name)

    @property
    def inner(self) -> tuple[float, float]:
        """Width and height between the margins."""
        return self.width - 2 * self.margin, self.height - 2 * self.margin


@dataclass(frozen=True, slots=True)
class Upright:
    """A sheet that stands upright and is filled from the top: width and height in points."""

    width: float
    height: float


A4 = Upright(210 * POINTS_PER_MM, 297 * POINTS_PER_MM)
LETTER = Upright(215.9 * POINTS_PER_MM, 279.4 * POINTS_PER_MM)


def upright(on: Paper) -> Upright:
    """Return Letter for Letter, and A4 for any other paper: pages of text are made for these."""
    return LETTER if on.name == "letter" else A4


PAPERS: tuple[str, ...] = ("single", *_MM)
"""The names of the papers; any ``WxHmm`` is one too."""


def paper(name: str) -> Paper:
    """Return the paper of a name, lying across, or of a size like ``900x600mm``.

    Raises UserError for a name that is none and for a size no page can have.
    """
    key = name.strip().lower()
    if key == "single":
        return Paper("single", 0.0, 0.0)
    if key in _MM:
        width, height = _MM[key]
        return Paper(key, width * POINTS_PER_MM, height * POINTS_PER_MM)
    match = _CUSTOM.fullmatch(key)
    if match is None:
        raise UserError(
            _("“{name}” is not a paper.", name=name),
            _("Choose one of {names}, or a size such as 900x600mm.", names=", ".join(PAPERS)),
        )
    return _custom(key, float(match[1]), float(match[2]))


def _custom(key: str, width: float, height: float) -> Paper:
    margin = min(MARGIN_MM, min(width, height) / 12)
    if min(width, height) < 100:
        raise UserError(
            _("A sheet of {size} is too small for a map.", size=key),
            _("Each side needs at least 100 mm."),
        )
    made = Paper(key, width * POINTS_PER_MM, height * POINTS_PER_MM, margin * POINTS_PER_MM)
    if max(made.width, made.height) > LONGEST:
        raise UserError(
            _("A sheet of {size} is larger than a PDF page can be.", size=key),
            _("Each side can have 5080 mm at most; a0 is the largest standard paper."),
        )
    return made
