"""Commands of the table: what is typed into cells, for one step or several at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from journeymapper.document.document import Document
from journeymapper.document.operations import cards, feelings, people, touchpoints
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Channel, Role, Touchpoint
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import MomentOfTruth, TimeUnit
from journeymapper.domain.message import Message
from journeymapper.ui.commands.cards import Cell

Put = Callable[[Tx], None]
"""Writes one cell, as part of a step; raises UserError when it is refused."""

LINE = "¶"
"""Stands for a new line inside one card, where each line is a card."""

MINUTES = {TimeUnit.MINUTES: 1, TimeUnit.HOURS: 60, TimeUnit.DAYS: 24 * 60}
"""How long the units are."""


def write(
    document: Document, label: Message, puts: Iterable[Put], merge: Hashable | None = None
) -> None:
    """Write cells as one step; raises UserError, and nothing is changed then."""
    with document.step(label, merge=merge) as tx:
        for put in puts:
            put(tx)


def put_owner(tx: Tx, step_id: str, name: str) -> None:
    """Name the role that answers for a step; a name that is not there yet is added."""
    touchpoints.set_owner(tx, step_id, _role(tx, name) if name else None)


def put_channels(tx: Tx, step_id: str, names: Sequence[str]) -> None:
    """Say where a step happens, the main place first; new names are added."""
    touchpoints.set_channels(tx, step_id, tuple(_channel(tx, name) for name in names))


def put_moment(tx: Tx, step_id: str, *, on: bool) -> None:
    """Mark a step as a moment of truth, or take the mark away; its kind stays."""
    marked = tx.snapshot.get(Touchpoint, step_id).moment_of_truth != MomentOfTruth.NONE
    if marked != on:
        kind = MomentOfTruth.GENERAL if on else MomentOfTruth.NONE
        touchpoints.set_moment_of_truth(tx, step_id, kind)


def put_feeling(tx: Tx, step_id: str, persona_id: str, value: int | None) -> None:
    """Say how a persona feels at a step, None for not known; where it comes from stays."""
    known = queries.feeling_of(tx.snapshot, step_id, persona_id)
    if value is None:
        feelings.clear_feeling(tx, step_id, persona_id)
    elif known is None:
        feelings.set_feeling(tx, step_id, persona_id, value)
    elif known.value != value:
        feelings.set_feeling(tx, step_id, persona_id, value, known.source)


def put_wait(
    tx: Tx, step_id: str, value: float | None, unit: TimeUnit | None, *, promised: bool
) -> None:
    """Note a wait. ``unit`` None keeps the one of the step.

    Both waits of a step have one unit: where the other one is known, this one is turned into it.
    """
    step = tx.snapshot.get(Touchpoint, step_id)
    other = step.wait_actual if promised else step.wait_promised
    if unit is None or (other is not None and value is None):
        unit = step.wait_unit
    elif other is not None and value is not None:
        value, unit = value * MINUTES[unit] / MINUTES[step.wait_unit], step.wait_unit
    waits = (value, other) if promised else (other, value)
    touchpoints.set_wait(tx, step_id, *waits, unit)


def put_stage(tx: Tx, step_id: str, stage_id: str) -> None:
    """Move a step to the end of another stage; in its own stage it stays where it is."""
    if tx.snapshot.get(Touchpoint, step_id).stage != stage_id:
        touchpoints.move_touchpoint(tx, step_id, stage_id)


def put_cards(tx: Tx, cell: Cell, lines: Sequence[str], shown: Sequence[Card]) -> None:
    """Make the cards that are ``shown`` in a cell read as these lines, one for each.

    Cards whose words stay are not touched, so that how bad and how sure they are stays too.
    """
    known = queries.cards_at(tx.snapshot, cell.lane, cell.place)
    here = [card for card in known if card.id in {one.id for one in shown}]
    in_order = len(here) == len(known)
    matcher = SequenceMatcher(None, [line_of(c) for c in here], list(lines), autojunk=False)
    for tag, start, stop, first, last in matcher.get_opcodes():
        if tag == "equal":
            continue
        pairs = zip_longest(here[start:stop], lines[first:last])
        for place, (card, line) in enumerate(pairs, start=first):
            if card is None:
                index = place if in_order else None
                text = line.replace(LINE, "\n")
                cards.add_card(tx, cell.lane, text, index=index, **cell.as_fields())
            elif line is None:
                cards.delete_card(tx, card.id)
            else:
                cards.set_card_text(tx, card.id, line.replace(LINE, "\n"))


def line_of(card: Card) -> str:
    """Return the text of a card on one line."""
    return card.text.replace("\n", LINE)


def _role(tx: Tx, name: str) -> str:
    for role in sorted(tx.snapshot.table(Role).values(), key=sort_key):
        if role.name.casefold() == name.casefold():
            return role.id
    return people.add_role(tx, name)


def _channel(tx: Tx, name: str) -> str:
    for channel in sorted(tx.snapshot.table(Channel).values(), key=sort_key):
        if channel.name.casefold() == name.casefold():
            return channel.id
    return people.add_channel(tx, name)
