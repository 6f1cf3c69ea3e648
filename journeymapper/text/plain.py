"""Makes any text fit for shaping: paragraphs without control characters."""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffc\ufffe\uffff]")
_DROPPED = re.compile("[\u00ad\u034f\u180e\u2060-\u2064\u202a-\u202e\ufe00-\ufe0f\ufeff]")
_LONGEST = 100_000  # characters: Qt counts positions on one line up to 2**25
_SHOWN = "\ufffd"
_INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp"}


def paragraphs(text: str) -> list[str]:
    """Split a text at its line ends, at least one paragraph.

    Tabs become spaces; other control characters, halves of surrogate pairs and placeholders
    of objects become the replacement character. Characters that only steer other programs
    (soft hyphens, overrides of direction, variants of pictures) are left out.
    """
    if text.isascii() and text.isprintable() and len(text) <= _LONGEST:  # the common case
        return [text]
    parts = _BREAKS.split(_DROPPED.sub("", text))
    return [
        _UNFIT.sub(_SHOWN, part[at : at + _LONGEST].replace("\t", " "))
        for part in parts
        for at in range(0, len(part) or 1, _LONGEST)
    ]


def one_line(text: str) -> str:
    """Return a text on one line, fit for any kind of file: no control characters."""
    return " ".join(" ".join(paragraphs(text)).split())


def is_rtl(text: str) -> bool:
    """Say whether the first letter with a direction is written from right to left."""
    if text.isascii():
        return False
    for character in text:
        match unicodedata.bidirectional(character):
            case "L":
                return False
            case "R" | "AL":
                return True
    return False


def has_rtl(text: str) -> bool:
    """Say whether any letter is written from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in {"R", "AL"} for character in text
    )


def is_invisible(character: str) -> bool:
    """Say whether a character shows nothing: spaces, joiners, selectors, controls."""
    return unicodedata.category(character) in _INVISIBLE or _DROPPED.match(character) is not None
