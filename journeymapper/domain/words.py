"""Text at the border of the model: what is cleaned, what is refused."""

from __future__ import annotations

import unicodedata

from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import _

NAME_LIMIT = 200
"""Longest name or title, in characters."""

TEXT_LIMIT = 10_000
"""Longest text of a card, note or description, in characters."""

_KEPT_CONTROLS = "\n\t"


def clean_text(text: str, limit: int = TEXT_LIMIT, *, one_line: bool = False) -> str:
    """Return the text as it is stored: NFC, without control characters and lone surrogates.

    Line ends become line feeds; ``one_line`` turns them and tabs into spaces.
    Raises RefusedError when it is longer than ``limit`` characters: text is never cut.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if one_line:
        text = text.replace("\n", " ").replace("\t", " ")
    if not text.isascii() or not text.isprintable():
        kept = (c for c in text if c in _KEPT_CONTROLS or not _is_unwanted(c))
        text = unicodedata.normalize("NFC", "".join(kept))
    text = text.strip() if one_line else text
    if len(text) > limit:
        raise RefusedError(
            _(
                "This text has {length} characters; at most {limit} fit here.",
                length=len(text),
                limit=limit,
            ),
            _("Shorten it, or split it into several cards."),
        )
    return text


def _is_unwanted(character: str) -> bool:
    """Control characters, lone surrogates and code points that mean nothing."""
    if unicodedata.category(character) in ("Cc", "Cs"):
        return True
    return ord(character) & 0xFFFE == 0xFFFE  # U+FFFE, U+FFFF and their kin on each plane
