"""Where each walk through a map stopped: window state, kept by the identity of the document."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict

from journeymapper.domain.records import dataclass

MOST = 60
"""So many walks are remembered, the latest ones."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk: the step that is shown and the furthest one that was shown, by id.

    ``seconds`` is the time taken so far. ``ended`` says that the last step was passed once.
    What was answered is on the map and nowhere else.
    """

    doc_id: str
    map: str
    at: str = ""
    furthest: str = ""
    seconds: float = 0.0
    ended: bool = False


Walks = tuple[Walk, ...]


def with_walk(walks: Walks, walk: Walk) -> Walks:
    """Return the list with this walk first and only once."""
    others = (w for w in walks if (w.doc_id, w.map) != (walk.doc_id, walk.map))
    return (walk, *others)[:MOST]


def walk_of(walks: Walks, doc_id: str, map_id: str = "") -> Walk | None:
    """Return the walk through a map, or through any map of a document; None without one."""
    return next((w for w in walks if w.doc_id == doc_id and map_id in ("", w.map)), None)


def read_walks(plain: object) -> Walks:
    """Read the stored form; what is damaged is left out. Raises TypeError when it is no list."""
    if not isinstance(plain, list):
        raise TypeError(type(plain))
    found = (_read(item) for item in plain[:MOST])
    return tuple(walk for walk in found if walk is not None)


def write_walks(walks: Sequence[Walk]) -> list[dict[str, object]]:
    """Return the stored form."""
    return [asdict(walk) for walk in walks]


def _read(item: object) -> Walk | None:
    match item:
        case {
            "doc_id": str(doc_id),
            "map": str(map_id),
            "at": str(at),
            "furthest": str(furthest),
            "seconds": int() | float() as seconds,
            "ended": bool(ended),
        } if math.isfinite(seconds) and seconds >= 0:
            return Walk(doc_id, map_id, at, furthest, float(seconds), ended)
        case _:
            return None
