"""What can be found and done at this moment, in the order in which equals are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial

from journeymapper.app.actions import ACTIONS, BY_ID, plain
from journeymapper.app.finding import folded
from journeymapper.app.place import place_of
from journeymapper.app.recent import Recent
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Card, JourneyMap, Lane, Stage, Touchpoint
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.canvas.reading import row_label
from journeymapper.ui.commands.names import map_title, stage_name, step_name
from journeymapper.ui.context import Context
from journeymapper.ui.file_place import surroundings

FIND = "go.anything"
"""The action that leads here; it is the only one that cannot be found."""


class Kind(StrEnum):
    """What is found."""

    ACTION = "action"
    STEP = "step"
    STAGE = "stage"
    PERSONA = "persona"
    MAP = "map"
    CARD = "card"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something to go to or do.

    ``id`` is that of the action or the entity, or the path of a file; ``map_id`` the map that it
    stands on. ``about`` says where it is, or can say it when that is wanted; ``keys`` is the
    shortcut.
    """

    kind: Kind
    id: str
    name: str
    icon: str
    about: str | Callable[[], str] = ""
    number: str = ""
    keys: str = ""
    map_id: str = ""
    also: str = ""
    folded_name: str = field(init=False)
    folded_also: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded_name", folded(self.name))
        object.__setattr__(self, "folded_also", folded(self.also))

    @property
    def detail(self) -> str:
        """Where it is."""
        return self.about if isinstance(self.about, str) else self.about()

    @property
    def words(self) -> str:
        """The number and the name."""
        return f"{self.number} {self.name}" if self.number else self.name


def actions(context: Context, binding: ActionBinding) -> Iterator[Thing]:
    """Yield what can be done now."""
    binding.refresh()
    for action in ACTIONS:
        shown = binding.action(action.id)
        if not shown.isEnabled() or action.id == FIND:
            continue
        keys = shown.shortcut().toString(shown.shortcut().SequenceFormat.NativeText)
        help_ = context.say(action.help)
        name = plain(context.say(action.text))
        yield Thing(Kind.ACTION, action.id, name, action.icon, help_, keys=keys, also=help_)


def of_document(context: Context, snapshot: Snapshot, first_map: str) -> Iterator[Thing]:
    """Yield steps, stages, personas, maps and cards; those of ``first_map`` come first."""
    found = sorted(queries.maps(snapshot), key=lambda one: one.id != first_map)
    maps = _Maps(context, snapshot, several=len(found) > 1)
    for one in found:
        yield from maps.stages_and_steps(one)
    icon = BY_ID["go.personas"].icon
    for persona in queries.personas(snapshot):
        detail = context.say(_("Personas"))
        yield Thing(Kind.PERSONA, persona.id, persona.name, icon, detail, also=persona.short)
    for one in found:
        name = _text(context, map_title(snapshot, one.id))
        yield Thing(Kind.MAP, one.id, name, "route", context.say(_("Map")), map_id=one.id)
    for one in found:
        yield from maps.cards(one)


def files(context: Context, recent: Iterable[Recent]) -> Iterator[Thing]:
    """Yield the recent files."""
    around = surroundings()
    for one in recent:
        detail = context.say(place_of(one.path, around).words)
        name = one.title or one.path.stem
        also = f"{one.organisation} {one.path.name}"
        yield Thing(Kind.FILE, str(one.path), name, "file-text", detail, also=also)


class _Maps:
    """The things of one map after the other; their details name the map where there are several."""

    def __init__(self, context: Context, snapshot: Snapshot, *, several: bool) -> None:
        self._context = context
        self._snapshot = snapshot
        self._several = several

    def stages_and_steps(self, one: JourneyMap) -> Iterator[Thing]:
        """Yield the steps and stages in journey order."""
        snapshot, numbers = self._snapshot, queries.numbers(self._snapshot, one.id)
        for stage in queries.stages(snapshot, one.id):
            name = _text(self._context, stage_name(snapshot, stage.id))
            detail = self._on(one, _("Stage"))
            yield self._thing(Kind.STAGE, stage, name, detail, numbers, one)
            for step in queries.touchpoints(snapshot, stage.id):
                title = _text(self._context, step_name(snapshot, step.id))
                where = partial(self._in_stage, one, numbers[stage.id], name)
                yield self._thing(Kind.STEP, step, title, where, numbers, one)

    def cards(self, one: JourneyMap) -> Iterator[Thing]:
        """Yield the cards with text, along the journey."""
        snapshot, numbers = self._snapshot, queries.numbers(self._snapshot, one.id)
        rows = [(lane, *self._row(lane)) for lane in queries.lanes(snapshot, one.id)]
        order = {lane.id: place for place, (lane, _title, _icon) in enumerate(rows)}
        for place in numbers:
            here = [c for c in snapshot.select(indexes.CARDS_OF_PLACE, place) if c.lane in order]
            for card in sorted(here, key=lambda card: order[card.lane]):
                _lane, title, icon = rows[order[card.lane]]
                name = " ".join(card.text.split())
                if name:
                    where = partial(self._where, one, card, title, numbers)
                    yield Thing(Kind.CARD, card.id, name, icon, where, map_id=one.id)

    def _row(self, lane: Lane) -> tuple[str, str]:
        """Return how a row is called, and its icon."""
        tokens = self._context.tokens
        title = _text(self._context, row_label(self._snapshot, tokens, lane.id))
        return title, tokens.lane_icon(lane.kind.value)

    def _in_stage(self, one: JourneyMap, number: str, stage: str) -> str:
        return self._on(one, _("{number} {stage}", number=number, stage=stage))

    def _where(self, one: JourneyMap, card: Card, row: str, numbers: dict[str, str]) -> str:
        place = card.touchpoint or card.stage or ""
        named = step_name if card.touchpoint else stage_name
        name = _text(self._context, named(self._snapshot, place))
        number = numbers.get(place, "")
        return self._on(one, _("{row}, {number} {name}", row=row, number=number, name=name))

    def _thing(
        self,
        kind: Kind,
        what: Stage | Touchpoint,
        name: str,
        about: str | Callable[[], str],
        numbers: dict[str, str],
        one: JourneyMap,
    ) -> Thing:
        icon = "map-pin" if kind == Kind.STEP else "layers"
        return Thing(kind, what.id, name, icon, about, numbers[what.id], map_id=one.id)

    def _on(self, one: JourneyMap, where: Message) -> str:
        if not self._several:
            return self._context.say(where)
        title = _text(self._context, map_title(self._snapshot, one.id))
        return self._context.say(_("{where}, map {title}", where=where, title=title))


def _text(context: Context, words: str | Message) -> str:
    return context.say(words) if isinstance(words, Message) else words
