"""Which accounts a segment's rule finds: conditions such as ``country = DE`` or ``tier = I``."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

from journeymapper.analysis.tiers import tier_of
from journeymapper.domain import indexes
from journeymapper.domain.conditions import (
    Condition,
    conditions_of,
    folded,
    is_any,
    read_condition,
)
from journeymapper.domain.entities import Account, Persona, Role, Segment, TierCriterion
from journeymapper.domain.errors import UserError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot

_ORDER: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}

ATTRIBUTES = ("name", "country", "tier", "persona", "manager")
"""What a condition may ask for, besides the names of criteria."""


def accounts_of(snapshot: Snapshot, segment: Segment) -> tuple[Account, ...]:
    """Return the accounts for which the rule holds, in order; without conditions, none.

    Raises UserError for a condition that cannot be read or asks for something unknown.
    """
    conditions = [read_condition(text) for text in conditions_of(segment.rule)]
    holds = any if is_any(segment.rule) else all
    criteria = {folded(c.name): c.id for c in snapshot.table(TierCriterion).values()}
    for condition in conditions:
        _check(condition, criteria)
    found = sorted(snapshot.table(Account).values(), key=sort_key)
    if not conditions:
        return ()
    return tuple(
        account
        for account in found
        if holds(_holds(snapshot, account, condition, criteria) for condition in conditions)
    )


def _check(condition: Condition, criteria: Mapping[str, str]) -> None:
    attribute = condition.key in ATTRIBUTES and not condition.quoted
    ordered = condition.how in _ORDER
    if not attribute and condition.key not in criteria:
        raise UserError(
            _("“{what}” is not known of accounts.", what=condition.what),
            _("There are: {known}.", known=", ".join([*ATTRIBUTES, *criteria])),
        )
    if ordered and (attribute or _number(condition.than) is None):
        raise UserError(_("“{how}” compares numbers only.", how=condition.how))


def _holds(
    snapshot: Snapshot, account: Account, condition: Condition, criteria: Mapping[str, str]
) -> bool:
    if condition.key in criteria:
        return _compare(_score(snapshot, account, criteria[condition.key]), condition)
    value = folded(_attribute(snapshot, account, condition.key))
    return (value == folded(condition.than)) == (condition.how == "=")


def _compare(score: float | None, condition: Condition) -> bool:
    than = _number(condition.than)
    if score is None or than is None:
        return False
    if condition.how in _ORDER:
        return _ORDER[condition.how](score, than)
    return (score == than) == (condition.how == "=")


def _score(snapshot: Snapshot, account: Account, criterion: str) -> float | None:
    scores = snapshot.select(indexes.SCORES_OF_ACCOUNT, account.id)
    return next((score.value for score in scores if score.criterion == criterion), None)


def _attribute(snapshot: Snapshot, account: Account, what: str) -> str:
    if what == "tier":
        return tier_of(snapshot, account).tier.value
    if what in ("persona", "manager"):
        kind: Any = Persona if what == "persona" else Role
        found = snapshot.find(kind, getattr(account, what))
        return str(found.name) if found is not None else ""
    return str(getattr(account, what))


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None
