"""Commands about proving a plan, telling of it, and closing it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.document.people_named import person_called
from journeymapper.domain import indexes
from journeymapper.domain.entities import Communication, Outreach, Verification
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds_plan import Verdict
from journeymapper.domain.message import Message, _
from journeymapper.importing.outreach import OutreachLine
from journeymapper.ui.commands.measures import check_past
from journeymapper.ui.commands.names import plan_name, shortened
from journeymapper.ui.commands.plans import labelled


def keep_proof(
    document: Document,
    plan_id: str,
    proof_id: str,
    fields: Mapping[str, Any],
    by: str,
    today: datetime.date,
) -> None:
    """Add a proof (``proof_id`` "") or change one; ``by`` is the name of who looked.

    Raises RefusedError without a day that has come, or without words about what was found.
    """
    if not str(fields["result"]).strip():
        raise RefusedError(_("Say what was found."), _("For example: five called, all kept it."))
    _check_day(str(fields["date"]), today)
    title = plan_name(document.snapshot, plan_id)
    with document.step(_("Proof for the plan “{name}”", name=title)) as tx:
        all_fields = {**fields, "by": person_called(tx, by)}
        if proof_id:
            operations.change_line(tx, Verification, proof_id, **all_fields)
        else:
            operations.add_line(tx, Verification, plan=plan_id, **all_fields)


def delete_proof(document: Document, proof_id: str) -> Message:
    """Take a proof out; returns the label of that."""
    plan_id = document.snapshot.get(Verification, proof_id).plan
    label = _("Delete a proof of the plan “{name}”", name=plan_name(document.snapshot, plan_id))
    with document.step(label) as tx:
        operations.delete_line(tx, Verification, proof_id)
    return label


def set_verdict(
    document: Document, plan_id: str, expected: str, verdict: Verdict, reason: str
) -> None:
    """Say what was expected of a plan and whether it came true."""
    with document.step(labelled(document, plan_id)) as tx:
        operations.change_plan(
            tx, plan_id, hypothesis=expected, verdict=verdict, verdict_reason=reason
        )


def keep_audience(
    document: Document, plan_id: str, told_id: str, fields: Mapping[str, Any], today: datetime.date
) -> str:
    """Add somebody to tell (``told_id`` "") or change that; returns its id."""
    if fields.get("date"):
        _check_day(str(fields["date"]), today)
    title = plan_name(document.snapshot, plan_id)
    with document.step(_("Who is told of the plan “{name}”", name=title)) as tx:
        if told_id:
            operations.change_line(tx, Communication, told_id, **fields)
            return told_id
        return operations.add_line(tx, Communication, plan=plan_id, **fields)


def mark_told(document: Document, told_id: str, date: str) -> None:
    """Note that somebody was told on a day; "": they still have to be."""
    plan_id = document.snapshot.get(Communication, told_id).plan
    title = plan_name(document.snapshot, plan_id)
    told = _("Told of the plan “{name}”", name=title)
    label = told if date else _("Not told yet of the plan “{name}”", name=title)
    with document.step(label) as tx:
        operations.change_line(tx, Communication, told_id, date=date)


def keep_letter(document: Document, told_id: str, text: str, **fields: Any) -> None:
    """Keep the words of a letter, and with ``date`` and ``channel`` that it was sent."""
    known = document.snapshot.get(Communication, told_id)
    if text == known.text and all(getattr(known, name) == fields[name] for name in fields):
        return
    label = _("Letter about the plan “{name}”", name=plan_name(document.snapshot, known.plan))
    with document.step(label) as tx:
        operations.change_line(tx, Communication, told_id, text=text, **fields)


def delete_audience(document: Document, told_id: str) -> Message:
    """Take somebody out of those who are told; returns the label of that."""
    plan_id = document.snapshot.get(Communication, told_id).plan
    label = _("Delete who is told of the plan “{name}”", name=plan_name(document.snapshot, plan_id))
    with document.step(label) as tx:
        operations.delete_line(tx, Communication, told_id)
    return label


def add_outreach(document: Document, plan_id: str, lines: Iterable[OutreachLine]) -> int:
    """Add people to reach out to, leaving out who is there already; returns how many came in."""
    known = document.snapshot.select(indexes.OUTREACH_OF_PLAN, plan_id)
    there = {one.who.casefold() for one in known}
    new = [line for line in lines if line.who.casefold() not in there]
    if new:
        name = plan_name(document.snapshot, plan_id)
        label = _("{n} to reach out to, for “{name}”", n=len(new), name=name)
        with document.step(label) as tx:
            for line in new:
                operations.add_line(
                    tx,
                    Outreach,
                    plan=plan_id,
                    who=line.who,
                    message=line.message,
                    date=line.date,
                    response=line.response,
                )
    return len(new)


def change_outreach(document: Document, outreach_id: str, **fields: Any) -> None:
    """Change a line of the list of people to reach out to."""
    who = shortened(document.snapshot.get(Outreach, outreach_id).who)
    with document.step(_("Reach out to {who}", who=who)) as tx:
        operations.change_line(tx, Outreach, outreach_id, **fields)


def delete_outreach(document: Document, outreach_id: str) -> None:
    """Take somebody off the list of people to reach out to."""
    who = shortened(document.snapshot.get(Outreach, outreach_id).who)
    with document.step(_("Take {who} off the list to reach out to", who=who)) as tx:
        operations.delete_line(tx, Outreach, outreach_id)


def _check_day(date: str, today: datetime.date) -> None:
    if not date:
        raise RefusedError(_("Say on which day."), _("Write it like 12 May 2026."))
    check_past(date, today)
