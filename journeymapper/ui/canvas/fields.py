"""What can be typed on the map: each field knows its text and which command writes it."""

from __future__ import annotations

from typing import Protocol

from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Card, Lane, Stage, Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import DERIVED_ROWS, STEP_ONLY_ROWS, LaneKind, Measure
from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box, Group, Text
from journeymapper.drawing.map.feeling import chart_of
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.spots import Spot, box_of, cards_of, group_of, kind_of_row
from journeymapper.ui.canvas.targets import NEEDS_STEP, spot_of_card
from journeymapper.ui.commands import cards, deleting, efforts, feelings, rows, stages, steps

_NAME_TOP, _NAME_HEIGHT = 20.0, 44.0
"""Where the name stands on the card of a step, with room for the editor's border."""

_NUMBER_WIDTH = 56.0
"""Width of the editor for a feeling."""

_MARGIN = 7.0
"""From the border of the editor to its text."""

_BELOW_LINE = 5.0
"""From the foot of the letters of a line to the end of the line."""

_BELOW_HEAD = 2.0

_LEAST = 28.0
"""Height of the editor for one more card, in px at 100 %."""


class Field(Protocol):
    """One text of the document while it is typed."""

    style: str
    """The text style of the type scale it is shown in."""
    one_line: bool
    then_next: bool
    """Whether Enter goes on to the next cell of the row."""
    is_begun: bool
    """Whether the thing was made just before: leaving without change keeps it, without words."""

    def text(self) -> str:
        """Return the text as it is in the document."""

    def is_whole(self, text: str) -> bool:
        """Say whether a text can be written as it stands, or is still being typed."""

    def write(self, text: str) -> None:
        """Write the text; raises UserError when it is refused."""

    def settle(self, text: str) -> None:
        """Tidy up when typing has ended well."""

    def spot(self) -> Spot:
        """Return where the field is now."""

    def box(self) -> Box | None:
        """Return where it is written on the map; None when that is not shown."""


class _Plain:
    style = "lane_text"
    one_line = False
    then_next = False
    is_begun = False

    def __init__(self, bench: Bench, spot: Spot) -> None:
        self._bench = bench
        self._spot = spot

    def is_whole(self, text: str) -> bool:  # noqa: ARG002 - any text will do
        return True

    def settle(self, text: str) -> None:
        """Nothing to tidy up."""

    def spot(self) -> Spot:
        return self._spot

    def box(self) -> Box | None:
        return box_of(self._bench.layout, self.spot())


class StepName(_Plain):
    """The name of a step."""

    style = "card_name"
    one_line = True

    def __init__(self, bench: Bench, spot: Spot) -> None:
        super().__init__(bench, spot)
        self.is_begun = not self.text()

    def text(self) -> str:
        return self._bench.snapshot.get(Touchpoint, self._spot.touchpoint).name

    def box(self) -> Box | None:
        card = super().box()
        if card is None:
            return None
        height = max(_NAME_HEIGHT, self._name_end() - _NAME_TOP)
        return Box(card.x + 1, card.y + _NAME_TOP, card.w - 2, height)

    def _name_end(self) -> float:
        """Return where the name ends on its card, which grows with it, and the border after it."""
        bench = self._bench
        step = self._spot.touchpoint
        card = group_of(bench.layout, step, f"step:{step}")
        size = bench.context.tokens.style(self.style).size
        texts = (s for s in card.shapes if isinstance(s, Text)) if card is not None else ()
        ends = [s.y + max(s.run.ys) for s in texts if s.run.size == size and s.run.ys]
        return max(ends, default=0.0) + _MARGIN + _BELOW_LINE

    def write(self, text: str) -> None:
        write = steps.name_new if self.is_begun else steps.rename
        write(self._bench.document, self._spot.touchpoint, text)


class StageName(_Plain):
    """The name of a stage."""

    style = "card_name"
    one_line = True

    def text(self) -> str:
        return self._bench.snapshot.get(Stage, self._spot.stage).name

    def write(self, text: str) -> None:
        stages.rename(self._bench.document, self._spot.stage, text)


class RowTitle(_Plain):
    """The title of a row; emptied, the usual label of its kind comes back."""

    style = "subheading"
    one_line = True

    def text(self) -> str:
        lane = self._bench.snapshot.get(Lane, self._spot.lane)
        return lane.title or self._label(lane)

    def box(self) -> Box | None:
        title = super().box()
        if title is None:
            return None
        return Box(title.x + 3, title.y + 2, title.w - 6, _LEAST + 2)

    def write(self, text: str) -> None:
        bench = self._bench
        label = self._label(bench.snapshot.get(Lane, self._spot.lane))
        rows.rename(bench.document, self._spot.lane, text, label)

    def _label(self, lane: Lane) -> str:
        return self._bench.say(Message(self._bench.context.tokens.lane_label(lane.kind.value)))


