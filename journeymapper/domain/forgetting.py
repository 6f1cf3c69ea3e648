"""Who shall be forgotten, and how a text reads once a name is taken out of it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator

from journeymapper.domain.entities import Answer, Entity
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.fields import specs_of
from journeymapper.domain.message import _
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot

GAP = "…"
"""Stands where a name was: one character, so that no text becomes longer."""

SHORTEST_NAME = 2
"""So many letters at least are looked for."""

SHORTEST_PHRASE = 12
"""A comment of fewer characters is too common to be looked for elsewhere."""

_KEPT = ("choice", "date", "ref", "refs")


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of the one to be forgotten.

    ``names`` are looked for as whole words, ``inside`` also within longer ones. ``sheets`` are
    the ids of typed sheets, ``rows`` batch and number of imported ones: they go with all their
    answers. ``phrases`` are comments of these sheets, which may have been copied to the map.
    """

    names: tuple[str, ...] = ()
    inside: bool = False
    sheets: tuple[str, ...] = ()
    rows: tuple[tuple[str, int], ...] = ()
    phrases: tuple[str, ...] = ()

    def to_json(self) -> str:
        """Return the form in which a wish outlives a crash."""
        plain = [self.names, self.inside, self.sheets, self.rows, self.phrases]
        return json.dumps(plain, ensure_ascii=False)

    @staticmethod
    def from_json(text: str) -> Person:
        """Read the form back; raises ValueError when it is none."""
        match json.loads(text):
            case [list(names), bool(inside), list(sheets), list(rows), list(phrases)]:
                pairs = tuple((str(batch), int(number)) for batch, number in rows)
                texts = (tuple(map(str, some)) for some in (names, sheets, phrases))
                read_names, read_sheets, read_phrases = texts
                return Person(read_names, inside, read_sheets, pairs, read_phrases)
        raise ValueError(text)


def person_called(names: Iterable[str], *, inside: bool = False) -> Person:
    """Return a person by spellings of the name; raises RefusedError for one that is too short."""
    kept = tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
    for name in kept:
        if sum(c.isalnum() for c in name) < SHORTEST_NAME:
            raise RefusedError(_("“{name}” is too short to be looked for.", name=name))
    return Person(kept, inside)


class Mask:
    """Takes names out of texts, whatever their capitals, accents put together or not."""

    def __init__(self, texts: Iterable[str], *, inside: bool = False) -> None:
        forms = {
            unicodedata.normalize(form, text) for text in texts if text for form in ("NFC", "NFD")
        }
        longest_first = sorted(forms, key=lambda text: (-len(text), text))
        words = "|".join(r"\s+".join(map(re.escape, text.split())) for text in longest_first)
        edge = ("", "") if inside else (r"(?<!\w)", r"(?![\w\u0300-\u036f])")
        self._pattern = (
            re.compile(f"{edge[0]}(?:{words})(?:{edge[1]})", re.IGNORECASE) if words else None
        )

    def finds(self, text: str) -> bool:
        """Say whether a text holds one of the names."""
        return self._pattern is not None and self._pattern.search(text) is not None

    def on(self, text: str) -> str:
        """Return a text without the names."""
        return text if self._pattern is None else self._pattern.sub(GAP, text)


class PersonMask:
    """How everything reads once a person is forgotten."""

    def __init__(self, person: Person) -> None:
        self.words = Mask(person.names, inside=person.inside)
        self._phrases = Mask(p for p in person.phrases if len(p.strip()) >= SHORTEST_PHRASE)

    def on(self, kind: str, text: str) -> str:
        """Return a text of an entity; what others wrote loses names, never their own phrases."""
        if kind != Answer.__name__:
            text = self._phrases.on(text)
        return self.words.on(text)

    def finds(self, kind: str, text: str) -> bool:
        """Say whether ``on`` would change the text."""
        return self.on(kind, text) != text


def own_texts(entity: Entity) -> Iterator[tuple[str, str]]:
    """Yield what people wrote into an entity, by field."""
    for name, spec in specs_of(type(entity)).items():
        value = getattr(entity, name)
        if spec.kind == "text":
            yield name, value
        elif spec.kind == "words":
            yield from ((name, word) for word in value)


def masked(entity: Entity, mask: PersonMask) -> dict[str, str | tuple[str, ...]]:
    """Return the fields of an entity that read otherwise, with their new values."""
    kind = type(entity).__name__
    found: dict[str, str | tuple[str, ...]] = {}
    for name, spec in specs_of(type(entity)).items():
        value = getattr(entity, name)
        new: str | tuple[str, ...]
        if spec.kind == "text":
            new = mask.on(kind, value)
        elif spec.kind == "words":
            new = tuple(mask.on(kind, word) for word in value)
        else:
            continue
        if new != value:
            found[name] = new
    return found


def masked_value(kind: type[Entity] | None, field: str, value: object, mask: PersonMask) -> object:
    """Return a value of an image of the history as it reads then.

    Codes, dates and references stay; a field that only an older format knew is a text.
    """
    spec = specs_of(kind).get(field) if kind is not None else None
    name = kind.__name__ if kind is not None else ""
    if spec is not None and spec.kind in _KEPT:
        return value
    if isinstance(value, str):
        return mask.on(name, value)
    if isinstance(value, list):
        return [mask.on(name, item) if isinstance(item, str) else item for item in value]
    return value


@dataclass(frozen=True, slots=True)
class Found:
    """A text of the document, or of a comment taken from a file, that holds a name."""

    kind: str
    id: str
    text: str


def found_in(snapshot: Snapshot, kinds: Iterable[type[Entity]], person: Person) -> list[Found]:
    """Return where a person is named in what the document holds now, each entity once."""
    mask = PersonMask(person)
    found: list[Found] = []
    for kind in kinds:
        for entity in snapshot.table(kind).values():
            hit = next((t for _f, t in own_texts(entity) if mask.finds(kind.__name__, t)), None)
            if hit is not None:
                found.append(Found(kind.__name__, entity.id, hit))
    return found
