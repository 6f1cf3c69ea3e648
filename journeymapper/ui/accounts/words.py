"""What the pages of accounts say: tiers and why, calls, promises."""

from __future__ import annotations

from journeymapper.analysis.tiers import Call, TierView
from journeymapper.domain.kinds import Fit, Tier
from journeymapper.domain.message import Message, _
from journeymapper.drawing.account_sheet.words import TIERS, decision, missing, number

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


def short_tier(view: TierView) -> Message:
    """Return the tier that holds, as the table shows it; a decision of one's own is marked."""
    tier = TIERS[view.tier]
    return _("{tier}, decided", tier=tier) if view.reason else tier


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
    found += [said for said in (missing(view), decision(view)) if said is not None]
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
