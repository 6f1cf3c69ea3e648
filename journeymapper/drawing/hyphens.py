"""Where a word that is wider than its column may be broken, and the hyphen that shows it.

A simple rule that reads well in the languages of the Latin alphabet: between two consonants
that stand between vowels, else before a consonant between vowels. The hyphen is drawn, not
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
_ONSETS = frozenset(
    (
        "bl",
        "br",
        "ch",
        "cl",
        "cr",
        "dr",
        "fl",
        "fr",
        "gl",
        "gr",
        "ph",
        "pl",
        "pr",
        "sc",
        "sh",
        "th",
        "tr",
        "qu",
    )
)
"""Consonants that begin a syllable together."""

_TOGETHER = _ONSETS | {"ck", "ng", "gn"}
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
    if word[i] in _VOWELS or not word[i].isalpha() or ord(word[i]) > 0x24F:
        return False
    before = word[i - 1]
    if word[i + 1 : i + 2] not in _VOWELS:
        cluster = word[i : i + 2] in _ONSETS and word[i + 2 : i + 3] in _VOWELS
        return cluster and (before in _VOWELS or word[i - 2] in _VOWELS)
    if before in _VOWELS:
        return True
    return word[i - 2] in _VOWELS and before + word[i] not in _TOGETHER


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
