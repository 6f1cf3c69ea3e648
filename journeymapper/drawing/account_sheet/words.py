"""What screen and paper say about tiers: what they are called, and why an account has one."""

from __future__ import annotations

from journeymapper.analysis.tiers import FIRST_FROM, SECOND_FROM, TierView
from journeymapper.domain.entities import ServiceLevel
from journeymapper.domain.kinds import Tier
from journeymapper.domain.message import Message, _

TIERS: dict[Tier, Message] = {
    Tier.FIRST: _("Tier I"),
    Tier.SECOND: _("Tier II"),
    Tier.THIRD: _("Tier III"),
    Tier.UNKNOWN: _("No tier yet"),
}


def number(value: float | None) -> str:
    """Return a number with one decimal where it has one, nothing for None."""
    return "" if value is None else f"{value:.1f}".removesuffix(".0")


def suggestion(view: TierView) -> Message:
    """Say which tier the scores suggest, and how far it is known."""
    if view.score is None:
        return _("Score at least two criteria from 0 to 10, then a tier is suggested.")
    return _(
        "The scores suggest {tier}: {score} of 10. Tier I begins at {first}, Tier II at {second}.",
        tier=TIERS[view.suggested],
        score=number(view.score),
        first=number(FIRST_FROM),
        second=number(SECOND_FROM),
    )


def missing(view: TierView) -> Message | None:
    """Say which criteria have no score; None where all have one."""
    if not view.missing:
        return None
    return _("Not scored yet, so left out: {names}.", names=", ".join(view.missing))


def decision(view: TierView) -> Message | None:
    """Say what was decided and why; None where the scores decide."""
    if not view.reason:
        return None
    return _("You decided on {tier}: {reason}", tier=TIERS[view.tier], reason=view.reason)


def promises(level: ServiceLevel) -> list[Message]:
    """Return a sentence for each promise to a tier."""
    found: list[Message] = []
    if level.response_hours is not None:
        hours = number(level.response_hours)
        found.append(
            _("An answer within 1 hour")
            if level.response_hours == 1
            else _("An answer within {n} hours", n=hours)
        )
    if level.visits is not None:
        found.append(
            _("1 visit a year") if level.visits == 1 else _("{n} visits a year", n=level.visits)
        )
    if level.call_days is not None:
        found.append(
            _("A courtesy call every day")
            if level.call_days == 1
            else _("A courtesy call every {n} days", n=level.call_days)
        )
    found += [_("{line}", line=line.strip()) for line in level.extras.splitlines() if line.strip()]
    return found
