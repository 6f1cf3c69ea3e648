"""Draws the band of ways: on the screen as a whole, on paper between the edges of a sheet."""

from __future__ import annotations

from journeymapper.domain.message import _
from journeymapper.drawing.display_list import (
    Box,
    Group,
    Icon,
    Path,
    Reading,
    Rect,
    Segment,
    Shape,
)
from journeymapper.drawing.lettering import placed
from journeymapper.drawing.map.places import TITLE_LEFT, Row
from journeymapper.drawing.map.setting import Frame
from journeymapper.drawing.map.ways_marks import handoff_mark, note_mark, switch_mark
from journeymapper.drawing.map.ways_parts import (
    CROSSING,
    LINE,
    TRACK,
    Arc,
    Band,
    Crossing,
    Note,
    NoteKind,
)
from journeymapper.drawing.outlines import circle, polygon
from journeymapper.text.runs import TextStyle

_INK = "text_secondary"
_UP = 6.0
"""So far a way reaches up to the cards."""

_ROUND = 6.0
_BACK = (4.0, 3.0)
_LAYER = 1
_TEXT_LEFT = 30.0
_HALF = 46.0
"""Half the width of what may stand where two neighbours meet."""


def band_groups(frame: Frame, band: Band, row: Row, left: float, right: float) -> list[Group]:
    """Return what the band shows between two x; ``row`` is the Steps row."""
    top = row.bottom - band.height
    groups: list[Group] = []
    if band.hint is not None:
        x = band.columns[0].x + 8
        box = Box(x, top + 4, band.hint.width, band.hint.height)
        ground = Rect(Box(-4, -3, box.w + 8, box.h + 6), "canvas")
        shapes = (ground, *placed(band.hint, 0, 0, "text_tertiary"))
        return [Group("ways:hint", box, shapes, "", Reading.TEXT)]
    shown = [crossing for crossing in band.crossings if left < crossing.x <= right]
    groups += [_crossing(frame, crossing, top, right) for crossing in shown]
    for arc in band.arcs:
        groups += _arc(frame, arc, top, left, right)
    for place, note in enumerate(band.notes):
        if left <= note.x < right:
            groups.append(_note(note, place, top + band.notes_top))
    return groups


def title_group(frame: Frame, band: Band, row: Row, *, repeated: bool = False) -> Group:
    """Return the words of the band among the row titles."""
    pen = frame.pen
    width = frame.setting.tokens.size("lane_title")
    name = pen.line(pen.say(_("Ways")), pen.style("subheading"))
    shapes: list[Shape] = [
        Icon("share-2", TITLE_LEFT, 3, 14),
        *placed(name, _TEXT_LEFT, 1),
    ]
    y = 20.0
    for block, colour in band.title:
        shapes += placed(block, TITLE_LEFT, y, colour)
        y += block.height + 1
    box = Box(0, row.bottom - band.height, width, band.height)
    reading = Reading.DECORATION if repeated else Reading.TEXT
    return Group("ways:title", box, tuple(shapes), row.lane, reading)


def _arc(frame: Frame, arc: Arc, top: float, left: float, right: float) -> list[Group]:
    """The line and its words; at the edge of a sheet the line goes on to the next one."""
    low, high = min(arc.start, arc.stop), max(arc.start, arc.stop)
    if high <= left or low >= right:
        return []
    level = CROSSING + arc.track * TRACK + TRACK / 2
    here, there = left <= arc.start < right, left <= arc.stop < right
    origin = max(low, left) - _ROUND
    y = -_UP
    points: list[tuple[float, float]] = []
    if here:
        points.append((arc.start - origin, y))
    points.append((max(left, min(arc.start, right)) - origin, level))
    points.append((max(left, min(arc.stop, right)) - origin, level))
    if there:
        points.append((arc.stop - origin, y + 4))
    points = [(px, py + _UP) for px, py in points]
    dash = _BACK if arc.back else ()
    shapes: list[Shape] = [Path(_elbow(points), stroke=_INK, width=1.25, dash=dash)]
    if here:
        shapes.append(circle(points[0][0], _UP - 4.5, 2.2, _INK))
    if there:
        tip = arc.stop - origin
        head = polygon([(tip, 0), (tip + 3.6, 7), (tip - 3.6, 7)])
        shapes.append(Path(head, _INK))
    box = Box(
        origin, top - _UP, min(high, right) - max(low, left) + 2 * _ROUND, level + _UP + TRACK / 2
    )
    known = arc.way.connection
    id_ = known.id if known is not None else f"{arc.way.source}-{arc.way.target}"
    reading = Reading.FIGURE if here else Reading.DECORATION
    groups = [
        Group(f"way:{id_}", box, tuple(shapes), id_, reading, arc.spoken if here else None, _LAYER)
    ]
    if here:
        groups.append(_label(arc, id_, top + level, left, right))
    elif there:
        groups.append(_coming(frame, arc, id_, top + level, left, right))
    return groups


