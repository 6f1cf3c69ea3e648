"""Words of the rows that are made from steps: waits, how easy it was, hand-offs; and of cards."""

from __future__ import annotations

from journeymapper.domain.entities import Card, Touchpoint
from journeymapper.domain.handoffs import HandOff
from journeymapper.domain.kinds import TimeUnit
from journeymapper.domain.message import Message, _

HARD, EASY = 3, 5
"""On the scale of 1 to 7: up to this it is hard, from this on easy (method B8)."""

HARD_FOR_STAFF = 2
"""On the scale of 1 to 5: a program up to this is marked (R080)."""

_ONE: dict[TimeUnit, Message] = {
    TimeUnit.MINUTES: _("1 min"),
    TimeUnit.HOURS: _("1 hour"),
    TimeUnit.DAYS: _("1 day"),
}
_MANY: dict[TimeUnit, Message] = {
    TimeUnit.MINUTES: _("{n} min"),
    TimeUnit.HOURS: _("{n} hours"),
    TimeUnit.DAYS: _("{n} days"),
}


def duration(value: float, unit: TimeUnit) -> Message:
    """Return so much time in words: 1 day, 30 min, 2.5 hours."""
    return _ONE[unit] if value == 1 else Message(_MANY[unit].key, n=f"{value:g}")


def promised(step: Touchpoint) -> Message | None:
    """Return the words of the wait that was promised at a step, or None."""
    if step.wait_promised is None:
        return None
    time = duration(step.wait_promised, step.wait_unit)
    if step.wait_unit == TimeUnit.DAYS:
        return _("Agreed {time}", time=time)
    return _("Promised {time}", time=time)


def took(step: Touchpoint) -> Message | None:
    """Return the words of the wait that came true at a step, or None."""
    if step.wait_actual is None:
        return None
    time = duration(step.wait_actual, step.wait_unit)
    if step.wait_unit == TimeUnit.DAYS:
        return _("Offered {time}", time=time)
    return _("Took {time}", time=time)


def times_as_long(ratio: float) -> Message:
    """Return how much longer it took than was promised: 6.0 times as long."""
    if ratio == 1:
        return _("As promised")
    return _("{ratio} times as long", ratio=f"{ratio:.1f}")


def easy_or_hard(value: float) -> Message:
    """Return the words for a value from 1 (hard) to 7 (easy)."""
    score = f"{value:.1f}".removesuffix(".0")
    if value <= HARD:
        return _("{score} of 7, hard", score=score)
    if value >= EASY:
        return _("{score} of 7, easy", score=score)
    return _("{score} of 7, so-so", score=score)


def passed_on(handoff: HandOff) -> Message:
    """Return whether what is known is passed on, and what that is."""
    if handoff.passed is None:
        if handoff.items:
            return _("Passed on? {items}", items=handoff.items)
        return _("Passed on?")
    if handoff.passed:
        return _("Passed on: {items}", items=handoff.items) if handoff.items else _("Passed on")
    if handoff.items:
        return _("Not passed on: {items}", items=handoff.items)
    return _("Not passed on")


def worth(card: Card) -> Message | None:
    """Return what an idea brings and costs, as far as somebody has said; None for nothing."""
    if card.impact is not None and card.effort is not None:
        return _("Helps {impact}, work {effort} of 5", impact=card.impact, effort=card.effort)
    if card.impact is not None:
        return _("Helps {impact} of 5", impact=card.impact)
    if card.effort is not None:
        return _("Work {effort} of 5", effort=card.effort)
    return None


QUICK_WIN = _("Quick win")


def ease(card: Card) -> Message | None:
    """Return how easily staff work with a program; None where nobody has said."""
    if card.ease is None:
        return None
    if card.ease <= HARD_FOR_STAFF:
        return _("Hard for staff, {ease} of 5", ease=card.ease)
    if card.ease > HARD_FOR_STAFF + 1:
        return _("Easy for staff, {ease} of 5", ease=card.ease)
    return _("So-so for staff, {ease} of 5", ease=card.ease)
