"""Cards in the rows of text: plain ones, pains with their mark, ideas with a border."""

from __future__ import annotations

from dataclasses import replace

from journeymapper.analysis.impact_effort import is_quick_win
from journeymapper.domain.entities import Card, Channel
from journeymapper.domain.kinds import Frequency, LaneKind, Severity
from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Box, Icon, Picture, Rect, Shape
from journeymapper.drawing.lettering import placed
from journeymapper.drawing.map import row_words, words
from journeymapper.drawing.map.piece import Foot, Piece
from journeymapper.drawing.map.setting import Frame
from journeymapper.drawing.map.steps import CARD
from journeymapper.drawing.map.sure import Sureness, sureness
from journeymapper.drawing.marks import evidence_dots, severity_mark

_QUOTES = "\"'“”„«»‘‚”‹›「『"
_BORDERED = (LaneKind.IDEA, LaneKind.OPPORTUNITY)
_PICTURE_HEIGHTS = (80.0, 160.0)
_PICTURE_SHAPE = 2 / 3
"""Height of the room for a picture, as a share of its width."""


def card_piece(frame: Frame, kind: LaneKind, card: Card, width: float) -> Piece:
    """Return a card as its row draws it, as wide as given and as high as its text needs.

    On screen none is too low to be pointed at.
    """
    if frame.setting.widest_card is not None:
        width = min(width, frame.setting.widest_card)
    piece = _piece(frame, kind, card, width)
    if frame.setting.paper:
        return piece
    return piece.reaching(frame.setting.tokens.size("hit_target_min"))


def _piece(frame: Frame, kind: LaneKind, card: Card, width: float) -> Piece:
    if kind == LaneKind.PAIN:
        return _pain(frame, card, width)
    if kind in _BORDERED:
        return _bordered(frame, card, width)
    if kind == LaneKind.METRIC:
        return _measured(frame, card, width)
    if kind == LaneKind.SYSTEM:
        return _program(frame, card, width)
    return _plain(frame, kind, card, width)


def _plain(frame: Frame, kind: LaneKind, card: Card, width: float) -> Piece:
    pen = frame.pen
    text = card.text
    if kind == LaneKind.QUOTE and text and text[0] not in _QUOTES:
        text = pen.say(_("“{text}”", text=text))
    shapes: tuple[Shape, ...] = ()
    top = 0.0
    if card.image is not None:
        picture = picture_height(width)
        shapes = (Picture(card.image, Box(0, 0, width, picture)),)
        top = picture + (4.0 if text else 0.0)
    height = top
    if text or card.image is None:
        block = pen.block(text, pen.cell_style("lane_text"), width)
        shapes = (*shapes, *placed(block, 0, top, "text_secondary"))
        height = top + block.height
    has_picture = card.image is not None
    return Piece(
        f"card:{card.id}",
        width,
        height,
        shapes,
        entity=card.id,
        stretches=has_picture,
        grows=has_picture,
    )


def picture_height(width: float) -> float:
    """Return how high the room for a picture is in a cell of this width."""
    least, most = _PICTURE_HEIGHTS
    return float(round(max(least, min(most, width * _PICTURE_SHAPE))))


def _pain(frame: Frame, card: Card, width: float) -> Piece:
    pen = frame.pen
    top, y = pen.once(
        ("pain", card.severity, card.frequency, width),
        lambda: _pain_top(frame, card.severity, card.frequency, width),
    )
    block = pen.block(card.text, pen.cell_style("lane_text"), width - 6)
    shapes = (*top, *placed(block, 4.0, y))
    return Piece(f"card:{card.id}", width, y + block.height, shapes, entity=card.id)


def _pain_top(
    frame: Frame, severity: Severity, frequency: Frequency, width: float
) -> tuple[tuple[Shape, ...], float]:
    """How bad and how often, and where the text begins below."""
    pen = frame.pen
    rated = severity != Severity.UNRATED
    colour = f"severity.{severity.value}.fill" if rated else "control_border"
    shapes: list[Shape] = [Rect(Box(0, 0, width, 2), colour)]
    size = frame.mark_size
    left, y = 4.0, 6.0
    if rated:
        y = 9.0
        shapes += severity_mark(pen, severity, left, y, size)
        left += size + 6.0
    often = words.FREQUENCIES.get(frequency)
    line = size if rated else 0.0
    if often is not None:
        block = pen.block(pen.say(often), pen.cell_style("card_meta"), width - left)
        line = max(line, block.height)
        shapes += placed(block, left, y + (line - block.height) / 2, "text_tertiary")
    return tuple(shapes), y + line + (4.0 if line else 0.0)


def _bordered(frame: Frame, card: Card, width: float) -> Piece:
    pen = frame.pen
    block = pen.block(card.text, pen.cell_style("lane_text"), width - 17)
    foot, more = _foot(frame, card, width - 17)
    return Piece(
        f"card:{card.id}",
        width,
        block.height + 16 + more,
        placed(block, 9, 7),
        foot=foot,
        sheet=CARD,
        entity=card.id,
        stretches=True,
    )


