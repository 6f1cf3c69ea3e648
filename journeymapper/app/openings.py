"""When each document was open last: window state, kept by the identity of the document."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import asdict

from journeymapper.domain.records import dataclass

MOST = 60
"""So many documents are remembered, the latest ones."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The local date on which a document was open, and how many answers it held then."""

    doc_id: str
    day: str
    answers: int


Openings = tuple[Opening, ...]


def with_opening(openings: Openings, opening: Opening) -> Openings:
    """Return the list with this one first and only once."""
    others = (one for one in openings if one.doc_id != opening.doc_id)
    return (opening, *others)[:MOST]


def opening_of(openings: Openings, doc_id: str) -> Opening | None:
    """Return when a document was open last, None when that is not known."""
    return next((one for one in openings if one.doc_id == doc_id), None)


def read_openings(plain: object) -> Openings:
    """Read the stored form; what is damaged is left out. Raises TypeError when it is no list."""
    if not isinstance(plain, list):
        raise TypeError(type(plain))
    found = (_read(item) for item in plain[:MOST])
    return tuple(one for one in found if one is not None)


def write_openings(openings: Sequence[Opening]) -> list[dict[str, object]]:
    """Return the stored form."""
    return [asdict(one) for one in openings]


def _read(item: object) -> Opening | None:
    match item:
        case {"doc_id": str(doc_id), "day": str(day), "answers": int(answers)} if answers >= 0:
            try:
                datetime.date.fromisoformat(day)
            except ValueError:
                return None
            return Opening(doc_id, day, answers)
        case _:
            return None
