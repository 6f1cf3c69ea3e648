"""The state of a document at one moment: the only thing that is read."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar, cast

from journeymapper.domain.changes import Change
from journeymapper.domain.entities import BY_NAME, ENTITIES, Entity
from journeymapper.domain.errors import MissingEntityError
from journeymapper.domain.indexes import Index, sort_key
from journeymapper.domain.message import _

E = TypeVar("E", bound=Entity)
Tables = dict[type[Entity], dict[str, Entity]]
Groups = dict[Hashable, tuple[Entity, ...]]


class Snapshot:
    """Plain id -> entity tables, and look-ups that are built when first asked for.

    A snapshot never changes. ``with_changes`` gives the next one; it copies the tables and
    look-ups of the kinds that changed and shares the rest.
    """

    __slots__ = ("_groups", "_tables")

    def __init__(self, tables: Tables, groups: dict[Index[Any], Groups] | None = None) -> None:
        self._tables = tables
        self._groups: dict[Index[Any], Groups] = groups if groups is not None else {}

    @staticmethod
    def of(entities: Iterable[Entity] = ()) -> Snapshot:
        """Make a snapshot of these entities."""
        tables: Tables = {kind: {} for kind in ENTITIES}
        for entity in entities:
            tables[type(entity)][entity.id] = entity
        return Snapshot(tables)

    def table(self, kind: type[E]) -> Mapping[str, E]:
        """Return all entities of a kind by id."""
        return cast(Mapping[str, E], MappingProxyType(self._tables[kind]))

    def find(self, kind: type[E], id_: str | None) -> E | None:
        """Return the entity, or None."""
        return cast("E | None", self._tables[kind].get(id_ or ""))

    def has(self, kind: str, id_: str) -> bool:
        """Say whether an entity of a kind, given by its name, exists."""
        return id_ in self._tables[BY_NAME[kind]]

    def get(self, kind: type[E], id_: str) -> E:
        """Return the entity; raises MissingEntityError when it is not there."""
        found = self.find(kind, id_)
        if found is None:
            raise MissingEntityError(
                _("This is no longer in the document."), _("It may have been deleted just now.")
            )
        return found

    def select(self, index: Index[E], key: Hashable) -> tuple[E, ...]:
        """Return the entities under a key of an index, in the order of siblings."""
        groups = self._groups.get(index)
        if groups is None:
            groups = self._groups[index] = self._build(index)
        return cast("tuple[E, ...]", groups.get(key, ()))

    def built_indexes(self) -> Mapping[Index[Any], Groups]:
        """Return the look-ups built so far; tests compare them with fresh ones."""
        return MappingProxyType(self._groups)

    def with_changes(self, changes: Iterable[Change]) -> Snapshot:
        """Return the snapshot after these changes."""
        draft = Draft(self)
        for change in changes:
            draft.apply(change)
        return draft.finished()

    def _build(self, index: Index[Any]) -> Groups:
        lists: dict[Hashable, list[Entity]] = {}
        for entity in self._tables[index.kind].values():
            key = index.key(entity)
            if key is not None:
                lists.setdefault(key, []).append(entity)
        return {key: tuple(sorted(found, key=sort_key)) for key, found in lists.items()}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Snapshot) and self._tables == other._tables

    __hash__ = None  # type: ignore[assignment]


class Draft(Snapshot):
    """A snapshot in the making: changes are seen at once, the snapshot it began with stays.

    Tables and look-ups are copied when first touched. After ``finished`` it must not be
    changed any more.
    """

    __slots__ = ("_own_groups", "_own_tables")

    def __init__(self, start: Snapshot) -> None:
        super().__init__(dict(start._tables), dict(start._groups))  # noqa: SLF001 - its own kind
        self._own_tables: set[type[Entity]] = set()
        self._own_groups: set[Index[Any]] = set()

    def apply(self, change: Change) -> None:
        """Make one change."""
        table = self._table_to_write(change.kind)
        if change.after is None:
            table.pop(change.id, None)
        else:
            table[change.id] = change.after
        for index in self._groups:
            if index.kind is change.kind:
                self._regroup(index, change)

    def finished(self) -> Snapshot:
        """Return the result."""
        return Snapshot(self._tables, self._groups)

    def _table_to_write(self, kind: type[Entity]) -> dict[str, Entity]:
        if kind not in self._own_tables:
            self._tables[kind] = dict(self._tables[kind])
            self._own_tables.add(kind)
        return self._tables[kind]

    def _regroup(self, index: Index[Any], change: Change) -> None:
        if index not in self._own_groups:
            self._groups[index] = dict(self._groups[index])
            self._own_groups.add(index)
        groups = self._groups[index]
        if change.before is not None:
            key = index.key(change.before)
            rest = tuple(e for e in groups.get(key, ()) if e.id != change.id)
            if rest:
                groups[key] = rest
            else:
                groups.pop(key, None)
        if change.after is not None and (key := index.key(change.after)) is not None:
            groups[key] = tuple(sorted((*groups.get(key, ()), change.after), key=sort_key))
