"""The legend of a sheet: owners, channels, marks and the scale of feelings. In points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journeymapper.analysis.step_figures import AtStep
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Card, Channel, Role
from journeymapper.domain.kinds import LaneKind, MomentOfTruth, Severity
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Box, Icon, Rect, Shape
from journeymapper.drawing.lettering import Pen, placed, signed
from journeymapper.drawing.map import own_map, sure, ways_legend, words
from journeymapper.drawing.map.setting import Frame
from journeymapper.drawing.marks import diamond, persona_role, severity_mark
from journeymapper.drawing.outlines import circle
from journeymapper.drawing.theme import feeling_role
from journeymapper.drawing.transform import shifted
from journeymapper.text.runs import TextStyle

_TEXT = TextStyle(7.5, 10, 400)
_STRONG = TextStyle(7.5, 10, 600)
_LINE = 15.0
_GAP = 10.0
_MARK = 11.0
_WIDEST = 180.0
"""Longer names take several lines."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: its shapes from their own corner, and its size."""

    shapes: tuple[Shape, ...]
    width: float
    height: float = _LINE


@dataclass(frozen=True, slots=True)
class Legend:
    """All shapes of the legend from its corner, and its height."""

    shapes: tuple[Shape, ...]
    height: float


def legend_of(snapshot: Snapshot, map_id: str, frame: Frame, width: float) -> Legend:
    """Return the legend of what the map really uses, ``width`` points wide."""
    pen = frame.pen
    steps = queries.touchpoints_of_map(snapshot, map_id)
    kinds = {lane.kind for lane in frame.lanes}
    sections: list[tuple[list[Item], list[Item]]] = []
    shown = LaneKind.TOUCHPOINT in kinds
    owners = [role for role in frame.roles.values() if any(s.owner == role.id for s in steps)]
    used = {channel for step in steps for channel in step.channels}
    channels = [channel for channel in frame.channels.values() if channel.id in used]
    channels.sort(key=lambda channel: (channel.position, channel.id))
    if shown or LaneKind.CHANNEL in kinds:
        sections.append(
            (
                _section(pen, _("Owner"), [_owner(frame, role) for role in owners]),
                _section(pen, _("Where"), [_channel(pen, channel) for channel in channels]),
            )
        )
    marks: list[Item] = []
    pains = {card.severity for lane in frame.pain_lanes for card in _cards(snapshot, lane)}
    marks += [_severity(pen, one) for one in words.SEVERITIES if one in pains]
    if shown and any(step.moment_of_truth != MomentOfTruth.NONE for step in steps):
        marks.append(_moment(pen))
    if shown and frame.own:
        marks.append(_own_map(pen))
    if shown:
        marks += _score(snapshot, frame, (step.id for step in steps))
    label = _("Pain") if pains - {Severity.UNRATED} else _("Marks")
    scale = [_scale(pen), *_counted(snapshot, frame)] if LaneKind.FEELING in kinds else []
    sections.append((_section(pen, label, marks), _section(pen, _("Feeling"), scale)))
    said = ways_legend.entries(snapshot, map_id, frame, width, _TEXT)
    sections.append((_section(pen, _("Ways"), [Item(*entry) for entry in said]), []))
    return _flow(sections, width)


def _cards(snapshot: Snapshot, lane: str) -> Iterable[Card]:
    return snapshot.select(indexes.CARDS_OF_LANE, lane)


def _section(pen: Pen, label: Message, items: Sequence[Item]) -> list[Item]:
    if not items:
        return []
    block = pen.line(pen.say(label), _STRONG)
    return [Item(placed(block, 0, 0), block.width), *items]


def _named(pen: Pen, mark: Sequence[Shape], wide: float, name: str) -> Item:
    block = pen.block(name, _TEXT, _WIDEST)
    height = block.height + _LINE - _TEXT.line
    return Item((*mark, *placed(block, wide, 0, "text_secondary")), wide + block.width, height)


def _owner(frame: Frame, role: Role) -> Item:
    return _named(frame.pen, [circle(3, 5.2, 3, frame.owner_dot(role))], 10, role.name)


