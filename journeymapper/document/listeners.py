"""Who is told after each step."""

from __future__ import annotations

from collections.abc import Callable

from journeymapper.domain.changes import ChangeSet

Listener = Callable[[ChangeSet], None]


class Listeners:
    """Tells everybody, whatever happens to the others."""

    def __init__(self) -> None:
        self._all: list[Listener] = []

    def add(self, listener: Listener) -> Callable[[], None]:
        """Tell this one too; returns a function that ends it."""
        self._all.append(listener)
        return lambda: self._all.remove(listener)

    def clear(self) -> None:
        """Tell nobody any more."""
        self._all.clear()

    def tell(self, changes: ChangeSet) -> None:
        """Tell everybody; the first fault is raised when all were told."""
        faults: list[Exception] = []
        for listener in tuple(self._all):
            try:
                listener(changes)
            except Exception as fault:  # noqa: BLE001 - the others are told all the same
                faults.append(fault)
        if faults:
            raise faults[0]
