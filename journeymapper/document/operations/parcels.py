"""Verbs that unpack what was copied: everything gets new ids and its place on a map."""

from __future__ import annotations

from typing import Any

from journeymapper.document.operations.people import add_channel, add_role
from journeymapper.document.operations.placing import position_at
from journeymapper.document.operations.projects import attach
from journeymapper.document.operations.submaps import link_that_holds
from journeymapper.document.operations.transfers import lane_like
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import (
    Attachment,
    Card,
    Channel,
    Connection,
    Entity,
    Lane,
    Persona,
    Role,
    Stage,
    Touchpoint,
    replaced,
)
from journeymapper.domain.fields import specs_of
from journeymapper.domain.parcel import Parcel
from journeymapper.domain.snapshot import Snapshot


def place_stages(
    tx: Tx, parcel: Parcel, map_id: str, index: int | None = None, *, same_document: bool = False
) -> tuple[str, ...]:
    """Put the stages of a parcel on a map, from ``index`` on (None: the end); returns their ids.

    ``same_document`` says that what the parcel names is here under its own id.
    """
    siblings = queries.stages(tx.snapshot, map_id)
    first = len(siblings) if index is None else max(0, min(index, len(siblings)))
    unpacking = _Unpacking(tx, parcel, map_id, same_document)
    for place, stage in enumerate(_of(parcel, Stage), start=first):
        position = position_at(tx, queries.stages(tx.snapshot, map_id), place)
        unpacking.put(stage, map=map_id, position=position)
    for step in _of(parcel, Touchpoint):
        unpacking.put(step)
    unpacking.put_the_rest()
    return unpacking.roots()


def place_steps(
    tx: Tx, parcel: Parcel, stage_id: str, index: int | None = None, *, same_document: bool = False
) -> tuple[str, ...]:
    """Put the steps of a parcel into a stage, from ``index`` on (None: the end); see above."""
    siblings = queries.touchpoints(tx.snapshot, stage_id)
    first = len(siblings) if index is None else max(0, min(index, len(siblings)))
    map_id = tx.snapshot.get(Stage, stage_id).map
    unpacking = _Unpacking(tx, parcel, map_id, same_document)
    for place, step in enumerate(_of(parcel, Touchpoint), start=first):
        position = position_at(tx, queries.touchpoints(tx.snapshot, stage_id), place)
        unpacking.put(step, stage=stage_id, position=position)
    unpacking.put_the_rest()
    return unpacking.roots()


def unknown_personas(
    snapshot: Snapshot, parcel: Parcel, *, same_document: bool = False
) -> tuple[str, ...]:
    """Return the names of personas that are not here: their feelings would be left out."""
    return tuple(
        entity.short or entity.name
        for entity in parcel.entities
        if isinstance(entity, Persona)
        and not (same_document and snapshot.find(Persona, entity.id))
        and _by_name(snapshot, entity) is None
    )


class _Unpacking:
    """Gives out new ids and finds here what the parcel only names."""

    def __init__(self, tx: Tx, parcel: Parcel, map_id: str, same: bool) -> None:
        self._tx, self._parcel, self._map, self._same = tx, parcel, map_id, same
        self._ids: dict[tuple[str, str], str | None] = {}
        self._named = {(type(e).__name__, e.id): e for e in parcel.entities}

    def put(self, entity: Entity, **fields: Any) -> None:
        """Insert a copy; one whose place is not in the parcel is left out.

        A step keeps its own map where that is here and the copy does not come to stand in it.
        """
        for name, spec in specs_of(type(entity)).items():
            if not spec.target or name in fields:
                continue
            value = getattr(entity, name)
            if spec.kind == "refs":
                found = (self._here(spec.target, id_) for id_ in value)
                fields[name] = tuple(dict.fromkeys(id_ for id_ in found if id_ is not None))
                continue
            here = self._here(spec.target, value) if value is not None else None
            if here is None and value is not None and _is_place(entity, name):
                return
            fields[name] = here
        if isinstance(entity, Touchpoint):
            fields["submap"] = link_that_holds(self._tx.snapshot, self._map, fields["submap"])
        new = replaced(entity, {"id": self._tx.new_id(), **fields})
        self._ids[type(entity).__name__, entity.id] = self._tx.insert(new).id

    def put_the_rest(self) -> None:
        """Insert what belongs to the stages and steps that were put."""
        structure = (Stage, Touchpoint, Role, Channel, Persona, Lane, Attachment)
        for entity in self._parcel.entities:
            if not isinstance(entity, structure):
                self.put(entity)

    def roots(self) -> tuple[str, ...]:
        """Return the new ids of the roots."""
        keys = [(type(root).__name__, root.id) for root in self._parcel.roots]
        return tuple(id_ for key in keys if (id_ := self._ids.get(key)) is not None)

    def _here(self, kind: str, id_: str) -> str | None:
        """Return the id that stands for one of the parcel, None where there is none."""
        key = (kind, id_)
        if key not in self._ids:
            self._ids[key] = self._find(kind, id_)
        return self._ids[key]

    def _find(self, kind: str, id_: str) -> str | None:
        tx, named = self._tx, self._named.get((kind, id_))
        if kind == "Attachment":
            return attached(tx, self._parcel.pictures, id_)
        if isinstance(named, Lane):
            return lane_like(tx, named, self._map)
        if kind in ("Stage", "Touchpoint", "EndState", "Lane"):
            return None  # only what was put a moment ago
        if self._same and tx.snapshot.has(kind, id_):
            return id_
        if isinstance(named, Role):
            return _by_name(tx.snapshot, named) or add_role(
                tx, named.name, named.department, named.colour
            )
        if isinstance(named, Channel):
            return _by_name(tx.snapshot, named) or add_channel(
                tx, named.name, named.kind, named.icon
            )
        return _by_name(tx.snapshot, named) if isinstance(named, Persona) else None


def attached(tx: Tx, pictures: Any, id_: str) -> str | None:
    """Return the attachment of an id, added from the pictures of a parcel; None without it."""
    if tx.snapshot.find(Attachment, id_) is not None:
        return id_
    if id_ not in pictures:
        return None
    media_type, content = pictures[id_]
    return attach(tx, content, media_type)


def _of(parcel: Parcel, kind: type[Entity]) -> list[Any]:
    """The entities of a kind, roots in their order."""
    roots = [root for root in parcel.roots if isinstance(root, kind)]
    return roots or [entity for entity in parcel.entities if isinstance(entity, kind)]


def _is_place(entity: Entity, name: str) -> bool:
    """Say whether an entity cannot be without this reference."""
    if isinstance(entity, Card):
        return name in ("lane", "touchpoint", "stage")
    if isinstance(entity, Connection):
        return name in ("source", "target", "end")
    spec = specs_of(type(entity))[name]
    return not spec.optional or spec.gone.value == "delete"


def _by_name(snapshot: Snapshot, named: Role | Channel | Persona) -> str | None:
    """Return what is called the same here."""
    wanted = _plain(named)
    for known in snapshot.table(type(named)).values():
        if _plain(known) == wanted:
            return known.id
    return None


def _plain(named: Role | Channel | Persona) -> str:
    name = (named.short or named.name) if isinstance(named, Persona) else named.name
    return name.strip().casefold()
