"""Words for the choices of a plan."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.domain.kinds import Better
from journeymapper.domain.kinds_plan import (
    Horizon,
    KpiKind,
    PlanKind,
    ReviewStatus,
    Trigger,
    WorkType,
)
from journeymapper.domain.message import Message, _

TRIGGERS: Mapping[Trigger, Message] = {
    Trigger.UNKNOWN: _("Not said"),
    Trigger.GAP: _("A gap on the map"),
    Trigger.COMPLAINT: _("A complaint"),
    Trigger.NONCONFORMANCE: _("Something was not as agreed"),
    Trigger.AUDIT: _("An audit"),
    Trigger.TREND: _("A trend that turned bad"),
    Trigger.CAUSE: _("A cause that could do harm"),
    Trigger.WORKSHOP: _("A workshop"),
    Trigger.SURVEY: _("Answers to questions"),
}
KINDS: Mapping[PlanKind, Message] = {
    PlanKind.CORRECTIVE: _("Mends what happened"),
    PlanKind.PREVENTIVE: _("Prevents what could happen"),
}
HORIZONS: Mapping[Horizon, Message] = {
    Horizon.SYSTEMIC: _("Mends how we work"),
    Horizon.IMMEDIATE: _("Helps now, for those concerned"),
}
WORK: Mapping[WorkType, Message] = {
    WorkType.UNKNOWN: _("Not said"),
    WorkType.TRAINING: _("Training"),
    WorkType.SYSTEMS: _("Programs and equipment"),
    WorkType.GOALS: _("Shared goals"),
    WorkType.OUTREACH: _("Reaching out"),
    WorkType.PROCESS: _("The way we work"),
}
KPI_KINDS: Mapping[KpiKind, Message] = {
    KpiKind.COUNT: _("Count yes or no"),
    KpiKind.QUESTION: _("A question we ask"),
    KpiKind.NUMBER: _("A number by hand"),
}
BETTER: Mapping[Better, Message] = {
    Better.HIGH: _("More is better"),
    Better.LOW: _("Less is better"),
}
REVIEWS: Mapping[ReviewStatus, Message] = {
    ReviewStatus.ON_TRACK: _("On track"),
    ReviewStatus.AT_RISK: _("At risk"),
    ReviewStatus.OFF_TRACK: _("Off track"),
}
