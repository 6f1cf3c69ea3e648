"""What differs between two maps, two states of one map, or two personas on one map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from journeymapper.analysis.pain_changes import pain_changes
from journeymapper.analysis.step_pairs import Pairs, Side, interleaved, moved, pairs_of
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Card, Channel, Lane, Persona, Role, Stage, Touchpoint
from journeymapper.domain.kinds import LaneKind, TimeUnit
from journeymapper.domain.message import Message, _


class Kind(StrEnum):
    """What sort of difference it is."""

    ADDED = "added"
    GONE = "gone"
    RENAMED = "renamed"
    MOVED = "moved"
    FEELING = "feeling"
    PAIN_ADDED = "pain added"
    PAIN_GONE = "pain gone"
    PAIN_CHANGED = "pain changed"
    IDEA_ADDED = "idea added"
    IDEA_GONE = "idea gone"
    OWNER = "owner"
    CHANNEL = "channel"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference in a sentence; the ids of the step or stage on both sides, "" for none."""

    kind: Kind
    words: Message
    before: str
    after: str


_CARDS = {
    LaneKind.PAIN: (
        Kind.PAIN_ADDED,
        _("{place}: new pain “{text}”"),
        Kind.PAIN_GONE,
        _("{place}: the pain “{text}” is gone"),
    ),
    LaneKind.IDEA: (
        Kind.IDEA_ADDED,
        _("{place}: new idea “{text}”"),
        Kind.IDEA_GONE,
        _("{place}: the idea “{text}” is gone"),
    ),
}

_WAITS = {
    TimeUnit.MINUTES: _("{promised} minutes promised, {actual} in fact"),
    TimeUnit.HOURS: _("{promised} hours promised, {actual} in fact"),
    TimeUnit.DAYS: _("{promised} days promised, {actual} in fact"),
}


def differences(before: Side, after: Side) -> tuple[Difference, ...]:
    """Return the differences in the order of the journey, stages first, then step by step."""
    pairs = pairs_of(before, after)
    return tuple(_Comparison(before, after, pairs).all())


