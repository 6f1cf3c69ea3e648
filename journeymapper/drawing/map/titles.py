"""Row titles at the start side; the Feeling row's also holds its scale and its figures."""

from __future__ import annotations

from collections.abc import Sequence

from journeymapper.analysis.emotion import EmotionCurve
from journeymapper.domain.entities import Lane, Persona
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.records import dataclass
from journeymapper.drawing.display_list import Box, Group, Icon, Path, Reading, Rect, Shape
from journeymapper.drawing.lettering import minus, placed, signed
from journeymapper.drawing.map.feeling import SURE_HEIGHT, chart_of
from journeymapper.drawing.map.places import TITLE_LEFT, Row
from journeymapper.drawing.map.setting import Frame
from journeymapper.drawing.marks import persona_role
from journeymapper.text.runs import TextBlock, TextStyle

_ICON = 15.0
_TEXT_LEFT = 30.0
_TOP = 9.0
_STRIP_LINE = 13.0

_STRIPS = {
    LaneKind.FRONTSTAGE: _("The two meet here"),
    LaneKind.BACKSTAGE: _("Nobody sees below"),
    LaneKind.SUPPORT: _("Helpers below"),
}
"""The words of the blueprint line above a kind of row."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What the title of the Feeling row tells about one persona."""

    persona: Persona
    rank: int
    curve: EmotionCurve


def title_heights(frame: Frame, figures: Sequence[Figures], width: float) -> dict[str, float]:
    """Return the height that each row's title needs, by lane."""
    return {lane.id: _shapes(frame, lane, figures, width)[1] for lane in frame.lanes}


def title_groups(
    frame: Frame,
    rows: Sequence[Row],
    figures: Sequence[Figures],
    width: float,
    *,
    repeated: bool = False,
) -> tuple[Group, ...]:
    """Return the title of each row, in a column of this width."""
    lanes = {lane.id: lane for lane in frame.lanes}
    reading = Reading.DECORATION if repeated else Reading.TEXT
    groups: list[Group] = []
    for row in rows:
        shapes, _height = _shapes(frame, lanes[row.lane], figures, width)
        if row.kind == LaneKind.FEELING:
            shapes = (*shapes, *_scale(frame, row, width))
        box = Box(0, row.y, width, row.h)
        groups.append(Group(f"row:{row.lane}", box, shapes, row.lane, reading))
        if row.strip:
            groups.append(_strip(frame, row, width, reading))
    return tuple(groups)


def titles_ground(rows: Sequence[Row], top: float, bottom: float, width: float) -> Group:
    """Return what lies behind the titles."""
    shapes: list[Shape] = [Rect(Box(0, 0, width, bottom - top), "chrome")]
    shapes += [Rect(Box(0, row.bottom - top - 1, width, 1), "line") for row in rows]
    shapes.append(Rect(Box(width - 1, 0, 1, bottom - top), "line_strong"))
    return Group("titles", Box(0, top, width, bottom - top), tuple(shapes), layer=-3)


def row_title(frame: Frame, lane: Lane) -> str:
    """Return a row's title: the user's own, else the label of its kind."""
    label = frame.setting.tokens.lane_label(lane.kind.value)
    return lane.title or frame.pen.say(Message(label))


def _shapes(
    frame: Frame, lane: Lane, figures: Sequence[Figures], width: float
) -> tuple[tuple[Shape, ...], float]:
    pen = frame.pen
    folded = lane.id in frame.setting.folded
    name = "chevron-right" if folded else frame.setting.tokens.lane_icon(lane.kind.value)
    icon = Icon(name, TITLE_LEFT, _TOP, _ICON)
    room = width - _TEXT_LEFT - 4
    if lane.kind == LaneKind.FEELING:
        room -= 22  # the scale stands beside it
    block = pen.block(row_title(frame, lane), pen.style("subheading"), room)
    shapes: tuple[Shape, ...] = (icon, *placed(block, _TEXT_LEFT, _TOP - 1))
    height = _TOP + block.height
    if lane.kind == LaneKind.FEELING:
        more, height = _figures(frame, figures, height + 5, width)
        shapes = (*shapes, *more)
        height += SURE_HEIGHT
    return shapes, height + 6


