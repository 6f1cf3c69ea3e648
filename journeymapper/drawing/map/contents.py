"""What stands in the cells of one column, measured but not yet placed.

A column's content depends on its inputs alone, so that it is kept as long as they are equal.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from journeymapper.analysis.effort import effort_of
from journeymapper.analysis.roll_up import RollUp
from journeymapper.analysis.step_figures import AtStep
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import (
    Card,
    Channel,
    Feeling,
    Lane,
    Rating,
    Role,
    Stage,
    Touchpoint,
)
from journeymapper.domain.evidence import told
from journeymapper.domain.handoffs import HandOff
from journeymapper.domain.kinds import LaneKind, Severity
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map import derived, steps, sure, texts
from journeymapper.drawing.map.measured import measured_piece
from journeymapper.drawing.map.piece import Piece, Stack
from journeymapper.drawing.map.places import Column, insets
from journeymapper.drawing.map.planned import PlanLine
from journeymapper.drawing.map.setting import Frame

_WORST = list(Severity)
_NOTHING_TOLD = AtStep()
S = TypeVar("S", Card, Feeling, Rating)


@dataclass(frozen=True, slots=True)
class Inputs:
    """All entities that one place of the map shows; compared to find out what changed."""

    place: Stage | Touchpoint
    stage_number: int
    number: str
    width: float
    collapsed: int
    cards: tuple[Card, ...]
    feelings: tuple[Feeling, ...]
    ratings: tuple[Rating, ...]
    handoffs: tuple[HandOff, ...] = ()
    own: RollUp | None = None
    told: AtStep = _NOTHING_TOLD
    planned: tuple[PlanLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """The stacks of a place by lane, and what its points of the curve need.

    ``needs`` are the heights of the stacks. One that is not ``measured`` has no stacks yet; the
    rest is so.
    """

    inputs: Inputs
    stacks: dict[str, Stack]
    needs: dict[str, float]
    feelings: tuple[tuple[int, Feeling], ...] = ()
    sure: sure.Sureness | None = None
    worst: Card | None = None
    measured: bool = True


def step_inputs(snapshot: Snapshot, frame: Frame, column: Column, stage_number: int) -> Inputs:
    """Gather what a step's column shows."""
    shown = {persona.id for persona in frame.personas}
    place = column.touchpoint
    told = frame.told.get(place, _NOTHING_TOLD)
    return Inputs(
        place=snapshot.get(Touchpoint, place),
        stage_number=stage_number,
        number=column.number,
        width=column.w,
        collapsed=0,
        cards=_wanted(frame, snapshot.select(indexes.CARDS_OF_PLACE, place)),
        feelings=_wanted(
            frame, tuple(f for f in queries.feelings(snapshot, place) if f.persona in shown)
        ),
        ratings=_wanted(frame, told.before(snapshot.select(indexes.RATINGS_OF_TOUCHPOINT, place))),
        handoffs=frame.handoffs.get(place, ()),
        own=frame.own.get(place),
        told=told,
        planned=_planned(snapshot, frame, place),
    )


def stage_inputs(
    snapshot: Snapshot, frame: Frame, stage: Stage, stage_number: int, width: float
) -> Inputs:
    """Gather what stands across a stage; ``width`` is that of all its columns."""
    touchpoints = queries.touchpoints(snapshot, stage.id)
    collapsed = stage.id in frame.setting.collapsed
    return Inputs(
        place=stage,
        stage_number=stage_number,
        number="" if touchpoints else "empty",
        width=width,
        collapsed=len(touchpoints) if collapsed else -1,
        cards=(
            () if collapsed else _wanted(frame, snapshot.select(indexes.CARDS_OF_PLACE, stage.id))
        ),
        feelings=(),
        ratings=(),
        planned=_planned(snapshot, frame, stage.id),
    )


def _planned(snapshot: Snapshot, frame: Frame, place: str) -> tuple[PlanLine, ...]:
    if not frame.planned:
        return ()
    cards = snapshot.select(indexes.CARDS_OF_PLACE, place)
    return tuple(line for card in cards if (line := frame.planned.get(card.id)) is not None)


def unmeasured(frame: Frame, inputs: Inputs) -> Content:
    """Return what takes no measuring: what curves, figures and the biggest drop need."""
    by_lane = _by_lane(inputs.cards)
    worst = _worst(card for lane in frame.pain_lanes for card in by_lane.get(lane, ()))
    feelings = _ranked(frame, inputs.feelings)
    known = sure.how_sure((feeling for _rank, feeling in feelings), inputs.ratings)
    return Content(inputs, {}, {}, feelings, known, worst, measured=False)


