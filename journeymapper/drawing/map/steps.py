"""The card of a step: number, channel, marks, name, owner and our score."""

from __future__ import annotations

from journeymapper.analysis.roll_up import RollUp
from journeymapper.domain.entities import Channel, Rating, Role, Touchpoint
from journeymapper.domain.kinds import MomentOfTruth, Severity
from journeymapper.domain.message import Message, _
from journeymapper.domain.records import dataclass
from journeymapper.drawing.display_list import Icon, Reading, Shape
from journeymapper.drawing.lettering import emphasised, placed
from journeymapper.drawing.map import own_map, sure
from journeymapper.drawing.map.own_map import FOOT_PAD
from journeymapper.drawing.map.piece import Foot, Piece, Sheet
from journeymapper.drawing.map.setting import Frame
from journeymapper.drawing.marks import diamond, severity_mark
from journeymapper.drawing.outlines import circle

_PAD = 8.0
_NARROW_PAD = 5.0
"""Where columns are so narrow that text is condensed."""

_NAME_TOP = 27.0
_ICON = 15.0
_MIDDLE = 14.5
"""Of the line with number, channel and marks, from the top of the card."""

CARD = Sheet("surface", "line_strong", 6.0)
_EMPTY = Sheet("", "control_border", 6.0, dash=(3.0, 3.0))
_COLLAPSED = Sheet("sunken", "line", 6.0)


@dataclass(frozen=True, slots=True)
class StepFacts:
    """What is printed on a step's card."""

    touchpoint: Touchpoint
    number: str
    stage_number: int
    owner: Role | None
    channel: Channel | None
    worst: Severity | None
    score: Rating | None
    own: RollUp | None = None


def step_piece(frame: Frame, facts: StepFacts, width: float) -> Piece:
    """Return the card of a step, as wide as given; its owner and score stand at the bottom."""
    pen = frame.pen
    pad = pad_of(frame)
    name = pen.block(facts.touchpoint.name, pen.cell_style("card_name"), width - 2 * pad + 2)
    owner, score, own = facts.owner, facts.score, facts.own
    foot, foot_height = pen.once(
        ("foot", owner and owner.id, score and _score(frame, score), own and own.steps, width),
        lambda: _foot(frame, owner, score, own, width),
    )
    shapes = (*_top(frame, facts, width), *placed(name, pad, _NAME_TOP))
    return Piece(
        key=f"step:{facts.touchpoint.id}",
        w=width,
        h=_NAME_TOP + name.height + (4 + foot_height if foot.shapes else 0) + FOOT_PAD,
        shapes=shapes,
        foot=foot,
        sheet=CARD,
        entity=facts.touchpoint.id,
        reading=Reading.STEP,
        stretches=True,
    )


def pad_of(frame: Frame) -> float:
    """Return how far what is on a card keeps from its sides."""
    return _NARROW_PAD if frame.pen.condensed else _PAD


def _top(frame: Frame, facts: StepFacts, width: float) -> tuple[Shape, ...]:
    pen, pad = frame.pen, pad_of(frame)
    number = pen.line(facts.number, pen.cell_style("step_number"))
    moment = facts.touchpoint.moment_of_truth != MomentOfTruth.NONE
    worst = facts.worst
    marks, right = pen.once(
        ("marks", worst, moment, width), lambda: _marks(frame, worst, width, moment=moment)
    )
    shapes = (*placed(number, pad, 6.0, f"stage.{facts.stage_number}.ink"), *marks)
    left = pad + number.width + 6.0
    if facts.channel is None or left + _ICON > right:
        return shapes
    name = pen.tokens.channel_icon(facts.channel.icon or facts.channel.kind.value)
    return (*shapes, Icon(name, left, _MIDDLE - _ICON / 2, _ICON))


def _marks(
    frame: Frame, worst: Severity | None, width: float, *, moment: bool
) -> tuple[tuple[Shape, ...], float]:
    """Severity and moment of truth at the end side, and where the room before them ends."""
    right = width - pad_of(frame) + 2.0
    shapes: tuple[Shape, ...] = ()
    if worst is not None:
        size = frame.mark_size
        right -= size
        shapes = severity_mark(frame.pen, worst, right, _MIDDLE - size / 2, size)
        right -= 6.0
    if moment:
        right -= 11.0
        shapes = (*shapes, diamond(right + 5.5, _MIDDLE, 12.0))
        right -= 5.0
    return shapes, right


def _foot(
    frame: Frame, owner: Role | None, score: Rating | None, own: RollUp | None, width: float
) -> tuple[Foot, float]:
    """Owner, score and own map above the lower edge, and the height they take."""
    pen, pad = frame.pen, pad_of(frame)
    shapes: tuple[Shape, ...] = ()
    y = -FOOT_PAD
    if own is not None:
        shapes, height = own_map.mark(frame, own, pad, width)
        y -= height
    if score is not None:
        line, height = _score_line(frame, score, y)
        shapes = (*line, *shapes)
        y -= height
    if owner is not None:
        style = pen.cell_style("card_meta")
        block = pen.block(owner.name, style, width - 2 * pad - 11)
        y -= block.height
        shapes = (
            circle(pad + 4, y + style.line / 2 + 0.3, 4, frame.owner_dot(owner)),
            *placed(block, pad + 13, y, "text_secondary"),
            *shapes,
        )
    return Foot(shapes), -FOOT_PAD - y


def _score(frame: Frame, score: Rating) -> tuple[str, Message]:
    """Our score; who said so follows only where the line under the curve is hidden."""
    number = sure.score_text(score)
    if frame.feeling_shown:
        return number, _("{score} of 10", score=number)
    who = sure.sureness(score.source, score.n).words(frame.project.people)
    return number, _("{score} {who}", score=number, who=who)


def _score_line(frame: Frame, score: Rating, bottom: float) -> tuple[tuple[Shape, ...], float]:
    pen = frame.pen
    style, strong = pen.cell_style("card_meta"), pen.cell_style("card_meta", 700)
    number, sentence = _score(frame, score)
    shapes, _width = emphasised(
        pen, pen.say(sentence), number, style, strong, pad_of(frame), bottom - style.line
    )
    return shapes, style.line


def empty_stage_piece(frame: Frame, stage: str, width: float) -> Piece:
    """Return the dashed card that stands where a stage has no step yet."""
    pen = frame.pen
    style = pen.style("card_meta")
    block = pen.block(pen.say(_("No step here yet")), style, width - 2 * _PAD)
    shapes: tuple[Shape, ...] = placed(block, _PAD, _PAD, "text_secondary")
    height = block.height
    if not frame.setting.paper:
        link = pen.block(pen.say(_("Add one")), pen.style("card_meta", 500), width - 2 * _PAD)
        shapes = (*shapes, *placed(link, _PAD, _PAD + height, "accent"))
        height += link.height
    return Piece(
        key=f"empty:{stage}",
        w=width,
        h=height + 2 * _PAD,
        shapes=shapes,
        sheet=_EMPTY,
        entity=stage,
        stretches=True,
    )


def collapsed_piece(frame: Frame, stage: str, count: int, width: float) -> Piece:
    """Return what a collapsed stage shows in the Steps row: how many steps it hides."""
    pen = frame.pen
    sentence = _("1 step") if count == 1 else _("{n} steps", n=count)
    block = pen.block(pen.say(sentence), pen.style("card_meta"), width - 6, "center")
    return Piece(
        key=f"empty:{stage}",
        w=width,
        h=block.height + 2 * _PAD,
        shapes=placed(block, 3, _PAD, "text_secondary"),
        sheet=_COLLAPSED,
        entity=stage,
        stretches=True,
    )
