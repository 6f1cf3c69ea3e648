"""The choices of rows that every map offers, besides those that users keep themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from journeymapper.domain.entities import Lane
from journeymapper.domain.kinds import LaneKind


class RowView(StrEnum):
    """A choice of rows for one purpose."""

    BLUEPRINT = "blueprint"
    """What is seen, what is not, and who helps behind it (R041, R045, R080)."""
    HASSLE = "hassle"
    """What goes wrong and how hard it is (R069)."""
    STORYBOARD = "storyboard"
    """The journey in pictures."""


ROWS_OF: Mapping[RowView, tuple[LaneKind, ...]] = {
    RowView.BLUEPRINT: (
        LaneKind.DOING,
        LaneKind.TOUCHPOINT,
        LaneKind.PHYSICAL_EVIDENCE,
        LaneKind.FRONTSTAGE,
        LaneKind.BACKSTAGE,
        LaneKind.HANDOFF,
        LaneKind.SUPPORT,
        LaneKind.SYSTEM,
    ),
    RowView.HASSLE: (
        LaneKind.TOUCHPOINT,
        LaneKind.PAIN,
        LaneKind.WAIT,
        LaneKind.EFFORT,
    ),
    RowView.STORYBOARD: (LaneKind.IMAGE, LaneKind.DOING, LaneKind.TOUCHPOINT),
}
"""The kinds of rows that each view shows."""


def usual_index(lanes: Sequence[Lane], kind: LaneKind) -> int:
    """Return where a row of a kind usually stands among these rows."""
    order = list(LaneKind)
    earlier = order.index(kind)
    return sum(1 for lane in lanes if order.index(lane.kind) <= earlier)


def shows(lanes: Sequence[Lane], view: RowView) -> bool:
    """Say whether exactly the rows of a view are visible."""
    return {lane.kind for lane in lanes if lane.visible} == set(ROWS_OF[view])
