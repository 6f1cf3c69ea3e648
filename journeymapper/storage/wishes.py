"""Who is being forgotten: a small file in our own folder, from the beginning until all is done.

While it is there the next opening of the document goes on where a crash stopped it.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from journeymapper.domain.forgetting import Person
from journeymapper.domain.records import dataclass
from journeymapper.storage.copying import sync

_ENDING = ".forget"


@dataclass(frozen=True, slots=True)
class Wish:
    """A person to be forgotten in a document; ``step`` is the id of the step that says so."""

    doc_id: str
    step: str
    person: Person


def write_wish(folder: Path, wish: Wish) -> None:
    """Keep a wish, as a whole or not at all; raises OSError."""
    path = _path(folder, wish)
    fresh = path.with_name(f"{os.getpid()}-{path.stem}.tmp")
    try:
        with fresh.open("w", encoding="utf-8") as file:
            json.dump([wish.doc_id, wish.step, wish.person.to_json()], file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    sync(folder)


def wishes_for(folder: Path, doc_id: str) -> list[Wish]:
    """Return the wishes of a document that are not fulfilled yet; one that is broken is none."""
    found = [_read(path) for path in sorted(folder.glob(f"{_name(doc_id)}-*{_ENDING}"))]
    return [wish for wish in found if wish is not None and wish.doc_id == doc_id]


def remove_wish(folder: Path, wish: Wish) -> None:
    """Forget the wish itself; raises OSError."""
    _path(folder, wish).unlink(missing_ok=True)
    sync(folder)


def _read(path: Path) -> Wish | None:
    try:
        match json.loads(path.read_text(encoding="utf-8")):
            case [str(doc_id), str(step), str(person)]:
                return Wish(doc_id, step, Person.from_json(person))
    except (OSError, ValueError, RecursionError):
        return None
    return None


def _path(folder: Path, wish: Wish) -> Path:
    return folder / f"{_name(wish.doc_id)}-{_name(wish.step)}{_ENDING}"


def _name(id_: str) -> str:
    """Return an id as part of a file's name; a file from anywhere may call itself anything."""
    return hashlib.sha256(id_.encode(errors="replace")).hexdigest()[:24]
