"""The one table of what stands under More of the place Plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journeymapper.domain.message import Message, _
from journeymapper.ui.late import late
from journeymapper.ui.plans.habits import opening as habits


@dataclass(frozen=True, slots=True)
class MoreEntry:
    """An entry of the menu; ``open(context, session, parent)`` shows it until it is closed.

    With ``switch`` the entry is ticked instead, and shows or hides what has this key in
    ``Project.more``.
    """

    key: str
    title: Message
    open: Callable[..., None] | None = None
    switch: str = ""
    begins: bool = False
    """A line parts it from the entry before."""


MORE: tuple[MoreEntry, ...] = (
    MoreEntry("calendar", _("Put all dates in my calendar…"), late("plans.calendar", "offer_all")),
    MoreEntry("save", _("Save as a table…"), late("plans.list_file", "save_list")),
    MoreEntry("take", _("Take in a changed list…"), late("plans.list_file", "take_list")),
    MoreEntry("review", _("Review of all plans…"), late("plans.review_dialog", "open_review")),
    MoreEntry("path", _("Critical path…"), late("plans.more_tables", "open_path"), begins=True),
    MoreEntry("raci", _("Who does what (RACI)…"), late("plans.more_tables", "open_raci")),
    MoreEntry("portfolio", _("Portfolio…"), late("plans.more_tables", "open_portfolio")),
    MoreEntry("alerts", _("Call people back"), switch="plan.alerts", begins=True),
    MoreEntry("risks", _("Risks…"), habits.open_risks, begins=True),
    MoreEntry("behaviours", _("What each role does…"), habits.open_behaviours),
    MoreEntry("role_cards", _("Role cards…"), habits.open_role_cards),
    MoreEntry("training", _("Training…"), habits.open_trainings),
    MoreEntry("readiness", _("Are we ready?…"), habits.open_readiness),
    MoreEntry("programme", _("Programme in five steps…"), habits.open_programme),
    MoreEntry("crisis", _("Crisis sheets…"), habits.open_crises),
)