class EffortValue(_Plain):
    """How easy a step is in the team's opinion, from 1 (hard) to 7 (easy)."""

    one_line = True
    then_next = True

    def text(self) -> str:
        found = self._bench.snapshot.select(indexes.RATINGS_OF_TOUCHPOINT, self._spot.touchpoint)
        own = (r for r in found if r.measure == Measure.EFFORT and r.perspective == "staff")
        return next((f"{rating.value:g}" for rating in own), "")

    def box(self) -> Box | None:
        cell = super().box()
        return Box(cell.x + 3, cell.y + 3, cell.w - 6, _LEAST) if cell is not None else None

    def write(self, text: str) -> None:
        plain = text.strip()
        if plain == self.text():
            return
        if plain and plain not in efforts.VALUES:
            raise RefusedError(_("Type a number from 1 (hard) to 7 (easy)."))
        efforts.set_value(
            self._bench.document, self._spot.touchpoint, int(plain) if plain else None
        )


class CardText(_Plain):
    """The text of a card; in an empty cell the first words make one."""

    def __init__(self, bench: Bench, spot: Spot) -> None:
        super().__init__(bench, spot)
        self._card = spot.card
        self._is_new = not spot.card

    def text(self) -> str:
        card = self._bench.snapshot.find(Card, self._card)
        return card.text if card else ""

    def write(self, text: str) -> None:
        document = self._bench.document
        if self._card:
            cell = self._spot.cell if self._is_new else None
            cards.write(document, self._card, text, cell=cell)
        elif text.strip():
            self._card = cards.add(document, self._spot.cell, text, typing=True)

    def settle(self, text: str) -> None:
        """A card without words is no card, unless it holds a picture."""
        card = self._bench.snapshot.find(Card, self._card)
        if card is not None and not text.strip() and card.image is None:
            deleting.delete(self._bench.document, ((Card, self._card),))
            self._card = ""

    def spot(self) -> Spot:
        return spot_of_card(self._bench.snapshot, self._card) or self._spot.bare

    def box(self) -> Box | None:
        layout = self._bench.layout
        if self._card:
            group = group_of(layout, self.spot().place, f"card:{self._card}")
            is_pain = kind_of_row(layout, self._spot.lane) == LaneKind.PAIN
            return _around_text(group, last=is_pain) if group is not None else super().box()
        spot = self._spot.bare
        cell = layout.cell_box(spot.lane, spot.place)
        if cell is None:
            return None
        top = cell.y
        for card in cards_of(self._bench.snapshot, layout, spot):
            group = group_of(layout, spot.place, f"card:{card.id}")
            top = max(top, group.box.bottom) if group is not None else top
        if top > cell.y:  # below the cards that are there already
            return Box(cell.x + 3, top + 4, cell.w - 6, _LEAST)
        return cell.inset(3)


class FeelingValue(_Plain):
    """How the main persona feels, as a number from -5 to +5."""

    style = "heading"
    one_line = True
    then_next = True

    def text(self) -> str:
        bench = self._bench
        known = queries.feeling_of(bench.snapshot, self._spot.touchpoint, bench.persona)
        return str(known.value) if known else ""

    def box(self) -> Box | None:
        """A small box where the point of the curve stands, or would stand at 0."""
        cell = super().box()
        row = next(r for r in self._bench.layout.rows if r.lane == self._spot.lane)
        if cell is None:
            return None
        value = self.text()
        y = chart_of(row).y(float(value or 0))
        return Box(cell.x + (cell.w - _NUMBER_WIDTH) / 2, y - 16, _NUMBER_WIDTH, 32)

    def is_whole(self, text: str) -> bool:
        return text.strip() not in ("-", "−", "+")

    def write(self, text: str) -> None:
        bench = self._bench
        value = feelings.read(text)
        if value is None:
            if self.text():
                feelings.clear(bench.document, (self._spot.touchpoint,), bench.persona)
            return
        if str(value) != self.text():
            feelings.set_value(bench.document, self._spot.touchpoint, bench.persona, value)


def field_at(bench: Bench, spot: Spot) -> Field:
    """Return what is typed at a spot; raises RefusedError where nothing can be."""
    if not spot.lane:
        return StageName(bench, spot)
    if spot.on_title:
        return RowTitle(bench, spot)
    kind = kind_of_row(bench.layout, spot.lane)
    if kind == LaneKind.TOUCHPOINT and spot.touchpoint:
        return StepName(bench, spot)
    if kind == LaneKind.FEELING and spot.touchpoint:
        if not bench.persona:
            raise RefusedError(_("Add a persona first: whose feelings are these?"))
        return FeelingValue(bench, spot)
    if kind == LaneKind.EFFORT and spot.touchpoint:
        return EffortValue(bench, spot)
    if kind is None or (kind in DERIVED_ROWS) or (kind in STEP_ONLY_ROWS and not spot.touchpoint):
        if not spot.touchpoint:
            raise RefusedError(NEEDS_STEP)
        raise RefusedError(_("This row is made from the steps. Change it in Details."))
    return CardText(bench, spot)


def _around_text(group: Group, *, last: bool) -> Box:
    """Return the box for an editor that writes where the text of a card stands."""
    texts = [shape for shape in group.shapes if isinstance(shape, Text)]
    if not texts:
        return group.box
    at = texts[-1 if last else 0]
    left, top = group.box.x + at.x - _MARGIN, group.box.y + at.y - _MARGIN
    if last:
        top += _BELOW_HEAD  # the head of a pain stays whole
    height = max(_LEAST, group.box.bottom - top + 4)
    return Box(left, top, group.box.right + 2 - left, height)
