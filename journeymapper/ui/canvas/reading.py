"""The current cell in words: step, stage, row, value."""

from __future__ import annotations

from journeymapper.domain import queries
from journeymapper.domain.entities import Lane, Stage, Touchpoint
from journeymapper.domain.kinds import LaneKind, MomentOfTruth, Severity
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.ways_words import heard
from journeymapper.drawing.map.words import SEVERITIES
from journeymapper.drawing.tokens import Tokens
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.spots import Spot, cards_of, kind_of_row
from journeymapper.ui.commands.names import persona_name, signed, stage_name, step_name


def row_label(snapshot: Snapshot, tokens: Tokens, lane_id: str) -> str | Message:
    """Return how a row is called on screen."""
    lane = snapshot.get(Lane, lane_id)
    return lane.title or Message(tokens.lane_label(lane.kind.value))


def words_at(bench: Bench) -> str:
    """Return what a screen reader says of the current cell."""
    spot = bench.cursor.spot
    if spot is None:
        return bench.say(_("Map"))
    numbers = queries.numbers(bench.snapshot, bench.projection.map_id)
    stage = f"{numbers.get(spot.stage, '')} {_text(bench, stage_name(bench.snapshot, spot.stage))}"
    if not spot.lane:
        goal = bench.snapshot.get(Stage, spot.stage).goal
        return bench.say(_("Stage {stage}. {goal}", stage=stage, goal=goal))
    row = row_label(bench.snapshot, bench.context.tokens, spot.lane)
    value = _value(bench, spot)
    if not spot.touchpoint:
        return bench.say(_("Stage {stage}, {row}, {value}", stage=stage, row=row, value=value))
    name = _text(bench, step_name(bench.snapshot, spot.touchpoint))
    step = f"{numbers.get(spot.touchpoint, '')} {name}"
    return bench.say(
        _("{step}, {stage}, {row}, {value}", step=step, stage=stage, row=row, value=value)
    )


def _value(bench: Bench, spot: Spot) -> str | Message:
    kind = kind_of_row(bench.layout, spot.lane)
    if kind == LaneKind.FEELING:
        return _feelings(bench, spot)
    if kind == LaneKind.TOUCHPOINT:
        step = bench.snapshot.find(Touchpoint, spot.touchpoint)
        if step is None:
            return _("no step yet")
        is_moment = step.moment_of_truth != MomentOfTruth.NONE
        words = _("moment of truth") if is_moment else _("step")
        band = bench.layout.band
        leading = heard(band.net, step.id, dict(band.names)) if band is not None else None
        return words if leading is None else _("{what}; {ways}", what=words, ways=leading)
    cards = cards_of(bench.snapshot, bench.layout, spot)
    if not cards:
        return _("empty")
    shown = [card for card in cards if card.id == spot.card] or list(cards)
    texts = []
    for card in shown:
        text = card.text
        if card.severity != Severity.UNRATED:
            text = f"{text}, {bench.say(SEVERITIES[card.severity])}"
        texts.append(text)
    return "; ".join(texts)


def _feelings(bench: Bench, spot: Spot) -> str | Message:
    shown = [p.id for p in bench.layout.frame.personas]
    values = [
        f"{_text(bench, persona_name(bench.snapshot, f.persona))} {signed(f.value)}"
        for f in queries.feelings(bench.snapshot, spot.touchpoint)
        if f.persona in shown
    ]
    return ", ".join(values) or _("empty")


def _text(bench: Bench, name: str | Message) -> str:
    return bench.say(name) if isinstance(name, Message) else name
