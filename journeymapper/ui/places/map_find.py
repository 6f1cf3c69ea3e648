"""Finding a word, or a step by its number, on the map. Pure."""

from __future__ import annotations

import re

from journeymapper.domain.entities import Card, Stage, Touchpoint
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.layout import MapLayout
from journeymapper.ui.canvas.spots import Spot, lane_of_kind

_NUMBER = re.compile(r"\d+(\.\d*)?")


def matches(snapshot: Snapshot, layout: MapLayout, text: str) -> list[Spot]:
    """Return where a text is found, in journey order; a number finds the step that has it."""
    wanted = text.strip().casefold()
    if not wanted:
        return []
    if _NUMBER.fullmatch(wanted):
        found = _by_number(layout, wanted)
        if found:
            return found
    spots: list[Spot] = []
    cards = _cards(snapshot, layout, wanted)
    steps = lane_of_kind(layout, LaneKind.TOUCHPOINT)
    for column in layout.columns:
        if column.stage_start:
            stage = snapshot.get(Stage, column.stage)
            if wanted in stage.name.casefold():
                spots.append(Spot(stage=stage.id))
            spots += _spots(cards, column.stage, column.stage)
        step = snapshot.find(Touchpoint, column.touchpoint)
        if step is not None:
            if wanted in step.name.casefold() or wanted in step.description.casefold():
                spots.append(Spot(steps, column.stage, step.id))
            spots += _spots(cards, column.stage, step.id)
    return spots


def _by_number(layout: MapLayout, wanted: str) -> list[Spot]:
    steps = lane_of_kind(layout, LaneKind.TOUCHPOINT)
    exact = [c for c in layout.columns if c.touchpoint and c.number == wanted]
    if exact:
        return [Spot(steps, c.stage, c.touchpoint) for c in exact]
    stages = list(layout.stage_boxes)
    major = wanted.rstrip(".")
    if major.isdecimal() and 1 <= int(major) <= len(stages):
        return [Spot(stage=stages[int(major) - 1])]
    return []


def _cards(snapshot: Snapshot, layout: MapLayout, wanted: str) -> dict[str, list[Card]]:
    """Return the cards with a text by their step or stage, row by row as they stand."""
    rows = {row.lane: place for place, row in enumerate(layout.rows)}
    found = [
        card
        for card in snapshot.table(Card).values()
        if card.lane in rows and wanted in card.text.casefold()
    ]
    found.sort(key=lambda card: (rows[card.lane], card.position, card.id))
    by_place: dict[str, list[Card]] = {}
    for card in found:
        by_place.setdefault(card.place, []).append(card)
    return by_place


def _spots(cards: dict[str, list[Card]], stage: str, place: str) -> list[Spot]:
    return [Spot(c.lane, stage, c.touchpoint or "", c.id) for c in cards.get(place, ())]
