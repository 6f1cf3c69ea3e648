"""The one text engine: breaks text into lines and shapes it, the same on every machine."""

from __future__ import annotations

import threading
from collections import OrderedDict
from pathlib import Path
from typing import Literal

from journeymapper.text.fonts import FontShelf
from journeymapper.text.plain import is_invisible, paragraphs
from journeymapper.text.runs import TextBlock, TextLine, TextStyle
from journeymapper.text.shaping import ShapedLine, scaled, shape

Align = Literal["start", "center", "end"]
_Key = tuple[str, TextStyle, "float | None", Align]

_KEPT_GLYPHS = 400_000
"""How many glyphs the cache holds: about 40 MB."""


class TextEngine:
    """Makes text blocks from plain text, and keeps the last ones made.

    Blocks hold plain numbers: equal arguments give equal blocks in any thread and process.
    Any text is taken; a character that our fonts lack is shown as an empty box.
    """

    def __init__(self, fonts_dir: Path, application: object = None) -> None:
        self._application = application  # Qt's fonts live as long as it does
        self.fonts = FontShelf(fonts_dir)
        self._blocks: OrderedDict[_Key, tuple[TextBlock, int]] = OrderedDict()
        self._kept = 0
        self._lock = threading.Lock()

    def block(
        self, text: str, style: TextStyle, width: float | None = None, align: Align = "start"
    ) -> TextBlock:
        """Return the text in lines no wider than ``width`` units; None: a line a paragraph.

        Lines break between words, and inside a word that is wider than a line. ``align`` is
        meant in the direction of each paragraph: the start of a Hebrew one is its right edge.
        An empty text is one empty line.
        """
        key = (text, style, width, align)
        with self._lock:
            found = self._blocks.get(key)
            if found is not None:
                self._blocks.move_to_end(key)
                return found[0]
            block = self._made(text, style, width, align)
            weight = 8 + sum(len(run.glyphs) for line in block.lines for run in line.runs)
            self._blocks[key] = (block, weight)
            self._kept += weight
            while self._kept > _KEPT_GLYPHS and len(self._blocks) > 1:
                _oldest, (_block, gone) = self._blocks.popitem(last=False)
                self._kept -= gone
            return block

    def text_width(self, text: str, style: TextStyle) -> float:
        """Return the width of the longest paragraph on one line, in units."""
        return self.block(text, style).width

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters that our fonts lack, each once, in order of appearance."""
        if text.isascii():
            return ()
        faces = self.fonts.faces("sans", 400)
        return tuple(
            character
            for character in dict.fromkeys(text)
            if not is_invisible(character) and self.fonts.lacks(character, faces)
        )

    def _made(self, text: str, style: TextStyle, width: float | None, align: Align) -> TextBlock:
        faces = self.fonts.faces(style.family, style.weight)
        shaped: list[ShapedLine] = []
        for paragraph in paragraphs(text):
            shaped += shape(paragraph, faces, self.fonts, style.size, width)
        widest = max(line.width for line in shaped)
        room = widest if width is None else width
        first = faces[0].file
        tall = (first.ascent - first.descent) / first.units * style.size
        above = (style.line - tall) / 2 + first.ascent / first.units * style.size
        lines: list[TextLine] = []
        for i, line in enumerate(shaped):
            baseline = i * style.line + above
            x = _left(align, room - line.width, rtl=line.rtl)
            lines.append(scaled(line, x, baseline, style.size))
        return TextBlock(tuple(lines), widest, len(shaped) * style.line)


def _left(align: Align, spare: float, *, rtl: bool) -> float:
    if align == "center":
        return spare / 2
    return spare if (align == "end") != rtl else 0.0