def _label(arc: Arc, id_: str, y: float, left: float, right: float) -> Group:
    words = arc.words
    x = max(left + 2, min(arc.left, right - words.width - 2))
    shapes = (Rect(Box(-2, 1, words.width + 4, words.height - 2), "canvas"), *placed(words, 0, 0))
    box = Box(x, y - words.height / 2, words.width, words.height)
    return Group(f"way-words:{id_}", box, shapes, id_, layer=_LAYER + 1)


def _coming(frame: Frame, arc: Arc, id_: str, y: float, left: float, right: float) -> Group:
    """Where the other end of a way stands on another sheet: from which step it comes."""
    pen = frame.pen
    said = pen.say(_("from {number}", number=arc.source))
    words = pen.line(said, pen.cell_style("card_meta"))
    x = arc.stop + 8 if arc.start > arc.stop else arc.stop - 8 - words.width
    x = max(left + 2, min(x, right - words.width - 2))
    shapes = (Rect(Box(-2, 1, words.width + 4, words.height - 2), "canvas"), *placed(words, 0, 0))
    box = Box(x, y - words.height / 2, words.width, words.height)
    return Group(f"way-words:{id_}", box, shapes, id_, Reading.TEXT, layer=_LAYER + 1)


def _crossing(frame: Frame, crossing: Crossing, top: float, right: float) -> Group:
    """Share and marks around the place where two neighbours meet."""
    pen = frame.pen
    way = crossing.way
    half = _HALF
    shapes: list[Shape] = []
    middle = CROSSING / 2
    x = half
    if way.handoff and way.switch:
        shapes += handoff_mark(x - 10, middle)
        shapes += switch_mark(x + 10, middle)
    elif way.handoff:
        shapes += handoff_mark(x, middle)
    elif way.switch:
        shapes += switch_mark(x, middle)
    if crossing.share:
        words = pen.line(crossing.share, TextStyle(11, 15, 600, "condensed"))
        room = (18 if way.handoff and way.switch else 9) if way.handoff or way.switch else 0
        x = half - room - words.width - (8 if not room else 2)
        ground = Box(x - 2, middle - words.height / 2 + 1, words.width + 3, words.height - 2)
        shapes.append(Rect(ground, "canvas"))
        shapes += placed(words, x, middle - words.height / 2)
        if not room:
            shapes.append(_arrow(half - 5, middle))
    at = min(crossing.x, right - 20)  # all of it stays on its sheet
    box = Box(at - half, top, 2 * half, CROSSING)
    key = f"crossing:{way.source}"
    return Group(key, box, tuple(shapes), way.source, Reading.FIGURE, crossing.spoken, _LAYER + 1)


def _arrow(x: float, y: float) -> Path:
    segments: tuple[Segment, ...] = (
        ("M", x, y),
        ("L", x + 10, y),
        ("M", x + 6.5, y - 3),
        ("L", x + 10, y),
        ("L", x + 6.5, y + 3),
    )
    return Path(segments, stroke=_INK, width=1.25, round_ends=True)


def _note(note: Note, place: int, top: float) -> Group:
    strong = note.kind not in {NoteKind.GOOD, NoteKind.LOST, NoteKind.OTHER}
    shapes = (
        *note_mark(note.kind, 5.5, LINE / 2),
        *placed(note.words, 15, 0, "text" if strong else _INK),
    )
    box = Box(note.x, top + note.y, note.width, note.words.height)
    return Group(f"way-note:{note.step}:{place}", box, shapes, note.step, Reading.TEXT)


def _elbow(points: list[tuple[float, float]]) -> tuple[Segment, ...]:
    """A line through the points, with round corners."""
    (x, y), *rest = points
    segments: list[Segment] = [("M", x, y)]
    for i, (px, py) in enumerate(rest):
        if i + 1 == len(rest):
            segments.append(("L", px, py))
            break
        ax, ay = _toward((px, py), points[i], _ROUND)
        bx, by = _toward((px, py), rest[i + 1], _ROUND)
        segments.append(("L", ax, ay))
        segments.append(("C", (ax + px) / 2, (ay + py) / 2, (bx + px) / 2, (by + py) / 2, bx, by))
    return tuple(segments)


def _toward(
    start: tuple[float, float], goal: tuple[float, float], by: float
) -> tuple[float, float]:
    """The point that lies ``by`` from a corner on the way to another, at most half way."""
    dx, dy = goal[0] - start[0], goal[1] - start[1]
    length = max(abs(dx), abs(dy))
    share = min(by, length / 2) / length if length else 0.0
    return start[0] + dx * share, start[1] + dy * share
