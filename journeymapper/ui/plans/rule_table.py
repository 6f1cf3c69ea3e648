"""Which answers ask for a call back: a table of rules, filled in like a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from journeymapper.analysis.alerts.words import COMPARATORS, asked
from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain.entities import AlertRule, Protocol, Question, Role
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import Better, Severity, Tier
from journeymapper.domain.kinds_plan import Comparator
from journeymapper.domain.message import Message, _
from journeymapper.domain.scales import fits
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.account_sheet.words import TIERS
from journeymapper.drawing.map.words import SEVERITIES
from journeymapper.ui.answers.more_lines import Column, Line, Lines, Options, needed
from journeymapper.ui.answers.more_typed import number_text
from journeymapper.ui.commands.names import shortened

_SIGNS = {"<=": Comparator.AT_MOST, "≤": Comparator.AT_MOST, ">=": Comparator.AT_LEAST,
          "≥": Comparator.AT_LEAST, "=": Comparator.EQUAL}  # fmt: skip
_TYPED = re.compile(r"\s*([^\d−-]*?)\s*([−-]?\d+(?:[.,]\d+)?)\s*(.*?)\s*")
_YES, _NO = "yes", "no"
_LONGEST_HOURS = 8760


class Rules(Lines):
    """One line for each rule."""

    title = _("Which answers ask for a call back")
    about = _(
        "An answer that meets a line is put on the list of people to call back, in the same "
        "step in which it comes in. The mark is the one on the sheet."
    )
    empty = _("There is no rule yet. Add one below: what you call it, and which question.")
    columns = (
        Column("name", _("Name"), 170),
        Column("question", _("Question"), 160, choice=True),
        Column("mark", _("Mark"), 80),
        Column("phrase", _("Or words"), 110),
        Column("tier", _("Tier"), 75, choice=True),
        Column("severity", _("How bad"), 80, choice=True),
        Column("role", _("For whom"), 140, choice=True),
        Column("hours", _("In hours"), 80),
        Column("protocol", _("What to do"), 190, choice=True),
        Column("active", _("On"), 60, choice=True),
    )
    first = ("name", "question")

    def read(self, snapshot: Snapshot) -> list[Line]:
        rules = sorted(snapshot.table(AlertRule).values(), key=sort_key)
        return [_line(snapshot, rule) for rule in rules]

    def options(self, snapshot: Snapshot, key: str) -> Options:
        match key:
            case "question":
                questions = sorted(
                    snapshot.table(Question).values(), key=lambda q: (q.survey, q.position)
                )
                return [("", _("All comments")), *((q.id, asked(q)) for q in questions)]
            case "tier":
                return tiers()
            case "severity":
                return [(s.value, words) for s, words in SEVERITIES.items()]
            case "role":
                return [("", _("Nobody yet")), *roles(snapshot)]
            case "protocol":
                known = sorted(snapshot.table(Protocol).values(), key=sort_key)
                return [("", _("Nothing yet")), *((p.id, p.name) for p in known)]
            case "active":
                return [(_YES, _("yes")), (_NO, _("no"))]
        return ()

    def write(self, document: Document, line_id: str, key: str, text: str) -> None:
        rule = document.snapshot.get(AlertRule, line_id)
        fields = _fields(document.snapshot, rule, key, text)
        with document.step(_("Rule: {name}", name=shortened(rule.name))) as tx:
            operations.change_line(tx, AlertRule, line_id, **fields)

    def add(self, document: Document, cells: Mapping[str, str]) -> None:
        name = needed(cells["name"])
        with document.step(_("Rule: {name}", name=shortened(name))) as tx:
            operations.add_line(tx, AlertRule, name=name, question=cells["question"] or None)

    def delete(self, document: Document, line_id: str) -> None:
        rule = document.snapshot.get(AlertRule, line_id)
        with document.step(_("Delete the rule {name}", name=shortened(rule.name))) as tx:
            operations.delete_line(tx, AlertRule, line_id)

    def note(self, snapshot: Snapshot) -> Message | None:
        idle = [
            rule.name
            for rule in snapshot.table(AlertRule).values()
            if rule.active and not rule.phrase and (rule.value is None or rule.question is None)
        ]
        if not idle:
            return None
        names = ", ".join(sorted(idle))
        return _("Without a question and a mark, or words, nothing meets: {names}.", names=names)


def tiers() -> Options:
    """Return the tiers to choose from; none of them is any."""
    return [("", _("Any tier")), *((t.value, w) for t, w in TIERS.items() if t != Tier.UNKNOWN)]


def roles(snapshot: Snapshot) -> Options:
    """Return the roles to choose from."""
    return [(r.id, r.name) for r in sorted(snapshot.table(Role).values(), key=sort_key)]


def read_mark(text: str, question: Question | None) -> tuple[Comparator, float | None]:
    """Read "at most 6", "<= 6", "6"; a number alone is the worse side of its sheet.

    Raises RefusedError for what is no mark of the question.
    """
    worse = Comparator.AT_MOST
    if question is not None and question.better == Better.LOW:
        worse = Comparator.AT_LEAST
    if not text.strip():
        return worse, None
    found = _TYPED.fullmatch(text)
    before = " ".join(found[1].casefold().split()) if found is not None else ""
    words = {str(message).casefold(): key for key, message in COMPARATORS.items()}
    comparator = {**words, **_SIGNS, "": worse}.get(before)
    if found is None or found[3] or comparator is None:
        raise RefusedError(_("Type a mark such as “at most 6” or “at least 4”."))
    value = float(found[2].replace(",", ".").replace("−", "-"))
    if question is None:
        raise RefusedError(_("Choose the question first."))
    if not fits(question, value):
        raise RefusedError(
            _("{value} is no answer to “{question}”.", value=found[2], question=asked(question))
        )
    return comparator, value


def read_hours(text: str) -> float:
    """Read within how many hours, from a quarter of one on; raises RefusedError."""
    try:
        hours = float(text.strip().replace(",", "."))
    except ValueError:
        hours = 0.0
    if not 0.25 <= hours <= _LONGEST_HOURS:
        raise RefusedError(_("Type a number of hours such as 48; {text} is none.", text=text))
    return hours


def _fields(snapshot: Snapshot, rule: AlertRule, key: str, text: str) -> dict[str, Any]:
    if key == "mark":
        comparator, value = read_mark(text, snapshot.find(Question, rule.question))
        return {"comparator": comparator, "value": value}
    if key == "hours":
        return {"hours": read_hours(text)}
    if key == "question":
        question = snapshot.find(Question, text)
        if rule.value is not None and (question is None or not fits(question, rule.value)):
            raise RefusedError(_("Empty the mark first: it is not one of that question."))
        return {"question": text or None}
    if key in ("role", "protocol"):
        return {key: text or None}
    if key == "active":
        return {"active": text == _YES}
    if key == "tier":
        return {"tier": Tier(text)}
    if key == "severity":
        return {"severity": Severity(text)}
    return {key: needed(text) if key == "name" else " ".join(text.split())}


def _line(snapshot: Snapshot, rule: AlertRule) -> Line:
    question, role = snapshot.find(Question, rule.question), snapshot.find(Role, rule.role)
    protocol = snapshot.find(Protocol, rule.protocol)
    mark: str | Message = ""
    if rule.value is not None:
        how = COMPARATORS[rule.comparator]
        mark = _("{how} {value}", how=how, value=number_text(rule.value))
    return Line(
        rule.id,
        {
            "name": rule.name,
            "question": asked(question) if question is not None else _("All comments"),
            "mark": mark,
            "phrase": rule.phrase,
            "tier": TIERS[rule.tier] if rule.tier else _("Any tier"),
            "severity": SEVERITIES.get(rule.severity, ""),
            "role": role.name if role is not None else _("Nobody yet"),
            "hours": number_text(rule.hours),
            "protocol": protocol.name if protocol is not None else _("Nothing yet"),
            "active": _("yes") if rule.active else _("no"),
        },
    )
