"""One card in one direction and size: which parts stand where."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.drawing.display_list import Box, Group, Rect, moved
from journeymapper.drawing.persona_card.blocks import Block
from journeymapper.drawing.persona_card.buyer import buyer
from journeymapper.drawing.persona_card.content import CardContent
from journeymapper.drawing.persona_card.flow import Flow
from journeymapper.drawing.persona_card.header import header
from journeymapper.drawing.persona_card.journey import journeys
from journeymapper.drawing.persona_card.known import evidence, holds
from journeymapper.drawing.persona_card.lists import (
    answers,
    character,
    lists,
    long_facts,
    long_texts,
    sources,
)
from journeymapper.drawing.persona_card.mind import mind
from journeymapper.drawing.persona_card.reach import reach

_GAP = 20.0
_SIDE = 0.27
_ONE_COLUMN = 330.0
"""Narrower than this there is one column only."""
_THREE_COLUMNS = 500.0
"""From this width on there are three, where room is scarce."""

Pages = list[list[Group]]


@dataclass(frozen=True, slots=True)
class Room:
    """The room for a card on a sheet, in its own units."""

    width: float
    height: float

    @property
    def across(self) -> bool:
        """Whether the sheet lies across."""
        return self.width > self.height


def first_part(card: CardContent, room: Room) -> Pages:
    """Return the pages of a card without its long texts; one page where all of it fits."""
    return _across(card, room) if room.across else _upright(card, room).pages


def composed(card: CardContent, room: Room) -> Pages:
    """Return all pages of a card; long texts go on over as many as they need."""
    if not room.across:
        flow = _upright(card, room)
        flow.full(long_texts(card, room.width))
        return flow.pages
    pages = _across(card, room)
    texts = long_texts(card, room.width)
    if texts:
        rest = Flow(room.width, room.height)
        rest.full(texts)
        pages += rest.pages
    return pages


def _upright(card: CardContent, room: Room) -> Flow:
    flow = Flow(room.width, room.height)
    flow.full([header(card, room.width), *mind(card, room.width), *buyer(card, room.width)])
    count = 1 if room.width < _ONE_COLUMN else 2
    if card.is_tight and room.width >= _THREE_COLUMNS:
        count = 3
    width = (room.width - (count - 1) * _GAP) / count
    flow.columns([*_lists(card, width), *_side(card, width)], count, width, _GAP)
    return flow


def _across(card: CardContent, room: Room) -> Pages:
    side = room.width * _SIDE
    width = room.width - side - _GAP
    main = Flow(width, room.height)
    main.full([header(card, width), *mind(card, width), *buyer(card, width)])
    column = (width - _GAP) / 2
    main.columns(_lists(card, column), 2, column, _GAP)
    beside = Flow(side, room.height)
    beside.full(_side(card, side))
    pages: Pages = []
    for i in range(max(len(main.pages), len(beside.pages))):
        left = main.pages[i] if i < len(main.pages) else []
        right = beside.pages[i] if i < len(beside.pages) else []
        line = Rect(Box(width + _GAP / 2, 0, 0.75, room.height), "line")
        edge = Group("line:side", Box(0, 0, room.width, room.height), (line,))
        between = [edge] if right else []
        pages.append([*left, *between, *(moved(group, width + _GAP, 0) for group in right)])
    return pages


def _lists(card: CardContent, width: float) -> list[Block]:
    return [
        *lists(card, width),
        *reach(card, width),
        *character(card, width),
        *long_facts(card, width),
    ]


def _side(card: CardContent, width: float) -> list[Block]:
    return [
        *evidence(card, width),
        *answers(card, width),
        *journeys(card, width),
        *holds(card, width),
        *sources(card, width),
    ]
