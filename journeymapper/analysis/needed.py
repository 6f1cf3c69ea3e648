"""How many answers would tell? What to ask for when a comparison cannot tell.

If the difference stays as it is now, its interval leaves out 0 once its half width is no more
than the difference: ``z * sqrt(v1 / n1 + v2 / n2) = d``, with the variances of one answer. This is
the usual sample size from a wanted precision (Cochran 1977, chapter 4), taken for two groups. It
is the number from which such a difference is as likely as not to be found; it promises no more,
since the difference of the next answers is not known.
"""

from __future__ import annotations

import math

from journeymapper.analysis.special import Z
from journeymapper.domain.message import Message, _
from journeymapper.domain.numbers import grouped
from journeymapper.domain.records import dataclass

BEYOND = 100_000
"""More answers than this are more than anybody will collect."""


@dataclass(frozen=True, slots=True)
class Spread:
    """One round of answers: how many, and the variance of one of them."""

    n: int
    variance: float


@dataclass(frozen=True, slots=True)
class Needed:
    """About how many answers would tell, to two digits; None where no number would.

    ``each`` is for both rounds alike, ``new_alone`` for the new round while the old one stays.
    """

    each: int | None
    new_alone: int | None


def answers_needed(before: Spread, after: Spread, difference: float) -> Needed:
    """Return how many answers would tell a ``difference`` in the unit of the variances' root.

    Both variances 0 mean that nothing is known of the spread: no number can be told then. It is
    always more than there are: the test that could not tell may be stricter than this.
    """
    wanted = (difference / Z) ** 2
    both = before.variance + after.variance
    if not wanted or not both:
        return Needed(None, None)
    left = wanted - before.variance / before.n if before.n else 0.0
    alone = after.variance / left if left > 0 else None
    more = min(before.n, after.n) + 1
    return Needed(
        _about(max(more, both / wanted)),
        None if alone is None else _about(max(after.n + 1, alone)),
    )


def in_words(needed: Needed, before: int) -> Message:
    """Return the sentence for a comparison that cannot tell; ``before`` were asked then."""
    if needed.each is None:
        return _("Cannot tell yet. The two rounds are too much alike for any number of answers.")
    if needed.new_alone is None:
        return _(
            "Cannot tell yet. About {each} answers in each round would. More in the new round "
            "alone cannot: the round before has only {before}.",
            each=grouped(needed.each),
            before=grouped(before),
        )
    return _(
        "Cannot tell yet. About {each} answers in each round would, or {alone} in the new one.",
        each=grouped(needed.each),
        alone=grouped(needed.new_alone),
    )


def in_short(needed: Needed) -> Message:
    """Return the same in one short line."""
    if needed.each is None:
        return _("Cannot tell yet. No number of answers would.")
    return _(
        "Cannot tell yet. About {each} answers in each round would.", each=grouped(needed.each)
    )


def _about(n: float) -> int | None:
    """Round up to two digits; None beyond what anybody collects."""
    if n > BEYOND:
        return None
    whole = max(1, math.ceil(n - 1e-9))
    step: int = 10 ** max(0, len(str(whole)) - 2)
    return -(-whole // step) * step