def _foot(frame: Frame, card: Card, width: float) -> tuple[Foot | None, float]:
    """What an idea brings and costs, and its plan, above the lower edge; and their height."""
    pen = frame.pen
    shapes: list[Shape] = []
    height = 0.0
    plan = frame.planned.get(card.id)
    if plan is not None:
        block = pen.block(pen.say(plan.words), pen.cell_style("card_meta"), width - 16)
        height += block.height
        shapes += placed(block, 25, -height - 7, "text_secondary")
        shapes.append(Icon("clipboard-check", 9, -height - 6, 12, "accent"))
    quick = is_quick_win(card.impact, card.effort)
    said = row_words.QUICK_WIN if quick else row_words.worth(card)
    if said is not None:
        style = pen.cell_style("card_meta", 600 if quick else None)
        block = pen.block(pen.say(said), style, width)
        height += block.height
        shapes += placed(block, 9, -height - 7, "text" if quick else "text_secondary")
    return (Foot(tuple(shapes)), height + 4) if shapes else (None, 0.0)


def _program(frame: Frame, card: Card, width: float) -> Piece:
    """A program that staff use, and how easy they find it; a hard one is set bold."""
    pen = frame.pen
    plain = _plain(frame, LaneKind.SYSTEM, card, width)
    said = row_words.ease(card)
    if said is None:
        return plain
    hard = card.ease is not None and card.ease <= row_words.HARD_FOR_STAFF
    block = pen.block(pen.say(said), pen.cell_style("card_meta", 600 if hard else None), width)
    shapes = placed(block, 0, plain.h + 1, "text" if hard else "text_tertiary")
    return replace(plain, h=plain.h + 1 + block.height, shapes=(*plain.shapes, *shapes))


def _measured(frame: Frame, card: Card, width: float) -> Piece:
    """What was measured, and from how many it comes."""
    pen = frame.pen
    block = pen.block(card.text, pen.cell_style("lane_text"), width)
    known = sureness(card.source, card.n)
    who = pen.block(pen.say(known.words(frame.project.people)), pen.cell_style("card_meta"), width)
    shapes = (
        *placed(block, 0, 0),
        *placed(who, 0, block.height + 1, "text_tertiary"),
    )
    height = block.height + 1 + who.height
    return Piece(f"card:{card.id}", width, height, shapes, entity=card.id)


def nothing_piece(frame: Frame, lane: str, place: str, kind: LaneKind, width: float) -> Piece:
    """Return the words of a cell that is empty while others in its row are filled."""
    shapes, height = frame.pen.once(("nothing", kind, width), lambda: _nothing(frame, kind, width))
    return Piece(f"cell:{lane}:{place}", width, height, shapes, entity=place)


def _nothing(frame: Frame, kind: LaneKind, width: float) -> tuple[tuple[Shape, ...], float]:
    pen = frame.pen
    text = _("Nothing measured") if kind == LaneKind.METRIC else _("Nothing noted")
    if frame.setting.only_told:
        text = words.NOTHING_TOLD
    left, top = (4.0, 2.0) if kind == LaneKind.PAIN else (0.0, 0.0)
    block = pen.block(pen.say(text), pen.cell_style("lane_text"), width - left)
    return placed(block, left, top, "text_tertiary"), block.height + top


def channels_piece(
    frame: Frame, lane: str, place: str, channels: tuple[Channel, ...], width: float
) -> Piece | None:
    """Return where a step happens: an icon and a name for each channel."""
    if not channels:
        return None
    pen = frame.pen
    style = pen.cell_style("card_meta")
    shapes: list[Shape] = []
    y = 0.0
    for channel in channels:
        name = pen.tokens.channel_icon(channel.icon or channel.kind.value)
        block = pen.block(channel.name, style, width - 18)
        shapes.append(Icon(name, 0, y + 0.5, 14))
        shapes += placed(block, 18, y, "text_secondary")
        y += block.height + 2
    return Piece(f"cell:{lane}:{place}", width, y - 2, tuple(shapes), entity=place)


def sure_piece(frame: Frame, lane: str, place: str, known: Sureness, width: float) -> Piece:
    """Return how sure we are: four dots, and the words below."""
    pen = frame.pen
    style = pen.cell_style("card_meta", 600 if known.counted else None)
    block = pen.block(pen.say(known.words(frame.project.people)), style, width)
    dots = evidence_dots(known.grade, 0, 2, pen.tokens.size("evidence_dot"))
    shapes = (*dots, *placed(block, 0, 13, "text" if known.counted else "text_secondary"))
    return Piece(f"cell:{lane}:{place}", width, 13 + block.height, shapes, entity=place)
