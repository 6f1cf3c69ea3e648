"""Which document each file held when it was last open, so that a damaged one can be helped."""

from __future__ import annotations

from pathlib import Path

MOST = 200
"""So many files are remembered, the latest ones."""

Known = tuple[tuple[str, str], ...]
"""Paths and identities of documents, the latest first."""


def with_file(known: Known, path: Path, doc_id: str) -> Known:
    """Return the list with this file first and only once."""
    name = str(path.absolute())
    others = (pair for pair in known if pair[0] != name)
    return ((name, doc_id), *others)[:MOST]


def doc_id_of(known: Known, path: Path) -> str:
    """Return which document a file held; "" when nobody knows."""
    name = str(path.absolute())
    return next((doc_id for found, doc_id in known if found == name), "")


def read_known(plain: object) -> Known:
    """Read the stored form; what is damaged is left out. Raises TypeError when it is no list."""
    if not isinstance(plain, list):
        raise TypeError(type(plain))
    pairs: list[tuple[str, str]] = []
    for item in plain[:MOST]:
        match item:
            case [str(path), str(doc_id)] if doc_id.replace("-", "").isalnum():
                pairs.append((path, doc_id))
    return tuple(pairs)


def write_known(known: Known) -> list[list[str]]:
    """Return the stored form."""
    return [[path, doc_id] for path, doc_id in known]