def _figures(
    frame: Frame, figures: Sequence[Figures], top: float, width: float
) -> tuple[tuple[Shape, ...], float]:
    """The personas: line, name and average; what the main one will remember."""
    pen = frame.pen
    meta = pen.style("card_meta")
    room = width - TITLE_LEFT - 26
    shapes: list[Shape] = []
    y = top
    for one in figures:
        name = pen.block(one.persona.short or one.persona.name, pen.style("subheading"), room - 22)
        shapes.append(_sample(frame, one.rank, y + 8))
        shapes += placed(name, TITLE_LEFT + 28, y)
        y += name.height
        if one.curve.mean is None:
            y += 3
            continue
        number = minus(one.curve.mean)
        average = pen.block(pen.say(_("average {number}", number=number)), meta, room)
        shapes += placed(average, TITLE_LEFT, y - 1, "text_secondary")
        y += average.height + 3
    if figures and figures[0].curve.peak_end is not None:
        y += 2
        main = figures[0]
        said = _("How {name} will remember it", name=main.persona.short or main.persona.name)
        block = pen.block(pen.say(said), meta, room)
        shapes += placed(block, TITLE_LEFT, y, "text_secondary")
        number = minus(figures[0].curve.peak_end)
        y += block.height
        shapes += placed(pen.line(number, pen.style("card_meta", 700)), TITLE_LEFT, y)
        y += meta.line
    return tuple(shapes), y


def _sample(frame: Frame, rank: int, y: float) -> Path:
    stroke = ("curve_primary", "curve_secondary", "curve_third")[rank]
    tokens = frame.setting.tokens
    return Path(
        (("M", TITLE_LEFT, y), ("L", TITLE_LEFT + 22, y)),
        stroke=persona_role(rank),
        width=tokens.stroke(stroke),
        dash=tokens.dash(stroke),
    )


def _scale(frame: Frame, row: Row, width: float) -> tuple[Shape, ...]:
    pen = frame.pen
    chart = chart_of(row)
    style = pen.style("tick")
    shapes: list[Shape] = []
    for value in (5, 0, -5):
        block = pen.line(signed(value), style)
        y = chart.y(value) - row.y - style.line / 2
        shapes += placed(block, width - 6 - block.width, y, "text_secondary")
    sure = pen.block(pen.say(_("How sure")), pen.style("card_meta"), width - TITLE_LEFT - 4)
    shapes += placed(sure, TITLE_LEFT, row.h - SURE_HEIGHT + 3, "text_tertiary")
    return tuple(shapes)


def strip_block(frame: Frame, kind: LaneKind) -> TextBlock | None:
    """Return the words of the blueprint line above a kind of row; None where there is none.

    Both lines are condensed where one of them is too long, and take several lines if they must.
    """
    if kind not in _STRIPS:
        return None
    pen = frame.pen
    room = frame.setting.tokens.size("lane_title") - TITLE_LEFT - 4
    style = pen.style("label", 600)
    if any(pen.line(pen.say(said), style).width > room for said in _STRIPS.values()):
        style = TextStyle(style.size, _STRIP_LINE, style.weight, "condensed")
    return pen.block(pen.say(_STRIPS[kind]), style, room)


def _strip(frame: Frame, row: Row, width: float, reading: Reading) -> Group:
    block = strip_block(frame, row.kind)
    shapes: tuple[Shape, ...] = ()
    if block is not None:
        shapes = placed(block, TITLE_LEFT, (row.strip - block.height) / 2, "text_secondary")
    box = Box(0, row.y - row.strip, width, row.strip)
    return Group(f"strip:{row.lane}", box, shapes, reading=reading)
