"""The one table of the views of the place Plan, in the order of its tabs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.late import late
from journeymapper.ui.plans.view import PlanView


@dataclass(frozen=True, slots=True)
class ViewEntry:
    """A view by its key; ``make(context, session)`` builds it.

    ``more`` is the key of ``Project.more`` that shows it; empty: it is always there.
    """

    key: str
    title: Message
    make: Callable[..., PlanView]
    more: str = ""


VIEWS: tuple[ViewEntry, ...] = (
    ViewEntry("list", _("List"), late("plans.list_view", "ListView")),
    ViewEntry("board", _("Board"), late("plans.board", "Board")),
    ViewEntry("timeline", _("Timeline"), late("plans.timeline", "TimelineView")),
    ViewEntry("owners", _("By person"), late("plans.owners", "OwnerView")),
    ViewEntry("impact", _("Impact"), late("plans.impact", "ImpactView")),
    ViewEntry("back", _("Call back"), late("plans.back_view", "BackView"), "plan.alerts"),
)


def shown_views(snapshot: Snapshot) -> tuple[ViewEntry, ...]:
    """Return the views that this document shows."""
    wanted = queries.project(snapshot).more
    return tuple(view for view in VIEWS if not view.more or view.more in wanted)
