"""The one table of what stands under More of the place Plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journeymapper.domain.message import Message, _
from journeymapper.ui.late import late


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


MORE: tuple[MoreEntry, ...] = (
    MoreEntry("calendar", _("Put all dates in my calendar…"), late("plans.calendar", "offer_all")),
    MoreEntry("alerts", _("Call people back"), switch="plan.alerts"),
)
