"""A cell in words: step, stage, row, value."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Channel, Lane, Stage, Touchpoint
from journeymapper.domain.kinds import LaneKind, MomentOfTruth, Severity
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Text
from journeymapper.drawing.map import row_words
from journeymapper.drawing.map.measured import in_words
from journeymapper.drawing.map.ways_words import heard
from journeymapper.drawing.map.words import SEVERITIES
from journeymapper.drawing.tokens import Tokens
from journeymapper.ui.canvas import own_words
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.spots import Spot, cards_of, group_of, kind_of_row
from journeymapper.ui.commands.names import persona_name, signed, stage_name, step_name

_MADE_OF_STEPS = (LaneKind.WAIT, LaneKind.EFFORT, LaneKind.HANDOFF)
"""Rows that are read as they are drawn."""


def row_label(snapshot: Snapshot, tokens: Tokens, lane_id: str) -> str | Message:
    """Return how a row is called on screen."""
    lane = snapshot.get(Lane, lane_id)
    return lane.title or Message(tokens.lane_label(lane.kind.value))


def words_at(bench: Bench, spot: Spot) -> str:
    """Return what a screen reader says of a cell."""
    return words_of(bench, spot, queries.numbers(bench.snapshot, bench.projection.map_id))


def words_of(bench: Bench, spot: Spot, numbers: Mapping[str, str]) -> str:
    """Return the same with the ``numbers`` that the map has now, for whoever reads many cells."""
    stage = f"{numbers.get(spot.stage, '')} {_text(bench, stage_name(bench.snapshot, spot.stage))}"
    if not spot.lane:
        found = bench.snapshot.find(Stage, spot.stage)
        if found is None or not found.goal:
            return bench.say(_("Stage {stage}", stage=stage))
        return bench.say(_("Stage {stage}. {goal}", stage=stage, goal=found.goal))
    row = row_label(bench.snapshot, bench.context.tokens, spot.lane)
    if spot.on_title:
        count = len(bench.snapshot.select(indexes.CARDS_OF_LANE, spot.lane))
        if count == 1:
            return bench.say(_("Row {row}, 1 card", row=row))
        return bench.say(_("Row {row}, {count} cards", row=row, count=count))
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
        if leading is not None:
            words = _("{what}; {ways}", what=words, ways=leading)
        own = own_words.heard(bench, step.id)
        return words if own is None else _("{what}; {own}", what=words, own=own)
    if kind == LaneKind.CHANNEL:
        return _channels(bench, spot)
    if kind == LaneKind.EVIDENCE:
        return _how_sure(bench, spot)
    if kind in _MADE_OF_STEPS:
        return _made_of_step(bench, spot)
    cards = cards_of(bench.snapshot, bench.layout, spot)
    texts = []
    if kind == LaneKind.METRIC and not spot.card:
        told = bench.layout.frame.told.get(spot.touchpoint)
        texts = [bench.say(in_words(one)) for one in told.figures] if told is not None else []
    if not cards and not texts:
        return _("empty")
    shown = [card for card in cards if card.id == spot.card] or list(cards)
    for card in shown:
        text = card.text
        if card.severity != Severity.UNRATED:
            text = f"{text}, {bench.say(SEVERITIES[card.severity])}"
        more = [words for words in (row_words.worth(card), row_words.ease(card)) if words]
        texts.append(", ".join((text, *(bench.say(words) for words in more))))
    return "; ".join(texts)


def _made_of_step(bench: Bench, spot: Spot) -> str | Message:
    """What the map shows in a cell of a row that is made from the steps."""
    bench.projection.bring((spot.place,))
    group = group_of(bench.layout, spot.place, f"cell:{spot.lane}:{spot.place}")
    if group is None:
        return _("empty")
    texts = (shape.run.text.strip() for shape in group.shapes if isinstance(shape, Text))
    return " ".join(texts)


def _feelings(bench: Bench, spot: Spot) -> str | Message:
    shown = [p.id for p in bench.layout.frame.personas]
    values = [
        f"{_text(bench, persona_name(bench.snapshot, f.persona))} {signed(f.value)}"
        for f in queries.feelings(bench.snapshot, spot.touchpoint)
        if f.persona in shown
    ]
    return ", ".join(values) or _("empty")


def _channels(bench: Bench, spot: Spot) -> str | Message:
    step = bench.snapshot.find(Touchpoint, spot.touchpoint)
    found = [bench.snapshot.find(Channel, id_) for id_ in step.channels] if step else []
    return ", ".join(channel.name for channel in found if channel is not None) or _("empty")


def _how_sure(bench: Bench, spot: Spot) -> str | Message:
    content = bench.layout.contents.get(spot.touchpoint)
    known = content.sure if content is not None else None
    people = queries.project(bench.snapshot).people
    return known.words(people) if known is not None else _("empty")


def _text(bench: Bench, name: str | Message) -> str:
    return bench.say(name) if isinstance(name, Message) else name
