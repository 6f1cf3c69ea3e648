"""The one table of gap rules: code, family, what it is called, what it needs, its function."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from journeymapper.analysis.gaps import (
    called_back,
    customer,
    experience,
    flow_rules,
    follow_through,
    knowledge,
    offers,
    organisation,
)
from journeymapper.analysis.gaps.look import Look
from journeymapper.analysis.gaps.types import Found
from journeymapper.domain.message import Message, _


class Family(StrEnum):
    """What a rule is about; a page of the report each."""

    CUSTOMER = "customer"
    ORGANISATION = "organisation"
    KNOWLEDGE = "knowledge"
    FLOW = "flow"
    FOLLOW_THROUGH = "follow-through"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: ``title`` for a first view, ``method`` says how it judges."""

    code: str
    family: Family
    title: Message
    method: Message
    find: Callable[[Look], Iterable[Found]]


_C, _O, _K, _F, _T = Family

RULES: tuple[Rule, ...] = (
    Rule(
        "G01",
        _C,
        _("Less than expected"),
        _("What people expect against what they get, both from 1 to 10."),
        customer.expectation,
    ),
    Rule(
        "G02",
        _C,
        _("Important and not good enough"),
        _("Importance against score: above the line of what is important, or two apart."),
        customer.importance,
    ),
    Rule(
        "G03",
        _C,
        _("Short of our aim"),
        _("What we want to reach, or the map of the future, against today."),
        customer.target,
    ),
    Rule(
        "G04",
        _C,
        _("We see it differently"),
        _("Employees and those we serve on the same question: 1.5 of 10 apart, five of each."),
        customer.belief,
    ),
    Rule(
        "G05",
        _C,
        _("Not by the channels that are wanted"),
        _("Half the sum of what shares differ: from 0.2, or a channel that is missing."),
        offers.channels,
    ),
    Rule(
        "G06",
        _C,
        _("Others do it better"),
        _("The best recent score of a competitor; without a source it is an estimate."),
        offers.competitors,
    ),
    Rule(
        "G07",
        _C,
        _("It depends on the channel"),
        _("The best and the worst channel, two of 10 apart, or a mark of 2 of 5."),
        offers.consistency,
    ),
    Rule(
        "G08",
        _C,
        _("It takes longer than promised"),
        _("The time it takes over the time that was promised, from one and a half on."),
        offers.waits,
    ),
    Rule(
        "G09",
        _O,
        _("It has no owner"),
        _("A step without an owner in a stage without an owner."),
        organisation.owners,
    ),
    Rule(
        "G10",
        _K,
        _("Not on the map"),
        _("A stage without steps, a part of the journey without stages, a persona without map."),
        knowledge.unmapped,
    ),
    Rule(
        "G11",
        _K,
        _("No word from those we serve"),
        _("A step about which only the team has spoken."),
        knowledge.no_evidence,
    ),
    Rule(
        "G12",
        _K,
        _("Not checked, or not lately"),
        _("A map or persona never checked, past its date, or checked with fewer than five people."),
        knowledge.stale,
    ),
    Rule(
        "G13",
        _F,
        _("Leads nowhere"),
        _("A step from which no end can be reached, or that cannot be reached."),
        flow_rules.dead_ends,
    ),
    Rule(
        "G14",
        _O,
        _("Not passed on"),
        _("A way between two roles or channels on which what is known is lost."),
        organisation.handoffs,
    ),
    Rule(
        "G15",
        _F,
        _("People come back again"),
        _("More than 1.2 visits of each who enters, or a tenth that returns."),
        flow_rules.loops,
    ),
    Rule(
        "G16",
        _K,
        _("Make-or-break and not measured"),
        _("A moment of truth without a number of the last twelve months."),
        knowledge.unmeasured,
    ),
    Rule(
        "G17",
        _C,
        _("Too hard"),
        _("Ease from 1 to 7: a mean below 5, or a fifth that finds it hard."),
        experience.effort,
    ),
    Rule(
        "G18",
        _C,
        _("It feels bad"),
        _(
            "A feeling of −2 or less, a fall of 2 or more, an end at 0 or below, or answers whose "
            "mean is nearer to “not good” than to “neither”."
        ),
        experience.feelings,
    ),
    Rule(
        "G19",
        _T,
        _("A plan with something missing"),
        _("A plan without owner, measure, deadline or baseline."),
        follow_through.plans,
    ),
    Rule(
        "G20",
        _T,
        _("Known and nothing decided"),
        _("A critical or high gap known for more than 14 days."),
        lambda look: follow_through.without_action(look, ()),
    ),
    Rule(
        "G21",
        _T,
        _("Not called back"),
        _("Somebody waits too long, is not told within 7 days, or is failed again twice."),
        called_back.alerts,
    ),
    Rule(
        "G22",
        _O,
        _("We misjudge what is expected"),
        _("Management’s estimate against what people expect: 1.5 of 10 apart."),
        organisation.knowledge,
    ),
    Rule(
        "G23",
        _O,
        _("Standard missing or not kept"),
        _("A moment of truth without a standard, or one kept in less than 90 %."),
        organisation.standards,
    ),
    Rule(
        "G24",
        _C,
        _("Some have it worse"),
        _("Two groups, 20 points or 1.5 of 10 apart, more than chance explains."),
        experience.groups,
    ),
    Rule(
        "G25",
        _O,
        _("Hard to work with"),
        _("A program with an ease of 1 or 2 of 5, or a training that is missing or has run out."),
        organisation.capability,
    ),
    Rule(
        "G26",
        _K,
        _("Few or old answers"),
        _("Fewer than ten answers, older than a year, or a tenth of those asked."),
        knowledge.samples,
    ),
    Rule(
        "G27",
        _O,
        _("Measured without a goal"),
        _("A stage in which something is measured and that has no goal."),
        organisation.alignment,
    ),
    Rule(
        "G28",
        _T,
        _("A risk without a plan"),
        _("A risk of severity 9 or 10, or of 100 points, without a preventive plan."),
        follow_through.risks,
    ),
)
"""All rules, by their code. G20 looks at what the others found: ``find_gaps`` runs it last."""

BY_CODE = {rule.code: rule for rule in RULES}
