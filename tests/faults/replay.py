"""The history run forward from nothing: what the rows must hold. Knows nothing of our code."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from tests.faults.older import NUMBER, upgrade_image

Key = tuple[str, str]

_CHANGES = """
SELECT change.seq, entity, change.id, format, before, after
FROM change JOIN step ON step.seq = change.seq ORDER BY change.seq, place
"""


class TornError(Exception):
    """The history contradicts itself, or the rows are not what it leads to."""


def replayed(raw: sqlite3.Connection) -> dict[Key, dict[str, Any]]:
    """Return every entity as the history left it; raises TornError."""
    _check_numbers(raw)
    state: dict[Key, dict[str, Any]] = {}
    for seq, entity, id_, number, *texts in raw.execute(_CHANGES):
        before, after = (_image(number, entity, text) for text in texts)
        present = state.get((entity, id_))
        where = f"step {seq}, {entity} {id_}"
        if (before is None) != (present is None):
            raise TornError(f"{where}: it was there, or was not")
        if any((present or {}).get(name) != value for name, value in (before or {}).items()):
            raise TornError(f"{where}: it was something else before")
        if after is None:
            del state[entity, id_]
        else:
            state[entity, id_] = {**(present or {}), **after}
    return state


def _image(number: int, entity: str, text: str | None) -> dict[str, Any] | None:
    image = None if text is None else json.loads(text)
    return upgrade_image(entity, image) if image and number == NUMBER else image


def _check_numbers(raw: sqlite3.Connection) -> None:
    numbers = [seq for (seq,) in raw.execute("SELECT seq FROM step ORDER BY seq")]
    if numbers != list(range(len(numbers))):
        raise TornError(f"steps are missing: {numbers}")
    loose = "SELECT count(*) FROM change WHERE seq NOT IN (SELECT seq FROM step)"
    if raw.execute(loose).fetchone() != (0,):
        raise TornError("changes without a step")
