"""The verb that brings back what was deleted before."""

from __future__ import annotations

from collections.abc import Sequence

from journeymapper.document.operations.submaps import link_that_holds
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Entity, Stage, Touchpoint, replaced
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.fields import Gone, specs_of
from journeymapper.domain.message import _

Became = tuple[Entity, Entity]
"""An entity as it was, and as it became when others were deleted."""


def put_back(tx: Tx, entities: Sequence[Entity], changed: Sequence[Became] = ()) -> tuple[str, ...]:
    """Bring back entities as they were, what they belong to first; returns their ids.

    What was ``changed`` with them, the last first, is made as it was where nobody has touched it
    since: ways lead through a step again. What is there already is left alone. References to
    something that is gone are cleared, and so is an own map that has come to hold its step; what
    cannot be without them stays away. Raises RefusedError when that is the first of them.
    """
    made: list[str] = []
    for place, entity in enumerate(entities):
        if tx.snapshot.find(type(entity), entity.id) is not None:
            continue
        fields = _references_left(tx, entity)
        if fields is not None:
            made.append(tx.insert(replaced(entity, fields)).id)
        elif place == 0:
            raise RefusedError(
                _("This cannot be put back: what it belonged to is no longer on the map."),
                _("Add it as a new step instead."),
            )
    if made:
        for was, became in changed:
            _make_as_it_was(tx, was, became)
    return tuple(made)


def _make_as_it_was(tx: Tx, was: Entity, became: Entity) -> None:
    if tx.snapshot.find(type(became), became.id) == became:
        fields = _references_left(tx, was)
        if fields is not None:
            tx.update(replaced(was, fields))


def _references_left(tx: Tx, entity: Entity) -> dict[str, object] | None:
    """The references that still lead somewhere; None when one is gone that it cannot be without."""
    found: dict[str, object] = {}
    for name, spec in specs_of(type(entity)).items():
        if not spec.target:
            continue
        value = getattr(entity, name)
        if spec.kind == "refs":
            found[name] = tuple(id_ for id_ in value if tx.snapshot.has(spec.target, id_))
        elif value is not None and not tx.snapshot.has(spec.target, value):
            if not spec.optional or spec.gone is Gone.DELETE:
                return None
            found[name] = None
    if isinstance(entity, Touchpoint):
        here = tx.snapshot.get(Stage, entity.stage).map
        found["submap"] = link_that_holds(tx.snapshot, here, entity.submap)
    return found
