"""Both sides one above the other, with columns of one width."""

from __future__ import annotations

from dataclasses import replace

from journeymapper.domain.message import Message
from journeymapper.drawing.compare.compared import (
    Compared,
    Picture,
    own_setting,
    pinned_of,
    tags_of,
)
from journeymapper.drawing.compare.overlay import spots_of, tag_groups
from journeymapper.drawing.display_list import Box, Drawing, Group, Reading
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.drawing.map.layout import MapLayout, lay_out
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.transform import scaled

_HEADING = 32.0
_GAP = 16.0


def stacked(compared: Compared, setting: MapSetting) -> Picture:
    """Return before above after; raises MissingEntityError without one of the maps."""
    tags = tags_of(compared)
    groups: list[Group] = []
    spots: dict[str, Box] = {}
    pinned: list[Group] = []
    headings: list[Group] = []
    width = top = titles = 0.0
    for place, side in enumerate((compared.before, compared.after)):
        own_ = own_setting(setting, side.persona, compared.counts[place])
        layout = lay_out(side.snapshot, side.map_id, own_)
        prefix = ("before:", "after:")[place]
        headings.append(_heading(layout.frame.pen, prefix, compared.names[place], top, layout))
        groups.append(headings[-1])
        top += _HEADING
        own = [*layout.drawing().groups, *tag_groups(layout, tags[place], "")]
        groups += [replace(scaled(g, 1.0, 0.0, top), key=prefix + g.key) for g in own]
        pinned += [scaled(g, 1.0, 0.0, top) for g in pinned_of(layout)]
        titles = layout.title_width
        spots |= spots_of(layout, top)
        width = max(width, layout.width)
        top += layout.height + _GAP
    whole = Drawing(width, top - _GAP, tuple(groups))
    return Picture(whole, spots, tuple(pinned), titles, tuple(headings))


def _heading(pen: Pen, prefix: str, name: Message, top: float, layout: MapLayout) -> Group:
    block = pen.line(pen.say(name), pen.style("heading"))
    shapes = placed(block, 10.0, (_HEADING - block.height) / 2)
    box = Box(0, top, layout.width, _HEADING)
    return Group(f"{prefix}heading", box, shapes, reading=Reading.STAGE)
