"""What differs in how bad and how frequent the same pains of a step are."""

from __future__ import annotations

from collections.abc import Iterator

from journeymapper.analysis.step_pairs import Side
from journeymapper.domain import indexes
from journeymapper.domain.entities import Card, Lane
from journeymapper.domain.kinds import Frequency, LaneKind, Severity
from journeymapper.domain.message import Message, _

_SEVERITY: dict[Severity, Message] = {
    Severity.CRITICAL: _("critical"),
    Severity.HIGH: _("high"),
    Severity.MEDIUM: _("medium"),
    Severity.LOW: _("low"),
    Severity.UNRATED: _("not rated"),
}
_FREQUENCY: dict[Frequency, Message] = {
    Frequency.OFTEN: _("often"),
    Frequency.SOMETIMES: _("sometimes"),
    Frequency.UNKNOWN: _("nobody knows how often"),
}


def pain_changes(
    before: Side, here: str, after: Side, there: str, place: Message
) -> Iterator[Message]:
    """Say which pains of a step, with the same words on both sides, are rated otherwise.

    Of several pains with the same words the first counts.
    """
    was = _pains(before, here)
    for text, now in _pains(after, there).items():
        old = was.get(text)
        if old is None:
            continue
        if old.severity != now.severity:
            yield _(
                "{place}: the pain “{text}” is {now}, before {was}",
                place=place,
                text=text,
                now=_SEVERITY[now.severity],
                was=_SEVERITY[old.severity],
            )
        if old.frequency != now.frequency:
            yield _(
                "{place}: how often “{text}”: {now}, before {was}",
                place=place,
                text=text,
                now=_FREQUENCY[now.frequency],
                was=_FREQUENCY[old.frequency],
            )


def _pains(side: Side, step: str) -> dict[str, Card]:
    found: dict[str, Card] = {}
    cards: tuple[Card, ...] = side.snapshot.select(indexes.CARDS_OF_PLACE, step)
    for card in cards:
        lane = side.snapshot.find(Lane, card.lane)
        if lane is not None and lane.kind == LaneKind.PAIN and card.text.strip():
            found.setdefault(card.text.strip(), card)
    return found
