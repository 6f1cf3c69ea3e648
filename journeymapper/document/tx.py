"""One transaction in the making: what the verbs are given to write with."""

from __future__ import annotations

from typing import Any, TypeVar

from journeymapper.domain.changes import Change
from journeymapper.domain.checks import cleaned
from journeymapper.domain.entities import Attachment, Entity, replaced
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.fields import Gone, specs_of
from journeymapper.domain.indexes import Index, Reference, references_to
from journeymapper.domain.laid import Brought
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Draft, Snapshot
from journeymapper.domain.sources import IdFactory

E = TypeVar("E", bound=Entity)


class Tx:
    """Collects the changes of one step; they are seen in ``snapshot`` at once.

    Nothing is on disk before the step ends well.
    """

    def __init__(self, start: Snapshot, new_id: IdFactory) -> None:
        self.new_id = new_id
        self.changes: list[Change] = []
        self.blobs: dict[str, tuple[str, bytes]] = {}
        self.responses: dict[str, Brought] = {}
        self._draft = Draft(start)
        self._going: set[tuple[type[Entity], str]] = set()

    @property
    def snapshot(self) -> Snapshot:
        """The state so far, with the changes of this step."""
        return self._draft

    def finished(self) -> Snapshot:
        """Return the state after the step; the Tx must not be used any more."""
        return self._draft.finished()

    def insert(self, entity: E) -> E:
        """Add an entity; returns it as it is stored. Raises RefusedError."""
        entity = cleaned(entity)
        if self._draft.find(type(entity), entity.id) is not None:
            raise RefusedError(_("This is in the document already."))
        self._check_references(entity)
        self._record(Change(type(entity), entity.id, None, entity))
        return entity

    def update(self, entity: E) -> E:
        """Replace the entity of the same id; a replacement that is equal is no change."""
        entity = cleaned(entity)
        before = self._draft.get(type(entity), entity.id)
        if before != entity:
            self._check_references(entity)
            self._record(Change(type(entity), entity.id, before, entity))
        return entity

    def change(self, kind: type[E], id_: str, /, **fields: Any) -> E:
        """Set some fields of an entity."""
        return self.update(replaced(self._draft.get(kind, id_), fields))

    def delete(self, kind: type[Entity], id_: str) -> None:
        """Take an entity out, with all that belongs to it; references to it are cleared."""
        before = self._draft.get(kind, id_)
        self._going.add((kind, id_))  # a damaged file may hold a circle
        for reference in references_to(kind.__name__):
            if reference.index is None:
                self._drop_from_lists(reference.kind, reference.field, id_)
            else:
                self._let_go(reference, reference.index, id_)
        self._going.discard((kind, id_))
        self._record(Change(kind, id_, before, None))

    def attach(self, content: bytes, media_type: str, content_id: str) -> str:
        """Keep a picture or file under the hash of its content; returns the id."""
        if self._draft.find(Attachment, content_id) is None:
            self.blobs[content_id] = (media_type, content)
            self.insert(Attachment(content_id, media_type, len(content)))
        return content_id

    def bring(self, batch_id: str, rows: Brought) -> None:
        """Keep the rows of a new batch; ``operations.import_answers`` has checked them."""
        self.responses[batch_id] = rows

    def _let_go(self, reference: Reference, index: Index[Entity], gone: str) -> None:
        for entity in self._draft.select(index, gone):
            if reference.gone is Gone.CLEAR:
                self.update(replaced(entity, {reference.field: None}))
            elif self._is_staying(reference.kind, entity.id):
                self.delete(reference.kind, entity.id)

    def _is_staying(self, kind: type[Entity], id_: str) -> bool:
        return (kind, id_) not in self._going and self._draft.has(kind.__name__, id_)

    def _drop_from_lists(self, kind: type[Entity], field: str, gone: str) -> None:
        for entity in list(self._draft.table(kind).values()):
            ids = getattr(entity, field)
            if gone in ids:
                kept = tuple(i for i in ids if i != gone)
                self.update(replaced(entity, {field: kept}))

    def _check_references(self, entity: Entity) -> None:
        for name, spec in specs_of(type(entity)).items():
            if not spec.target:
                continue
            value = getattr(entity, name)
            for target in value if spec.kind == "refs" else (value,):
                if target is not None and not self._exists(spec.target, target):
                    raise RefusedError(
                        _("This refers to something that is no longer in the document.")
                    )

    def _exists(self, kind: str, id_: str) -> bool:
        return self._draft.has(kind, id_)

    def _record(self, change: Change) -> None:
        self._draft.apply(change)
        self.changes.append(change)
