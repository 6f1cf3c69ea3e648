"""One drawing of both sides: the map after, with what is gone and the curve of before."""

from __future__ import annotations

from dataclasses import replace

from journeymapper.analysis.step_pairs import interleaved, pairs_of
from journeymapper.domain import queries
from journeymapper.domain.changes import Change
from journeymapper.domain.entities import Feeling, Persona, Touchpoint
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.compare.compared import (
    Compared,
    Picture,
    own_setting,
    pinned_of,
    tags_of,
)
from journeymapper.drawing.compare.tags import Tag, tag_group
from journeymapper.drawing.display_list import Box, Drawing, Group
from journeymapper.drawing.map.layout import MapLayout, lay_out
from journeymapper.drawing.map.setting import MapSetting

_BEFORE = "before:"
"""In front of ids that stand for something of the side before."""


def overlaid(compared: Compared, setting: MapSetting) -> Picture:
    """Return the map after with steps that are gone in their places, and a second curve.

    The steps keep the numbers they have after; those that are gone take none. Raises
    MissingEntityError without the map.
    """
    old, new = tags_of(compared)
    gone = [id_ for id_, tag in old.items() if tag is Tag.GONE]
    both = _merged(compared)
    own = own_setting(setting, compared.after.persona, compared.counts[1])
    own = replace(
        own,
        personas=(*own.personas, _BEFORE),
        unnumbered=frozenset(_BEFORE + id_ for id_ in gone),
    )
    layout = lay_out(both, compared.after.map_id, own)
    tags = new | {_BEFORE + id_: Tag.GONE for id_ in gone}
    groups = list(layout.drawing().groups)
    groups += tag_groups(layout, tags, "")
    pairs = pairs_of(compared.before, compared.after)
    boxes = spots_of(layout, 0.0)
    spots = dict(boxes)
    for here, there in (*pairs.stages.items(), *pairs.steps.items()):
        if there in boxes:
            spots[here] = boxes[there]
    spots |= {id_: boxes[_BEFORE + id_] for id_ in gone if _BEFORE + id_ in boxes}
    whole = Drawing(layout.width, layout.height, tuple(groups))
    return Picture(whole, spots, pinned_of(layout), layout.title_width)


def tag_groups(layout: MapLayout, tags: dict[str, Tag], prefix: str) -> list[Group]:
    """Return what is said at the cards of a layout."""
    cards = {g.entity: g for part in layout.parts for g in part if g.key.startswith("step:")}
    pen = layout.frame.pen
    return [
        tag_group(pen, f"{prefix}tag:{id_}", tag, cards[id_])
        for id_, tag in tags.items()
        if id_ in cards
    ]


def spots_of(layout: MapLayout, down: float) -> dict[str, Box]:
    """Return the boxes of the steps and stages of a layout, moved downwards."""
    found = {
        column.touchpoint: Box(column.x, down, column.w, layout.height)
        for column in layout.columns
        if column.touchpoint
    }
    return found | {id_: box.moved(0, down) for id_, box in layout.stage_boxes.items()}


def _merged(compared: Compared) -> Snapshot:
    """The state after with steps that are gone put back, and the feelings of before."""
    before, after = compared.before, compared.after
    pairs = pairs_of(before, after)
    ids = [step.id for step in before.steps], [step.id for step in after.steps]
    changes = [Change(Persona, _BEFORE, None, Persona(_BEFORE, compared.curve, compared.curve))]
    made: list[Change] = []
    stage = after.stages[0].id if after.stages else ""
    for place, (here, there) in enumerate(interleaved(*ids, pairs.steps)):
        if there:
            step = after.snapshot.get(Touchpoint, there)
            stage = step.stage
            made.append(Change(Touchpoint, there, step, replace(step, position=float(place))))
        elif stage:
            was = before.snapshot.get(Touchpoint, here)
            at = pairs.stages.get(was.stage, stage)
            ghost = replace(was, id=_BEFORE + here, stage=at, position=float(place), submap=None)
            made.append(Change(Touchpoint, ghost.id, None, ghost))
        else:
            continue
        felt = queries.feeling_of(before.snapshot, here, before.persona) if here else None
        if felt is not None:
            where = there or _BEFORE + here
            new = Feeling(_BEFORE + felt.id, where, _BEFORE, felt.value, felt.source, felt.n)
            made.append(Change(Feeling, new.id, None, new))
    return after.snapshot.with_changes([*changes, *made])
