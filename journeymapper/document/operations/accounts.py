"""Verbs about accounts, what makes one important, what tiers are promised, and segments."""

from __future__ import annotations

from typing import Any

from journeymapper.document.operations.placing import position_at
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes
from journeymapper.domain.entities import (
    Account,
    AccountScore,
    Segment,
    ServiceLevel,
    TierCriterion,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import Tier
from journeymapper.domain.message import _


def add_account(tx: Tx, name: str, **fields: Any) -> str:
    """Add a client organisation."""
    siblings = sorted(tx.snapshot.table(Account).values(), key=sort_key)
    position = position_at(tx, siblings, None)
    return tx.insert(Account(tx.new_id(), name, position=position, **fields)).id


def change_account(tx: Tx, account_id: str, /, **fields: Any) -> None:
    """Set fields of an account (for its tier: ``override_tier``)."""
    tx.change(Account, account_id, **fields)


def override_tier(tx: Tx, account_id: str, tier: Tier, reason: str = "") -> None:
    """Put an account into a tier whatever its scores say; ``Tier.UNKNOWN`` follows them again.

    Raises RefusedError without a reason.
    """
    if tier != Tier.UNKNOWN and not reason.strip():
        raise RefusedError(
            _("A tier that differs from the scores needs a reason."),
            _("Say in a few words why."),
        )
    tx.change(Account, account_id, tier=tier, tier_reason=reason if tier else "")


def delete_account(tx: Tx, account_id: str) -> None:
    """Take an account out with its scores."""
    tx.delete(Account, account_id)


def add_criterion(tx: Tx, name: str, weight: float = 1.0) -> str:
    """Add something that makes an account important."""
    siblings = sorted(tx.snapshot.table(TierCriterion).values(), key=sort_key)
    position = position_at(tx, siblings, None)
    return tx.insert(TierCriterion(tx.new_id(), name, weight, position)).id


def change_criterion(tx: Tx, criterion_id: str, /, **fields: Any) -> None:
    """Set fields of a criterion."""
    tx.change(TierCriterion, criterion_id, **fields)


def delete_criterion(tx: Tx, criterion_id: str) -> None:
    """Take a criterion out with its scores."""
    tx.delete(TierCriterion, criterion_id)


def score_account(tx: Tx, account_id: str, criterion_id: str, value: float | None) -> None:
    """Say how an account does on a criterion, 0 to 10; None forgets it."""
    scores = tx.snapshot.select(indexes.SCORES_OF_ACCOUNT, account_id)
    known = next((score for score in scores if score.criterion == criterion_id), None)
    if value is None:
        if known is not None:
            tx.delete(AccountScore, known.id)
    elif known is None:
        tx.insert(AccountScore(tx.new_id(), account_id, criterion_id, value))
    else:
        tx.change(AccountScore, known.id, value=value)


def set_service_level(tx: Tx, tier: Tier, /, **fields: Any) -> str:
    """Say what the accounts of a tier are promised; raises RefusedError without a tier."""
    if tier == Tier.UNKNOWN:
        raise RefusedError(_("Choose a tier."))
    levels = tx.snapshot.table(ServiceLevel).values()
    known = next((level for level in levels if level.tier == tier), None)
    if known is None:
        return tx.insert(ServiceLevel(tx.new_id(), tier, **fields)).id
    return tx.change(ServiceLevel, known.id, **fields).id


def add_segment(tx: Tx, name: str, rule: tuple[str, ...] = (), **fields: Any) -> str:
    """Add a group of accounts by a rule."""
    siblings = sorted(tx.snapshot.table(Segment).values(), key=sort_key)
    position = position_at(tx, siblings, None)
    return tx.insert(Segment(tx.new_id(), name, rule, position=position, **fields)).id


def change_segment(tx: Tx, segment_id: str, /, **fields: Any) -> None:
    """Set fields of a segment."""
    tx.change(Segment, segment_id, **fields)


def delete_segment(tx: Tx, segment_id: str) -> None:
    """Take a segment out; the accounts stay."""
    tx.delete(Segment, segment_id)
