"""A language that nobody speaks: each sentence a third longer, with umlauts, as German is."""

from __future__ import annotations

import re

from journeymapper.domain.message import Message, fill
from journeymapper.text.catalogue import Catalogue

LONGER = 0.35
"""By which share of its letters a word grows."""

_WORD = re.compile(r"(\{[^}]*\})|(&?[^\W\d_]+(?:&[^\W\d_]+)?)")
_UMLAUTS = str.maketrans("aouAOU", "äöüÄÖÜ")
_ENDING = "erungsheitigkeit"


class PseudoCatalogue(Catalogue):
    """Says everything in longer words; places and menu letters stay."""

    def __init__(self) -> None:
        super().__init__("en", {})

    def say(self, message: Message) -> str:
        """Return the sentence, a third longer."""
        values = {
            name: self.say(value) if isinstance(value, Message) else str(value)
            for name, value in message.args
        }
        return fill(longer(message.key), values)


def longer(pattern: str) -> str:
    """Return a sentence with longer words; what stands in braces stays as it is."""
    return _WORD.sub(lambda match: match[1] or _longer_word(match[2]), pattern)


def _longer_word(word: str) -> str:
    letters = len(word.replace("&", ""))
    more = round(letters * LONGER)
    ending = _ENDING[:more]
    return word.translate(_UMLAUTS) + (ending.upper() if word.isupper() else ending)
