"""Where a word that is wider than its column may be broken, and the hyphen that shows it.

A simple rule that reads well in the languages of the Latin alphabet: before the last of the
consonants that stand between vowels. The hyphen is drawn, not
written, so that copied text has none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from journeymapper.text.runs import GlyphRun, TextBlock

BREAK = "\u200b"
"""A zero-width space: a line may end here. It ends the text of a line that was broken here."""

_WORD = re.compile(r"[^\W\d_]{6,}")
_VOWELS = frozenset("aeiouyäöüáéíóúàèìòùâêîôûãõåæøœëïÿý")
_ONSET = re.compile(r"sch[lmnrw]?|s[cpt]r|[bcfgp][lr]|[dt]r|[cpst]h|sc|qu")
"""Consonants that begin a syllable together."""

_PAIR = re.compile(f"{_ONSET.pattern}|ck|ng|gn")
"""Two consonants that are never parted."""

_LEAST = 3
"""How many letters stay together on each side."""


def breakable(word: str) -> str:
    """Return a word with breaks between syllables; anything but Latin letters is left alone."""
    if any(mark in word for mark in "/@:"):
        return word  # a hyphen in an address would mislead
    return _WORD.sub(lambda match: _broken(match[0]), word)


def _broken(word: str) -> str:
    low = word.lower()
    parts: list[str] = []
    start = 0
    for i in range(_LEAST, len(word) - _LEAST + 1):
        if i - start >= 2 and _between_syllables(low, i):
            parts.append(word[start:i])
            start = i
    return BREAK.join((*parts, word[start:]))


def _between_syllables(word: str, i: int) -> bool:
    before, here, tail = word[i - 1], word[i], word[i:]
    if tail == "ing":
        return before not in _VOWELS
    if here in _VOWELS or not here.isalpha() or ord(here) > 0x24F:
        return False
    if word[i + 1 : i + 2] not in _VOWELS:
        return _begins(word, i)
    if tail[1:] in ("ed", "es") or (tail[1:] == "ing" and here not in (before, "l")):
        return False  # in English the end keeps no consonant: explained, some-times, book-ing
    if before in _VOWELS or word[i - 4 : i] == "ungs":  # German joins words with this s
        return True
    # an s between consonants may belong to the next syllable
    sticky = before == "s" and here in "kpt" and word[i - 2] not in _VOWELS
    return not sticky and not _PAIR.match(word, i - 1, i + 1) and _has_vowel(word, i - 1)


def _begins(word: str, i: int) -> bool:
    """Whether several consonants from here on begin a syllable."""
    onset, earlier = _ONSET.match(word, i), _ONSET.match(word, i - 1)
    if onset is None or (earlier is not None and earlier.end() > i + 1):
        return False
    return word[onset.end() : onset.end() + 1] in _VOWELS and _has_vowel(word, i)


def _has_vowel(word: str, end: int) -> bool:
    """Whether there is a vowel just before a place."""
    return not _VOWELS.isdisjoint(word[max(0, end - 3) : end])


def cleaned(block: TextBlock) -> TextBlock:
    """Return the block with the breaks taken out of its runs; its lines keep them at the end."""
    lines = tuple(
        replace(line, runs=tuple(_without(run) for run in line.runs)) for line in block.lines
    )
    return replace(block, lines=lines)


def _without(run: GlyphRun) -> GlyphRun:
    if BREAK not in run.text:
        return run
    kept = [i for i, character in enumerate(run.text) if character != BREAK]
    moved = {old: new for new, old in enumerate(kept)}
    shown = [g for g, cluster in enumerate(run.clusters) if cluster in moved]
    return GlyphRun(
        run.font,
        run.size,
        tuple(run.glyphs[g] for g in shown),
        tuple(run.xs[g] for g in shown),
        tuple(run.ys[g] for g in shown),
        run.text.replace(BREAK, ""),
        tuple(moved[run.clusters[g]] for g in shown),
    )
