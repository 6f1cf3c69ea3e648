"""What the legend of a sheet says of the ways: the marks used, and what the ways come to."""

from __future__ import annotations

from collections.abc import Sequence

from journeymapper.analysis import journey_figures
from journeymapper.analysis.journey_flow import JourneyFlow, flow_of
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Path, Shape
from journeymapper.drawing.lettering import placed
from journeymapper.drawing.map import ways_words
from journeymapper.drawing.map.setting import Frame
from journeymapper.drawing.map.ways import is_wanted, names_of
from journeymapper.drawing.map.ways_marks import handoff_mark, switch_mark
from journeymapper.text.runs import TextStyle

Entry = tuple[tuple[Shape, ...], float, float]
"""Shapes from their own corner, width and height of what they show."""

_MIDDLE = 5.4


def entries(
    snapshot: Snapshot, map_id: str, frame: Frame, width: float, style: TextStyle
) -> list[Entry]:
    """Return the entries of a legend ``width`` points wide; none where no ways are shown."""
    if not is_wanted(frame):
        return []
    net = flow_of(snapshot, map_id)
    if not net.drawn:
        return []
    pen = frame.pen
    found: list[Entry] = []
    for shapes, message in _marks(net):
        block = pen.line(pen.say(message), style)
        found.append(((*shapes, *placed(block, 20, 0, "text_secondary")), 20 + block.width, 15.0))
    for message in _sentences(snapshot, map_id, frame, net):
        block = pen.block(pen.say(message), style, width)
        found.append((placed(block, 0, 0, "text_secondary"), block.width, block.height + 5))
    return found


def _marks(net: JourneyFlow) -> list[tuple[Sequence[Shape], Message]]:
    every = [way for ways in net.ways.values() for way in ways]
    order = {step: i for i, step in enumerate(net.touchpoints)}
    found: list[tuple[Sequence[Shape], Message]] = []
    if any(way.handoff for way in every):
        found.append((handoff_mark(7, _MIDDLE), _("Somebody else takes over")))
    if any(way.switch for way in every):
        found.append((switch_mark(8, _MIDDLE), _("Another means of contact")))
    if any(not way.to_end and order[way.target] < order[way.source] for way in every):
        line = Path(
            (("M", 0, _MIDDLE), ("L", 16, _MIDDLE)),
            stroke="text_secondary",
            width=1.25,
            dash=(4.0, 3.0),
        )
        found.append(((line,), _("Goes back")))
    return found


def _sentences(
    snapshot: Snapshot, map_id: str, frame: Frame, net: JourneyFlow
) -> tuple[Message, ...]:
    names = dict(names_of(snapshot, map_id, net))
    try:
        figures = journey_figures.figures(net, names.__getitem__)
    except UserError as error:
        return (error.message,)
    said = ways_words.main_sentences(figures, frame.project.people, names)
    return (*said, *ways_words.caveats(net))
