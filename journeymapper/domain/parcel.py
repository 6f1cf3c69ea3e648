"""What is copied out of a document: stages or steps with all that belongs to them, or cells.

A parcel holds entities as they were, and by the side of them the rows, people and means of
contact that they name, so that another document can find or add those. Ids mean nothing
outside of the document they come from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from typing import Any

from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import (
    Attachment,
    Card,
    Channel,
    Entity,
    Lane,
    Persona,
    Role,
    Stage,
    Touchpoint,
)
from journeymapper.domain.fields import specs_of
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot

Pictures = Mapping[str, tuple[str, bytes]]
"""Media type and content of attachments, by id."""

ReadBlob = Callable[[str], bytes]

NAMED: tuple[type[Entity], ...] = (Role, Channel, Persona, Lane)
"""Kinds that a parcel only names: where it is unpacked, equals are looked for first."""

OWN: tuple[type[Entity], ...] = (Stage, Touchpoint)
"""Kinds that a parcel carries as a whole, with what belongs to them."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """Stages or steps: ``roots`` in order, ``entities`` with parents before children."""

    doc_id: str
    roots: tuple[Entity, ...]
    entities: tuple[Entity, ...]
    pictures: Pictures = field(default_factory=dict)

    @property
    def of_stages(self) -> bool:
        """Say whether it holds stages; else it holds steps."""
        return isinstance(self.roots[0], Stage)


@dataclass(frozen=True, slots=True)
class Item:
    """One text for a cell; ``fields`` are those of a card that refer to nothing, and its image."""

    text: str
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a block: its cells from start to end. ``kind`` None: a table from elsewhere."""

    cells: tuple[tuple[Item, ...], ...]
    kind: LaneKind | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Cells, all lines of one length."""

    lines: tuple[Line, ...]
    doc_id: str = ""
    pictures: Pictures = field(default_factory=dict)

    @property
    def width(self) -> int:
        """How many columns."""
        return max((len(line.cells) for line in self.lines), default=0)

    @property
    def items(self) -> int:
        """How many texts."""
        return sum(len(cell) for line in self.lines for cell in line.cells)


def pack_steps(snapshot: Snapshot, doc_id: str, ids: Iterable[str], read: ReadBlob) -> Parcel:
    """Pack steps with their cards, feelings, ratings and the ways between them."""
    steps = [snapshot.get(Touchpoint, id_) for id_ in ids]
    return _packed(snapshot, doc_id, tuple(steps), [*steps, *_around(snapshot, steps)], read)


def pack_stages(snapshot: Snapshot, doc_id: str, ids: Iterable[str], read: ReadBlob) -> Parcel:
    """Pack stages with all their steps."""
    stages = [snapshot.get(Stage, id_) for id_ in ids]
    steps = [step for stage in stages for step in queries.touchpoints(snapshot, stage.id)]
    cards = [c for s in stages for c in snapshot.select(indexes.CARDS_OF_PLACE, s.id)]
    inside = [*stages, *steps, *cards, *_around(snapshot, steps)]
    return _packed(snapshot, doc_id, tuple(stages), inside, read)


def item_of(card: Card) -> Item:
    """Return a card as it goes into a block."""
    fields = {
        name: getattr(card, name)
        for name, spec in specs_of(Card).items()
        if not spec.target and name not in ("text", "position")
    }
    return Item(card.text, fields | ({"image": card.image} if card.image else {}))


def pictures_of(snapshot: Snapshot, ids: Iterable[str | None], read: ReadBlob) -> Pictures:
    """Return the attachments that are named, with their content."""
    found: dict[str, tuple[str, bytes]] = {}
    for id_ in ids:
        attachment = snapshot.find(Attachment, id_)
        if attachment is not None:
            found[attachment.id] = (attachment.media_type, read(attachment.id))
    return found


def _around(snapshot: Snapshot, steps: Iterable[Touchpoint]) -> list[Entity]:
    """Everything that belongs to steps; ways only where both ends are among them."""
    ids = dict.fromkeys(step.id for step in steps)
    found: list[Entity] = []
    for id_ in ids:
        found += snapshot.select(indexes.CARDS_OF_PLACE, id_)
        found += snapshot.select(indexes.FEELINGS_OF_TOUCHPOINT, id_)
        found += snapshot.select(indexes.RATINGS_OF_TOUCHPOINT, id_)
        ways = snapshot.select(indexes.CONNECTIONS_FROM, id_)
        found += [way for way in ways if way.target in ids]
    return found


def _packed(
    snapshot: Snapshot,
    doc_id: str,
    roots: tuple[Entity, ...],
    inside: list[Entity],
    read: ReadBlob,
) -> Parcel:
    named = {(type(e), e.id): e for entity in inside for e in _names(snapshot, entity)}
    images = [entity.image for entity in inside if isinstance(entity, Card)]
    pictures = pictures_of(snapshot, images, read)
    return Parcel(doc_id, roots, (*named.values(), *inside), pictures)


def _names(snapshot: Snapshot, entity: Entity) -> Iterator[Entity]:
    kinds = {kind.__name__: kind for kind in NAMED}
    for name, spec in specs_of(type(entity)).items():
        if spec.target not in kinds:
            continue
        value = getattr(entity, name)
        for id_ in value if spec.kind == "refs" else (value,):
            found = snapshot.find(kinds[spec.target], id_)
            if found is not None:
                yield found
