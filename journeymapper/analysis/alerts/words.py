"""Alerts in words: what an alert is about, how far it is, how much time is left."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.domain import queries
from journeymapper.domain.entities import Account, Alert, AlertRule, Question, Role
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.kinds_plan import AlertState, Comparator
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot

_LONGEST = 80
_HOUR, _DAY = 60, 24 * 60

STATES: Mapping[AlertState, Message] = {
    AlertState.NEW: _("new"),
    AlertState.ASSIGNED: _("in hand"),
    AlertState.CONTACTED: _("reached"),
    AlertState.RESOLVED: _("mended"),
    AlertState.VERIFIED: _("it holds"),
    AlertState.CLOSED: _("closed"),
    AlertState.REOPENED: _("open again"),
}
"""How far an alert is, as it stands after a comma."""

COMPARATORS: Mapping[Comparator, Message] = {
    Comparator.AT_MOST: _("at most"),
    Comparator.AT_LEAST: _("at least"),
    Comparator.EQUAL: _("just"),
}


def title(snapshot: Snapshot, alert: Alert) -> Message:
    """Return what an alert is about in a list: the mark and what was said, else its heading."""
    question = snapshot.find(Question, alert.question)
    line = _line(alert.text)
    if line and question is not None and alert.value is not None:
        return _("{mark}: “{text}”", mark=marked(question, alert.value), text=line)
    return heading(snapshot, alert)


def heading(snapshot: Snapshot, alert: Alert) -> Message:
    """Return what an alert is about: the mark and its question, else what was said, or its rule."""
    question = snapshot.find(Question, alert.question)
    if question is not None and alert.value is not None:
        return _("{mark}: {question}", mark=marked(question, alert.value), question=asked(question))
    line = _line(alert.text)
    if line:
        return _("“{text}”", text=line)
    rule = snapshot.find(AlertRule, alert.rule)
    return _("{name}", name=rule.name) if rule is not None and rule.name else _("To call back")


def _line(text: str) -> str:
    """The first line of a text, shortened."""
    line = text.strip().partition("\n")[0]
    return line if len(line) <= _LONGEST else line[:_LONGEST].rstrip() + "…"


def who_has(snapshot: Snapshot, alert: Alert) -> str:
    """Return the name of whoever has an alert: somebody, else the role; "" for nobody."""
    role = snapshot.find(Role, alert.role)
    person = queries.person_name(snapshot, alert.person)
    return person or (role.name if role is not None else "")


def customer_of(snapshot: Snapshot, alert: Alert) -> str:
    """Return the alias of the customer of an alert, else the client organisation; or ""."""
    account = snapshot.find(Account, alert.account)
    return alert.customer or (account.name if account is not None else "")


def asked(question: Question) -> str:
    """Return the short name of a question, or what it asks."""
    return question.short or question.text


def marked(question: Question, value: float) -> Message:
    """Return a mark as the sheet has it: "3 of 10", "no", "25 minutes", or the choice."""
    if question.kind == QuestionKind.COUNT:
        return _("yes") if value else _("no")
    if question.kind == QuestionKind.CHOICE:
        place = int(value) - 1
        known = 0 <= place < len(question.options)
        return _("{name}", name=question.options[place] if known else f"{value:g}")
    if question.kind == QuestionKind.NUMBER or question.high is None:
        return _("{n} {unit}", n=f"{value:g}", unit=question.unit)
    return _("{n} of {high}", n=f"{value:g}", high=f"{question.high:g}")


def left(minutes: float) -> Message:
    """Say how much time is left, or since when it is over."""
    if minutes < 0:
        return _("late by {time}", time=lasting(-minutes))
    return _("{time} left", time=lasting(minutes))


def lasting(minutes: float) -> Message:
    """Return a time as people say it: 25 min, 3 h, 2 days; the smaller part is left out."""
    if minutes < _HOUR:
        return _("{n} min", n=int(minutes))
    if minutes < 2 * _DAY:
        return _("{n} h", n=int(minutes // _HOUR))
    return _("{n} days", n=int(minutes // _DAY))


def exact(minutes: float) -> Message:
    """Return a measured time to the minute: 25 min, 3 h 20 min."""
    whole = round(minutes)
    hours, rest = divmod(whole, _HOUR)
    if not hours:
        return _("{n} min", n=rest)
    return _("{h} h", h=hours) if not rest else _("{h} h {n} min", h=hours, n=rest)