def _channel(pen: Pen, channel: Channel) -> Item:
    name = pen.tokens.channel_icon(channel.icon or channel.kind.value)
    return _named(pen, [Icon(name, 0, -0.2, 10.5)], 14, channel.name)


def _severity(pen: Pen, severity: Severity) -> Item:
    mark = severity_mark(pen, severity, 0, -0.5, _MARK)
    return _named(pen, mark, _MARK + 4, pen.say(words.SEVERITIES[severity]))


def _moment(pen: Pen) -> Item:
    return _named(pen, [diamond(4.5, 5, 9)], 13, pen.say(_("Moment of truth")))


def _own_map(pen: Pen) -> Item:
    mark = Icon(own_map.ICON, 0, -0.2, 10.5)
    return _named(pen, [mark], 14, pen.say(_("Has a map of its own")))


def _counted(snapshot: Snapshot, frame: Frame) -> list[Item]:
    """The hollow mark of feelings that are counted from own maps; its words say from how many."""
    pen, main = frame.pen, frame.personas[0].id if frame.personas else ""
    shown = [
        (felt, own)
        for step, own in frame.own.items()
        if (felt := own.felt_by(main)) is not None
        and queries.feeling_of(snapshot, step, main) is None
    ]
    if not shown:
        return []
    felt, own = shown[0]
    said = _("Average of the step’s own map")
    if len(shown) == 1:
        said = _("Average of its own map, {n} of {total} steps", n=felt.n, total=own.steps)
    box = Box(0.5, 1, 15, 8)
    mark = Rect(box, "surface", persona_role(0), 1.25, radius=4)
    return [_named(pen, [mark], 20, pen.say(said))]


def _score(snapshot: Snapshot, frame: Frame, steps: Iterable[str]) -> list[Item]:
    main = frame.personas[0].id if frame.personas else ""
    for step in steps:
        told = frame.told.get(step, AtStep())
        ratings = told.before(snapshot.select(indexes.RATINGS_OF_TOUCHPOINT, step))
        score = sure.our_score(ratings, main)
        if score is not None:
            number = _("{score} of 10", score=sure.score_text(score))
            block = frame.pen.line(frame.pen.say(number), _STRONG)
            said = frame.pen.say(_("Our score"))
            return [_named(frame.pen, placed(block, 0, 0), block.width + 4, said)]
    return []


def _scale(pen: Pen) -> Item:
    low, high = pen.line(signed(-5), _TEXT), pen.line(signed(5), _TEXT)
    shapes: list[Shape] = [*placed(low, 0, 0, "text_secondary")]
    x = low.width + 4
    for value in range(-5, 6):
        shapes.append(Rect(Box(x, 1.2, 9, 7.6), feeling_role(value)))
        x += 9
    shapes += placed(high, x + 4, 0, "text_secondary")
    return Item(tuple(shapes), x + 4 + high.width)


def _flow(sections: Sequence[tuple[list[Item], list[Item]]], width: float) -> Legend:
    """Put sections in pairs: one from the start side, one to the end side where both fit."""
    shapes: list[Shape] = []
    y = 0.0
    for first, second in sections:
        left, right = _length(first), _length(second)
        if first and second and left + right + 3 * _GAP <= width:
            below = _run(shapes, first, 0.0, y, width)
            y = max(below, _run(shapes, second, width - right, y, width))
            continue
        for items in (first, second):
            if items:
                y = _run(shapes, items, 0.0, y, width)
    return Legend(tuple(shapes), y)


def _length(items: Sequence[Item]) -> float:
    return sum(item.width for item in items) + _GAP * max(0, len(items) - 1)


def _run(shapes: list[Shape], items: Sequence[Item], x: float, y: float, width: float) -> float:
    """Put items in lines from (x, y) on; return where the next line begins."""
    start, line = x, 0.0
    for item in items:
        if x > start and x + item.width > width + 0.01:
            x, y, line = start, y + line, 0.0
        shapes += [shifted(shape, x, y) for shape in item.shapes]
        x += item.width + _GAP
        line = max(line, item.height)
    return y + line
