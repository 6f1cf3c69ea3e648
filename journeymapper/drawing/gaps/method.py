"""How gaps are found, in plain words: rules, caveats, and what could not be judged."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from journeymapper.analysis.gaps.rules import BY_CODE, RULES, Family, Rule
from journeymapper.analysis.gaps.types import GapReport
from journeymapper.domain.message import Message, _

CAVEATS: tuple[Message, ...] = (
    _(
        "How bad and how sure are kept apart. A place never looks smaller because we know less"
        " about it."
    ),
    _(
        "How bad runs from 0 to 100: the size of the gap, times a half to one by importance, times"
        " 1.25 at a moment of truth. From 60 it is critical, from 40 high, from 20 medium."
    ),
    _(
        "A bar shows where the true average lies in 19 of 20 such rounds. Where two bars overlap"
        " much, chance alone could make the difference."
    ),
    _(
        "Those who answer are not all. People who left do not answer, and those who are angry or"
        " delighted answer more often."
    ),
    _(
        "28 rules look at many steps. A few will stand out by chance: look twice before something"
        " dear is changed because of one number."
    ),
    _("Scores of different countries are not pooled, and different scores are never averaged."),
)
"""What a reader should know before acting."""


@dataclass(frozen=True, slots=True)
class Unjudged:
    """A rule that could not judge some places: which, how many, and the commonest reason."""

    rule: Rule
    places: int
    reason: Message


def rules_of(family: Family) -> tuple[Rule, ...]:
    """Return the rules of a family, by code."""
    return tuple(rule for rule in RULES if rule.family == family)


def unjudged(report: GapReport) -> tuple[Unjudged, ...]:
    """Return what could not be judged, by rule."""
    counted: dict[str, Counter[Message]] = {}
    for one in report.not_assessable:
        counted.setdefault(one.rule, Counter())[one.reason] += 1
    return tuple(
        Unjudged(BY_CODE[code], sum(found.values()), found.most_common(1)[0][0])
        for code, found in sorted(counted.items())
    )


def unjudged_words(one: Unjudged) -> Message:
    """Return the sentence about a rule that could not judge."""
    if one.places == 1:
        return _("{rule}: {reason}", rule=one.rule.title, reason=one.reason)
    return _(
        "{rule}, at {n} places: {reason}", rule=one.rule.title, n=one.places, reason=one.reason
    )
