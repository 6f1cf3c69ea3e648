"""Which findings of the map check somebody has put aside, by document."""

from __future__ import annotations

MOST_DOCUMENTS = 50
MOST_EACH = 500
"""So many are remembered, the latest ones."""

Ignored = tuple[tuple[str, tuple[str, ...]], ...]
"""Identities of documents, the latest first, and the keys of what was put aside there."""


def ignored_in(ignored: Ignored, doc_id: str) -> frozenset[str]:
    """Return the keys that were put aside in a document."""
    return frozenset(next((keys for found, keys in ignored if found == doc_id), ()))


def with_ignored(ignored: Ignored, doc_id: str, keys: tuple[str, ...]) -> Ignored:
    """Return the list with these keys for a document; without any it is left out."""
    others = tuple(pair for pair in ignored if pair[0] != doc_id)
    first = ((doc_id, keys[-MOST_EACH:]),) if keys else ()
    return (*first, *others)[:MOST_DOCUMENTS]


def read_ignored(plain: object) -> Ignored:
    """Read the stored form; what is damaged is left out. Raises TypeError when it is no list."""
    if not isinstance(plain, list):
        raise TypeError(type(plain))
    found: list[tuple[str, tuple[str, ...]]] = []
    for item in plain[:MOST_DOCUMENTS]:
        match item:
            case [str(doc_id), list(keys)]:
                kept = [key for key in keys if isinstance(key, str)]
                found.append((doc_id, tuple(kept[-MOST_EACH:])))
    return tuple(found)


def write_ignored(ignored: Ignored) -> list[list[object]]:
    """Return the stored form."""
    return [[doc_id, list(keys)] for doc_id, keys in ignored]
