"""The mood that the words of a comment suggest: never more than a question to a person.

The lists are our own and small, English and German: words that patients, guests and customers use
of a visit. Each stands for all words that begin with it, without accents as ``comments.plain``
writes them; those with a full stop only for themselves. Irony is beyond it.
"""

from __future__ import annotations

import re

from journeymapper.app.comments import plain

_GOOD = (
    "amazing", "attentive", "better", "brilliant", "calm.", "caring", "clean.", "comfortable",
    "excellent", "fantastic", "fast.", "fine.", "friendly", "gentle", "glad.", "good.",
    "great.", "happy", "helpful", "honest.", "kind.", "kindly", "love", "lovely", "nice",
    "patient.", "perfect", "pleasant", "pleased", "polite", "professional", "prompt",
    "punctual", "quick", "recommend", "relaxed", "satisfied", "smooth", "thank", "thorough",
    "understanding", "welcom", "wonderful", "angenehm", "aufmerksam", "besser", "bestens",
    "dankbar", "danke", "einfuhlsam", "empfehl", "entspannt", "freundlich", "geduldig", "gerne",
    "grossartig", "grundlich", "gut.", "gute.", "guten.", "guter.", "gutes.", "herzlich",
    "hilfsbereit", "hervorragend", "hoflich", "klasse.", "kompetent", "liebevoll", "nett.",
    "nette", "perfekt", "professionell", "punktlich", "ruhig.", "sauber", "schnell", "schon.",
    "schone", "sorgfaltig", "super.", "toll.", "tolle", "wohl.", "wunderbar", "zufrieden",
    "zugig", "zuvorkommend",
)  # fmt: skip

_BAD = (
    "afraid", "angry", "annoy", "awful", "bad.", "badly", "broken", "chaos", "chaotic", "cold.",
    "complicated", "confus", "crowded", "delay", "difficult", "dirty", "disappoint",
    "expensive", "forgot", "frustrat", "horrible", "hurt", "ignored", "impolite", "incompetent",
    "late.", "loud", "mess.", "nervous", "nobody", "noisy", "pain.", "painful", "poor.",
    "problem", "rude", "rushed", "slow", "stress", "terrible", "unclear", "unfriendly",
    "unhappy", "unhelpful", "upset", "useless", "waste", "worse", "worst", "wrong", "angst",
    "arger", "chaotisch", "dauerte", "dreckig", "enttausch", "ewig", "falsch", "fehler",
    "furchtbar", "genervt", "hektisch", "inkompetent", "kalt.", "katastroph", "kompliziert",
    "langsam", "laut.", "leider", "mangelhaft", "mies", "nervig", "niemand", "schade.",
    "schlecht", "schlimm", "schmerz", "schmutzig", "schrecklich", "schwierig", "stressig",
    "teuer", "ubel", "umstandlich", "unfreundlich", "ungeduldig", "unhoflich", "unklar",
    "unmoglich", "unverschamt", "unzufrieden", "vergeblich", "vergessen", "verspatet", "wutend",
    "zu spat.",
)  # fmt: skip

_NOT = frozenset(
    ("not", "no", "never", "without", "hardly", "isn't", "wasn't", "don't", "didn't",
     "nicht", "kein", "keine", "keinen", "keiner", "nie", "ohne", "kaum", "wenig")
)  # fmt: skip
_REACH = 3
"""So many words before one may turn it round."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def _search(words: tuple[str, ...]) -> re.Pattern[str]:
    ends = (re.escape(w[:-1]) + r"(?!\w)" if w.endswith(".") else re.escape(w) for w in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ends)})")


_SEARCHES = ((_search(_GOOD), 1), (_search(_BAD), -1))


def suggested_mood(text: str) -> int | None:
    """Return -1 bad, 0 mixed or 1 good, or None where no word tells."""
    told = plain(text)
    found = {
        -sign if _is_turned(told[: match.start()]) else sign
        for search, sign in _SEARCHES
        for match in search.finditer(told)
    }
    if not found:
        return None
    return found.pop() if len(found) == 1 else 0


def _is_turned(before: str) -> bool:
    """Say whether a "not" stands shortly before, in the same part of the sentence."""
    part = re.split(r"[.,;:!?]| but | aber | sondern ", before)[-1]
    return any(word in _NOT for word in _WORD.findall(part)[-_REACH:])
