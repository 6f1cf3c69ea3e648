"""How long the walk took and how long it will take, from one's own pace."""

from __future__ import annotations

from journeymapper.domain.message import Message, _

USUAL = 40.0
"""Seconds a step takes, as long as one's own pace is not known."""

LONGEST = 300.0
"""Of a longer stay at one step only so many seconds count: somebody was called away."""

_BY_TENS = 300
"""From so many seconds on, times are told in tens: nobody reads "10 minutes 2"."""

_KNOWN_FROM = 2
_QUICKEST = 8.0
"""Nobody answers three questions in fewer seconds, however fast the first steps were clicked."""


def counted(seconds: float) -> float:
    """Return how much of a stay at one step counts."""
    return max(0.0, min(seconds, LONGEST))


def seconds_left(done: int, seconds: float, total: int) -> float:
    """Return how long the steps that are not done will take; ``seconds`` is for those done."""
    pace = max(_QUICKEST, seconds / done) if done >= _KNOWN_FROM else USUAL
    return pace * max(0, total - done)


def left(seconds: float) -> Message:
    """Say how long it will take."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return _("less than a minute left")
    if minutes == 1:
        return _("about 1 minute left")
    return _("about {n} minutes left", n=minutes)


def taken(seconds: float) -> Message:
    """Return a time in words: 9 minutes 40, 2 minutes, 50 seconds."""
    whole = round(seconds)
    minutes, rest = divmod(whole if whole < _BY_TENS else round(seconds / 10) * 10, 60)
    if not minutes:
        return _("1 second") if rest == 1 else _("{n} seconds", n=rest)
    if minutes == 1:
        return _("1 minute {seconds}", seconds=rest) if rest else _("1 minute")
    if rest:
        return _("{minutes} minutes {seconds}", minutes=minutes, seconds=rest)
    return _("{minutes} minutes", minutes=minutes)
