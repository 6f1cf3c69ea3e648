"""The cards of the personas on sheets of paper: each on one page, upright or across as it fits."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from journeymapper.analysis.persona_figures import active_personas
from journeymapper.domain import queries
from journeymapper.domain.dates import in_words
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.domain.told_apart import told_apart
from journeymapper.drawing.display_list import Box, Drawing, Group, Reading, Rect, Shape
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.drawing.map.pages import Audience
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.map.sheet import Bookmark, Sheet
from journeymapper.drawing.paper import Paper
from journeymapper.drawing.persona_card.composing import Room, composed, first_part
from journeymapper.drawing.persona_card.content import BADGE, LEAST, SMALL, CardContent, TightPen
from journeymapper.drawing.persona_card.lists import has_long_texts
from journeymapper.drawing.persona_card.words import EXAMPLE
from journeymapper.drawing.transform import scaled

SMALLEST = 0.87
"""The smallest text has 7.5 points at the usual size: 6.5 is reached here."""

_TIGHTEST = 0.58
"""On small sheets spaces shrink on down to this, letters stay at 6.5 points: one page a card."""

_USUAL = 1.0
_LARGEST = 1.3
_STEP = 1.035
_TIGHT_STEP = 1.05
_MARGIN_SHARE = 0.052
"""Margins of small sheets, as a share of the shorter side."""
_A4_SIDE = 595.0
_FOOT = 18.0
"""Height kept for the foot, at the usual size."""


def persona_sheets(
    snapshot: Snapshot,
    setting: MapSetting,
    on: Paper,
    today: date,
    audience: Audience | str = Audience.INTERNAL,
) -> tuple[Sheet, ...]:
    """Return a card for each persona in use, the main one first, lengths in points.

    ``setting.personas`` are the ids that are wanted, () for all. A card takes one page; where
    its texts are too long for 6.5 points they go on over further ones. Hidden statements are
    left out, and for clients where statements come from. Raises UserError without any persona.
    """
    cards = _cards(snapshot, setting, today, Audience(audience))
    if not cards:
        raise UserError(
            _("There is no persona to print yet."), _("Add one in the place Personas first.")
        )
    short, long = sorted((on.width, on.height))
    margin = min(on.margin, short * _MARGIN_SHARE)
    plan = _Plan(cards, short, long, margin)
    if plan.worth < _USUAL * plan.factor:
        across = _Plan(cards, long, short, margin)
        plan = across if across.worth > plan.worth else plan
    found: list[Sheet] = []
    for card, scale in zip(plan.cards, plan.scales, strict=True):
        several = not scale or has_long_texts(card)
        found += _sheets(card, plan, min(scale or plan.usual, plan.usual) if several else scale)
    return tuple(found)


def _cards(
    snapshot: Snapshot, setting: MapSetting, today: date, audience: Audience
) -> tuple[CardContent, ...]:
    known = active_personas(snapshot)
    titles = told_apart(known)
    project = queries.project(snapshot)
    pen = Pen(setting.engine, setting.tokens, setting.catalogue, whole=True)
    return tuple(
        CardContent(
            snapshot,
            pen,
            persona,
            project,
            titles[persona.id] or setting.catalogue.say(_("No name yet")),
            place,
            audience == Audience.INTERNAL,
            today,
        )
        for place, persona in enumerate(known)
        if not setting.personas or persona.id in setting.personas
    )


@dataclass
class _Plan:
    """Cards on sheets of one direction; ``scales`` has 0 for a card that takes several."""

    cards: Sequence[CardContent]
    width: float
    height: float
    margin: float

    @property
    def factor(self) -> float:
        """How much larger than A4 the sheet is; 1 for smaller ones."""
        return max(1.0, min(self.width, self.height) / _A4_SIDE)

    @property
    def usual(self) -> float:
        """The size of a card that does not fit on one page."""
        return _USUAL * self.factor if min(self.width, self.height) > _A4_SIDE * 0.9 else SMALLEST

    @cached_property
    def scales(self) -> list[float]:
        """The largest size at which each card fits on one page."""
        return [self._scale(card) for card in self.cards]

    @property
    def worth(self) -> float:
        """How well the cards fit: the size of the one that fits worst."""
        return min(self.scales)

    def room(self, scale: float) -> Room:
        """Return the room for a card at a size."""
        wide, high = self.width - 2 * self.margin, self.height - 2 * self.margin
        return Room(wide / scale, high / scale - _FOOT)

    def _scale(self, card: CardContent) -> float:
        if not self._fits(card, SMALLEST):
            return self._tight(card)
        steps = math.ceil(math.log(_LARGEST * self.factor / SMALLEST, _STEP))
        fitting, too_large = 0, steps + 1
        while too_large - fitting > 1:
            middle = (fitting + too_large) // 2
            if self._fits(card, SMALLEST * _STEP**middle):
                fitting = middle
            else:
                too_large = middle
        return SMALLEST * _STEP**fitting

    def _tight(self, card: CardContent) -> float:
        """The largest size below the smallest at which a card fits on a small sheet, or 0."""
        if self.usual > SMALLEST or has_long_texts(card):
            return 0.0
        steps = math.floor(math.log(SMALLEST / _TIGHTEST, _TIGHT_STEP))
        scales = (SMALLEST / _TIGHT_STEP**step for step in range(1, steps + 1))
        return next((scale for scale in scales if self._fits(card, scale)), 0.0)

    def _fits(self, card: CardContent, scale: float) -> bool:
        return len(first_part(at_scale(card, scale), self.room(scale))) == 1


def at_scale(card: CardContent, scale: float) -> CardContent:
    """Return a card whose letters stay readable at a size below the smallest."""
    if scale >= SMALLEST:
        return card
    pen = card.pen
    tight = TightPen(
        pen.engine, pen.tokens, pen.catalogue, pen.condensed, pen.whole, pen.stock, LEAST / scale
    )
    return replace(card, pen=tight)


def _sheets(card: CardContent, plan: _Plan, scale: float) -> list[Sheet]:
    card = at_scale(card, scale)
    pages = composed(card, plan.room(scale))
    found: list[Sheet] = []
    for number, groups in enumerate(pages, start=1):
        all_groups = [*groups, *_foot(card, plan, scale, number, len(pages))]
        placed_groups = [scaled(group, scale, plan.margin, plan.margin) for group in all_groups]
        marks = (Bookmark(card.title, 0, plan.margin),) if number == 1 else ()
        key = f"persona:{card.persona.id}" + (f":{number}" if number > 1 else "")
        drawing = Drawing(plan.width, plan.height, tuple(placed_groups))
        found.append(Sheet(drawing, plan.width, plan.height, card.title, marks, key))
    return found


def _foot(card: CardContent, plan: _Plan, scale: float, number: int, total: int) -> list[Group]:
    """The line below a card: whose it is, that it is an example, when it was printed."""
    room = plan.room(scale)
    pen, width = card.pen, room.width
    today = in_words(card.today)
    said = pen.line(pen.say(_foot_words(card.name, today, number, total)), SMALL)
    if said.width > width * 0.6:
        said = pen.line(pen.say(_foot_words("", today, number, total)), SMALL)
    shapes: list[Shape] = []
    x = 0.0
    if card.project.example:
        tag = pen.line(pen.say(EXAMPLE), BADGE)
        shapes.append(Rect(Box(0, -0.5, tag.width + 8, 12), "", "text", 0.75, radius=2))
        shapes += placed(tag, 4, 0)
        x = tag.width + 16
    whose = card.project.organisation or card.project.title
    rest = width - x - said.width - 16
    if whose and rest > 60:
        block = pen.line(whose, SMALL)
        if block.width <= rest:
            shapes += placed(block, x, 1, "text_secondary")
    shapes += placed(said, max(x, width - said.width), 1, "text_secondary")
    box = Box(0, room.height + 7, width, card.high(SMALL))
    return [Group("foot", box, tuple(shapes), reading=Reading.TEXT)]


def _foot_words(name: str, today: Message, number: int, total: int) -> Message:
    if total == 1:
        return _("Printed {date}", date=today)
    if not name:
        return _(
            "Sheet {number} of {total}, printed {date}", number=number, total=total, date=today
        )
    return _(
        "{name}, sheet {number} of {total}, printed {date}",
        name=name,
        number=number,
        total=total,
        date=today,
    )
