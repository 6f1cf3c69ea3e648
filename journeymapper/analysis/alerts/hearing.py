"""Which answers ask for follow-up (R023): by a mark, by words in a comment, by tier."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from journeymapper.domain.entities import AlertRule, Question
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import QuestionKind, Tier
from journeymapper.domain.kinds_plan import Comparator
from journeymapper.domain.snapshot import Snapshot

Said = tuple[str, float | None, str]
"""Question id, value as marked or None, text."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What one customer answered; ``key`` is the same whenever the same answers come again."""

    key: str
    answers: tuple[Said, ...]
    tier: Tier = Tier.UNKNOWN


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that a voice has met; ``text`` is all that the customer wrote."""

    rule: AlertRule
    key: str
    tier: Tier
    question: str | None
    value: float | None
    text: str


def active_rules(snapshot: Snapshot) -> tuple[AlertRule, ...]:
    """Return the rules that raise alerts, in order."""
    found = (rule for rule in snapshot.table(AlertRule).values() if rule.active)
    return tuple(sorted(found, key=sort_key))


def heard(snapshot: Snapshot, rules: Iterable[AlertRule], voice: Voice) -> tuple[Hit, ...]:
    """Return which rules a voice meets, each once.

    A mark is compared as the sheet has it: where 1 is the best, a rule says "at least 4".
    """
    hits = (_hit(snapshot, rule, voice) for rule in rules)
    return tuple(hit for hit in hits if hit is not None)


def _hit(snapshot: Snapshot, rule: AlertRule, voice: Voice) -> Hit | None:
    if rule.tier not in (Tier.UNKNOWN, voice.tier):
        return None
    found = next((said for said in voice.answers if _asks(snapshot, rule, said)), None)
    if found is None:
        return None
    text = "\n".join(said[2].strip() for said in voice.answers if said[2].strip())
    return Hit(rule, voice.key, voice.tier, found[0], found[1], text)


def _asks(snapshot: Snapshot, rule: AlertRule, said: Said) -> bool:
    question, value, text = said
    mine = rule.question == question
    if mine and rule.value is not None and value is not None and _met(rule, value):
        return True
    if not rule.phrase.strip() or not text.strip():
        return False
    asked = snapshot.find(Question, rule.question)
    limited = asked is not None and asked.kind == QuestionKind.TEXT
    return (mine or not limited) and says(text, rule.phrase)


def _met(rule: AlertRule, value: float) -> bool:
    limit = rule.value
    assert limit is not None
    match rule.comparator:
        case Comparator.AT_MOST:
            return value <= limit
        case Comparator.AT_LEAST:
            return value >= limit
    return value == limit


def says(text: str, phrase: str) -> bool:
    """Say whether a text holds a phrase, from the beginning of a word, whatever its capitals."""
    words = r"\s+".join(map(re.escape, phrase.casefold().split()))
    return bool(words) and re.search(rf"(?<!\w){words}", text.casefold()) is not None
