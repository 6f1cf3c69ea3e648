"""Which tier an account belongs to, and why: weighted criteria, never revenue alone (R094-R098)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from journeymapper.domain import indexes
from journeymapper.domain.entities import Account, ServiceLevel, TierCriterion
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import Tier
from journeymapper.domain.snapshot import Snapshot

FIRST_FROM = 7.0
SECOND_FROM = 4.0
"""Weighted scores, 0 to 10, from which an account is of the first and of the second tier."""

FEWEST_CRITERIA = 2
"""With fewer scored criteria no tier is suggested."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one criterion adds: its score 0 to 10 and its weight as a share of all that count."""

    name: str
    value: float
    share: float

    @property
    def points(self) -> float:
        """What it adds to the account's score."""
        return self.value * self.share


@dataclass(frozen=True, slots=True)
class TierView:
    """The tier that follows from the scores, with the parts that explain it.

    ``score`` is 0 to 10 and None where nothing suggests a tier; ``missing`` are the criteria
    without a score. ``tier`` is the one that holds: the suggested one, unless it was overridden.
    """

    suggested: Tier
    tier: Tier
    score: float | None
    parts: tuple[Part, ...]
    missing: tuple[str, ...]
    reason: str

    @property
    def overridden(self) -> bool:
        """Whether somebody decided otherwise than the scores say."""
        return self.tier != self.suggested


def tier_of(snapshot: Snapshot, account: Account) -> TierView:
    """Return an account's tier: criteria without a score or weight are left out, and named."""
    criteria = sorted(snapshot.table(TierCriterion).values(), key=sort_key)
    scores = {
        score.criterion: score.value
        for score in snapshot.select(indexes.SCORES_OF_ACCOUNT, account.id)
    }
    counted = [c for c in criteria if c.id in scores and c.weight > 0]
    total = sum(c.weight for c in counted)
    parts = tuple(Part(c.name, scores[c.id], c.weight / total) for c in counted)
    enough = len(counted) >= FEWEST_CRITERIA
    score = sum(part.points for part in parts) if enough else None
    suggested = _tier(score)
    return TierView(
        suggested,
        account.tier or suggested,
        score,
        parts,
        tuple(c.name for c in criteria if c.id not in scores),
        account.tier_reason,
    )


def _tier(score: float | None) -> Tier:
    if score is None:
        return Tier.UNKNOWN
    if score >= FIRST_FROM:
        return Tier.FIRST
    return Tier.SECOND if score >= SECOND_FROM else Tier.THIRD


def tier_counts(snapshot: Snapshot) -> Mapping[Tier, int]:
    """Return how many accounts each tier has, the unknown one too."""
    counts = dict.fromkeys(Tier, 0)
    for account in snapshot.table(Account).values():
        counts[tier_of(snapshot, account).tier] += 1
    return counts


def levels(snapshot: Snapshot) -> Mapping[Tier, ServiceLevel]:
    """Return what each tier is promised."""
    return {level.tier: level for level in snapshot.table(ServiceLevel).values()}


def below_baseline(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the fields in which a higher tier is promised less than the one below it (R096).

    Each is named ``TIER.field``: a first tier must not be worse off than everybody.
    """
    known = levels(snapshot)
    order = [known[t] for t in (Tier.FIRST, Tier.SECOND, Tier.THIRD) if t in known]
    found = []
    for higher, lower in pairwise(order):
        for field, more_is_better in (
            ("response_hours", False),
            ("visits", True),
            ("call_days", False),
        ):
            ours, theirs = getattr(higher, field), getattr(lower, field)
            if theirs is None:
                continue
            if ours is None or (ours < theirs if more_is_better else ours > theirs):
                found.append(f"{higher.tier.value}.{field}")
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Call:
    """A courtesy call that is due: ``days`` from today, below 0 when it is late."""

    account: Account
    on: date
    days: int


def calls_due(snapshot: Snapshot, today: date, within: int = 14) -> tuple[Call, ...]:
    """Return the courtesy calls due by tier within so many days, the latest first (R098).

    An account that was never called is due today.
    """
    known = levels(snapshot)
    found = []
    for account in snapshot.table(Account).values():
        level = known.get(tier_of(snapshot, account).tier)
        if level is None or level.call_days is None:
            continue
        last = date.fromisoformat(account.last_call) if account.last_call else None
        on = today if last is None else last + timedelta(days=level.call_days)
        if (on - today).days <= within:
            found.append(Call(account, on, (on - today).days))
    return tuple(sorted(found, key=lambda call: (call.on, sort_key(call.account))))
