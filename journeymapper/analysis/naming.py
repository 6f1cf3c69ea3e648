"""Whether a name sounds like the organisation rather than like those it serves.

A small guess, put as a question: capitals that only insiders read, and names that begin with
what the organisation does to people. It knows English verbs only; capitals count in any language.
"""

from __future__ import annotations

import re

_EVERYBODY_READS = frozenset(
    {
        *("AC", "AM", "ATM", "CD", "CV", "DIY", "DNA", "DVD", "EU", "FAQ", "GP", "GPS", "HD", "ID"),
        *("IT", "OK", "PC", "PDF", "PIN", "PM", "QR", "SMS", "SOS", "TAXI", "TV", "UK", "UN", "US"),
        *("USA", "USB", "VIP", "WC", "WLAN", "WIFI", "WWW", "II", "III", "IV", "VI", "VII"),
    }
)
_WORD = re.compile(r"\w+")
_OURS = frozenset(
    {
        *("admit", "allocate", "approve", "assess", "assign", "capture", "charge", "collect"),
        *("convert", "discharge", "dispatch", "educate", "engage", "escalate", "greet", "handle"),
        *("identify", "inform", "invoice", "notify", "nurture", "onboard", "process", "qualify"),
        *("remind", "screen", "segment", "serve", "target", "triage", "upsell", "validate"),
        *("verify",),
    }
)
_FOLLOWS_A_NOUN = frozenset(["at", "by", "for", "from", "in", "of", "on", "to", "with"])


def inside_word(name: str) -> str:
    """Return the first abbreviation that only insiders read, or ""."""
    words = [str(word) for word in _WORD.findall(name)]
    if sum(word.isupper() and len(word) > 1 for word in words) == len(words) > 1:
        return ""  # all of it is in capitals: that is a way of writing
    for word in words:
        is_short = 2 <= len(word) <= 5 and word.isupper() and word.isalpha()
        if is_short and word not in _EVERYBODY_READS:
            return word
    return ""


def sounds_like_us(name: str) -> bool:
    """Say whether a name begins with what an organisation does: Discharge patient, Verify data."""
    words = [word.casefold() for word in _WORD.findall(name)]
    return len(words) > 1 and words[0] in _OURS and words[1] not in _FOLLOWS_A_NOUN
