"""A map that is being begun: stages, steps and the curve with faces, all in one width.

Steps still to come are dashed. With ``pains`` what goes wrong stands below the curve.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Stage, Touchpoint
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.curve import curve, slopes
from journeymapper.drawing.display_list import (
    Box,
    Drawing,
    Group,
    Path,
    Reading,
    Rect,
    Shape,
)
from journeymapper.drawing.lettering import Pen, placed, signed
from journeymapper.drawing.map import words
from journeymapper.drawing.marks import face
from journeymapper.drawing.outlines import circle, rounded
from journeymapper.text.runs import TextBlock, TextStyle

_STAGE = TextStyle(12, 16, 600)
_NUMBER = TextStyle(11, 15, 700)
_NAME = TextStyle(11, 14, 600, "condensed")
_PAIN = TextStyle(12, 15, 400, "condensed")
_OFTEN = TextStyle(12, 15, 700, "condensed")

_PAD = 7.0
_BAR = 3.0
_GAP = 6.0
_NAME_LINES, _PAIN_LINES = 2, 3
_WAITING = 4.0
"""Radius of the mark of a step without a feeling."""

_LARGEST_FACE = 15.0
_LEAST_CURVE = 40.0
_DASH = (3.0, 3.0)
_NARROWEST = 0.2
"""No letter is narrower, as a share of its size: longer texts need not be tried whole."""


@dataclass(frozen=True, slots=True)
class GrowingMap:
    """What to draw: the map, the step that is shown, those still to come, and pains or not."""

    map_id: str
    current: str = ""
    coming: frozenset[str] = frozenset()
    pains: bool = False


@dataclass(frozen=True, slots=True)
class _Column:
    stage: Stage
    stage_number: int
    number: str
    step: Touchpoint | None
    feeling: int | None
    pain: Card | None
    x: float
    w: float

    @property
    def middle(self) -> float:
        return self.x + self.w / 2


def growing(snapshot: Snapshot, what: GrowingMap, pen: Pen, width: float, height: float) -> Drawing:
    """Return the drawing, ``width`` by ``height`` or wider where there are many steps.

    Names that are too long end in dots; the map itself shows them whole. Raises
    MissingEntityError without the map.
    """
    columns = _columns(snapshot, what.map_id, pen.tokens.size("touchpoint_fit_width_min"), width)
    groups: list[Group] = []
    top = _stages(columns, pen, groups)
    top = _steps(columns, pen, what, top, groups) + _GAP
    below = _pains_height(columns, pen) if what.pains else 0.0
    bottom = max(top + _LEAST_CURVE, height - below)
    groups += _chart(columns, what, Box(0, top, _right(columns), bottom - top), pen)
    if what.pains:
        groups += _pains(columns, pen, bottom + _GAP)
    whole = max(height, bottom + below)
    groups.insert(0, _lines(columns, whole))
    return Drawing(max(width, _right(columns)), whole, tuple(groups))


def _right(columns: list[_Column]) -> float:
    return columns[-1].x + columns[-1].w if columns else 0.0


def _columns(snapshot: Snapshot, map_id: str, least: float, width: float) -> list[_Column]:
    personas = queries.personas_of_map(snapshot, map_id) or queries.personas(snapshot)
    lanes = queries.lanes(snapshot, map_id)
    lane = next((lane.id for lane in lanes if lane.kind == LaneKind.PAIN), "")
    numbers = queries.numbers(snapshot, map_id)
    places: list[tuple[Stage, Touchpoint | None]] = []
    for stage in queries.stages(snapshot, map_id):
        steps = queries.touchpoints(snapshot, stage.id)
        places += [(stage, step) for step in steps] or [(stage, None)]
    w = max(least, width / max(1, len(places)))
    found: list[_Column] = []
    for i, (stage, step) in enumerate(places):
        feeling = pain = None
        if step is not None:
            if personas:
                feeling = queries.feeling_of(snapshot, step.id, personas[0].id)
            pain = next(iter(queries.cards_at(snapshot, lane, step.id)), None)
        found.append(
            _Column(
                stage=stage,
                stage_number=int(numbers[stage.id]),
                number=numbers[step.id] if step is not None else "",
                step=step,
                feeling=feeling.value if feeling is not None else None,
                pain=pain,
                x=i * w,
                w=w,
            )
        )
    return found


def _spans(columns: list[_Column]) -> Iterator[tuple[_Column, float]]:
    """The first column of each stage, and where its last one ends."""
    for i, column in enumerate(columns):
        if i == 0 or columns[i - 1].stage.id != column.stage.id:
            same = [c for c in columns if c.stage.id == column.stage.id]
            yield column, same[-1].x + same[-1].w


def _stages(columns: list[_Column], pen: Pen, groups: list[Group]) -> float:
    """Add the stages; return the height they take."""
    found: list[tuple[_Column, float, TextBlock]] = []
    for first, right in _spans(columns):
        words_ = f"{first.stage_number} {first.stage.name}".strip()
        block = shortened(pen, words_, _STAGE, right - first.x - 2 * _PAD, 1)
        found.append((first, right, block))
    height = _BAR + _STAGE.line + 5
    for first, right, block in found:
        w = right - first.x - 4
        ink = f"stage.{first.stage_number}.ink"
        shapes: list[Shape] = [
            Path(rounded(Box(0, _BAR, w, height - _BAR), 0, 3), f"stage.{first.stage_number}.tint"),
            Path(rounded(Box(0, 0, w, _BAR), 1.5, 0), ink),
            *placed(block, _PAD, _BAR + 2, ink),
        ]
        box = Box(first.x + 2, 0, w, height)
        key = f"stage:{first.stage.id}"
        groups.append(Group(key, box, tuple(shapes), first.stage.id, Reading.STAGE))
    return height


def _steps(
    columns: list[_Column], pen: Pen, what: GrowingMap, top: float, groups: list[Group]
) -> float:
    """Add the cards of the steps; return where they end."""
    blocks = {
        c.step.id: shortened(pen, c.step.name, _NAME, c.w - 6 - 2 * _PAD + 4, _NAME_LINES)
        for c in columns
        if c.step is not None
    }
    tallest = max((block.height for block in blocks.values()), default=0.0)
    y, h = top + 4, 5 + _NUMBER.line + 2 + max(tallest, _NAME.line) + 6
    for column in columns:
        step = column.step
        if step is None:
            continue
        w = column.w - 6
        coming, current = step.id in what.coming, step.id == what.current
        edge = "accent" if current else "control_border" if coming else "line_strong"
        line = 2.0 if current else 1.0
        ground = Rect(
            Box(line / 2, line / 2, w - line, h - line),
            "" if coming and not current else "surface",
            edge,
            line,
            5.0,
            _DASH if coming and not current else (),
        )
        ink = "text_secondary" if coming and not current else f"stage.{column.stage_number}.ink"
        name = "text_secondary" if coming and not current else "text"
        shapes = (
            ground,
            *placed(pen.line(column.number, _NUMBER), _PAD, 5, ink),
            *placed(blocks[step.id], _PAD, 5 + _NUMBER.line + 2, name),
        )
        box = Box(column.x + 3, y, w, h)
        groups.append(Group(f"step:{step.id}", box, shapes, step.id, Reading.STEP, layer=1))
    return y + h


def _chart(columns: list[_Column], what: GrowingMap, box: Box, pen: Pen) -> Iterator[Group]:
    """The two tints, the line of the persona, a face for each feeling."""
    radius = min(_LARGEST_FACE, box.h / 6)
    unit = (box.h / 2 - radius - 1) / 5
    zero = box.h / 2
    yield Group(
        "chart",
        box,
        (
            Rect(Box(0, 0, box.w, zero), "emotion_above_zero"),
            Rect(Box(0, zero, box.w, zero), "emotion_below_zero"),
            Rect(Box(0, zero - 0.75, box.w, 1.5), "line_strong"),
        ),
    )
    known = [(c.middle, zero - c.feeling * unit) for c in columns if c.feeling is not None]
    if len(known) > 1:
        line = Path(
            curve(known, slopes(known)),
            stroke="persona_1",
            width=pen.tokens.stroke("curve_primary"),
            round_ends=True,
        )
        yield Group("curve", box, (line,), layer=2)
    for column in columns:
        if column.step is None:
            continue
        key, alt = f"face:{column.step.id}", _alt(column)
        if column.feeling is not None:
            y = zero - column.feeling * unit
            shapes = face(column.feeling, radius, radius, radius)
            at = Box(column.middle - radius, box.y + y - radius, 2 * radius, 2 * radius)
            yield Group(key, at, shapes, column.step.id, Reading.FIGURE, alt, layer=3)
        else:
            dash = (2.0, 2.0) if column.step.id in what.coming else ()
            dot = circle(_WAITING, _WAITING, _WAITING, "surface", "control_border")
            shapes = (replace(dot, dash=dash),)
            at = Box(column.middle - _WAITING, box.y + zero - _WAITING, 2 * _WAITING, 2 * _WAITING)
            yield Group(key, at, shapes, column.step.id, layer=3)


def _alt(column: _Column) -> Message:
    value = signed(column.feeling or 0)
    return _("Feeling at {number}: {value}", number=column.number, value=value)


def _pains(columns: list[_Column], pen: Pen, top: float) -> Iterator[Group]:
    for column in columns:
        if column.pain is None:
            continue
        shapes: list[Shape] = []
        y = 0.0
        for block, colour in _pain_blocks(column, pen):
            shapes += placed(block, 0, y, colour)
            y += block.height
        box = Box(column.x + 3 + _PAD, top, column.w - 6 - _PAD, y)
        yield Group(f"card:{column.pain.id}", box, tuple(shapes), column.pain.id, Reading.TEXT)


def _pains_height(columns: list[_Column], pen: Pen) -> float:
    heights = (sum(b.height for b, _colour in _pain_blocks(c, pen)) for c in columns)
    return max(heights, default=0.0) + _GAP + 4


def _pain_blocks(column: _Column, pen: Pen) -> list[tuple[TextBlock, str]]:
    pain = column.pain
    if pain is None:
        return []
    width = column.w - 6 - _PAD
    found: list[tuple[TextBlock, str]] = []
    often = words.HOW_OFTEN.get(pain.frequency)
    if often is not None:
        found.append((pen.line(pen.say(often), _OFTEN), "text"))
    if pain.text.strip():
        text = " ".join(pain.text.split())
        found.append((shortened(pen, text, _PAIN, width, _PAIN_LINES), "text_secondary"))
    return found


def _lines(columns: list[_Column], height: float) -> Group:
    """Fine lines between the stages."""
    between = [b.x for a, b in pairwise(columns) if a.stage.id != b.stage.id]
    shapes = tuple(Rect(Box(x - 0.5, 0, 1, height), "line_strong") for x in between)
    return Group("between", Box(0, 0, _right(columns), height), shapes, layer=1)


def shortened(pen: Pen, text: str, style: TextStyle, width: float, lines: int) -> TextBlock:
    """Return the text in so many lines at most; what does not fit ends in dots."""
    most = max(1, int(lines * width / (_NARROWEST * style.size)))
    kept = text[:most]
    block = pen.block(kept, style, width)
    if len(kept) == len(text) and len(block.lines) <= lines:
        return block

    def cut(end: int) -> TextBlock:
        return pen.block(kept[:end].rstrip() + "…", style, width)

    ends = [place for place, letter in enumerate(kept) if letter == " "]
    if not ends or len(cut(ends[0]).lines) > lines:
        ends = list(range(1, len(kept)))
    fitting = bisect_right(ends, lines, key=lambda end: len(cut(end).lines))
    return cut(ends[fitting - 1] if fitting else 1)