class _Comparison:
    def __init__(self, before: Side, after: Side, pairs: Pairs) -> None:
        self._before, self._after, self._pairs = before, after, pairs
        self._numbers_before = queries.numbers(before.snapshot, before.map_id)
        self._numbers_after = queries.numbers(after.snapshot, after.map_id)
        stages = [s.id for s in before.stages], [s.id for s in after.stages]
        steps = [t.id for t in before.steps], [t.id for t in after.steps]
        self._stages = interleaved(*stages, pairs.stages)
        self._steps = interleaved(*steps, pairs.steps)
        self._moved = moved(*steps, pairs.steps) | moved(*stages, pairs.stages)

    def all(self) -> Iterator[Difference]:
        for here, there in self._stages:
            yield from self._stage(here, there)
        for here, there in self._steps:
            yield from self._step(here, there)

    def _stage(self, here: str, there: str) -> Iterator[Difference]:
        if not here:
            words = _("Stage {place} is new", place=self._place(self._after, Stage, there))
            yield Difference(Kind.ADDED, words, here, there)
            yield from self._cards(here, there)
            return
        place = self._place(self._before, Stage, here)
        if not there:
            yield Difference(Kind.GONE, _("Stage {place} is gone", place=place), here, there)
            return
        if here in self._moved:
            words = _("Stage {place} moved", place=self._place(self._after, Stage, there))
            yield Difference(Kind.MOVED, words, here, there)
        name = self._after.snapshot.get(Stage, there).name
        if self._before.snapshot.get(Stage, here).name != name:
            words = _("Stage {place} is called “{name}” now", place=place, name=name)
            yield Difference(Kind.RENAMED, words, here, there)
        yield from self._cards(here, there)

    def _step(self, here: str, there: str) -> Iterator[Difference]:
        if not here:
            words = _("{place} is new", place=self._place(self._after, Touchpoint, there))
            yield Difference(Kind.ADDED, words, here, there)
            yield from self._cards(here, there)
            return
        if not there:
            words = _("{place} is gone", place=self._place(self._before, Touchpoint, here))
            yield Difference(Kind.GONE, words, here, there)
            return
        one = self._before.snapshot.get(Touchpoint, here)
        other = self._after.snapshot.get(Touchpoint, there)
        place = self._place(self._after, Touchpoint, there)
        if self._pairs.stages.get(one.stage) != other.stage or here in self._moved:
            words = _(
                "{place} moved, it was {number}", place=place, number=self._numbers_before[here]
            )
            yield Difference(Kind.MOVED, words, here, there)
        if one.name != other.name:
            words = _("{place} was called “{name}”", place=place, name=one.name)
            yield Difference(Kind.RENAMED, words, here, there)
        for kind, words in self._fields(one, other, place):
            yield Difference(kind, words, here, there)
        for words in pain_changes(self._before, here, self._after, there, place):
            yield Difference(Kind.PAIN_CHANGED, words, here, there)
        yield from self._cards(here, there)

    def _fields(
        self, one: Touchpoint, other: Touchpoint, place: Message
    ) -> Iterator[tuple[Kind, Message]]:
        felt = self._feelings(one.id, other.id, place)
        if felt is not None:
            yield Kind.FEELING, felt
        was, now = _owner(self._before, one), _owner(self._after, other)
        if was != now:
            yield Kind.OWNER, _("{place}: owner {now}, before {was}", place=place, now=now, was=was)
        was, now = _channel(self._before, one), _channel(self._after, other)
        if was != now:
            yield (
                Kind.CHANNEL,
                _("{place}: happens at {now}, before {was}", place=place, now=now, was=was),
            )
        was, now = _wait(one), _wait(other)
        if was != now:
            yield Kind.WAIT, _("{place}: wait {now}; before {was}", place=place, now=now, was=was)

    def _feelings(self, here: str, there: str, place: Message) -> Message | None:
        one, other = self._before, self._after
        was, now = _felt(one, here), _felt(other, there)
        if was == now:
            return None
        if one.persona != other.persona:
            return _(
                "{place}: {one} {was}, {other} {now}",
                place=place,
                one=_persona(one),
                was=_signed(was),
                other=_persona(other),
                now=_signed(now),
            )
        return _(
            "{place}: {name} {now}, before {was}",
            place=place,
            name=_persona(other),
            now=_signed(now),
            was=_signed(was),
        )

    def _cards(self, here: str, there: str) -> Iterator[Difference]:
        place: Message | None = None
        for kind, (added, new, gone, old) in _CARDS.items():
            was, now = _texts(self._before, here, kind), _texts(self._after, there, kind)
            for which, words, texts in ((added, new, now - was), (gone, old, was - now)):
                for text in texts.elements():
                    if place is None:
                        is_step = self._after.snapshot.find(Touchpoint, there) is not None
                        place = self._place(self._after, Touchpoint if is_step else Stage, there)
                    said = Message(words.key, place=place, text=text)
                    yield Difference(which, said, here, there)

    def _place(self, side: Side, kind: type[Stage | Touchpoint], id_: str) -> Message:
        name = side.snapshot.get(kind, id_).name
        numbers = self._numbers_before if side is self._before else self._numbers_after
        number = numbers.get(id_, "")
        return _("{number} {name}", number=number, name=name or _("without a name"))


def _texts(side: Side, place: str, kind: LaneKind) -> Counter[str]:
    found: Counter[str] = Counter()
    cards: tuple[Card, ...] = side.snapshot.select(indexes.CARDS_OF_PLACE, place)
    for card in cards:
        lane = side.snapshot.find(Lane, card.lane)
        if lane is not None and lane.kind == kind and card.text.strip():
            found[card.text.strip()] += 1
    return found


def _owner(side: Side, step: Touchpoint) -> str | Message:
    role = side.snapshot.find(Role, step.owner)
    return role.name if role is not None else _("nobody")


def _channel(side: Side, step: Touchpoint) -> str | Message:
    found = (side.snapshot.find(Channel, id_) for id_ in step.channels)
    names = [channel.name for channel in found if channel is not None]
    return ", ".join(names) if names else _("no place named")


def _wait(step: Touchpoint) -> Message:
    if step.wait_promised is None and step.wait_actual is None:
        return _("not noted")
    return Message(
        _WAITS[step.wait_unit].key,
        promised=_amount(step.wait_promised),
        actual=_amount(step.wait_actual),
    )


def _amount(value: float | None) -> str:
    return "?" if value is None else f"{value:g}"


def _felt(side: Side, step_id: str) -> int | None:
    found = queries.feeling_of(side.snapshot, step_id, side.persona)
    return found.value if found is not None else None


def _persona(side: Side) -> str | Message:
    persona = side.snapshot.find(Persona, side.persona)
    return (persona.short or persona.name) if persona is not None else _("somebody")


def _signed(value: int | None) -> str | Message:
    if value is None:
        return _("not noted")
    return f"{value:+d}".replace("-", "−") if value else "0"
