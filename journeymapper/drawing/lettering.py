"""Text on a drawing: styles by name, messages in the reader's language, blocks put in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from typing import Any, TypeVar

from journeymapper.domain.message import Message
from journeymapper.domain.records import dataclass
from journeymapper.drawing.display_list import Box, Rect, Shape, Text
from journeymapper.drawing.hyphens import BREAK, breakable, cleaned
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.catalogue import Catalogue
from journeymapper.text.engine import Align, TextEngine
from journeymapper.text.runs import TextBlock, TextStyle

T = TypeVar("T")

MINUS = "\u2212"

_WIDE_LETTER = 0.8
"""Width that letters of a word do not reach together, as a share of the size; W and M alone do."""


@dataclass(frozen=True, slots=True)
class Pen:
    """What writes on a drawing. ``condensed`` sets all text in cells narrow from the start.

    ``whole`` keeps words whole where narrow letters can: paper is read by machines too.
    ``stock`` holds what is the same in many places of this drawing.
    """

    engine: TextEngine
    tokens: Tokens
    catalogue: Catalogue
    condensed: bool = False
    whole: bool = False
    stock: dict[tuple[object, ...], Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """Return what was made under a key before, else make it now."""
        found: T | None = self.stock.get(key)
        if found is None:
            found = self.stock[key] = make()
        return found

    def style(self, name: str, weight: int | None = None) -> TextStyle:
        """Return a style of the type scale, in another weight if one is given."""
        style = self.tokens.style(name)
        if weight is None:
            return style
        return TextStyle(style.size, style.line, weight, style.family)

    def cell_style(self, name: str, weight: int | None = None) -> TextStyle:
        """Return a style for the text in cells: condensed where their columns are narrow."""
        style = self.style(name, weight)
        if not self.condensed:
            return style
        return TextStyle(style.size, style.line, style.weight, "condensed")

    def say(self, message: Message) -> str:
        """Return the sentence in the language of this drawing."""
        return self.catalogue.say(message)

    def line(self, text: str, style: TextStyle) -> TextBlock:
        """Return the text on one line (a line for each paragraph)."""
        return self.engine.block(text, style)

    def block(self, text: str, style: TextStyle, width: float, align: Align = "start") -> TextBlock:
        """Return the text in lines of ``width``.

        A word that does not fit is broken between syllables, so that all texts of a row look
        alike; only where even its syllables do not fit is the whole text condensed.
        """
        width = max(width, 12.0)
        wide = self._wide_words(text, style, width)
        if not wide:
            return self.engine.block(text, style, width, align)
        key = ("broken", text, style, width, align)
        return self.once(key, lambda: self._broken(text, style, width, align, wide))

    def _broken(
        self, text: str, style: TextStyle, width: float, align: Align, wide: list[str]
    ) -> TextBlock:
        parts = (part for word in wide for part in _parts(word))
        if self.whole or any(self._wider(part, style, width) for part in parts):
            style = replace(style, family="condensed")
            wide = self._wide_words(text, style, width)
        for word in wide:
            text = text.replace(word, breakable(word))
        return cleaned(self.engine.block(text, style, width, align))

    def _wide_words(self, text: str, style: TextStyle, width: float) -> list[str]:
        least = width / style.size  # no letter is wider than the size
        if len(text) < least:
            return []
        long = [word for word in text.split() if len(word) >= least]
        return [word for word in dict.fromkeys(long) if self._wider(word, style, width)]

    def _wider(self, word: str, style: TextStyle, width: float) -> bool:
        if word[1:].islower() and len(word) * style.size * _WIDE_LETTER < width:
            return False
        return self.engine.text_width(word, style) > width


def _parts(word: str) -> list[str]:
    return breakable(word).split(BREAK)


_SPACE = 0.26
"""Width of a space, as a share of the size."""


def placed(block: TextBlock, x: float, y: float, colour: str = "text") -> tuple[Shape, ...]:
    """Return a block's runs with the block's top left corner at (x, y)."""
    if len(block.lines) == 1 and len(block.lines[0].runs) == 1:
        return (Text(block.lines[0].runs[0], x, y, colour),)
    shapes: list[Shape] = []
    for line in block.lines:
        shapes += [Text(run, x, y, colour) for run in line.runs]
        if line.text.endswith(BREAK) and line is not block.lines[-1]:
            size = line.runs[-1].size
            left, middle = x + line.x + line.width + 0.08 * size, y + line.baseline - 0.27 * size
            shapes.append(Rect(Box(left, middle, 0.26 * size, 0.09 * size), colour))
    return tuple(shapes)


def centred(block: TextBlock, x: float, y: float, colour: str = "text") -> tuple[Shape, ...]:
    """Return a one-line block whose capitals are centred on (x, y)."""
    line = block.lines[0]
    size = line.runs[0].size if line.runs else 0.0
    return placed(block, x - line.x - line.width / 2, y + 0.357 * size - line.baseline, colour)


def emphasised(
    pen: Pen, text: str, part: str, style: TextStyle, strong: TextStyle, x: float, y: float
) -> tuple[tuple[Shape, ...], float]:
    """Return one line in which ``part`` is set strong, and its width.

    The strong part keeps the place that the sentence gives it in each language.
    """
    before, found, after = text.partition(part)
    shapes: list[Shape] = []
    left = x
    pieces = ((before, style), (found, strong), (after, style))
    base = pen.line(part, strong).lines[0].baseline
    for piece, font in pieces:
        if not piece:
            continue
        block = pen.line(piece, font)
        colour = "text" if font is strong else "text_secondary"
        shapes += placed(block, left, y + base - block.lines[0].baseline, colour)
        left += block.width
        if piece.endswith(" "):
            left += _SPACE * font.size  # a line's width leaves out the space at its end
    return tuple(shapes), left - x


def signed(value: float, places: int = 0) -> str:
    """Return a number with a real sign: +2, 0, −3, −0.4."""
    text = f"{abs(value):.{places}f}"
    if float(text) == 0:
        return text
    return ("+" if value > 0 else MINUS) + text


def minus(value: float, places: int = 1) -> str:
    """Return a number with a real minus sign and no plus."""
    return signed(value, places).removeprefix("+")
