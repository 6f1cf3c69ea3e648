"""A closed database of ours without a person."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from journeymapper.domain.forgetting import Person
from journeymapper.storage.copying import sync
from journeymapper.storage.store import Store


def rewrite_without(path: Path, person: Person) -> None:
    """Take a person out of a database that nobody has open; never the user's file.

    Raises DocumentError when it is damaged, WriteError when it cannot be written.
    """
    with closing(Store.open(path)) as store:
        store.load()
        store.forget(person)
        store.tighten()
    sync(path)
