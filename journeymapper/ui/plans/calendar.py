"""Puts the days of plans into a calendar file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from journeymapper.analysis.plans.dates import PlanDate, all_dates, dates_of_plan
from journeymapper.domain import queries
from journeymapper.domain.entities import Plan
from journeymapper.domain.message import Message, _
from journeymapper.export.files import write_all
from journeymapper.export.ics import Entry, calendar_file
from journeymapper.ui.context import Context
from journeymapper.ui.file_chooser import FileChooser
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.session import Session

SUFFIX = ".ics"


def offer_plan(context: Context, session: Session, plan_id: str, parent: QWidget) -> None:
    """Ask for a place and write the days of a plan there; say so when it has none."""
    document = session.document
    if document is None:
        return
    plan = document.snapshot.get(Plan, plan_id)
    days = dates_of_plan(document.snapshot, plan, today_of(context))
    offer_days(context, session, days, plan.title, parent)


def offer_all(context: Context, session: Session, parent: QWidget) -> None:
    """Ask for a place and write the days of all plans and simple tasks there."""
    document = session.document
    if document is None:
        return
    days = all_dates(document.snapshot, today_of(context))
    title = queries.project(document.snapshot).title
    offer_days(context, session, days, context.say(_("Plans of {name}", name=title)), parent)


def offer_days(
    context: Context, session: Session, days: Sequence[PlanDate], name: str, parent: QWidget
) -> None:
    """Ask for a place and write these days there; ``name`` is that of the calendar."""
    if not days:
        session.report(_("There is no day to put into a calendar yet: say until when first."))
        return
    kind = context.say(_("Calendar file"))
    out = FileChooser(context, parent).to_export(kind, name, SUFFIX)
    if out is None:
        return
    with session.guard():
        write(context, days, name, out)
        session.report(
            _("1 day is in {file}. Open it, and your calendar takes it.", file=out.name)
            if len(days) == 1
            else _(
                "{n} days are in {file}. Open it, and your calendar takes them.",
                n=len(days),
                file=out.name,
            )
        )


def write(context: Context, days: Sequence[PlanDate], name: str, out: Path) -> None:
    """Write days to a place; raises UserError."""
    say = context.say
    entries = [
        Entry(
            day.key,
            day.day,
            say(day.title),
            say(day.about) if isinstance(day.about, Message) else day.about,
        )
        for day in days
    ]
    write_all(out, [calendar_file(entries, context.services.clock(), name)])
