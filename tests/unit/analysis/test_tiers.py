"""Tiers that explain themselves, promises that fit them, calls that are due, and segments."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from journeymapper.analysis.segments import accounts_of
from journeymapper.analysis.tiers import below_baseline, calls_due, tier_counts, tier_of
from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Account, Segment
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import Tier
from journeymapper.domain.snapshot import Snapshot


class World:
    """Two accounts, scored by revenue (weight 1) and growth (weight 3)."""

    def __init__(self) -> None:
        self.tx = Tx(Snapshot.of(), map(str, itertools.count()).__next__)
        self.revenue = operations.add_criterion(self.tx, "Revenue", 1)
        self.growth = operations.add_criterion(self.tx, "Growth", 3)
        self.large = operations.add_account(self.tx, "Large", country="DE")
        self.small = operations.add_account(self.tx, "Small", country="AT")

    def score(self, account: str, revenue: float, growth: float) -> None:
        operations.score_account(self.tx, account, self.revenue, revenue)
        operations.score_account(self.tx, account, self.growth, growth)

    def account(self, account: str) -> Account:
        return self.tx.snapshot.get(Account, account)


@pytest.fixture
def world() -> World:
    return World()


def test_revenue_alone_makes_no_tier(world: World) -> None:
    operations.score_account(world.tx, world.large, world.revenue, 10)
    view = tier_of(world.tx.snapshot, world.account(world.large))
    assert (view.suggested, view.score, view.missing) == (Tier.UNKNOWN, None, ("Growth",))


def test_a_tier_explains_itself_and_can_be_overridden_with_a_reason(world: World) -> None:
    world.score(world.large, revenue=10, growth=2)
    world.score(world.small, revenue=4, growth=9)
    view = tier_of(world.tx.snapshot, world.account(world.large))
    assert (view.score, view.tier) == (4.0, Tier.SECOND)
    assert [(p.name, p.value, p.share) for p in view.parts] == [
        ("Revenue", 10, 0.25),
        ("Growth", 2, 0.75),
    ]
    assert tier_of(world.tx.snapshot, world.account(world.small)).tier == Tier.FIRST
    operations.override_tier(world.tx, world.large, Tier.FIRST, "Opens a market")
    view = tier_of(world.tx.snapshot, world.account(world.large))
    assert (view.tier, view.suggested, view.overridden) == (Tier.FIRST, Tier.SECOND, True)
    assert tier_counts(world.tx.snapshot)[Tier.FIRST] == 2


def test_no_tier_is_promised_less_than_the_one_below(world: World) -> None:
    operations.set_service_level(world.tx, Tier.THIRD, response_hours=24, visits=1, call_days=90)
    operations.set_service_level(world.tx, Tier.FIRST, response_hours=48, visits=4)
    assert below_baseline(world.tx.snapshot) == ("I.response_hours", "I.call_days")
    operations.set_service_level(world.tx, Tier.FIRST, response_hours=4, call_days=30)
    assert below_baseline(world.tx.snapshot) == ()


def test_courtesy_calls_fall_due_by_tier(world: World) -> None:
    world.score(world.large, revenue=9, growth=9)
    operations.set_service_level(world.tx, Tier.FIRST, call_days=30)
    today = date(2026, 5, 9)
    (never,) = calls_due(world.tx.snapshot, today)
    assert (never.account.name, never.days) == ("Large", 0)
    operations.change_account(world.tx, world.large, last_call="2026-04-20")
    assert [call.days for call in calls_due(world.tx.snapshot, today)] == [11]
    operations.change_account(world.tx, world.large, last_call="2026-03-20")
    assert [call.days for call in calls_due(world.tx.snapshot, today)] == [-20]
    operations.change_account(world.tx, world.large, last_call="2026-05-09")
    assert calls_due(world.tx.snapshot, today) == ()


@pytest.mark.parametrize(
    ("rule", "names"),
    [
        (("country = de",), ["Large"]),
        (("country != DE",), ["Small"]),
        (("Growth >= 2",), ["Large", "Small"]),
        (("growth > 2", "country = AT"), ["Small"]),
        (("tier = II",), ["Large"]),
        (("any", "country = de", "growth > 2"), ["Large", "Small"]),
        ((), []),
    ],
)
def test_a_segment_finds_the_accounts_of_its_rule(
    world: World, rule: tuple[str, ...], names: list[str]
) -> None:
    world.score(world.large, revenue=10, growth=2)
    world.score(world.small, revenue=4, growth=9)
    found = accounts_of(world.tx.snapshot, Segment("s", "Any", rule))
    assert [account.name for account in found] == names


@pytest.mark.parametrize(
    "rule", ["country", "= DE", "colour = red", "country < 3", "Growth > much"]
)
def test_a_rule_that_says_nothing_is_refused(world: World, rule: str) -> None:
    with pytest.raises(UserError):
        accounts_of(world.tx.snapshot, Segment("s", "Any", (rule,)))
