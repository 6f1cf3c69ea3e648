"""Who gets an alert (R024): the nearest route, else the role of its rule, else the red inbox."""

from __future__ import annotations

from journeymapper.domain.entities import Account, Alert, AlertRoute, AlertRule
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import Tier
from journeymapper.domain.snapshot import Snapshot


def role_for(
    snapshot: Snapshot, step: str | None, tier: Tier, rule: AlertRule | None
) -> str | None:
    """Return the role: by step and tier, by step, by tier, by rule, by a route for all; or None."""
    routes: dict[tuple[str | None, Tier], str] = {}
    for route in sorted(snapshot.table(AlertRoute).values(), key=sort_key):
        routes.setdefault((route.touchpoint, route.tier), route.role)
    nearest = (
        routes.get((step, tier)) if step and tier else None,
        routes.get((step, Tier.UNKNOWN)) if step else None,
        routes.get((None, tier)) if tier else None,
        rule.role if rule is not None else None,
        routes.get((None, Tier.UNKNOWN)),
    )
    return next((role for role in nearest if role is not None), None)


def role_now(snapshot: Snapshot, alert: Alert) -> str | None:
    """Return the role that the routes of today give an alert; its tier is that of its account."""
    account = snapshot.find(Account, alert.account)
    tier = account.tier if account is not None else Tier.UNKNOWN
    return role_for(snapshot, alert.touchpoint, tier, snapshot.find(AlertRule, alert.rule))
