"""Parcels and blocks as bytes, for the clipboard; what comes back may be anybody's.

The form is JSON: ``{"journey-mapper": 1, "document": ID, "roots": [...], "entities": [[KIND, ID,
FIELDS], ...]}`` for stages and steps, ``"lines": [[KIND, [[[TEXT, FIELDS], ...], ...]], ...]`` for
cells, and ``"pictures": {ID: [MEDIA TYPE, BASE64]}``. Unknown fields are passed over, missing ones
get their defaults.
"""

from __future__ import annotations

import base64
import json
from typing import Any

from journeymapper.domain.checks import cleaned
from journeymapper.domain.entities import (
    BY_NAME,
    Card,
    Channel,
    Connection,
    Entity,
    Feeling,
    Lane,
    Persona,
    Rating,
    Role,
    Stage,
    Touchpoint,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.fields import specs_of
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import _
from journeymapper.domain.parcel import Block, Item, Line, Parcel

VERSION = 1

LARGEST = 48 * 1024 * 1024
"""Bytes of the largest parcel that is read."""

MOST_CELLS = 5_000
"""Texts of a block; entities of a parcel are at most four times as many."""

_PICTURES_LIMIT = 20 * 1024 * 1024
_MARK = "journey-mapper"
_KINDS = (Stage, Touchpoint, Card, Feeling, Rating, Connection, Lane, Role, Channel, Persona)
_MEDIA = ("image/png", "image/jpeg")
_ODD = 10**15
"""No number of ours is so large."""


def to_bytes(parcel: Parcel | Block) -> bytes:
    """Return the stored form; pictures that are too large together are left out."""
    plain: dict[str, Any] = {_MARK: VERSION, "document": parcel.doc_id}
    if isinstance(parcel, Block):
        plain["lines"] = [
            [
                line.kind.value if line.kind is not None else None,
                [[[item.text, dict(item.fields)] for item in cell] for cell in line.cells],
            ]
            for line in parcel.lines
        ]
    else:
        plain["roots"] = [root.id for root in parcel.roots]
        plain["entities"] = [[type(e).__name__, e.id, _fields(e)] for e in parcel.entities]
    if sum(len(content) for _type, content in parcel.pictures.values()) <= _PICTURES_LIMIT:
        plain["pictures"] = {
            id_: [media_type, base64.b64encode(content).decode("ascii")]
            for id_, (media_type, content) in parcel.pictures.items()
        }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def from_bytes(data: bytes) -> Parcel | Block:
    """Read the stored form back; raises RefusedError for anything that is not one."""
    if len(data) > LARGEST:
        raise _damaged()
    try:
        return _read(json.loads(data, parse_constant=_no_number))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError, AttributeError):
        raise _damaged() from None


def _read(plain: Any) -> Parcel | Block:
    version, doc_id = plain[_MARK], plain["document"]
    if type(version) is not int or not isinstance(doc_id, str):
        raise TypeError
    if version > VERSION:
        raise RefusedError(
            _("This was copied in a newer Journey Mapper."),
            _("Bring this one up to date, or copy the words alone."),
        )
    pictures = {
        str(id_): (_one_of(media_type, _MEDIA), base64.b64decode(content, validate=True))
        for id_, (media_type, content) in plain.get("pictures", {}).items()
    }
    try:
        if "lines" in plain:
            return _block(doc_id, plain["lines"], pictures)
        return _parcel(doc_id, plain, pictures)
    except RefusedError:
        raise _damaged() from None


def _block(doc_id: str, lines: Any, pictures: Any) -> Block:
    found = tuple(
        Line(
            tuple(tuple(_item(text, fields) for text, fields in cell) for cell in cells),
            None if kind is None else LaneKind(kind),
        )
        for kind, cells in lines
    )
    block = Block(found, doc_id, pictures)
    if not found or block.items > MOST_CELLS or block.width * len(found) > 4 * MOST_CELLS:
        raise ValueError
    if any(len(line.cells) != block.width for line in found):
        raise ValueError
    return block


def _item(text: Any, fields: Any) -> Item:
    """A card is made and checked, so that nothing is found wrong half-way."""
    known = {name for name, spec in specs_of(Card).items() if not spec.target} | {"image"}
    known -= {"text", "position"}
    values = {name: _value(value) for name, value in fields.items() if name in known}
    card = cleaned(Card("item", lane="lane", stage="stage", text=text, **values))
    return Item(card.text, {name: getattr(card, name) for name in values})


def _parcel(doc_id: str, plain: Any, pictures: Any) -> Parcel:
    kinds = {kind.__name__ for kind in _KINDS}
    if len(plain["entities"]) > 4 * MOST_CELLS:
        raise ValueError
    entities: dict[tuple[str, str], Entity] = {}
    for kind, id_, fields in plain["entities"]:
        if kind not in kinds or not isinstance(id_, str):
            raise ValueError
        entities[kind, id_] = _entity(BY_NAME[kind], id_, fields)
    roots = tuple(
        entities.get(("Stage", id_)) or entities["Touchpoint", id_] for id_ in plain["roots"]
    )
    if not roots or len({type(root) for root in roots}) > 1 or len(set(roots)) < len(roots):
        raise ValueError
    return Parcel(doc_id, roots, tuple(entities.values()), pictures)


def _entity(kind: type[Entity], id_: str, fields: Any) -> Entity:
    specs = specs_of(kind)
    values = {}
    for name, value in fields.items():
        if name in specs:
            is_list = specs[name].kind in ("refs", "words")
            values[name] = tuple(value) if is_list and isinstance(value, list) else _value(value)
    return cleaned(kind(id_, **values))


def _fields(entity: Entity) -> dict[str, Any]:
    return {
        name: list(value) if isinstance(value := getattr(entity, name), tuple) else value
        for name in specs_of(type(entity))
    }


def _value(value: Any) -> Any:
    odd = isinstance(value, int | float) and not -_ODD < value < _ODD
    if odd or isinstance(value, list | dict):
        raise ValueError
    return value


def _one_of(value: Any, choices: tuple[str, ...]) -> str:
    if value not in choices:
        raise ValueError
    return str(value)


def _no_number(name: str) -> None:
    """Refuse NaN and the infinities, which JSON does not know."""
    raise ValueError(name)


def _damaged() -> RefusedError:
    return RefusedError(_("What was copied is damaged. Copy it once more and paste again."))
