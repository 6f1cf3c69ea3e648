"""The words in which all views tell how a plan stands."""

from __future__ import annotations

from datetime import date
from typing import Final

from journeymapper.analysis.plans.facts import PlanFacts
from journeymapper.analysis.plans.standing import Stage
from journeymapper.domain.dates import in_short
from journeymapper.domain.kinds import Severity
from journeymapper.domain.message import Message, _

STAGES: Final[dict[Stage, Message]] = {
    "draft": _("Draft"),
    "running": _("Running"),
    "checking": _("To check"),
    "closed": _("Told and closed"),
    "dropped": _("Given up"),
}
"""What each stage is called."""

SEVERITIES: Final[dict[Severity, Message]] = {
    Severity.CRITICAL: _("critical"),
    Severity.HIGH: _("high"),
    Severity.MEDIUM: _("medium"),
    Severity.LOW: _("low"),
}
"""How bad a pain is, in a word."""


def name_of(facts: PlanFacts) -> str | Message:
    """Return what a plan is called."""
    return facts.plan.title.strip() or _("A plan without a name")


def who(facts: PlanFacts) -> str | Message:
    """Return who is responsible."""
    return facts.who or _("nobody yet")


def when(facts: PlanFacts, today: date) -> Message:
    """Return by when, as it stands in a narrow place: a date, or how late."""
    standing = facts.standing
    if not facts.plan.due:
        return _("no date")
    due = in_short(date.fromisoformat(facts.plan.due), today)
    if standing.late:
        return _("Due since {date}", date=due)
    if standing.soon and standing.days == 0:
        return _("Due today")
    return due


def missed(facts: PlanFacts) -> Message | None:
    """Say how many check-ins were missed, None without any."""
    number = len(facts.standing.missed)
    if not number:
        return None
    return _("1 check-in missed") if number == 1 else _("{n} check-ins missed", n=number)


def tasks(facts: PlanFacts) -> Message | None:
    """Say how many of its tasks are done, None without any."""
    standing = facts.standing
    if not standing.tasks:
        return None
    if standing.tasks == 1:
        return _("1 task, done") if standing.done else _("1 task, open")
    return _("{done} of {all} tasks", done=standing.done, all=standing.tasks)


def read_aloud(facts: PlanFacts, today: date) -> Message:
    """Return one sentence that stands for the whole plan."""
    stage = STAGES[facts.standing.stage]
    if facts.severity is None:
        return _(
            "{plan}, {stage}, {who}, {when}",
            plan=name_of(facts),
            stage=stage,
            who=who(facts),
            when=when(facts, today),
        )
    return _(
        "{plan}, {severity}, {stage}, {who}, {when}",
        plan=name_of(facts),
        severity=SEVERITIES[facts.severity],
        stage=stage,
        who=who(facts),
        when=when(facts, today),
    )
