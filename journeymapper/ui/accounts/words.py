"""What the pages of accounts say: tiers and why, calls, promises."""

from __future__ import annotations

from journeymapper.analysis.tiers import FIRST_FROM, SECOND_FROM, Call, TierView
from journeymapper.domain.kinds import Fit, Tier
from journeymapper.domain.message import Message, _

TIERS: dict[Tier, Message] = {
    Tier.FIRST: _("Tier I"),
    Tier.SECOND: _("Tier II"),
    Tier.THIRD: _("Tier III"),
    Tier.UNKNOWN: _("No tier yet"),
}

FITS: dict[Fit, Message] = {
    Fit.UNKNOWN: _("Not judged"),
    Fit.GOOD: _("A good fit"),
    Fit.UNSURE: _("Unsure"),
    Fit.POOR: _("A poor fit"),
}

FIRST_CRITERIA: tuple[Message, ...] = (
    _("Revenue"),
    _("Strategic value"),
    _("Growth"),
    _("Lifetime value"),
)
"""What accounts are scored by at first: never revenue alone."""


def number(value: float | None) -> str:
    """Return a number with one decimal where it has one, nothing for None."""
    return "" if value is None else f"{value:.1f}".removesuffix(".0")


def short_tier(view: TierView) -> Message:
    """Return the tier that holds, as the table shows it; a decision of one's own is marked."""
    tier = TIERS[view.tier]
    return _("{tier}, decided", tier=tier) if view.reason else tier


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


def explanation(view: TierView) -> list[Message]:
    """Return a sentence for each criterion that counts, and one for those without a score."""
    found: list[Message] = [
        _(
            "{name}: {value} of 10, counts for {share} %.",
            name=part.name,
            value=number(part.value),
            share=round(part.share * 100),
        )
        for part in view.parts
    ]
    if view.missing:
        found.append(_("Not scored yet, so left out: {names}.", names=", ".join(view.missing)))
    if view.reason:
        found.append(
            _("You decided on {tier}: {reason}", tier=TIERS[view.tier], reason=view.reason)
        )
    return found


def call_words(call: Call) -> Message:
    """Say when a courtesy call is due."""
    name = call.account.name
    if call.days == 0:
        return _("Call {name} today", name=name)
    if call.days == -1:
        return _("Call {name}: it was due yesterday", name=name)
    if call.days < 0:
        return _("Call {name}: it was due {n} days ago", name=name, n=-call.days)
    if call.days == 1:
        return _("Call {name} tomorrow", name=name)
    return _("Call {name} in {n} days", name=name, n=call.days)


def below_words(name: str) -> Message:
    """Say which promise to a higher tier is worse than the one below it; ``name`` is TIER.field."""
    tier, field = name.split(".")
    words: dict[str, Message] = {
        "response_hours": _(
            "{tier} waits longer for an answer than the tier below it.", tier=TIERS[Tier(tier)]
        ),
        "visits": _("{tier} is visited less often than the tier below it.", tier=TIERS[Tier(tier)]),
        "call_days": _(
            "{tier} is called less often than the tier below it.", tier=TIERS[Tier(tier)]
        ),
    }
    return words[field]