def measured(frame: Frame, content: Content) -> Content:
    """Measure everything in a step's column."""
    inputs, known = content.inputs, content.sure
    touchpoint = inputs.place
    assert isinstance(touchpoint, Touchpoint)
    by_lane = _by_lane(inputs.cards)
    channels = tuple(c for i in touchpoint.channels if (c := frame.channels.get(i)) is not None)
    stacks: dict[str, Stack] = {}
    for lane in frame.lanes:
        width = _inner(lane.kind, inputs.width)
        cards = by_lane.get(lane.id)
        piece = None
        if lane.kind == LaneKind.TOUCHPOINT:
            facts = _facts(frame, inputs, touchpoint, channels, content.worst)
            piece = steps.step_piece(frame, facts, width)
        elif lane.kind == LaneKind.CHANNEL:
            piece = texts.channels_piece(frame, lane.id, touchpoint.id, channels, width)
        elif lane.kind == LaneKind.EVIDENCE and known is not None:
            piece = texts.sure_piece(frame, lane.id, touchpoint.id, known, width)
        else:
            piece = _derived(frame, lane, inputs, touchpoint, width)
        if lane.id in frame.setting.folded and (piece is not None or cards):
            count = len(cards or ()) + (piece is not None)
            cards = None
            piece = derived.folded_piece(frame, lane.id, touchpoint.id, count, width)
        if piece is not None and cards:
            below = _stack(frame, lane.kind, cards, width)
            stacks[lane.id] = Stack((piece, *below.pieces), below.gap)
        elif piece is not None:
            stacks[lane.id] = Stack((piece,), 0.0)
        elif cards:
            stacks[lane.id] = _stack(frame, lane.kind, cards, width)
    return Content(inputs, stacks, _needs(stacks), content.feelings, known, content.worst)


def stage_content(frame: Frame, inputs: Inputs) -> Content:
    """Measure everything that stands across a stage."""
    stage = inputs.place
    assert isinstance(stage, Stage)
    stacks: dict[str, Stack] = {}
    by_lane = _by_lane(inputs.cards)
    for lane in frame.lanes:
        width = _inner(lane.kind, inputs.width)
        if lane.kind == LaneKind.TOUCHPOINT:
            piece = _in_place_of_steps(frame, inputs, stage, width)
            if piece is not None:
                stacks[lane.id] = Stack((piece,), 0.0)
        elif lane.id in by_lane and lane.id in frame.setting.folded:
            count = len(by_lane[lane.id])
            folded = derived.folded_piece(frame, lane.id, stage.id, count, width)
            stacks[lane.id] = Stack((folded,), 0.0)
        elif lane.id in by_lane:
            stacks[lane.id] = _stack(frame, lane.kind, by_lane[lane.id], width)
    return Content(inputs, stacks, _needs(stacks))


def _derived(
    frame: Frame, lane: Lane, inputs: Inputs, step: Touchpoint, width: float
) -> Piece | None:
    """What a row shows that is made from the step, its ratings and its hand-offs."""
    match lane.kind:
        case LaneKind.WAIT:
            return derived.wait_piece(frame, lane.id, step, width)
        case LaneKind.EFFORT:
            rating = effort_of(inputs.ratings)
            return derived.effort_piece(frame, lane.id, step.id, rating, width)
        case LaneKind.HANDOFF:
            return derived.handoffs_piece(frame, lane.id, step.id, inputs.handoffs, width)
        case LaneKind.METRIC if inputs.told.figures:
            return measured_piece(frame, lane.id, step.id, inputs.told.figures, width)
        case _:
            return None


def _wanted(frame: Frame, statements: tuple[S, ...]) -> tuple[S, ...]:
    """Return the statements that the setting shows: all of them, or what customers told."""
    if not frame.setting.only_told:
        return statements
    return tuple(one for one in statements if told(one.source))


def _needs(stacks: dict[str, Stack]) -> dict[str, float]:
    return {lane: stack.height for lane, stack in stacks.items()}


def _in_place_of_steps(frame: Frame, inputs: Inputs, stage: Stage, width: float) -> Piece | None:
    if inputs.collapsed >= 0:
        return steps.collapsed_piece(frame, stage.id, inputs.collapsed, width)
    if inputs.number == "empty":
        return steps.empty_stage_piece(frame, stage.id, width)
    return None


def _by_lane(cards: tuple[Card, ...]) -> dict[str, list[Card]]:
    found: dict[str, list[Card]] = {}
    for card in cards:
        found.setdefault(card.lane, []).append(card)
    return found


def _stack(frame: Frame, kind: LaneKind, cards: list[Card], width: float) -> Stack:
    gap = frame.setting.tokens.size("card_gap")
    return Stack(tuple(texts.card_piece(frame, kind, card, width) for card in cards), gap)


def _inner(kind: LaneKind, width: float) -> float:
    inset = insets(kind)
    return width - inset.left - inset.right


def _ranked(frame: Frame, feelings: tuple[Feeling, ...]) -> tuple[tuple[int, Feeling], ...]:
    rank = {persona.id: i for i, persona in enumerate(frame.personas)}
    return tuple(sorted(((rank[f.persona], f) for f in feelings), key=lambda pair: pair[0]))


def _worst(cards: Iterable[Card]) -> Card | None:
    """The first card of the worst severity; those without one count least."""
    return min(cards, key=lambda card: _WORST.index(card.severity), default=None)


def _facts(
    frame: Frame,
    inputs: Inputs,
    touchpoint: Touchpoint,
    channels: tuple[Channel, ...],
    worst: Card | None,
) -> steps.StepFacts:
    main = frame.personas[0].id if frame.personas else ""
    owner: Role | None = frame.roles.get(touchpoint.owner or "")
    rated = worst is not None and worst.severity != Severity.UNRATED
    return steps.StepFacts(
        touchpoint=touchpoint,
        number=inputs.number,
        stage_number=inputs.stage_number,
        owner=owner,
        channel=channels[0] if channels else None,
        worst=worst.severity if worst is not None and rated else None,
        score=sure.our_score(inputs.ratings, main),
        own=inputs.own,
    )
