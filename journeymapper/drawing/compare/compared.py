"""What is compared, and what a drawing of it tells besides the picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from journeymapper.analysis.step_pairs import Side, pairs_of
from journeymapper.analysis.step_pairs import moved as moved_of
from journeymapper.domain.counts import Counts
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import Message
from journeymapper.drawing.compare.tags import Tag
from journeymapper.drawing.display_list import Box, Drawing, Group
from journeymapper.drawing.map.layout import MapLayout
from journeymapper.drawing.map.setting import MapSetting

_SHOWN = (LaneKind.TOUCHPOINT, LaneKind.FEELING, LaneKind.PAIN)


@dataclass(frozen=True, slots=True)
class Compared:
    """Both sides, what each is called, and the name of the curve that stands for before.

    ``counts`` are the answers of each side; None for a state of the past, of which nobody knows
    any more how many had answered.
    """

    before: Side
    after: Side
    names: tuple[Message, Message]
    curve: str
    counts: tuple[Counts | None, Counts | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished drawing; ``spots`` are the boxes of steps and stages by the ids of both sides.

    ``pinned`` are the groups of the drawing that stay at its start, within ``pinned_width``,
    while the rest is scrolled; ``headings`` stay too and may be wider.
    """

    drawing: Drawing
    spots: Mapping[str, Box]
    pinned: tuple[Group, ...] = ()
    pinned_width: float = 0.0
    headings: tuple[Group, ...] = ()


def pinned_of(layout: MapLayout) -> tuple[Group, ...]:
    """Return what stands before the cells of a layout: row titles and the corner above them."""
    corner = [g for g in layout.header[1:] if g.box.x + g.box.w <= layout.title_width]
    return (layout.header[0], *corner, *layout.titles)


def own_setting(setting: MapSetting, persona: str, counts: Counts | None) -> MapSetting:
    """Return the setting for a comparison: steps, feelings, pains, what was measured; no hints."""
    shown = _SHOWN if counts is None else (*_SHOWN, LaneKind.METRIC)
    return replace(
        setting,
        personas=(persona,) if persona else (),
        fit_width=None,
        collapsed=frozenset(),
        paper=True,
        counts=counts,
        without=frozenset(kind for kind in LaneKind if kind not in shown),
    )


def tags_of(compared: Compared) -> tuple[dict[str, Tag], dict[str, Tag]]:
    """Return what is to be said at steps: by ids before, and by ids after."""
    before, after = compared.before, compared.after
    pairs = pairs_of(before, after)
    here = {step.id: step for step in before.steps}
    there = {step.id: step for step in after.steps}
    order = moved_of(list(here), list(there), pairs.steps)
    old: dict[str, Tag] = {id_: Tag.GONE for id_ in here if id_ not in pairs.steps}
    new: dict[str, Tag] = {id_: Tag.ADDED for id_ in there if id_ not in pairs.steps.values()}
    for id_, other in pairs.steps.items():
        elsewhere = pairs.stages.get(here[id_].stage) != there[other].stage
        if elsewhere or id_ in order:
            old[id_] = new[other] = Tag.MOVED
        elif here[id_].name != there[other].name:
            old[id_] = new[other] = Tag.RENAMED
    return old, new
